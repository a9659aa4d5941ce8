package org.itsmkit.ticket;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;

/**
 * An amount of money, exact, in a normal form without trailing zeros, so that 1.50 and 1.5 are equal.
 *
 * @param amount at most 28 digits before and 10 after the point
 * @param currency of what
 */
public record Cost(BigDecimal amount, Currency currency) {

    public Cost {
        amount = new FieldValue.Decimal(amount).value();
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * An amount such as 12.50 of a currency such as EUR.
     *
     * @throws IllegalArgumentException if either is none
     */
    public static Cost of(String amount, String currency) {
        return new Cost(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Whether it can be paid: not less than nothing, in no smaller parts than the currency has. */
    boolean canBePaid() {
        return amount.signum() >= 0 && amount.scale() <= Math.max(0, currency.getDefaultFractionDigits());
    }
}
