package org.itsmkit.spi.query;

import java.util.Comparator;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Texts;

/**
 * The order of values of one type, the same in every store: texts by code point, no before yes, pointers as the text
 * {@code kind/id}, the rest as one expects.
 *
 * <p>Consistent with {@code equals}. Values of different types, and lists, are refused with an {@link
 * IllegalArgumentException}.
 */
public final class FieldOrder {

    /** Smallest first. */
    public static final Comparator<FieldValue> ASCENDING = FieldOrder::compare;

    private FieldOrder() {}

    /** Negative if {@code left} comes before {@code right}, zero if they are equal, else positive. */
    public static int compare(FieldValue left, FieldValue right) {
        if (left instanceof FieldValue.Text a && right instanceof FieldValue.Text b) {
            return Texts.compareByCodePoint(a.value(), b.value());
        }
        if (left instanceof FieldValue.Decimal a && right instanceof FieldValue.Decimal b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof FieldValue.Flag a && right instanceof FieldValue.Flag b) {
            return Boolean.compare(a.value(), b.value());
        }
        if (left instanceof FieldValue.Moment a && right instanceof FieldValue.Moment b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof FieldValue.Date a && right instanceof FieldValue.Date b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof FieldValue.Ref a && right instanceof FieldValue.Ref b) {
            return a.value().toString().compareTo(b.value().toString());
        }
        throw new IllegalArgumentException("no order between " + left.getClass().getSimpleName() + " and "
                + right.getClass().getSimpleName());
    }
}
