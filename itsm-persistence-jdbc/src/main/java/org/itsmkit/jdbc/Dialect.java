package org.itsmkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases for which there is a schema. The store itself runs on H2 and PostgreSQL. */
public enum Dialect {
    /** H2 2.x, in its regular mode. */
    H2,
    /** PostgreSQL 13 and newer. */
    POSTGRESQL,
    /** MariaDB 10.6 and MySQL 8.0 and newer: so far the schema only. */
    MARIADB;

    /**
     * Returns the dialect of the database behind {@code connection}.
     *
     * @throws SQLException if the database does not say what it is
     * @throws IllegalArgumentException if it is none of these
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.equals("h2")) {
            return H2;
        }
        if (product.equals("postgresql")) {
            return POSTGRESQL;
        }
        if (product.equals("mariadb") || product.equals("mysql")) {
            return MARIADB;
        }
        throw new IllegalArgumentException("there is no schema for a database of " + product);
    }

    /** Returns the name by which tools call it: {@code h2}, {@code postgresql} or {@code mariadb}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
