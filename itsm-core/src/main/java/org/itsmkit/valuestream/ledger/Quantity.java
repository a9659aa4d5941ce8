package org.itsmkit.valuestream.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;

/**
 * How much of something: exact, in a normal form without trailing zeros, so that 1.50 and 1.5 are equal.
 *
 * @param value at most 28 digits before and 10 after the point
 * @param unit of what
 */
public record Quantity(BigDecimal value, Unit unit) {

    /** The largest amount of an entry, and the largest size of what came in. */
    public static final BigDecimal LARGEST = BigDecimal.TEN.pow(20);

    /** Of what there is so much. Ordered by what it is called, money first. */
    public sealed interface Unit extends Comparable<Unit> {

        /** What it is called: the code of a currency, or the name of a scale. */
        String name();

        @Override
        default int compareTo(Unit other) {
            int byKind = Boolean.compare(this instanceof Scale, other instanceof Scale);
            return byKind != 0 ? byKind : name().compareTo(other.name());
        }
    }

    /** Money of a currency. */
    public record Money(Currency currency) implements Unit {
        public Money {
            Objects.requireNonNull(currency, "currency");
        }

        @Override
        public String name() {
            return currency.getCurrencyCode();
        }
    }

    /** A scale that people agreed on, such as points or hours; by {@link Keys#requireName}. */
    public record Scale(String name) implements Unit {
        public Scale {
            Keys.requireName(name, "unit");
        }
    }

    public Quantity {
        value = new FieldValue.Decimal(value).value();
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * An amount such as 12.50 of a currency such as EUR.
     *
     * @throws IllegalArgumentException if either is none
     */
    public static Quantity money(String amount, String currency) {
        return new Quantity(new BigDecimal(amount), new Money(Currency.getInstance(currency)));
    }

    /**
     * So many of a scale, as 40 points.
     *
     * @throws IllegalArgumentException if that is no number, or no name
     */
    public static Quantity of(String value, String scale) {
        return new Quantity(new BigDecimal(value), new Scale(scale));
    }

    /** Whether it is money. */
    public boolean isMoney() {
        return unit instanceof Money;
    }

    /** Sums of as many as a ledger has are quantities again. */
    void requireAmount(String what) {
        if (value.signum() < 0 || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(what + " is from 0 to " + LARGEST.toPlainString() + ", not " + this);
        }
    }

    /** The normal form of a sum. */
    static BigDecimal normal(BigDecimal sum) {
        return new FieldValue.Decimal(sum).value();
    }

    /** As in 12.5 EUR. */
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.name();
    }
}
