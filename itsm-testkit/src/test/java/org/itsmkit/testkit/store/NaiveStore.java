package org.itsmkit.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;

/**
 * A store as a stranger might write it from the documentation alone, in an afternoon: one lock, lists, linear scans. It shows
 * that the contract asks for nothing that is not in the ports.
 */
final class NaiveStore implements RecordStore {

    private record Row(TenantId tenant, RecordRef ref, Stored<?> stored) {}

    private record Line(TenantId tenant, JournalEntry entry) {}

    private record UsedKey(TenantId tenant, CommandKey key) {}

    private record GivenNumber(TenantId tenant, String series) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<UsedKey> keys = new ArrayList<>();
    private final List<GivenNumber> numbers = new ArrayList<>();
    private final NaiveTaskQueue tasks;

    NaiveStore(NaiveTaskQueue tasks) {
        this.tasks = tasks;
    }

    @Override
    public synchronized <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        return all(tenant, kind).stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private <R> List<Stored<R>> all(TenantId tenant, RecordKind<R> kind) {
        List<Stored<R>> all = new ArrayList<>();
        for (Row row : rows) {
            if (row.tenant().equals(tenant) && row.ref().kind().equals(kind.name())) {
                all.add((Stored<R>) row.stored());
            }
        }
        return all;
    }

    private <R> List<Stored<R>> fitting(TenantId tenant, RecordKind<R> kind, Condition condition) {
        NaiveConditions<R> conditions = new NaiveConditions<>(kind);
        conditions.requireTypes(condition);
        return all(tenant, kind).stream()
                .filter(stored -> conditions.fits(condition, stored.record()))
                .toList();
    }

