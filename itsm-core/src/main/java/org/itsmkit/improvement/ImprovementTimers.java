package org.itsmkit.improvement;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Timers;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/**
 * Takes note of steps whose day is over, and of looks that are due: once for each day. Nothing is noted of what is
 * parked.
 */
final class ImprovementTimers implements Timers<Improvement> {

    private static final String STEP = "step-overdue";
    private static final String REVIEW = "control-review";

    @Override
    public Set<Timer> wanted(Improvement improvement, Settings settings) {
        Set<Timer> wanted = new HashSet<>();
        if (improvement.isParked()) {
            return wanted;
        }
        String status = improvement.status().name();
        if (status.equals(ImprovementLifecycle.ACTION.name())) {
            next(improvement).ifPresent(step -> wanted.add(new Timer(STEP, step.overdueFrom())));
        }
        if (status.equals(ImprovementLifecycle.MOMENTUM.name()) || status.equals(ImprovementLifecycle.CLOSED.name())) {
            improvement.reviewDue().ifPresent(due -> wanted.add(new Timer(REVIEW, due)));
        }
        return wanted;
    }

    /** Of the open steps whose owner was not told of their day, the one that is over first. */
    private static Optional<PlanStep> next(Improvement improvement) {
        return improvement.plan().stream()
                .filter(step -> step.isOpen() && !step.told().equals(Optional.of(step.due())))
                .min(Comparator.comparing(PlanStep::due));
    }

    @Override
    public Optional<Command<Improvement>> command(
            Improvement improvement, Timer timer, Settings settings, Instant now) {
        return timer.name().equals(STEP)
                ? next(improvement).map(step -> new PlanCommand.NoteOverdue(step.due()))
                : improvement.control().map(ControlMeasure::nextReview).map(ControlCommand.NoteReviewDue::new);
    }
}
