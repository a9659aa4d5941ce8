package org.itsmkit.valuestream.flow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * That a piece of work was at a step. Half-open: at its end it is there no longer.
 *
 * @param step the name of the step
 * @param spans what went on meanwhile, oldest first, each until the next one begins and the last until the end; never empty
 * @param toExclusive when it left, after the last span began; empty if it is still there
 */
public record Visit(String step, List<Span> spans, Optional<Instant> toExclusive) {

    /** From an instant on, this went on. */
    public record Span(Instant fromInclusive, Effort effort) {
        public Span {
            fromInclusive = Micros.truncate(fromInclusive);
            Objects.requireNonNull(effort, "effort");
        }
    }

    /** Throws {@link IllegalArgumentException} where spans, or their end, are out of order. */
    public Visit {
        Objects.requireNonNull(step, "step");
        spans = List.copyOf(spans);
        toExclusive = toExclusive.map(Micros::truncate);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("something goes on during a visit to " + step);
        }
        Instant last = spans.get(0).fromInclusive();
        for (Span span : spans.subList(1, spans.size())) {
            requireLater(last, span.fromInclusive(), step);
            last = span.fromInclusive();
        }
        if (toExclusive.isPresent()) {
            requireLater(last, toExclusive.get(), step);
        }
    }

    private static void requireLater(Instant one, Instant next, String step) {
        if (!one.isBefore(next)) {
            throw new IllegalArgumentException(
                    "a visit to " + step + " goes on in time, not at " + next + " after " + one);
        }
    }

    /** One during which nothing but that went on; it ends after it begins. */
    public static Visit of(String step, Effort effort, Instant fromInclusive, Instant toExclusive) {
        return new Visit(step, List.of(new Span(fromInclusive, effort)), Optional.of(toExclusive));
    }

    /** When it came. */
    public Instant fromInclusive() {
        return spans.get(0).fromInclusive();
    }

    /** How long it was worked on, as far as it is known at {@code until}. */
    public Duration worked(FlowTime time, Instant until) {
        return spent(Effort.PROCESS, time, fromInclusive(), until);
    }

    /** How long it waited there, likewise. */
    public Duration waited(FlowTime time, Instant until) {
        return spent(Effort.WAIT, time, fromInclusive(), until);
    }

    /** How long it lay there done, likewise. */
    public Duration confirmed(FlowTime time, Instant until) {
        return spent(Effort.CONFIRM, time, fromInclusive(), until);
    }

    /** How much of {@code period} went by with {@code effort}. */
    public Duration spent(Effort effort, FlowTime time, Window period) {
        return spent(effort, time, period.fromInclusive(), period.toExclusive());
    }

    private Duration spent(Effort effort, FlowTime time, Instant fromInclusive, Instant until) {
        Duration spent = Duration.ZERO;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.effort() == effort) {
                Instant end = i + 1 < spans.size() ? spans.get(i + 1).fromInclusive() : toExclusive.orElse(until);
                Instant from = later(span.fromInclusive(), fromInclusive);
                Instant to = end.isBefore(until) ? end : until;
                spent = from.isBefore(to) ? spent.plus(time.between(from, to)) : spent;
            }
        }
        return spent;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