    @Override
    public synchronized <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        NaiveConditions<R> fields = new NaiveConditions<>(kind);
        query.orders().forEach(order -> fields.requireKnown(order.field()));
        List<Cursor> places = new ArrayList<>();
        Map<RecordId, Stored<R>> byId = new LinkedHashMap<>();
        for (Stored<R> stored : fitting(tenant, kind, query.condition())) {
            List<Optional<FieldValue>> values = query.orders().stream()
                    .map(order -> fields.values(stored.record(), order.field()).stream()
                            .findFirst())
                    .toList();
            places.add(new Cursor(values, stored.id()));
            byId.put(stored.id(), stored);
        }
        places.sort((left, right) -> compare(left, right, query.orders()));
        query.after().ifPresent(after -> places.removeIf(place -> compare(place, after, query.orders()) <= 0));
        int size = Math.min(query.limit(), places.size());
        return new Page<>(
                places.subList(0, size).stream()
                        .map(place -> byId.get(place.id()))
                        .toList(),
                places.size() > size ? Optional.of(places.get(size - 1)) : Optional.empty());
    }

    private static int compare(Cursor left, Cursor right, List<Order> orders) {
        for (int i = 0; i < orders.size(); i++) {
            Optional<FieldValue> a = left.values().get(i);
            Optional<FieldValue> b = right.values().get(i);
            int compared = 0;
            if (a.isPresent() && b.isPresent()) {
                compared = NaiveConditions.compare(a.get(), b.get())
                        * (orders.get(i).descending() ? -1 : 1);
            } else if (a.isPresent() || b.isPresent()) {
                compared = a.isPresent() ? -1 : 1;
            }
            if (compared != 0) {
                return compared;
            }
        }
        return left.id().compareTo(right.id());
    }

    @Override
    public synchronized <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
        return fitting(tenant, kind, condition).size();
    }

    @Override
    public synchronized <R> Map<FieldValue, Long> countBy(
            TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
        NaiveConditions<R> fields = new NaiveConditions<>(kind);
        fields.requireType(field);
        Map<FieldValue, Long> counts = new LinkedHashMap<>();
        for (Stored<R> stored : fitting(tenant, kind, condition)) {
            fields.values(stored.record(), field).stream()
                    .distinct()
                    .forEach(value -> counts.put(value, counts.getOrDefault(value, 0L) + 1));
        }
        List<FieldValue> values = new ArrayList<>(counts.keySet());
        values.sort(NaiveConditions::compare);
        values.sort((left, right) -> Long.compare(counts.get(right), counts.get(left)));
        Map<FieldValue, Long> sorted = new LinkedHashMap<>();
        values.stream().limit(1_000).forEach(value -> sorted.put(value, counts.get(value)));
        return sorted;
    }

    @Override
    public synchronized <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        if (afterSequence < 0 || limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("afterSequence " + afterSequence + ", limit " + limit);
        }
        return journal(tenant, RecordRef.of(kind.name(), id)).stream()
                .filter(entry -> entry.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    private List<JournalEntry> journal(TenantId tenant, RecordRef ref) {
        List<JournalEntry> journal = new ArrayList<>();
        for (Line line : lines) {
            if (line.tenant().equals(tenant) && line.entry().record().equals(ref)) {
                journal.add(line.entry());
            }
        }
        return journal;
    }

    @Override
    public synchronized void commit(TenantId tenant, Commit commit) {
        commit.key().flatMap(key -> command(tenant, key.key())).ifPresent(first -> {
            throw new DuplicateCommandException(first);
        });
        for (Expectation expectation : commit.expectations()) {
            long actual = version(tenant, expectation.record());
            if (actual != expectation.version()) {
                throw new StaleRecordException(expectation.record(), expectation.version(), actual);
            }
        }
        for (Write<?> write : commit.writes()) {
            long actual = version(tenant, write.ref());
            boolean buried = actual == 0 && !journal(tenant, write.ref()).isEmpty();
            if (buried || actual != write.expectedVersion()) {
                throw new StaleRecordException(write.ref(), write.expectedVersion(), buried ? -1 : actual);
            }
        }
        List<JournalEntry> entries = new ArrayList<>();
        for (Write<?> write : commit.writes()) {
            requireReadable(write);
            entries.addAll(entries(tenant, write));
        }

        commit.key().ifPresent(key -> keys.add(new UsedKey(tenant, key)));
        entries.forEach(entry -> lines.add(new Line(tenant, entry)));
        for (Write<?> write : commit.writes()) {
            rows.removeIf(row -> row.tenant().equals(tenant) && row.ref().equals(write.ref()));
            write.record().ifPresent(record -> rows.add(new Row(tenant, write.ref(), stored(write, record))));
        }
        tasks.apply(tenant, commit.tasks());
    }

    private long version(TenantId tenant, RecordRef ref) {
        return rows.stream()
                .filter(row -> row.tenant().equals(tenant) && row.ref().equals(ref))
                .mapToLong(row -> row.stored().version())
                .sum();
    }

    private static <R> void requireReadable(Write<R> write) {
        write.record().ifPresent(record -> write.kind().fields().forEach(field -> field.values(record)));
    }

    private List<JournalEntry> entries(TenantId tenant, Write<?> write) {
        List<JournalEntry> journal = journal(tenant, write.ref());
        int before = journal.size();
        for (NewEntry entry : write.entries()) {
            if (!journal.isEmpty()
                    && entry.recordedAt()
                            .isBefore(journal.get(journal.size() - 1).recordedAt())) {
                throw new IllegalArgumentException("recorded before the last entry of " + write.ref());
            }
            String name = write.kind().events().stream()
                    .filter(type -> type.type().equals(entry.event().getClass()))
                    .map(type -> type.name())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such event: " + entry.event()));
            journal.add(new JournalEntry(
                    write.ref(),
                    journal.size() + 1,
                    name,
                    entry.event(),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.by(),
                    entry.onBehalfOf(),
                    entry.cause(),
                    entry.settingsVersion()));
        }
        return journal.subList(before, journal.size());
    }

    private static Stored<?> stored(Write<?> write, Object record) {
        Instant recordedAt = write.entries().get(write.entries().size() - 1).recordedAt();
        return new Stored<>(write.id(), write.newVersion(), recordedAt, record);
    }

    @Override
    public synchronized Optional<CommandKey> command(TenantId tenant, String key) {
        return keys.stream()
                .filter(used -> used.tenant().equals(tenant) && used.key().key().equals(key))
                .map(UsedKey::key)
                .findFirst();
    }

    @Override
    public synchronized long nextNumber(TenantId tenant, String series) {
        GivenNumber given = new GivenNumber(tenant, Keys.requireCode(series, "series"));
        numbers.add(given);
        return numbers.stream().filter(given::equals).count();
    }
}
