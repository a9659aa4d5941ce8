package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.itsmkit.internal.Chance;
import org.itsmkit.spi.RecordRef;

/**
 * The answer for one key, before it is known which of many are an alarm.
 *
 * @param key which one
 * @param pValue how probable so much or more is by chance alone
 * @param shown what there is to be seen of it, which is worked out for alarms alone
 */
record Tested(Key key, double pValue, Supplier<Shown> shown) {

    private static final MathContext SHORT = new MathContext(2);

    /**
     * What there is to be seen.
     *
     * @param evidence the incidents
     * @param numbers what was counted and calculated
     * @param sentence all of it in words
     */
    record Shown(List<RecordRef> evidence, Map<String, BigDecimal> numbers, String sentence) {}

    /** Those that are an alarm, all of one test. */
    static List<TrendFinding> alarms(String code, List<Tested> all, Correction correction, BigDecimal alpha) {
        double cutoff =
                correction.cutoff(all.stream().mapToDouble(Tested::pValue).toArray(), alpha);
        List<TrendFinding> alarms = new ArrayList<>();
        for (Tested tested : all) {
            if (tested.pValue <= cutoff) {
                alarms.add(alarm(code, tested, all.size(), Chance.said(cutoff)));
            }
        }
        return List.copyOf(alarms);
    }

    private static TrendFinding alarm(String code, Tested tested, int compared, BigDecimal cutoff) {
        Shown shown = tested.shown.get();
        BigDecimal p = Chance.said(tested.pValue);
        String sentence = shown.sentence + " The probability of so much or more by chance alone is " + p.round(SHORT)
                + "; of " + compared + " compared, what has at most " + cutoff.round(SHORT) + " is an alarm.";
        return new TrendFinding(code, tested.key, shown.evidence, shown.numbers, Optional.of(p), cutoff, sentence);
    }
}
