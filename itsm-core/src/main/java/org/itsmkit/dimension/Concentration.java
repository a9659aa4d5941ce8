package org.itsmkit.dimension;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.itsmkit.kernel.OrganisationId;

/**
 * How much hangs on how few suppliers. With the weights {@code w₁, …, wₙ} of the suppliers and their sum {@code W}, the Herfindahl–Hirschman
 * index is {@code Σ (100 · wᵢ / W)²}: 10,000 if all hangs on one, {@code 10,000 / n} if it is spread evenly on {@code n}.
 *
 * <p>It goes back to A. O. Hirschman (1945) and O. C. Herfindahl (1950). The merger guidelines of the United States Department of Justice
 * and Federal Trade Commission of 2023 call a market highly concentrated above 1,800, and moderately so from 1,000; we borrow these bounds
 * for suppliers, for want of better ones.
 *
 * @param suppliers those that have a weight, the heaviest first, and of equal ones that of the lower id
 * @param total the sum {@code W} of all weights; positive
 */
public record Concentration(List<Weighed> suppliers, BigDecimal total) {

    /** From this index on suppliers are moderately concentrated. */
    public static final BigDecimal MODERATE_FROM = BigDecimal.valueOf(1_000);

    /** Above this index they are highly concentrated. */
    public static final BigDecimal HIGH_ABOVE = BigDecimal.valueOf(1_800);

    private static final int DIGITS = 2;
    private static final BigDecimal ALL = BigDecimal.valueOf(10_000);

    /** In which class an index is. */
    public enum Level {
        /** Below {@link #MODERATE_FROM}. */
        LOW,
        /** From there up to {@link #HIGH_ABOVE}, inclusive. */
        MODERATE,
        /** Above that. */
        HIGH
    }

    /**
     * How much of it is one supplier's.
     *
     * @param supplier whose
     * @param weight how many aspects, or how much money; positive
     */
    public record Weighed(OrganisationId supplier, BigDecimal weight) {}

    public Concentration {
        suppliers = List.copyOf(suppliers);
        if (suppliers.isEmpty() || total.signum() <= 0) {
            throw new IllegalArgumentException("nothing is supplied");
        }
    }

    /** By how many aspects each supplies; empty if none is supplied from outside. */
    public static Optional<Concentration> byAspects(Collection<Aspect> aspects) {
        return by(aspects, aspect -> BigDecimal.ONE);
    }

    /** By what is paid for what each supplies, where that is known; empty if nothing is known to be paid. */
    public static Optional<Concentration> bySpend(Collection<Aspect> aspects) {
        return by(aspects, aspect -> aspect.spend().orElse(BigDecimal.ZERO));
    }

    private static Optional<Concentration> by(Collection<Aspect> aspects, Function<Aspect, BigDecimal> weight) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (Aspect aspect : aspects) {
            aspect.supplier()
                    .ifPresent(supplier -> weights.merge(supplier.value(), weight.apply(aspect), BigDecimal::add));
        }
        List<Weighed> weighed = new ArrayList<>();
        weights.forEach((supplier, sum) -> {
            if (sum.signum() > 0) {
                weighed.add(new Weighed(OrganisationId.of(supplier), sum));
            }
        });
        weighed.sort(Comparator.comparing(Weighed::weight).reversed());
        BigDecimal total = weighed.stream().map(Weighed::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return weighed.isEmpty() ? Optional.empty() : Optional.of(new Concentration(weighed, total));
    }

    /** The index as above, above 0 to 10,000, with two digits, rounded down. */
    public BigDecimal index() {
        return squares().multiply(ALL).divide(total.multiply(total), DIGITS, RoundingMode.DOWN);
    }

    private BigDecimal squares() {
        return suppliers.stream()
                .map(one -> one.weight().multiply(one.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In which class the index is, exactly and not as it is shown. */
    public Level level() {
        BigDecimal scaled = squares().multiply(ALL);
        BigDecimal square = total.multiply(total);
        if (scaled.compareTo(HIGH_ABOVE.multiply(square)) > 0) {
            return Level.HIGH;
        }
        return scaled.compareTo(MODERATE_FROM.multiply(square)) >= 0 ? Level.MODERATE : Level.LOW;
    }

    /** What share a supplier has, in per cent with one digit, rounded down. */
    public BigDecimal perCent(OrganisationId supplier) {
        return suppliers.stream()
                .filter(one -> one.supplier().equals(supplier))
                .map(one -> one.weight().movePointRight(2).divide(total, 1, RoundingMode.DOWN))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
