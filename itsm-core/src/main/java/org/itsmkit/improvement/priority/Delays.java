package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import java.time.Duration;

/** What waiting costs, exactly. */
final class Delays {

    private static final BigDecimal WEEK = nanos(DelayProfile.WEEK);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Delays() {}

    static Quotient cost(DelayProfile profile, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative, but is " + delay);
        }
        if (profile instanceof DelayProfile.Deadline deadline) {
            return delay.compareTo(deadline.within()) <= 0
                    ? Quotient.ZERO
                    : Quotient.of(deadline.once(), BigDecimal.ONE)
                            .plus(perWeek(deadline.after(), delay.minus(deadline.within())));
        }
        return profile instanceof DelayProfile.Decaying decaying
                ? decaying(decaying, delay)
                : perWeek(((DelayProfile.Constant) profile).cost(), delay);
    }

    private static Quotient perWeek(CostOfDelay cost, Duration delay) {
        return Quotient.of(cost.perWeek().multiply(nanos(delay)), WEEK);
    }

    private static Quotient decaying(DelayProfile.Decaying decaying, Duration delay) {
        Duration within = decaying.within();
        BigDecimal time = nanos(delay.compareTo(within) < 0 ? delay : within);
        BigDecimal twice = nanos(within).multiply(TWO);
        return Quotient.of(
                decaying.cost().perWeek().multiply(time).multiply(twice.subtract(time)), twice.multiply(WEEK));
    }

    /** Of {@code perWeek / duration}. */
    static Quotient byDuration(BigDecimal perWeek, Duration duration) {
        return Quotient.of(perWeek.multiply(WEEK), nanos(duration));
    }

    /** How many weeks that is, to two digits. */
    static String weeks(Duration duration) {
        BigDecimal weeks = Quotient.of(nanos(duration), WEEK).rounded(2).stripTrailingZeros();
        return (weeks.scale() < 0 ? weeks.setScale(0) : weeks).toPlainString();
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(duration.getNano()));
    }
}
