package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.itsmkit.internal.Chance;

/**
 * The conditional test of two rates (Przyborowski and Wilenski 1940): if events come at one and the same rate,
 * independently of each other, then of all {@code n} events each falls into the second period with probability {@code p
 * = t₂ / (t₁ + t₂)}, whatever the rate is. Two-sided: twice the smaller of the two tails, at most 1. The interval of
 * the ratio of rates comes from that of {@code p} (Clopper and Pearson 1934).
 */
final class RateRatio {

    private final Observed.Counted first;
    private final Observed.Counted second;
    private final long before;
    private final long after;
    private final double share;

    RateRatio(Observed.Counted first, Observed.Counted second) {
        this.first = first;
        this.second = second;
        this.before = first.events();
        this.after = second.events();
        this.share = second.exposure()
                .divide(first.exposure().add(second.exposure()), MathContext.DECIMAL64)
                .doubleValue();
    }

    private long all() {
        return before + after;
    }

    double pValue() {
        double smaller =
                Math.min(Chance.binomialAtLeast(after, all(), share), Chance.binomialAtMost(after, all(), share));
        return Math.min(1, 2 * smaller);
    }

    /**
     * The least probability that so many events can have: all of them in the period that is less likely to have them.
     */
    double leastPValue() {
        return Math.min(1, 2 * StrictMath.pow(Math.min(share, 1 - share), (double) all()));
    }

    Optional<Effect> effect(double level) {
        if (before == 0) {
            return Optional.empty();
        }
        double estimate = ratio(after / (double) all());
        double low = after == 0 ? 0 : ratio(shareAt(level / 2, true));
        return Optional.of(new Effect(
                Chance.shortest(estimate),
                Chance.shortest(low),
                Optional.of(Chance.shortest(ratio(shareAt(level / 2, false))))));
    }

    /** The ratio of the rates where a share of all events comes after. */
    private double ratio(double ofEvents) {
        return ofEvents / (1 - ofEvents) * ((1 - share) / share);
    }

    /** The share under which as many as observed, or more, have that probability; else as many, or fewer. */
    private double shareAt(double probability, boolean orMore) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            boolean isTooLow = orMore
                    ? Chance.binomialAtLeast(after, all(), middle) < probability
                    : Chance.binomialAtMost(after, all(), middle) > probability;
            if (isTooLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** In which way the rate changed: positive if it rose. */
    int direction() {
        return BigDecimal.valueOf(after)
                .multiply(first.exposure())
                .compareTo(BigDecimal.valueOf(before).multiply(second.exposure()));
    }
}
