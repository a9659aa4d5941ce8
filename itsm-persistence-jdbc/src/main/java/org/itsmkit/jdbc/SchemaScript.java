package org.itsmkit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.itsmkit.jdbc.internal.sql.Tables;

/**
 * The DDL of the store's tables, for those who run it themselves. The same text stands in this jar under {@code
 * itsm-kit/<dialect>/V1__itsm_kit.sql}, with the placeholders <code>${schema}</code> (the schema's name with its dot, or nothing) and
 * <code>${prefix}</code>, as Flyway replaces them.
 */
public final class SchemaScript {

    private SchemaScript() {}

    /**
     * Returns the statements, each ended by a semicolon at the end of a line. They create what is not there and change nothing that is.
     *
     * @param schema a plain name, which is created too; empty for the connection's own
     * @param prefix a plain name, or empty
     */
    public static String of(Dialect dialect, String schema, String prefix) {
        Tables tables = new Tables(schema, prefix);
        String script =
                resource(dialect).replace("${schema}", tables.qualifier()).replace("${prefix}", prefix);
        return schema.isEmpty() ? script : "CREATE SCHEMA IF NOT EXISTS " + schema + ";\n\n" + script;
    }

    /**
     * Returns the statements of a second wall between tenants, on PostgreSQL: with them, one role sees rows of the one tenant whom its
     * session has named as {@code itsm.tenant}, whatever a statement says. To be run once, after the tables are there. The same text stands
     * in this jar under {@code itsm-kit/postgresql/optional/row_level_security.sql}.
     *
     * @param schema a plain name; empty for the connection's own
     * @param prefix a plain name, or empty
     * @param role a plain name: the role in which users' requests reach the database
     */
    public static String rowLevelSecurity(String schema, String prefix, String role) {
        Tables tables = new Tables(schema, prefix);
        Tables.requirePlain(role, "role");
        String script = text("/itsm-kit/postgresql/optional/row_level_security.sql")
                .replace("${schema}", tables.qualifier())
                .replace("${prefix}", prefix)
                .replace("${role}", role);
        return schema.isEmpty() ? script : script + "\nGRANT USAGE ON SCHEMA " + schema + " TO " + role + ";\n";
    }

    private static String resource(Dialect dialect) {
        return text("/itsm-kit/" + dialect.text() + "/V1__itsm_kit.sql");
    }

    private static String text(String path) {
        try (InputStream in = SchemaScript.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
