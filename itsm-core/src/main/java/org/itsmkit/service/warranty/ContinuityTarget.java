package org.itsmkit.service.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How soon a service must be back after a disaster, and with how much of what it knew. Only a test shows it, and a test of long ago shows
 * nothing.
 *
 * @param recoveryTime the longest time until it is back (RTO): 0 to {@link #LONGEST}
 * @param recoveryPoint the longest stretch before the disaster of which everything may be lost (RPO): 0 to {@link #LONGEST}
 * @param testedWithin how old the last test may be: 0 to {@link #OLDEST}; one that is exactly so old still counts
 */
public record ContinuityTarget(Duration recoveryTime, Duration recoveryPoint, Duration testedWithin) {

    /** The longest time to be back, and the most that may be lost. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** The longest for which a test can count. */
    public static final Duration OLDEST = Duration.ofDays(3_653);

    public ContinuityTarget {
        Amounts.require(recoveryTime, LONGEST, "a recovery time");
        Amounts.require(recoveryPoint, LONGEST, "a recovery point");
        Amounts.require(testedWithin, OLDEST, "the age of a test");
    }

    /**
     * What came of the last test.
     *
     * @param at when it was made
     * @param recoveredIn how long it took until the service was back; empty if it did not come back
     * @param lost how long a stretch was lost; not negative
     */
    public record Tested(Instant at, Optional<Duration> recoveredIn, Duration lost) {
        public Tested {
            Objects.requireNonNull(at, "at");
            if (recoveredIn.map(Duration::isNegative).orElse(false) || lost.isNegative()) {
                throw new IllegalArgumentException("what a test took and lost is not negative");
            }
        }
    }

    Finding judge(Optional<Tested> fact, Instant at) {
        if (fact.isEmpty()) {
            return Finding.unknown(WarrantyFacet.CONTINUITY, "Nobody tested whether it comes back after a disaster.");
        }
        Tested test = fact.get();
        if (test.at().isAfter(at)) {
            return Finding.unknown(WarrantyFacet.CONTINUITY, "The test of " + test.at() + " is still to come.");
        }
        if (Duration.between(test.at(), at).compareTo(testedWithin) > 0) {
            return Finding.of(
                    WarrantyFacet.CONTINUITY,
                    false,
                    "The last test, of " + test.at() + ", is older than " + testedWithin.toDays() + " days.");
        }
        if (test.recoveredIn().isEmpty()) {
            return Finding.of(
                    WarrantyFacet.CONTINUITY, false, "It did not come back in the test of " + test.at() + ".");
        }
        Duration took = test.recoveredIn().get();
        return Finding.of(
                WarrantyFacet.CONTINUITY,
                took.compareTo(recoveryTime) <= 0 && test.lost().compareTo(recoveryPoint) <= 0,
                "In the test of " + test.at() + " it was back after " + took + " and had lost " + test.lost()
                        + "; wanted are at most " + recoveryTime + " and " + recoveryPoint + ".");
    }
}
