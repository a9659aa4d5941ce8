package org.itsmkit.jdbc.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement under construction: its text, and the values that are bound to its question marks. For one thread. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Param> params = new ArrayList<>();

    /** A value that is bound. */
    @FunctionalInterface
    public interface Param {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    /** A text that is only compared for equality, or is a key in ASCII. */
    public static Param of(String value) {
        return (statement, index) -> statement.setString(index, value);
    }

    /** A whole number. */
    public static Param of(long value) {
        return (statement, index) -> statement.setLong(index, value);
    }

    /** Returns that many question marks, with commas between them. */
    public static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    /** Appends text with one question mark per value. The text never holds a value itself. */
    public Sql add(String fragment, Param... values) {
        text.append(fragment);
        params.addAll(Arrays.asList(values));
        return this;
    }

    /** Appends another statement's text and values. */
    public Sql add(Sql other) {
        text.append(other.text);
        params.addAll(other.params);
        return this;
    }

    /** Returns what is to be prepared. */
    public String text() {
        return text.toString();
    }

    /** Binds all values. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < params.size(); i++) {
            params.get(i).bind(statement, i + 1);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
