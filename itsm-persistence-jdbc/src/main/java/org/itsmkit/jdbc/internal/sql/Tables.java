package org.itsmkit.jdbc.internal.sql;

import java.util.regex.Pattern;

/** The names of the store's tables, with schema and prefix. They are written into SQL as they are, so they are held to plain names. */
public record Tables(String schema, String prefix) {

    /** The prefix of who names none. */
    public static final String DEFAULT_PREFIX = "itsm_";

    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}|");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,23}|");

    /**
     * Checks both names.
     *
     * @param schema a plain name; empty for the connection's own
     * @param prefix a plain name of at most 24 characters, or empty
     */
    public Tables {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("a schema is a plain name: letters, digits and _");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix is a plain name of at most 24 letters, digits and _");
        }
    }

    /**
     * Returns {@code name} if it is one that can stand in SQL as it is.
     *
     * @throws IllegalArgumentException if it is not; the message names {@code what}
     */
    public static String requirePlain(String name, String what) {
        if (name.isEmpty() || !SCHEMA.matcher(name).matches()) {
            throw new IllegalArgumentException("a " + what + " is a plain name: letters, digits and _");
        }
        return name;
    }

    /** Returns the full name of the table that is called {@code name} in the scripts. */
    public String name(String name) {
        return qualifier() + prefix + name;
    }

    /** Returns what stands in front of a table's own name: the schema with its dot, or nothing. */
    public String qualifier() {
        return schema.isEmpty() ? "" : schema + ".";
    }

    public String record() {
        return name("record");
    }

    public String field() {
        return name("field");
    }

    public String text() {
        return name("text");
    }

    public String word() {
        return name("word");
    }

    public String link() {
        return name("link");
    }

    public String journal() {
        return name("journal");
    }

    public String feed() {
        return name("feed");
    }

    public String number() {
        return name("number");
    }

    public String command() {
        return name("command");
    }

    public String task() {
        return name("task");
    }
}
