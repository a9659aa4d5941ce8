package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;

/**
 * What it costs that something is there only after so long. Costs are not negative, weeks have seven days of 24 hours,
 * and all that is worked out of them is exact until it is shown.
 */
public sealed interface DelayProfile {

    /** The longest that is reckoned with: a hundred years of 365 days. */
    Duration LONGEST = Duration.ofDays(36_500);

    /** What costs are said by. */
    Duration WEEK = Duration.ofDays(7);

    /**
     * What it costs in all that it is there only after {@code delay}, to ten digits after the point, half to even.
     *
     * @param delay not negative
     */
    default BigDecimal costOf(Duration delay) {
        return Delays.cost(this, delay).rounded(10);
    }

    /** What the first week costs as it begins: by this those are put in order that cannot be compared otherwise. */
    BigDecimal atFirst();

    /** The same each week. */
    record Constant(CostOfDelay cost) implements DelayProfile {
        public Constant {
            Objects.requireNonNull(cost, "cost");
        }

        @Override
        public BigDecimal atFirst() {
            return cost.perWeek();
        }
    }

    /**
     * Nothing until a date, and much from then on. What is there exactly then is there in time.
     *
     * @param within how long until then, counted from when the first thing is begun; not negative
     * @param once what it costs to be late at all, such as a fine
     * @param after what each week costs in which it is late
     */
    record Deadline(Duration within, BigDecimal once, CostOfDelay after) implements DelayProfile {
        public Deadline {
            within = checked(within, Duration.ZERO);
            once = new FieldValue.Decimal(once).value();
            if (once.signum() < 0) {
                throw new IllegalArgumentException("once must not be negative, but is " + once);
            }
            Objects.requireNonNull(after, "after");
        }

        @Override
        public BigDecimal atFirst() {
            return within.isZero() ? after.perWeek() : BigDecimal.ZERO;
        }
    }

    /**
     * Ever less each week, in a straight line until nothing more can be lost: somebody else has the market then. With
     * {@code c} a week and {@code T} until nothing more is lost, {@code t} costs {@code c·(t − t²/2T)} until {@code T},
     * and {@code c·T/2} from then on.
     *
     * @param cost what a week costs as it begins
     * @param within after how long waiting longer costs nothing; positive
     */
    record Decaying(CostOfDelay cost, Duration within) implements DelayProfile {
        public Decaying {
            Objects.requireNonNull(cost, "cost");
            within = checked(within, Duration.ofNanos(1));
        }

        @Override
        public BigDecimal atFirst() {
            return cost.perWeek();
        }
    }

    /** As much each week as that. */
    static DelayProfile constant(CostOfDelay cost) {
        return new Constant(cost);
    }

    private static Duration checked(Duration duration, Duration least) {
        if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a time is at least " + least + " and at most " + LONGEST + ", not " + duration);
        }
        return duration;
    }
}
