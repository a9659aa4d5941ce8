package org.itsmkit.improvement.metric;

import java.math.BigDecimal;

/** How a critical success factor is doing, from what is below it. */
public sealed interface RollUp {

    /**
     * It is as the worst of them. One that is red makes it red, whatever nobody knows of the others; else one of which
     * nobody knows makes it unknown.
     */
    record Worst() implements RollUp {}

    /**
     * By their weights, which are 1 together: green counts whole, amber half, red not at all. Of what is unknown the
     * best and the worst is supposed; where these come to the same, that is what it is, else it is unknown.
     *
     * @param green from which sum on it is green, itself in it; at most 1
     * @param amber from which sum on it is amber, itself in it; above 0, not above {@code green}
     */
    record Weighted(BigDecimal green, BigDecimal amber) implements RollUp {
        public Weighted {
            if (amber.signum() <= 0 || amber.compareTo(green) > 0 || green.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "it must be 0 < amber ≤ green ≤ 1, not amber " + amber + " and green " + green);
            }
        }
    }

    /** As the worst. */
    static RollUp worst() {
        return new Worst();
    }

    /** By weights: green from 0.8 on, amber from 0.5 on. */
    static RollUp weighted() {
        return new Weighted(new BigDecimal("0.8"), new BigDecimal("0.5"));
    }
}
