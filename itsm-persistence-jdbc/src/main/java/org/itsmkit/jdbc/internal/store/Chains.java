package org.itsmkit.jdbc.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Tables;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ChainVerifier;

/**
 * Verifies the chains of all records, a batch of records at a time, in the order of their ids. Whatever looks broken is looked at again
 * with its record locked, since somebody may just have written it. Immutable; safe for use by many threads.
 */
public final class Chains {

    private static final int BATCH = 200;
    private static final int MAX_BREAKS = 1_000;

    private final Transactions transactions;
    private final RecordTable records;
    private final String tenants;
    private final String heads;
    private final String entries;
    private final String entriesOfOne;

    public Chains(Transactions transactions, Tables tables, Flavour flavour) {
        this.transactions = transactions;
        this.records = new RecordTable(tables, flavour);
        // By steps, since to list the distinct values of a long index would read all of it.
        this.tenants = "(SELECT tenant FROM " + tables.record() + " WHERE tenant > ? ORDER BY tenant LIMIT 1) UNION ALL"
                + " (SELECT tenant FROM " + tables.journal()
                + " WHERE tenant > ? ORDER BY tenant LIMIT 1) ORDER BY 1 LIMIT 1";
        this.heads = "SELECT id, version, recorded_at, hash, held FROM " + tables.record()
                + " WHERE tenant = ? AND kind = ? AND id > ? ORDER BY id LIMIT " + BATCH;
        String select = "SELECT " + JournalTable.HEADER + ", " + JournalTable.PAYLOAD + ", " + JournalTable.CHAIN
                + ", feed_position FROM " + tables.journal() + " WHERE tenant = ? AND kind = ? AND ";
        this.entries = select + "id > ? AND id <= ? ORDER BY id, sequence";
        this.entriesOfOne = select + "id = ? ORDER BY id, sequence";
    }

    /** As {@link ChainVerifier#verifyChains}. */
    public ChainVerifier.Verdict verify(Collection<? extends RecordKind<?>> kinds, LongConsumer progress) {
        Tally tally = new Tally(progress);
        TreeSet<String> names = new TreeSet<>();
        kinds.forEach(kind -> names.add(kind.name()));
        Optional<String> tenant = nextTenant("");
        while (tenant.isPresent()) {
            for (String kind : names) {
                verify(tenant.get(), kind, tally);
            }
            tenant = nextTenant(tenant.get());
        }
        return new ChainVerifier.Verdict(tally.records, tally.entries, tally.breaks);
    }

    private Optional<String> nextTenant(String last) {
        return transactions.readApart(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(tenants)) {
                statement.setString(1, last);
                statement.setString(2, last);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private void verify(String tenant, String kind, Tally tally) {
        String last = "";
        boolean more = true;
        while (more) {
            Batch batch = batch(tenant, kind, last);
            for (Chain chain : batch.chains()) {
                Optional<Chain.Flaw> flaw =
                        chain.flaw().isPresent() ? again(tenant, kind, chain.id()) : Optional.empty();
                tally.add(tenant, kind, chain, flaw);
            }
            last = batch.end();
            more = batch.more();
        }
    }

    /** What was read of some records: their chains, the last id, and whether there is more behind it. */
    private record Batch(Collection<Chain> chains, String end, boolean more) {}

    private Batch batch(String tenant, String kind, String after) {
        return transactions.apart(connection -> {
            TreeMap<String, Chain> chains = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(heads)) {
                bind(statement, tenant, kind, after);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        String id = row.getString(1);
                        chains.put(
                                id, new Chain(id, row.getLong(2), row.getLong(3), row.getBytes(4), row.getInt(5) != 0));
                    }
                }
            }
            boolean more = chains.size() == BATCH;
            // The last batch goes on to the end, for entries of records that are not there. "~" is after every id.
            String end = more ? chains.lastKey() : "~";
            read(connection, tenant, kind, after, end, chains);
            return new Batch(chains.values(), end, more);
        });
    }

    private void read(
            Connection connection, String tenant, String kind, String after, String end, Map<String, Chain> chains)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(entries)) {
            statement.setFetchSize(Flavour.FETCH_SIZE);
            bind(statement, tenant, kind, after);
            statement.setString(4, end);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(3);
                    chains.computeIfAbsent(id, orphan -> new Chain(orphan, 0, 0, new byte[0], false))
                            .follow(row);
                }
            }
        }
        chains.values().forEach(Chain::end);
    }

    private static void bind(PreparedStatement statement, String tenant, String kind, String after)
            throws SQLException {
        statement.setString(1, tenant);
        statement.setString(2, kind);
        statement.setString(3, after);
    }

    /** Looks once more at one record, while nobody can write it. */
    private Optional<Chain.Flaw> again(String tenant, String kind, String id) {
        return transactions.apart(
                connection -> flaw(connection, TenantId.of(tenant), RecordRef.of(kind, RecordId.of(id))));
    }

    /** What is wrong with one record's chain, as this transaction sees it; nobody writes it until the transaction ends. */
    Optional<Chain.Flaw> flaw(Connection connection, TenantId tenant, RecordRef ref) throws SQLException {
        String id = ref.id().value();
        try (Statements statements = new Statements(connection)) {
            Chain chain = records.lock(statements, tenant, ref, true)
                    .map(head -> new Chain(id, head.version(), head.recordedAt(), head.hash(), head.held()))
                    .orElseGet(() -> new Chain(id, 0, 0, new byte[0], false));
            readOne(connection, tenant.value(), ref.kind(), chain);
            return chain.flaw();
        }
    }

    private void readOne(Connection connection, String tenant, String kind, Chain chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(entriesOfOne)) {
            statement.setFetchSize(Flavour.FETCH_SIZE);
            bind(statement, tenant, kind, chain.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chain.follow(row);
                }
            }
        }
        chain.end();
    }

    private static final class Tally {

        private final LongConsumer progress;
        private final List<ChainVerifier.Break> breaks = new ArrayList<>();
        private long records;
        private long entries;

        Tally(LongConsumer progress) {
            this.progress = progress;
        }

        void add(String tenant, String kind, Chain chain, Optional<Chain.Flaw> flaw) {
            records++;
            entries += chain.length();
            if (flaw.isPresent() && breaks.size() < MAX_BREAKS) {
                breaks.add(new ChainVerifier.Break(
                        TenantId.of(tenant),
                        RecordRef.of(kind, RecordId.of(chain.id())),
                        flaw.get().sequence(),
                        flaw.get().reason()));
            }
            if (records % BATCH == 0) {
                progress.accept(entries);
            }
        }
    }
}
