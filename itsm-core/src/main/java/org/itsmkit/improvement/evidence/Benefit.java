package org.itsmkit.improvement.evidence;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;

/**
 * What an improvement brings, each month.
 *
 * @param amount how much money, or a score where nobody can say that in money; exact, at most 28 digits before and 10
 *     after the point; negative if it costs more than it brings
 * @param currency of the money; empty for a score
 */
public record Benefit(BigDecimal amount, Optional<Currency> currency) {

    public Benefit {
        amount = new FieldValue.Decimal(amount).value();
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * Money each month, such as 1200 of EUR.
     *
     * @throws IllegalArgumentException if either is none
     */
    public static Benefit money(String amount, String currency) {
        return new Benefit(new BigDecimal(amount), Optional.of(Currency.getInstance(currency)));
    }

    /** A score. */
    public static Benefit score(String amount) {
        return new Benefit(new BigDecimal(amount), Optional.empty());
    }

    /** Whether both are of one currency, or both are scores: else neither is more than the other. */
    public boolean isComparableTo(Benefit other) {
        return currency.equals(other.currency);
    }
}
