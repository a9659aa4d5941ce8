package org.itsmkit.approval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.itsmkit.spi.PersonId;

/**
 * How much approval an authority needs. An abstention is no approval; whether it lowers what is needed, a {@link Share} says, and nothing
 * else does.
 */
public sealed interface Quorum {

    /**
     * How much approval is needed, in weight.
     *
     * @param eligible the weight of all who are eligible, not negative
     * @param abstained the weight of those of them who have abstained
     */
    long needed(long eligible, long abstained);

    /** What the vote of {@code person} weighs; 0 if it is heard but does not count. */
    default int weightOf(PersonId person) {
        return 1;
    }

    /** One approval is enough; it is rejected when all others have spoken and none has approved. */
    static Quorum any() {
        return new Count(1);
    }

    /** So many approvals, of however many are eligible. */
    static Quorum count(int needed) {
        return new Count(needed);
    }

    /** So many per cent of those eligible; an abstention counts as if it were a rejection. */
    static Quorum percent(int perCent) {
        return new Share(BigDecimal.valueOf(perCent), Abstentions.COUNT);
    }

    /** All who are eligible; one abstention is enough to reject it. */
    static Quorum unanimous() {
        return percent(100);
    }

    /** So much weight; see {@link Weighted}. */
    static Quorum weighted(Map<PersonId, Integer> weights, long threshold) {
        return new Weighted(weights, threshold);
    }

    /** No approval, but that nobody rejects. */
    static Quorum noObjection() {
        return new NoObjection();
    }

    /** What becomes of those who abstain. */
    enum Abstentions {
        /** They stay among those of whom a share is needed: an abstention helps nobody. */
        COUNT,
        /** They are taken out: the share is of those who are left. If all abstain, nothing is approved. */
        STAND_ASIDE
    }

    /**
     * So many approvals.
     *
     * @param needed 1 or more
     */
    record Count(int needed) implements Quorum {
        public Count {
            if (needed < 1) {
                throw new IllegalArgumentException("needed must be 1 or more, not " + needed);
            }
        }

        @Override
        public long needed(long eligible, long abstained) {
            return needed;
        }
    }

    /**
     * A share of those eligible, whether they vote or not: {@code approvals × 100 ≥ perCent × eligible}, exactly, and one approval in any case.
     *
     * @param perCent above 0, up to 100, with at most 10 digits after the point
     * @param abstentions whether who abstains counts among those eligible
     */
    record Share(BigDecimal perCent, Abstentions abstentions) implements Quorum {
        public Share {
            if (perCent.signum() <= 0 || perCent.compareTo(BigDecimal.valueOf(100)) > 0 || perCent.scale() > 10) {
                throw new IllegalArgumentException(
                        "perCent must be above 0, up to 100, with at most 10 digits after the point, not " + perCent);
            }
            perCent = perCent.stripTrailingZeros();
            perCent = perCent.scale() < 0 ? perCent.setScale(0, RoundingMode.UNNECESSARY) : perCent;
            Objects.requireNonNull(abstentions, "abstentions");
        }

        @Override
        public long needed(long eligible, long abstained) {
            long whole = abstentions == Abstentions.STAND_ASIDE ? eligible - abstained : eligible;
            BigDecimal exact = perCent.multiply(BigDecimal.valueOf(whole)).movePointLeft(2);
            return Math.max(1, exact.setScale(0, RoundingMode.CEILING).longValueExact());
        }
    }

    /**
     * So much weight of approvals.
     *
     * @param weights what the votes of some weigh, 0 or more, in the order of their ids; who is not named weighs 1
     * @param threshold the least weight that approves, 1 or more
     */
    record Weighted(Map<PersonId, Integer> weights, long threshold) implements Quorum {
        public Weighted {
            Map<PersonId, Integer> ordered = new TreeMap<>(Comparator.comparing(PersonId::value));
            ordered.putAll(weights);
            ordered.forEach((person, weight) -> {
                if (weight < 0) {
                    throw new IllegalArgumentException("weights must be 0 or more, not " + weight + " of " + person);
                }
            });
            weights = Collections.unmodifiableMap(ordered);
            if (threshold < 1) {
                throw new IllegalArgumentException("threshold must be 1 or more, not " + threshold);
            }
        }

        @Override
        public long needed(long eligible, long abstained) {
            return threshold;
        }

        @Override
        public int weightOf(PersonId person) {
            return weights.getOrDefault(person, 1);
        }
    }

    /** Every one of them may veto, and none need approve: it is approved when all have spoken, or their time is over. */
    record NoObjection() implements Quorum {
        @Override
        public long needed(long eligible, long abstained) {
            return 0;
        }
    }
}
