package org.itsmkit.problem.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;

/**
 * How much a problem hurts: <i>incidents × duration × users affected × cost of a user's hour</i>. The parts are kept, so that anybody can see why
 * one problem comes before another; of equal currency the greater value hurts more, compared exactly.
 *
 * @param incidents how many there were; not negative
 * @param durationEach how long one of them lasts, on average; not negative
 * @param usersEach how many users one of them affects, on average; not negative
 * @param costPerUserHour what an hour of a user costs; not negative, and as {@link FieldValue.Decimal} has it
 * @param currency of the cost
 */
public record PainValue(
        long incidents, Duration durationEach, long usersEach, BigDecimal costPerUserHour, Currency currency)
        implements Comparable<PainValue> {

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    public PainValue {
        if (incidents < 0 || usersEach < 0) {
            throw new IllegalArgumentException(
                    "nothing of it is negative: " + incidents + " incidents, " + usersEach + " users");
        }
        if (durationEach.isNegative()) {
            throw new IllegalArgumentException("a duration is not negative: " + durationEach);
        }
        if (costPerUserHour.signum() < 0) {
            throw new IllegalArgumentException("a cost is not negative: " + costPerUserHour);
        }
        costPerUserHour = new FieldValue.Decimal(costPerUserHour).value();
        Objects.requireNonNull(currency, "currency");
    }

    /** The value, rounded half up to the digits of the currency; of any size. */
    public BigDecimal value() {
        return inSeconds()
                .multiply(costPerUserHour)
                .divide(SECONDS_OF_AN_HOUR, Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    /** The hours that users lost, rounded half up to two digits. */
    public BigDecimal userHours() {
        return inSeconds().divide(SECONDS_OF_AN_HOUR, 2, RoundingMode.HALF_UP);
    }

    /** Seconds that users lost, exactly. */
    private BigDecimal inSeconds() {
        return BigDecimal.valueOf(durationEach.getSeconds())
                .add(BigDecimal.valueOf(durationEach.getNano(), 9))
                .multiply(BigDecimal.valueOf(incidents))
                .multiply(BigDecimal.valueOf(usersEach));
    }

    /** How the value comes about, in words. */
    public String explanation() {
        return incidents + " incidents × " + durationEach + " × " + usersEach + " users × "
                + costPerUserHour.toPlainString() + " " + currency + " per user and hour = "
                + value().toPlainString() + " " + currency;
    }

    /**
     * By how much they hurt, the least first; not consistent with equals: different parts may make the same value.
     *
     * @throws IllegalArgumentException if {@code other} is in another currency
     */
    @Override
    public int compareTo(PainValue other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are not compared");
        }
        return inSeconds().multiply(costPerUserHour).compareTo(other.inSeconds().multiply(other.costPerUserHour));
    }
}
