package org.itsmkit.service.warranty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How much room there must be, and for how long.
 *
 * @param headroom the least share of the capacity that is free, 0 to 1, both inclusive
 * @param ahead for how long it must last at the growth there is: 0 to {@link #FURTHEST}; 0 if that does not matter
 */
public record CapacityTarget(BigDecimal headroom, Duration ahead) {

    /** How far one looks ahead at most: about 100 years. */
    public static final Duration FURTHEST = Duration.ofDays(36_525);

    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    public CapacityTarget {
        headroom = Amounts.requireShare(headroom, "headroom");
        Amounts.require(ahead, FURTHEST, "how far one looks ahead");
    }

    /**
     * How much is used of what there is, in any unit that is the same for all three.
     *
     * @param used how much is used; not negative, and more than {@code capacity} where it is overbooked
     * @param capacity how much there is; positive
     * @param growthPerDay by how much {@code used} grows each day of 24 hours; negative if it shrinks
     */
    public record Measured(BigDecimal used, BigDecimal capacity, BigDecimal growthPerDay) {
        public Measured {
            used = Amounts.require(used, "what is used");
            capacity = Amounts.require(capacity, "capacity");
            growthPerDay = Amounts.require(growthPerDay, "growth");
            if (used.signum() < 0 || capacity.signum() <= 0) {
                throw new IllegalArgumentException(
                        "capacity is positive, and what is used of it not negative: " + used + " of " + capacity);
            }
        }

        /** What is free; negative where it is overbooked. */
        public BigDecimal free() {
            return capacity.subtract(used);
        }

        /** Whether {@code free / capacity ≥ headroom}, exactly. */
        boolean leaves(BigDecimal headroom) {
            return free().compareTo(headroom.multiply(capacity)) >= 0;
        }

        /** Whether what is free lasts for {@code ahead} at this growth, exactly: {@code free ≥ growth × days}. */
        boolean lasts(Duration ahead) {
            return free().multiply(SECONDS_OF_A_DAY)
                            .compareTo(growthPerDay.max(BigDecimal.ZERO).multiply(Amounts.seconds(ahead)))
                    >= 0;
        }

        /**
         * How long it is until nothing is free, if use goes on to grow by as much each day: {@code free / growth} days, rounded down to the
         * second. Zero if nothing is free already; empty if it does not grow, or lasts for more than {@link CapacityTarget#FURTHEST}.
         */
        public Optional<Duration> exhaustedIn() {
            if (free().signum() <= 0) {
                return Optional.of(Duration.ZERO);
            }
            if (growthPerDay.signum() <= 0) {
                return Optional.empty();
            }
            BigDecimal seconds = free().multiply(SECONDS_OF_A_DAY).divide(growthPerDay, 0, RoundingMode.DOWN);
            return seconds.compareTo(BigDecimal.valueOf(FURTHEST.toSeconds())) > 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(seconds.longValueExact()));
        }
    }

    Finding judge(Optional<Measured> fact) {
        return fact.map(measured -> Finding.of(
                        WarrantyFacet.CAPACITY,
                        measured.leaves(headroom) && measured.lasts(ahead),
                        "Free is " + Amounts.perCent(measured.free(), measured.capacity()) + " of the capacity, which "
                                + lasts(measured) + "; wanted are " + Amounts.perCent(headroom) + " and "
                                + ahead.toDays() + " days."))
                .orElseGet(() ->
                        Finding.unknown(WarrantyFacet.CAPACITY, "Nobody measured how much is used of what there is."));
    }

    private static String lasts(Measured measured) {
        return measured.exhaustedIn()
                .map(left -> "lasts for " + left.toDays() + " days")
                .orElse("lasts for as long as one can see");
    }
}
