package org.itsmkit.jdbc.internal.store;

import java.util.Comparator;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Texts;

/** The order of values of one type: texts and references by code point, all others by size, no before yes. */
enum FieldOrder implements Comparator<FieldValue> {
    INSTANCE;

    @Override
    public int compare(FieldValue left, FieldValue right) {
        if (left instanceof FieldValue.Text || left instanceof FieldValue.Ref) {
            return Texts.compareByCodePoint(Column.text(left), Column.text(right));
        }
        return Column.number(left).compareTo(Column.number(right));
    }
}
