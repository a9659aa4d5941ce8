package org.itsmkit.improvement.evidence;

import java.math.BigDecimal;
import org.itsmkit.improvement.measure.Metric;

/** Whether a value is on the good side of another, itself included. */
final class Bound {

    private Bound() {}

    static boolean holds(Metric metric, BigDecimal bound, BigDecimal value) {
        int more = value.compareTo(bound);
        return metric.better() == Metric.Better.HIGHER ? more >= 0 : more <= 0;
    }
}
