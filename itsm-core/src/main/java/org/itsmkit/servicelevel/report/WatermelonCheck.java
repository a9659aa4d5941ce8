package org.itsmkit.servicelevel.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for watermelons: green outside, red inside. The promises are kept, and those to whom they were made are not satisfied; so
 * something else was promised than what they need: the watermelon effect of ITIL 4's service level management.
 *
 * @param compliance from which share of kept promises on it is green outside, 0 to 1
 * @param satisfaction below which mean it is red inside, on {@code scale}
 * @param scale on which people answered
 * @param leastAnswers of how few answers nothing is said; positive
 */
public record WatermelonCheck(
        BigDecimal compliance, BigDecimal satisfaction, Satisfaction.Scale scale, long leastAnswers) {

    /** How something looks. */
    public enum Colour {
        GREEN,
        RED,
        /** Nothing is decided, or too few answered. */
        UNKNOWN
    }

    /**
     * How one group looks, and by which figures.
     *
     * @param group which
     * @param outside by its compliance
     * @param inside by its satisfaction
     */
    public record Finding(
            Labels group, Colour outside, Colour inside, Compliance compliance, Satisfaction satisfaction) {

        /** Whether it is green outside and red inside. */
        public boolean isWatermelon() {
            return outside == Colour.GREEN && inside == Colour.RED;
        }
    }

    public WatermelonCheck {
        if (compliance.signum() < 0 || compliance.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + compliance);
        }
        scale.require(satisfaction);
        if (leastAnswers < 1) {
            throw new IllegalArgumentException("nothing is said of less than one answer, not of " + leastAnswers);
        }
    }

    /**
     * How every group looks, in the order of compliance, and after that those of which there are answers only. Both are by the same labels.
     *
     * @throws IllegalArgumentException if satisfaction is on another scale
     */
    public List<Finding> findings(Grouped<Compliance> kept, Grouped<Satisfaction> satisfied) {
        Set<Labels> groups = new LinkedHashSet<>(kept.groups().keySet());
        groups.addAll(satisfied.groups().keySet());
        List<Finding> findings = new ArrayList<>();
        for (Labels group : groups) {
            findings.add(finding(
                    group,
                    kept.of(group).orElse(Compliance.NONE),
                    satisfied.of(group).orElse(new Satisfaction(scale, 0, BigDecimal.ZERO))));
        }
        return List.copyOf(findings);
    }

    private Finding finding(Labels group, Compliance kept, Satisfaction satisfied) {
        if (!satisfied.scale().equals(scale)) {
            throw new IllegalArgumentException("satisfaction is on another scale: " + satisfied.scale());
        }
        Colour outside = kept.meets(compliance)
                .map(isMet -> isMet ? Colour.GREEN : Colour.RED)
                .orElse(Colour.UNKNOWN);
        Colour inside = satisfied
                .isBelow(satisfaction)
                .filter(isBelow -> satisfied.answers() >= leastAnswers)
                .map(isBelow -> isBelow ? Colour.RED : Colour.GREEN)
                .orElse(Colour.UNKNOWN);
        return new Finding(group, outside, inside, kept, satisfied);
    }
}
