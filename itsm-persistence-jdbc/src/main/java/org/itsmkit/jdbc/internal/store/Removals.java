package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.LegalHoldException;

/**
 * Removes all that there is of a tenant, some records at a time, each with all its rows in one transaction. Immutable; safe for use by
 * many threads.
 */
public final class Removals {

    private static final int PART = 200;

    private final Transactions transactions;
    private final String held;
    private final String some;
    private final List<String> ofRecord;
    private final List<String> ofTenant;
    private final String tasks;

    public Removals(Transactions transactions, Tables tables) {
        this.transactions = transactions;
        this.held =
                "SELECT kind, id FROM " + tables.record() + " WHERE tenant = ? AND held <> 0 ORDER BY kind, id LIMIT 1";
        this.some = "SELECT kind, id, held FROM " + tables.record() + " WHERE tenant = ? ORDER BY kind, id LIMIT "
                + PART + " FOR UPDATE";
        List<String> byRecord =
                List.of(tables.field(), tables.text(), tables.word(), tables.link(), tables.journal(), tables.record());
        this.ofRecord = byRecord.stream()
                .map(table -> "DELETE FROM " + table + " WHERE tenant = ? AND kind = ? AND id = ?")
                .toList();
        List<String> all = new ArrayList<>(byRecord);
        all.add(tables.number());
        all.add(tables.command());
        // What has no record goes too, should there be any.
        this.ofTenant = all.stream()
                .map(table -> "DELETE FROM " + table + " WHERE tenant = ?")
                .toList();
        this.tasks = "DELETE FROM " + tables.task() + " WHERE task_name = '" + TaskTable.TASK_NAME
                + "' AND task_instance >= ? AND task_instance < ?";
    }

    /** As {@link org.itsmkit.spi.store.TenantArchive#remove}. */
    public long remove(TenantId tenant, boolean despiteHolds) {
        if (!despiteHolds) {
            transactions.readApart(connection -> held(connection, tenant)).ifPresent(ref -> {
                throw new LegalHoldException(ref);
            });
        }
        long records = 0;
        int now;
        do {
            now = transactions.apart(connection -> removeSome(connection, tenant, despiteHolds));
            records += now;
        } while (now == PART);
        transactions.apart(connection -> {
            for (String delete : ofTenant) {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setString(1, tenant.value());
                    statement.executeUpdate();
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(tasks)) {
                statement.setString(1, tenant.value() + "/");
                statement.setString(2, tenant.value() + "0"); // the character after the slash
                statement.executeUpdate();
            }
            return tenant;
        });
        return records;
    }

    private Optional<RecordRef> held(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(held)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ref(row)) : Optional.empty();
            }
        }
    }

    private static RecordRef ref(ResultSet row) throws SQLException {
        return RecordRef.of(row.getString(1), RecordId.of(row.getString(2)));
    }

    private int removeSome(Connection connection, TenantId tenant, boolean despiteHolds) throws SQLException {
        List<RecordRef> refs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(some)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getInt(3) != 0 && !despiteHolds) {
                        throw new LegalHoldException(ref(row));
                    }
                    refs.add(ref(row));
                }
            }
        }
        for (String delete : ofRecord) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                for (RecordRef ref : refs) {
                    IndexTable.bindRef(statement, tenant, ref);
                    statement.addBatch();
                }
                if (!refs.isEmpty()) {
                    statement.executeBatch();
                }
            }
        }
        return refs.size();
    }
}
