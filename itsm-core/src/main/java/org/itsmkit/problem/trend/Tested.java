package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;

/** The answer for one key, before it is known which of many are an alarm. */
final class Tested {

    private static final MathContext SHORT = new MathContext(2);

    private final Key key;
    private final double pValue;
    private final List<RecordRef> evidence;
    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    private final String sentence;

    Tested(Key key, double pValue, List<RecordRef> evidence, String sentence) {
        this.key = key;
        this.pValue = pValue;
        this.evidence = evidence;
        this.sentence = sentence;
    }

    Tested with(String name, BigDecimal number) {
        numbers.put(name, number);
        return this;
    }

    /** Those that are an alarm, all of one test. */
    static List<TrendFinding> alarms(String code, List<Tested> all, Correction correction, BigDecimal alpha) {
        double cutoff = correction.cutoff(all.stream().mapToDouble(tested -> tested.pValue).toArray(), alpha);
        List<TrendFinding> alarms = new ArrayList<>();
        for (Tested tested : all) {
            if (tested.pValue <= cutoff) {
                BigDecimal p = Chance.said(tested.pValue);
                alarms.add(new TrendFinding(
                        code,
                        tested.key,
                        tested.evidence,
                        tested.numbers,
                        Optional.of(p),
                        Chance.said(cutoff),
                        tested.sentence + " The probability of so much or more by chance alone is "
                                + p.round(SHORT) + "; of " + all.size()
                                + " compared, what has at most " + Chance.said(cutoff).round(SHORT)
                                + " is an alarm."));
            }
        }
        return List.copyOf(alarms);
    }
}
