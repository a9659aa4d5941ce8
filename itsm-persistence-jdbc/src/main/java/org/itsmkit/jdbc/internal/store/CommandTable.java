package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.CommandKey;

/** The table of command keys. Immutable; safe for use by many threads. */
final class CommandTable {

    private final Flavour flavour;
    private final String insert;
    private final String select;

    CommandTable(Tables tables, Flavour flavour) {
        this.flavour = flavour;
        this.insert = flavour.insertIfAbsent(tables.command(), "tenant, command_key, content, result", 4);
        this.select = "SELECT content, result FROM " + tables.command() + " WHERE tenant = ? AND command_key = ?";
    }

    /** Keeps the key unless it is there, and waits for who is just keeping it; returns whether it was kept now. */
    boolean insert(Statements statements, TenantId tenant, CommandKey key) throws SQLException {
        PreparedStatement statement = statements.prepare(insert);
        statement.setString(1, tenant.value());
        statement.setString(2, key.key());
        statement.setString(3, key.content());
        statement.setString(4, key.result());
        return flavour.insertedIfAbsent(statement);
    }

    Optional<CommandKey> find(Connection connection, TenantId tenant, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, tenant.value());
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new CommandKey(key, row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }
}
