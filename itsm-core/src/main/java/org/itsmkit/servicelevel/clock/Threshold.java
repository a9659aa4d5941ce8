package org.itsmkit.servicelevel.clock;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.itsmkit.spi.Keys;
import org.itsmkit.ticket.ThresholdAction;

/**
 * A point on the way to a deadline, or beyond it, at which something is to be done.
 *
 * @param name by {@link Keys#requireCode}; unique within a target
 * @param point where
 * @param action what
 */
public record Threshold(String name, Point point, ThresholdAction action) {

    /** Where, in terms of the time that is used. */
    public sealed interface Point {

        /** When so many per cent of the time are used; above 0, at most 100,000, with up to nine digits after the point. */
        record Percent(BigDecimal percent) implements Point {
            public Percent {
                if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100_000)) > 0) {
                    throw new IllegalArgumentException(
                            "a threshold lies above 0 and up to 100,000 %, not at " + percent);
                }
                if (percent.scale() > 9) {
                    throw new IllegalArgumentException("a threshold has up to nine digits after the point");
                }
            }
        }

        /** When so much of the time is left; at once, if there never was so much. 0 to 100,000 days, in whole microseconds. */
        record Before(Duration left) implements Point {
            public Before {
                Micros.requireSpan(left, "what is left at a threshold");
            }
        }

        /** When so much more was used than there was. 0 to 100,000 days, in whole microseconds. */
        record After(Duration over) implements Point {
            public After {
                Micros.requireSpan(over, "a threshold beyond a deadline");
            }
        }
    }

    public Threshold {
        Keys.requireCode(name, "threshold");
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(action, "action");
    }

    /** One at which whoever has the record is told that so many per cent are used. */
    public static Threshold atPercent(int percent) {
        return new Threshold(
                "percent-" + percent,
                new Point.Percent(BigDecimal.valueOf(percent)),
                new ThresholdAction.TellAssignee());
    }

    /** The same, where something else is done. */
    public Threshold doing(ThresholdAction other) {
        return new Threshold(name, point, other);
    }
}
