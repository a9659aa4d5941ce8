package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.jdbc.internal.sql.ConflictException;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.StoreException;

/**
 * Gives numbers out of blocks, each taken in a short transaction of its own, so that nobody waits for anybody's work. What is left of
 * a block when the process ends is never given. Safe for use by many threads.
 */
public final class Numbers {

    private static final int MAX_ATTEMPTS = 20;

    private final Transactions transactions;
    private final Flavour flavour;
    private final int blockSize;
    private final String take;
    private final String read;
    private final String insert;
    private final Map<Series, Block> blocks = new ConcurrentHashMap<>();

    private record Series(TenantId tenant, String name) {}

    private static final class Block {
        private long next;
        private long end;
    }

    public Numbers(Transactions transactions, Tables tables, Flavour flavour, int blockSize) {
        this.transactions = transactions;
        this.flavour = flavour;
        this.blockSize = blockSize;
        String where = " WHERE tenant = ? AND series = ?";
        this.take = "UPDATE " + tables.number() + " SET last_given = last_given + ?" + where;
        this.read = "SELECT last_given FROM " + tables.number() + where;
        this.insert = flavour.insertIfAbsent(tables.number(), "tenant, series, last_given", 3);
    }

    /** As {@link org.itsmkit.spi.store.RecordStore#nextNumber}. */
    public long next(TenantId tenant, String series) {
        Series key = new Series(tenant, Keys.requireCode(series, "series"));
        Block block = blocks.computeIfAbsent(key, k -> new Block());
        synchronized (block) {
            if (block.next == block.end) {
                block.end = take(key) + 1;
                block.next = block.end - blockSize;
            }
            return block.next++;
        }
    }

    /** Forgets the blocks of the tenant, whose numbers are set or removed by others. */
    public void forget(TenantId tenant) {
        blocks.keySet().removeIf(series -> series.tenant().equals(tenant));
    }

    private long take(Series series) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.apart(connection -> take(connection, series));
            } catch (ConflictException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new StoreException("no numbers could be had of series " + series.name(), e);
                }
            }
        }
    }

    /** Returns the last number of a block that is the caller's. */
    private long take(Connection connection, Series series) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(take)) {
            update.setLong(1, blockSize);
            update.setString(2, series.tenant().value());
            update.setString(3, series.name());
            if (update.executeUpdate() == 0 && !start(connection, series)) {
                // Somebody started the series meanwhile, so now it is there.
                update.executeUpdate();
            }
        }
        try (PreparedStatement select = connection.prepareStatement(read)) {
            select.setString(1, series.tenant().value());
            select.setString(2, series.name());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private boolean start(Connection connection, Series series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, series.tenant().value());
            statement.setString(2, series.name());
            statement.setLong(3, blockSize);
            return flavour.insertedIfAbsent(statement);
        }
    }
}
