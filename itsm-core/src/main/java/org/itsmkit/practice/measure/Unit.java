package org.itsmkit.practice.measure;

import java.util.Locale;

/** What a figure is told in. */
public enum Unit {
    /** How long something takes: a {@link Quantity.Length}. */
    TIME(Quantity.Length.class),
    /** How many of how many: a {@link Quantity.Part}. */
    SHARE(Quantity.Part.class),
    /** How many: a {@link Quantity.Amount}. */
    NUMBER(Quantity.Amount.class),
    /** How many in seven times 24 hours: a {@link Quantity.Amount}. */
    PER_WEEK(Quantity.Amount.class),
    /** A place on a scale on which people answered: a {@link Quantity.Amount}. */
    SCORE(Quantity.Amount.class),
    /** Money of one currency, which the sentence names: a {@link Quantity.Amount}. */
    MONEY(Quantity.Amount.class);

    private final Class<? extends Quantity> type;

    Unit(Class<? extends Quantity> type) {
        this.type = type;
    }

    /** Whether {@code quantity} can be told in this. */
    public boolean fits(Quantity quantity) {
        return type.isInstance(quantity);
    }

    /** As tables name it, such as {@code per week}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
