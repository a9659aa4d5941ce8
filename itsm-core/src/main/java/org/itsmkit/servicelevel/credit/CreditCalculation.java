package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.credit.CreditTerms.Combination;
import org.itsmkit.servicelevel.credit.ServiceCredit.Cap;
import org.itsmkit.servicelevel.credit.ServiceCredit.Capped;
import org.itsmkit.servicelevel.credit.ServiceCredit.Line;

/** Goes through windows in their order, and remembers what was given back in each year of the contract. */
final class CreditCalculation {

    private final CreditTerms terms;
    private final int digits;
    private final Map<Integer, BigDecimal> givenByYear = new HashMap<>();

    CreditCalculation(CreditTerms terms) {
        this.terms = terms;
        this.digits = terms.currency().getDefaultFractionDigits();
    }

    List<ServiceCredit> of(List<Measured> windows) {
        List<ServiceCredit> credits = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Measured measured : windows) {
            if (measured.window().fromInclusive().isBefore(before)) {
                throw new IllegalArgumentException("not in order: " + measured.window());
            }
            before = measured.window().toExclusive();
            credits.add(credit(measured));
        }
        return List.copyOf(credits);
    }

    private ServiceCredit credit(Measured measured) {
        int year = contractYear(measured.window());
        List<Line> lines = lines(measured);
        BigDecimal uncapped = BigDecimal.ZERO;
        for (Line line : lines) {
            if (line.counts() && line.tier().isPresent()) {
                uncapped =
                        uncapped.add(measured.fee().multiply(line.tier().get().credit()));
            }
        }
        List<Capped> caps = new ArrayList<>();
        BigDecimal amount = uncapped.setScale(digits, terms.rounding());
        amount = capped(amount, measured.fee().multiply(terms.capOfFee().orElse(BigDecimal.ONE)), Cap.FEE, caps);
        if (terms.capPerContractYear().isPresent()) {
            BigDecimal given = givenByYear.getOrDefault(year, BigDecimal.ZERO);
            amount = capped(amount, terms.capPerContractYear().get().subtract(given), Cap.CONTRACT_YEAR, caps);
        }
        givenByYear.merge(year, amount, BigDecimal::add);
        return new ServiceCredit(measured, year, lines, uncapped, caps, amount, terms.currency());
    }

    private BigDecimal capped(BigDecimal amount, BigDecimal limit, Cap cap, List<Capped> caps) {
        BigDecimal most = limit.setScale(digits, RoundingMode.DOWN);
        if (amount.compareTo(most) <= 0) {
            return amount;
        }
        caps.add(new Capped(cap, amount, most));
        return most;
    }

    private int contractYear(Window window) {
        LocalDate begins = window.fromInclusive().atZone(terms.zone()).toLocalDate();
        if (begins.isBefore(terms.contractStart())) {
            throw new IllegalArgumentException("before the contract begins: " + window);
        }
        Window whole = terms.window().containing(window.fromInclusive(), terms.zone());
        if (window.toExclusive().isAfter(whole.toExclusive())) {
            throw new IllegalArgumentException(
                    "not within one " + terms.window() + " in " + terms.zone() + ": " + window);
        }
        return Math.toIntExact(ChronoUnit.YEARS.between(terms.contractStart(), begins));
    }

    private List<Line> lines(Measured measured) {
        for (String target : measured.achieved().keySet()) {
            if (!terms.targets().containsKey(target)) {
                throw new IllegalArgumentException("not a target: " + target);
            }
        }
        Optional<String> highest = highest(measured);
        List<Line> lines = new ArrayList<>();
        terms.targets().forEach((target, schedule) -> {
            Optional<Ratio> achieved = Optional.ofNullable(measured.achieved().get(target));
            Optional<CreditTier> tier = achieved.flatMap(schedule::tierOf);
            boolean counts = terms.combination() == Combination.SUM || highest.equals(Optional.of(target));
            lines.add(new Line(target, achieved, tier, tier.isPresent() && counts));
        });
        return lines;
    }

    private Optional<String> highest(Measured measured) {
        Optional<String> highest = Optional.empty();
        BigDecimal most = BigDecimal.ZERO;
        for (String target : terms.targets().keySet()) {
            BigDecimal credit = credit(measured, target);
            if (credit.compareTo(most) > 0) {
                most = credit;
                highest = Optional.of(target);
            }
        }
        return highest;
    }

    private BigDecimal credit(Measured measured, String target) {
        return Optional.ofNullable(measured.achieved().get(target))
                .flatMap(achieved ->
                        Optional.ofNullable(terms.targets().get(target)).flatMap(schedule -> schedule.tierOf(achieved)))
                .map(CreditTier::credit)
                .orElse(BigDecimal.ZERO);
    }
}
