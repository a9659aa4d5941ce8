package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Sql;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.jdbc.internal.sql.Work;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.StoreException;

/**
 * The stream of all entries. Entries are committed without a position; whoever reads first gives those that are there their
 * positions, one reader at a time, in a short transaction of its own. So what is committed later stands later, however long its
 * transaction was open, and nobody who writes waits for a reader. Immutable; safe for use by many threads.
 *
 * <p>Among entries that are numbered together the order of insertion counts, which for one record is that of its sequence, since its
 * row was locked.
 */
public final class Feed {

    private static final int BATCH = 1_000;
    private static final int MAX_ATTEMPTS = 20;

    private final Transactions transactions;
    private final Plans plans;
    private final Flavour flavour;
    private final String insertLast;
    private final String lockLast;
    private final String setLast;
    private final String pending;
    private final String assign;
    private final String read;
    private final String nextTenant;

    public Feed(Transactions transactions, Plans plans, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.plans = plans;
        this.flavour = flavour;
        this.insertLast = flavour.insertIfAbsent(tables.feed(), "id, last_position", 2);
        this.lockLast = "SELECT last_position FROM " + tables.feed() + " WHERE id = 1 FOR UPDATE";
        this.setLast = "UPDATE " + tables.feed() + " SET last_position = ? WHERE id = 1";
        this.pending = "SELECT arrival FROM " + tables.journal()
                + " WHERE feed_position IS NULL ORDER BY arrival LIMIT " + BATCH;
        this.assign =
                "UPDATE " + tables.journal() + " SET feed_position = ? WHERE arrival = ? AND feed_position IS NULL";
        this.read = "SELECT " + JournalTable.HEADER + ", " + JournalTable.PAYLOAD + ", feed_position FROM "
                + tables.journal() + " WHERE feed_position > ? AND kind IN (";
        this.nextTenant = "SELECT tenant FROM " + tables.journal() + " WHERE tenant > ? ORDER BY tenant LIMIT 1";
    }

    /** As {@link org.itsmkit.spi.store.Operator#tenants}. */
    public List<TenantId> tenants() {
        return transactions.readApart(connection -> {
            List<TenantId> tenants = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(nextTenant)) {
                String last = "";
                while (true) {
                    statement.setString(1, last);
                    try (ResultSet row = statement.executeQuery()) {
                        String next = row.next() ? row.getString(1) : null;
                        if (next == null) {
                            return tenants;
                        }
                        tenants.add(TenantId.of(next));
                        last = next;
                    }
                }
            }
        });
    }

    /** As {@link org.itsmkit.spi.store.Operator#feed}. */
    public List<FeedEntry> read(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
        Records.requireLimit(limit);
        if (afterPosition < 0) {
            throw new IllegalArgumentException("afterPosition must not be negative: " + afterPosition);
        }
        int numbered = 0;
        int now;
        do {
            now = number();
            numbered += now;
        } while (now == BATCH && numbered < limit);
        Map<String, KindPlan<?>> wanted = new HashMap<>();
        kinds.forEach(kind -> wanted.put(kind.name(), plans.of(kind)));
        return wanted.isEmpty() ? List.of() : transactions.readApart(entries(wanted, afterPosition, limit));
    }

    private Work<List<FeedEntry>> entries(Map<String, KindPlan<?>> kinds, long afterPosition, int limit) {
        return connection -> {
            String sql = read + Sql.marks(kinds.size()) + ") ORDER BY feed_position LIMIT ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, afterPosition);
                int index = 2;
                for (String kind : kinds.keySet()) {
                    statement.setString(index++, kind);
                }
                statement.setInt(index, limit);
                List<FeedEntry> entries = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        JournalChain.Header header = JournalTable.header(row);
                        KindPlan<?> plan = kinds.get(header.record().kind());
                        if (plan == null) {
                            throw new StoreException("the database compares kinds without regard to case");
                        }
                        entries.add(new FeedEntry(
                                row.getLong(JournalTable.HEADER_COLUMNS + JournalTable.PAYLOAD_COLUMNS + 1),
                                header.tenant(),
                                JournalTable.entry(plan, header, row)));
                    }
                }
                return entries;
            }
        };
    }

    /** Gives positions to the next entries that have none; returns to how many. */
    private int number() {
        for (int attempt = 1; ; attempt++) {
            try {
                if (transactions.readApart(this::nothingPending)) {
                    return 0;
                }
                return transactions.apart(this::number);
            } catch (ConflictException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new StoreException("the entries of the feed could not be numbered", e);
                }
            }
        }
    }

    private boolean nothingPending(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(pending);
                ResultSet row = statement.executeQuery()) {
            return !row.next();
        }
    }

    private int number(Connection connection) throws SQLException {
        long last = last(connection);
        List<Long> arrivals = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(pending);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                arrivals.add(row.getLong(1));
            }
        }
        if (arrivals.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(assign)) {
            for (long arrival : arrivals) {
                statement.setLong(1, ++last);
                statement.setLong(2, arrival);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(setLast)) {
            statement.setLong(1, last);
            statement.executeUpdate();
        }
        return arrivals.size();
    }

    private long last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lockLast)) {
            for (int attempt = 1; ; attempt++) {
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        return row.getLong(1);
                    }
                }
                if (attempt == 2) {
                    throw new ConflictException("the feed's row cannot be seen yet");
                }
                try (PreparedStatement insert = connection.prepareStatement(insertLast)) {
                    insert.setInt(1, 1);
                    insert.setLong(2, 0);
                    flavour.insertedIfAbsent(insert);
                }
            }
        }
    }
}
