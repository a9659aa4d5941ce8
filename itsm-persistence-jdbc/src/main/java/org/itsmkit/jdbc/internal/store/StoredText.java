package org.itsmkit.jdbc.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.itsmkit.spi.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A text in two columns: the first million characters, and the rest, which is null for nearly every one. H2 keeps no more than
 * 1,048,576 characters in a column that is as fast as any other.
 */
final class StoredText {

    /** The most characters in the first column. */
    static final int MAX_FIRST = 1_000_000;

    private StoredText() {}

    /** Binds {@code text} to the columns at {@code index} and after it; both null for null. */
    static void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null || text.length() <= MAX_FIRST) {
            statement.setString(index, text);
            statement.setNull(index + 1, Types.VARCHAR);
        } else {
            int cut = Character.isLowSurrogate(text.charAt(MAX_FIRST)) ? MAX_FIRST - 1 : MAX_FIRST;
            statement.setString(index, text.substring(0, cut));
            statement.setString(index + 1, text.substring(cut));
        }
    }

    /** Reads what {@link #bind} wrote. */
    static String read(ResultSet row, int column) throws SQLException {
        String first = row.getString(column);
        if (first == null) {
            throw new StoreException("a text is missing");
        }
        if (first.length() < MAX_FIRST - 1) {
            return first;
        }
        String rest = row.getString(column + 1);
        return rest == null ? first : first + rest;
    }
}
