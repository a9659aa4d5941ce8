package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.spi.Keys;

/**
 * What a contract says of service credits.
 *
 * @param targets the tiers of each target, by its name
 * @param combination what is given back where several are missed
 * @param exclusions causes of outages that do not count
 * @param capOfFee which share of the fee of a window is given back for it at most, above 0 and up to 1; the whole fee if empty
 * @param capPerContractYear how much money is given back at most for all windows that begin in the same year of the contract, not negative; no
 *     bound if empty
 * @param currency of the fees; it says how many digits an amount has
 * @param rounding how amounts are rounded; caps are rounded down, so that no rounding exceeds them
 * @param window over what time targets are measured
 * @param zone by whose calendar
 * @param contractStart on which date the first year of the contract begins
 */
@KitStyle
@Value.Builder
public record CreditTerms(
        Map<String, CreditSchedule> targets,
        Combination combination,
        Set<OutageCause> exclusions,
        Optional<BigDecimal> capOfFee,
        Optional<BigDecimal> capPerContractYear,
        Currency currency,
        RoundingMode rounding,
        MeasurementWindow window,
        ZoneId zone,
        LocalDate contractStart)
        implements WithCreditTerms {

    /** What is given back where several targets are missed. */
    public enum Combination {
        /** The credit of the one that gives most; of those that give the same, the first. */
        HIGHEST,
        /** All their credits. */
        SUM
    }

    public CreditTerms {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        Objects.requireNonNull(combination, "combination");
        exclusions = Set.copyOf(exclusions);
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(contractStart, "contractStart");
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no targets");
        }
        targets.keySet().forEach(name -> Keys.requireName(name, "target"));
        if (capOfFee.isPresent()
                && (capOfFee.get().signum() <= 0 || capOfFee.get().compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException(
                    "a cap is above 0 and at most the fee, not " + capOfFee.get() + " of it");
        }
        if (capPerContractYear.isPresent() && capPerContractYear.get().signum() < 0) {
            throw new IllegalArgumentException("a cap is not negative: " + capPerContractYear.get());
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("nothing is paid in " + currency);
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("amounts are rounded: " + rounding + " does not say how");
        }
    }

    /** Says what each target is worth, and how it is measured and paid. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the credit of each of these windows.
     *
     * @param windows in order, without overlaps: all of a year of the contract from its first on, for what was given back counts for its cap
     * @throws IllegalArgumentException if they are not in order, or one begins before the contract or is not within one measurement window, or says
     *     something of a target that there is not
     */
    public List<ServiceCredit> credits(List<Measured> windows) {
        return new CreditCalculation(this).of(windows);
    }

    /** Builds terms; what is not set is empty, and what must be set is named. */
    public static final class Builder extends CreditTermsBuilder {
        Builder() {}
    }
}
