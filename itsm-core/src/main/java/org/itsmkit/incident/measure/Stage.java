package org.itsmkit.incident.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Milestone;

/**
 * A part of the life of an incident, between two milestones that follow each other.
 *
 * @param from where it begins
 * @param to where it ends
 * @param elapsed how long it took
 * @param net how long it took without the time in which the incident waited; not more than {@code elapsed}
 */
public record Stage(Milestone from, Milestone to, Duration elapsed, Duration net) {

    /**
     * Returns the stages of the work on {@code incident}, in their order: from each known milestone of {@link Milestone#atWork} to the
     * next known one, without its closure. Together they are as long as the time from the first to the last. A milestone before the one
     * before it, as there may be where a tenant does without the rule about that, is left out as an unknown one is.
     */
    public static List<Stage> of(Incident incident) {
        List<Stage> stages = new ArrayList<>();
        Milestone from = Milestone.DETECTED;
        for (Milestone to : Milestone.atWork()) {
            if (to != Milestone.DETECTED && to != Milestone.CLOSED) {
                Measure measure = new Measure("stage", from, to);
                var elapsed = measure.elapsed(incident);
                if (elapsed.isPresent()) {
                    stages.add(new Stage(
                            from, to, elapsed.get(), measure.net(incident).orElseThrow()));
                    from = to;
                }
            }
        }
        return List.copyOf(stages);
    }
}
