package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * What is given back for a measurement window, and why.
 *
 * @param measured what it follows from, with the outages that were left out
 * @param contractYear in which year of the contract the window begins, 0 for the first
 * @param lines what is said of each target, in the order of the terms
 * @param uncapped what would be given back without caps, exactly and not rounded
 * @param caps those that took something, in the order in which they did
 * @param amount what is given back, with the digits of the currency
 * @param currency of {@code amount}
 */
public record ServiceCredit(
        Measured measured,
        int contractYear,
        List<Line> lines,
        BigDecimal uncapped,
        List<Capped> caps,
        BigDecimal amount,
        Currency currency) {

    public ServiceCredit {
        lines = List.copyOf(lines);
        caps = List.copyOf(caps);
    }

    /**
     * What is said of a target.
     *
     * @param target its name
     * @param achieved what was, if it was measured
     * @param tier the one that this is in; none if the target is met or was not measured
     * @param counts whether its credit is in the amount; not, where another target was missed by more and only that counts
     */
    public record Line(String target, Optional<Ratio> achieved, Optional<CreditTier> tier, boolean counts) {}

    /** What a cap is of. */
    public enum Cap {
        /** Of the fee of the window. */
        FEE,
        /** Of all that is given back in a year of the contract. */
        CONTRACT_YEAR
    }

    /**
     * A cap that took something.
     *
     * @param cap of what it is
     * @param before what would have been given back without it
     * @param after what it left, 0 or more
     */
    public record Capped(Cap cap, BigDecimal before, BigDecimal after) {}
}
