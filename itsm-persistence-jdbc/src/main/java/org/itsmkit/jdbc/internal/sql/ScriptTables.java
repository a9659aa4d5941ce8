package org.itsmkit.jdbc.internal.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables, columns and indexes that one of the kit's scripts creates, read from its text: a column stands on a line of its own.
 *
 * @param tables the columns of each table, by names in lower case
 * @param indexes the table of each index
 */
public record ScriptTables(Map<String, Map<String, Column>> tables, Map<String, String> indexes) {

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\(");
    private static final Pattern INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX IF NOT EXISTS (\\w+) ON (\\w+) .*");
    private static final Pattern COLUMN = Pattern.compile("    (\\w+) (.+),");
    private static final Pattern REMARKS = Pattern.compile(
            " NOT NULL| GENERATED ALWAYS AS [^,]*| AUTO_INCREMENT| UNIQUE| CHARACTER SET \\w+| COLLATE \"?\\w+\"?");

    /**
     * A column.
     *
     * @param type its type, without collation and the like
     * @param required whether it may not be null
     */
    public record Column(String type, boolean required) {}

    /** Reads a script that was made without a schema. */
    public static ScriptTables of(String script) {
        Map<String, Map<String, Column>> tables = new LinkedHashMap<>();
        Map<String, String> indexes = new LinkedHashMap<>();
        Map<String, Column> current = new LinkedHashMap<>();
        for (String line : script.split("\n")) {
            Matcher table = TABLE.matcher(line);
            Matcher index = INDEX.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (table.matches()) {
                current = new LinkedHashMap<>();
                tables.put(table.group(1).toLowerCase(Locale.ROOT), current);
            } else if (index.matches()) {
                indexes.put(
                        index.group(1).toLowerCase(Locale.ROOT), index.group(2).toLowerCase(Locale.ROOT));
            } else if (column.matches()) {
                String definition = column.group(2);
                boolean required = definition.contains(" NOT NULL") || definition.contains(" UNIQUE");
                current.put(
                        column.group(1), new Column(REMARKS.matcher(definition).replaceAll(""), required));
            }
        }
        return new ScriptTables(tables, indexes);
    }
}
