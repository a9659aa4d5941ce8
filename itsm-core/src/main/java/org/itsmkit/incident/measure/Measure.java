package org.itsmkit.incident.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Milestone;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;

/**
 * How long it takes from one milestone to another. Elapsed time, not service hours. Pure; exact to the microsecond.
 *
 * @param name what it is called in a report
 * @param from where it begins
 * @param to where it ends; another than {@code from}
 */
public record Measure(String name, Milestone from, Milestone to) {

    /** From the logging until somebody knew of it. */
    public static final Measure TIME_TO_ACKNOWLEDGE =
            new Measure("time to acknowledge", Milestone.LOGGED, Milestone.ACKNOWLEDGED);
    /** From the detection until somebody knew what is wrong. */
    public static final Measure TIME_TO_DIAGNOSE =
            new Measure("time to diagnose", Milestone.DETECTED, Milestone.DIAGNOSED);
    /** From the detection until it was mended. */
    public static final Measure TIME_TO_REPAIR = new Measure("time to repair", Milestone.DETECTED, Milestone.REPAIRED);
    /** From the detection until it could be used again. */
    public static final Measure TIME_TO_RECOVER =
            new Measure("time to recover", Milestone.DETECTED, Milestone.RECOVERED);
    /** From the detection until those whom it concerned had their service back. */
    public static final Measure TIME_TO_RESTORE =
            new Measure("time to restore", Milestone.DETECTED, Milestone.RESTORED);
    /** From the detection until it was declared to work again. */
    public static final Measure TIME_TO_RESOLVE =
            new Measure("time to resolve", Milestone.DETECTED, Milestone.RESOLVED);

    private static final List<Measure> STANDARD = List.of(
            TIME_TO_ACKNOWLEDGE, TIME_TO_DIAGNOSE, TIME_TO_REPAIR, TIME_TO_RECOVER, TIME_TO_RESTORE, TIME_TO_RESOLVE);

    public Measure {
        Objects.requireNonNull(name, "name");
        if (from == to) {
            throw new IllegalArgumentException("a measure ends at another milestone than it begins");
        }
    }

    /** The usual ones. */
    public static List<Measure> standard() {
        return STANDARD;
    }

    /**
     * How long it took: {@code to − from}. Empty if one of the two was not reached, and where they stand in the wrong order, as they may
     * where a tenant does without the rule about that.
     */
    public Optional<Duration> elapsed(Incident incident) {
        return incident.reached(from)
                .flatMap(begin -> incident.reached(to)
                        .filter(end -> !end.isBefore(begin))
                        .map(end -> Duration.between(begin, end)));
    }

    /**
     * How long it took without the time in which the incident waited: {@link #elapsed} less the length of what its stretches of phase
     * {@link Phase#WAITING} share with the time from {@code from}, inclusive, to {@code to}, exclusive. Before it was logged it did not
     * wait. Empty as for {@link #elapsed}.
     */
    public Optional<Duration> net(Incident incident) {
        return elapsed(incident).map(elapsed -> {
            Instant begin = incident.reached(from).orElseThrow();
            return elapsed.minus(waited(incident.ticket().timeline(), begin, begin.plus(elapsed)));
        });
    }

    private static Duration waited(List<Stretch> timeline, Instant begin, Instant end) {
        Duration waited = Duration.ZERO;
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.get(i).status().phase() == Phase.WAITING) {
                Instant from = later(timeline.get(i).from(), begin);
                Instant to =
                        i + 1 < timeline.size() ? earlier(timeline.get(i + 1).from(), end) : end;
                if (from.isBefore(to)) {
                    waited = waited.plus(Duration.between(from, to));
                }
            }
        }
        return waited;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
