package org.itsmkit.service.warranty;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How much of the agreed time a service must be usable.
 *
 * @param share the least share of the agreed time, 0 to 1, both inclusive; 0.995 for 99.5 per cent
 */
public record AvailabilityTarget(BigDecimal share) {

    /** The longest agreed time of which anything is told: about 100 years. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    public AvailabilityTarget {
        share = Amounts.requireShare(share, "an availability");
    }

    /**
     * How long a service was down.
     *
     * @param agreed for how long it was agreed to be usable; positive, at most {@link AvailabilityTarget#LONGEST}
     * @param down for how much of that it was not; 0 to {@code agreed}
     */
    public record Measured(Duration agreed, Duration down) {
        public Measured {
            Amounts.require(agreed, LONGEST, "the agreed time");
            Amounts.require(down, LONGEST, "downtime");
            if (agreed.isZero() || down.compareTo(agreed) > 0) {
                throw new IllegalArgumentException(
                        "downtime is at most the agreed time, which is positive: " + down + " of " + agreed);
            }
        }

        /** For how long it was usable. */
        public Duration up() {
            return agreed.minus(down);
        }

        /** Whether {@code up / agreed ≥ share}, exactly: nothing is rounded. */
        boolean isAtLeast(BigDecimal share) {
            return Amounts.seconds(up()).compareTo(share.multiply(Amounts.seconds(agreed))) >= 0;
        }
    }

    Finding judge(Optional<Measured> fact) {
        return fact.map(measured -> Finding.of(
                        WarrantyFacet.AVAILABILITY,
                        measured.isAtLeast(share),
                        "It was available for "
                                + Amounts.perCent(Amounts.seconds(measured.up()), Amounts.seconds(measured.agreed()))
                                + " of the agreed time; at least " + Amounts.perCent(share) + " are wanted."))
                .orElseGet(() -> Finding.unknown(
                        WarrantyFacet.AVAILABILITY,
                        "Nobody measured how available it was; at least " + Amounts.perCent(share) + " are wanted."));
    }
}
