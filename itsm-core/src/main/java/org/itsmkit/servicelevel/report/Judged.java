package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Evaluation;

/**
 * What became of one promise, and by what it can be grouped.
 *
 * @param labels by what
 * @param cycle what became of it
 * @param at to which instant, and so to which period, it belongs; {@link #of(Labels, Cycle, Instant)} says to which by our rule
 */
public record Judged(Labels labels, Cycle cycle, Instant at) implements Labelled {

    public Judged {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(at, "at");
    }

    /**
     * One that belongs to the instant at which it was decided: at which it was breached if it was, or else was done or cancelled. What is
     * late is late in the period in which it became so, whenever it is done: the verdict of a period that is over does not change while
     * others work on. What is not decided belongs to {@code asOf}.
     *
     * @param asOf at which instant the clock was looked at
     */
    public static Judged of(Labels labels, Cycle cycle, Instant asOf) {
        return new Judged(labels, cycle, cycle.breachedAt().or(cycle::stoppedAt).orElse(asOf));
    }

    /** All cycles of a clock, as {@link #of(Labels, Cycle, Instant)}, with the name of its target as {@link Labels#TARGET}. */
    public static List<Judged> of(Labels labels, Evaluation evaluation) {
        Labels all = labels.and(Labels.TARGET, evaluation.target().name());
        return evaluation.cycles().stream()
                .map(cycle -> of(all, cycle, evaluation.at()))
                .toList();
    }
}
