package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.itsmkit.spi.FieldValue;

/**
 * What was seen when something was measured. Numbers are exact, with at most 28 digits before and 10 after the point.
 */
public sealed interface Observed {

    /** The most values of a series. */
    int MOST_VALUES = 500;

    /** The most events that are counted in one period. */
    long MOST_EVENTS = 1_000_000;

    /** The one number that stands for all of it. */
    BigDecimal value();

    /** How many observations there are, at least 1; of a count, how many events, which may be none. */
    long size();

    /**
     * One number that was worked out elsewhere; the observations themselves were not kept, so that nothing can be
     * tested with it.
     *
     * @param value what came of it
     * @param size of how many observations, at least 1
     */
    record Summary(BigDecimal value, long size) implements Observed {
        public Summary {
            value = new FieldValue.Decimal(value).value();
            if (size < 1) {
                throw new IllegalArgumentException("at least one observation is needed, not " + size);
            }
        }
    }

    /**
     * One number for each case, such as how long each took.
     *
     * @param values in the order in which they were observed, 1 to {@value Observed#MOST_VALUES}
     */
    record Series(List<BigDecimal> values) implements Observed {
        public Series {
            if (values.isEmpty() || values.size() > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "a series has 1 to " + MOST_VALUES + " values, not " + values.size());
            }
            values = values.stream()
                    .map(value -> new FieldValue.Decimal(value).value())
                    .toList();
        }

        /** A series of whole numbers. */
        public static Series of(long... values) {
            return new Series(
                    Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
        }

        /** The median: of an even number of values, half of the two in the middle. */
        @Override
        public BigDecimal value() {
            return Shift.median(values.stream().sorted().toList());
        }

        @Override
        public long size() {
            return values.size();
        }
    }

    /**
     * How often something happened, such as incidents in so many weeks.
     *
     * @param events how often, 0 to {@value Observed#MOST_EVENTS}
     * @param exposure in how much of what it is counted by: weeks, changes, users; positive
     */
    record Counted(long events, BigDecimal exposure) implements Observed {
        public Counted {
            exposure = new FieldValue.Decimal(exposure).value();
            if (events < 0 || events > MOST_EVENTS) {
                throw new IllegalArgumentException("0 to " + MOST_EVENTS + " events are counted, not " + events);
            }
            if (exposure.signum() <= 0) {
                throw new IllegalArgumentException("nothing is counted in " + exposure);
            }
        }

        /** So many events in so many weeks, or whatever they are counted by. */
        public static Counted of(long events, long exposure) {
            return new Counted(events, BigDecimal.valueOf(exposure));
        }

        /** The rate: events by exposure, to ten digits after the point, half to even. */
        @Override
        public BigDecimal value() {
            return new FieldValue.Decimal(BigDecimal.valueOf(events).divide(exposure, 10, RoundingMode.HALF_EVEN))
                    .value();
        }

        @Override
        public long size() {
            return events;
        }
    }
}
