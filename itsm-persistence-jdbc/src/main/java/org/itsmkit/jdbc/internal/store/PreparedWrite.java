package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Write;
import org.jspecify.annotations.Nullable;

/** A write with all that needs no database done: texts, what it is found by, salts and digests. Immutable. */
final class PreparedWrite {

    // Does not block: the platform's generator of choice takes its seed once.
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecordRef ref;
    private final long expectedVersion;
    private final int bodyVersion;
    private final @Nullable String body;
    private final Indexed indexed;
    private final Indexes.Marks marks;
    private final List<Entry> entries;

    private record Entry(NewEntry entry, EventType<?> type, String payload, byte[] salt, byte[] digest) {}

    private PreparedWrite(
            Write<?> write, int bodyVersion, @Nullable String body, Indexed indexed, List<Entry> entries) {
        this.ref = write.ref();
        this.expectedVersion = write.expectedVersion();
        this.bodyVersion = bodyVersion;
        this.body = body;
        this.indexed = indexed;
        this.marks = Indexes.Marks.of(indexed);
        this.entries = entries;
    }

    /**
     * Prepares {@code write}.
     *
     * @throws IllegalArgumentException if it holds what cannot be stored, or an entry is recorded before the one in front of it
     */
    static <R> PreparedWrite of(Write<R> write, KindPlan<R> plan) {
        RecordRef ref = write.ref();
        List<Entry> entries = new ArrayList<>(write.entries().size());
        Instant last = Micros.MIN;
        for (NewEntry entry : write.entries()) {
            requireOrder(ref, last, entry.recordedAt());
            last = entry.recordedAt();
            EventType<?> type = plan.eventType(entry.event());
            String payload = plan.writeEvent(type, entry.event(), ref);
            byte[] salt = salt();
            byte[] digest =
                    JournalChain.digest(salt, entry.by(), entry.onBehalfOf(), payload.getBytes(StandardCharsets.UTF_8));
            entries.add(new Entry(entry, type, payload, salt, digest));
        }
        String body =
                write.record().map(record -> plan.writeRecord(record, ref)).orElse(null);
        Indexed indexed =
                write.record().map(record -> Indexing.of(plan.kind(), record)).orElse(Indexed.NOTHING);
        return new PreparedWrite(write, plan.kind().version(), body, indexed, entries);
    }

    /** A new salt. */
    static byte[] salt() {
        byte[] salt = new byte[JournalChain.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static void requireOrder(RecordRef ref, Instant last, Instant next) {
        if (next.isBefore(last)) {
            throw new IllegalArgumentException(
                    "an entry of " + ref + " is recorded at " + next + ", before the last one at " + last);
        }
    }

    RecordRef ref() {
        return ref;
    }

    long expectedVersion() {
        return expectedVersion;
    }

    Indexed indexed() {
        return indexed;
    }

    Indexes.Marks marks() {
        return marks;
    }

    /** The entries as they follow {@code head} in the record's chain. */
    List<JournalTable.Row> journal(TenantId tenant, RecordTable.Head head) {
        if (head.version() > 0) {
            requireOrder(
                    ref,
                    Micros.toInstant(head.recordedAt()),
                    entries.get(0).entry().recordedAt());
        }
        List<JournalTable.Row> rows = new ArrayList<>(entries.size());
        byte[] previous = head.hash();
        long sequence = head.version();
        for (Entry each : entries) {
            NewEntry entry = each.entry();
            sequence++;
            JournalChain.Header header = new JournalChain.Header(
                    tenant,
                    ref,
                    sequence,
                    each.type().name(),
                    each.type().version(),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.by(),
                    entry.onBehalfOf(),
                    entry.cause(),
                    entry.settingsVersion());
            previous = JournalChain.hash(previous, header, each.digest());
            rows.add(new JournalTable.Row(
                    header, each.payload(), Optional.empty(), each.salt(), each.digest(), previous));
        }
        return rows;
    }

    /** The record's row after {@code journal}. */
    RecordTable.Row row(List<JournalTable.Row> journal) {
        JournalTable.Row last = journal.get(journal.size() - 1);
        return new RecordTable.Row(
                last.header().sequence(),
                Micros.of(last.header().recordedAt()),
                last.hash(),
                bodyVersion,
                body,
                marks,
                indexed);
    }
}
