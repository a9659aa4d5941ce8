package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import org.itsmkit.spi.FieldValue;

/**
 * What each week costs in which something is not there yet: money, or points if nobody knows the money; all of one list
 * in the same. None is negative, each has at most 28 digits before and 10 after the point.
 *
 * @param value what users and the business would have of it each week
 * @param timeCriticality what is lost each week besides, because others do not wait: customers, fixed dates, a window
 *     that closes
 * @param riskAndOpportunity what a risk costs each week that it would remove, or an opportunity would bring that it
 *     opens
 */
public record CostOfDelay(BigDecimal value, BigDecimal timeCriticality, BigDecimal riskAndOpportunity) {

    public CostOfDelay {
        value = checked(value, "value");
        timeCriticality = checked(timeCriticality, "timeCriticality");
        riskAndOpportunity = checked(riskAndOpportunity, "riskAndOpportunity");
    }

    private static BigDecimal checked(BigDecimal number, String name) {
        BigDecimal normal = new FieldValue.Decimal(number).value();
        if (normal.signum() < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + number);
        }
        return normal;
    }

    /** What is said in whole numbers. */
    public static CostOfDelay of(long value, long timeCriticality, long riskAndOpportunity) {
        return new CostOfDelay(
                BigDecimal.valueOf(value), BigDecimal.valueOf(timeCriticality), BigDecimal.valueOf(riskAndOpportunity));
    }

    /** All of it, each week. */
    public BigDecimal perWeek() {
        return value.add(timeCriticality).add(riskAndOpportunity);
    }
}
