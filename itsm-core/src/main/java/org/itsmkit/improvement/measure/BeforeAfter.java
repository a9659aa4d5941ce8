package org.itsmkit.improvement.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.internal.Chance;

/**
 * Whether something became better between two measurements, told apart from chance, in either way: both tests are
 * two-sided, so that what became worse is said as loudly as what became better. If nothing changed and the assumptions
 * of this package hold, {@link Verdict#IMPROVED} and {@link Verdict#WORSE} together are said no more often than the
 * level says. The same numbers always give the same answer.
 *
 * <p>Series are compared by the rank-sum test (Wilcoxon 1945; Mann and Whitney 1947), counted over every choice of ranks
 * up to a hundred values in all, ties as they are, and beyond by the normal distribution with correction for ties and
 * continuity: nothing is assumed of how values are distributed, and a few that are far out do no harm. The shift is that
 * of Hodges and Lehmann (1963). Counts are compared by the conditional binomial test (Przyborowski and Wilenski 1940):
 * twice the smaller tail, at most 1; the interval of the ratio of rates is that of Clopper and Pearson (1934).
 *
 * @param verdict what is to be said
 * @param pValue how probable a difference at least as great is if nothing changed, to twelve digits; empty if nothing
 *     could be tested
 * @param effect by how much it changed; empty if too little was observed to say
 * @param reason why, in a sentence
 */
public record BeforeAfter(Verdict verdict, Optional<BigDecimal> pValue, Optional<Effect> effect, String reason) {

    /** How often chance alone may be taken for a change, unless it is said otherwise: one time in twenty. */
    public static final BigDecimal LEVEL = new BigDecimal("0.05");

    public BeforeAfter {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(pValue, "pValue");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Compares two measurements of one metric, at {@link #LEVEL}. Of what was summed up elsewhere nothing can be
     * tested: that is {@link Verdict#TOO_FEW}.
     *
     * @throws IllegalArgumentException if they are of different metrics or not observed in the same way, or the later
     *     one begins before the earlier one ends
     */
    public static BeforeAfter of(Measurement before, Measurement after) {
        if (!before.metric().equals(after.metric())) {
            throw new IllegalArgumentException(before.metric() + " is not " + after.metric());
        }
        if (after.fromInclusive().isBefore(before.toExclusive())) {
            throw new IllegalArgumentException("what is after begins before what is before has ended");
        }
        Metric.Better better = before.metric().better();
        if (before.observed() instanceof Observed.Series first && after.observed() instanceof Observed.Series second) {
            return of(first, second, better, LEVEL);
        }
        if (before.observed() instanceof Observed.Counted first
                && after.observed() instanceof Observed.Counted second) {
            return of(first, second, better, LEVEL);
        }
        if (before.observed() instanceof Observed.Summary || after.observed() instanceof Observed.Summary) {
            return untested("Of one measurement only a summary was kept: there is nothing to be tested.");
        }
        throw new IllegalArgumentException("values of cases cannot be compared with a count");
    }

    /** Compares what each case took before and after, at {@link #LEVEL}. */
    public static BeforeAfter of(Observed.Series before, Observed.Series after, Metric.Better better) {
        return of(before, after, better, LEVEL);
    }

    /**
     * Compares what each case took before and after.
     *
     * @param level how often chance alone may be taken for a change, above 0 and below 1
     */
    public static BeforeAfter of(
            Observed.Series before, Observed.Series after, Metric.Better better, BigDecimal level) {
        double alpha = checked(level);
        String sizes = before.size() + " before and " + after.size() + " after";
        BigDecimal least = Chance.shortest(
                RankSum.leastPValue(before.values().size(), after.values().size()));
        if (least.compareTo(level) > 0) {
            return untested("With " + sizes + " even the clearest difference has p = " + shown(least) + ", above "
                    + level.toPlainString() + ".");
        }
        RankSum ranks = RankSum.of(before.values(), after.values());
        BigDecimal pValue = Chance.shortest(ranks.pValue());
        Optional<Effect> effect = Shift.of(before.values(), after.values(), alpha);
        String by = effect.map(shift -> ", shifted by " + shift).orElse("");
        return judged(pValue, level, better.sign(ranks.direction()), effect, "rank sums of " + sizes + by);
    }

    /** Compares how often something happened before and after, at {@link #LEVEL}. */
    public static BeforeAfter of(Observed.Counted before, Observed.Counted after, Metric.Better better) {
        return of(before, after, better, LEVEL);
    }

    /**
     * Compares how often something happened before and after. Events must come one by one: of what comes in clusters,
     * count the clusters.
     *
     * @param level how often chance alone may be taken for a change, above 0 and below 1
     */
    public static BeforeAfter of(
            Observed.Counted before, Observed.Counted after, Metric.Better better, BigDecimal level) {
        double alpha = checked(level);
        RateRatio rates = new RateRatio(before, after);
        String counts = said(before) + " before and " + said(after) + " after";
        BigDecimal least = Chance.shortest(rates.leastPValue());
        if (least.compareTo(level) > 0) {
            return untested("With " + counts + " even the clearest difference has p = " + shown(least) + ", above "
                    + level.toPlainString() + ".");
        }
        Optional<Effect> effect = rates.effect(alpha);
        String by = effect.map(ratio -> ", the rate times " + rounded(ratio)).orElse("");
        return judged(Chance.shortest(rates.pValue()), level, better.sign(rates.direction()), effect, counts + by);
    }

    private static double checked(BigDecimal level) {
        if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a level is above 0 and below 1, not " + level);
        }
        return level.doubleValue();
    }

    private static BeforeAfter judged(
            BigDecimal pValue, BigDecimal level, int better, Optional<Effect> effect, String how) {
        boolean isShown = pValue.compareTo(level) <= 0;
        Verdict verdict = !isShown ? Verdict.NOT_SHOWN : better > 0 ? Verdict.IMPROVED : Verdict.WORSE;
        String what = switch (verdict) {
            case IMPROVED -> "It became better";
            case WORSE -> "It became worse";
            default -> "Chance alone makes such a difference";
        };
        return new BeforeAfter(
                verdict,
                Optional.of(pValue),
                effect,
                what + ": p = " + shown(pValue) + (isShown ? ", at most " : ", above ") + level.toPlainString() + " ("
                        + how + ").");
    }

    private static BeforeAfter untested(String reason) {
        return new BeforeAfter(Verdict.TOO_FEW, Optional.empty(), Optional.empty(), reason);
    }

    private static String said(Observed.Counted counted) {
        return counted.events() + " in " + counted.exposure().toPlainString();
    }

    private static Effect rounded(Effect effect) {
        return new Effect(
                three(effect.estimate()), three(effect.from()), effect.to().map(BeforeAfter::three));
    }

    private static BigDecimal three(BigDecimal number) {
        return number.round(new MathContext(3));
    }

    private static String shown(BigDecimal pValue) {
        return pValue.compareTo(new BigDecimal("0.0001")) < 0
                ? "less than 0.0001"
                : pValue.round(new MathContext(3)).toPlainString();
    }
}
