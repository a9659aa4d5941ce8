package org.itsmkit.memory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Redacted;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.TenantArchive;
import org.itsmkit.spi.task.Task;

/**
 * Keeps everything in memory, and nothing beyond the life of the process.
 *
 * <p>Records and events are kept as the objects they are, so a kind must not change while the store lives: nothing is
 * encoded, no upcaster is called, no hash chain is built. Every journal entry and command key is kept for ever. Looking up
 * and committing take time in proportion to the commit alone; queries and counts read all records of the kind.
 *
 * <p>Safe for use by many threads: commits exclude each other and everything else for a moment; reads run side by side,
 * each on whole commits.
 */
public final class InMemoryStore implements RecordStore, Operator, Custodian, TenantArchive {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<TenantId, Tenancy> tenants = new TreeMap<>(Comparator.comparing(Id::value));
    private final Feed feed = new Feed();
    private final Numbers numbers = new Numbers();
    private final InMemoryTasks tasks;

    /** An empty store, whose tasks fall due by {@code clock}. */
    public InMemoryStore(InstantSource clock) {
        tasks = new InMemoryTasks(clock);
    }

    /** The queue of the tasks that this store's commits schedule. */
    public InMemoryTasks tasks() {
        return tasks;
    }

    @Override
    public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
        return reading(() -> shelf(tenant, kind).find(kind, id));
    }

    @Override
    public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
        Paging<R> paging = new Paging<>(kind, query);
        return reading(() -> paging.page(shelf(tenant, kind)));
    }

    @Override
    public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
        Predicate<R> fits = Conditions.predicate(condition, kind);
        return reading(() -> shelf(tenant, kind)
                .all(kind)
                .filter(stored -> fits.test(stored.record()))
                .count());
    }

    @Override
    public <R> Map<FieldValue, Long> countBy(TenantId tenant, RecordKind<R> kind, Condition condition, FieldKey field) {
        Predicate<R> fits = Conditions.predicate(condition, kind);
        FieldReader<R> reader = FieldReader.of(kind, field);
        Tally tally = new Tally();
        reading(() -> {
            shelf(tenant, kind)
                    .all(kind)
                    .map(Stored::record)
                    .filter(fits)
                    .forEach(record -> tally.add(reader.values(record)));
            return tally;
        });
        return tally.mostFrequentFirst();
    }

    @Override
    public <R> List<JournalEntry> journal(
            TenantId tenant, RecordKind<R> kind, RecordId id, long afterSequence, int limit) {
        return reading(() -> Slice.of(shelf(tenant, kind).journal(id), afterSequence, limit));
    }

    @Override
    public void commit(TenantId tenant, Commit commit) {
        List<PreparedWrite<?>> writes = commit.writes().stream()
                .<PreparedWrite<?>>map(PreparedWrite::of)
                .toList();
        writing(() -> {
            Tenancy tenancy = tenants.getOrDefault(tenant, new Tenancy());
            tenancy.check(commit, writes);
            // Nothing is refused from here on.
            if (!writes.isEmpty() || commit.key().isPresent()) {
                tenants.putIfAbsent(tenant, tenancy);
            }
            feed.append(tenant, tenancy.apply(commit, writes));
            tasks.apply(tenant, commit.tasks());
            return tenancy;
        });
    }

    @Override
    public Optional<CommandKey> command(TenantId tenant, String key) {
        Keys.requireName(key, "command key");
        return reading(() -> tenancy(tenant).command(key));
    }

    @Override
    public long nextNumber(TenantId tenant, String series) {
        return numbers.next(tenant, series);
    }

    @Override
    public List<TenantId> tenants() {
        return reading(() -> {
            List<TenantId> known = new ArrayList<>();
            tenants.forEach((tenant, tenancy) -> {
                if (tenancy.hasRecords()) {
                    known.add(tenant);
                }
            });
            return List.copyOf(known);
        });
    }

    @Override
    public List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
        return reading(() -> feed.read(
                kinds,
                afterPosition,
                limit,
                place -> tenancy(place.tenant())
                        .shelf(place.record().kind())
                        .journal(place.record().id())
                        .get((int) place.sequence() - 1)));
    }

    @Override
    public Optional<Kept> kept(TenantId tenant, RecordKind<?> kind, RecordId id) {
        return reading(() -> shelf(tenant, kind).kept(RecordRef.of(kind.name(), id)));
    }

    @Override
    public List<Kept> kept(TenantId tenant, RecordKind<?> kind, Optional<RecordId> after, int limit) {
        Slice.requireBounds(0, limit);
        return reading(() -> {
            Shelf shelf = shelf(tenant, kind);
            return shelf.ids(after)
                    .limit(limit)
                    .map(id -> shelf.kept(RecordRef.of(kind.name(), id)).orElseThrow())
                    .toList();
        });
    }

    @Override
    public <R> void erase(TenantId tenant, Redacted<R> redacted, Act act, Predicate<Task> forgotten) {
        writing(() -> {
            upkeep(tenant, redacted.ref(), redacted.expectedVersion()).erase(redacted, act);
            tasks.removeIf(tenant, forgotten);
            return redacted;
        });
    }

    @Override
    public void purge(
            TenantId tenant,
            RecordKind<?> kind,
            RecordId id,
            long expectedVersion,
            Act act,
            Predicate<Task> forgotten) {
        writing(() -> {
            upkeep(tenant, RecordRef.of(kind.name(), id), expectedVersion).purge(act);
            tasks.removeIf(tenant, forgotten);
            return kind;
        });
    }

    @Override
    public void hold(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act) {
        writing(() -> {
            upkeep(tenant, RecordRef.of(kind.name(), id), expectedVersion).hold(true, act);
            return kind;
        });
    }

    @Override
    public void release(TenantId tenant, RecordKind<?> kind, RecordId id, long expectedVersion, Act act) {
        writing(() -> {
            upkeep(tenant, RecordRef.of(kind.name(), id), expectedVersion).hold(false, act);
            return kind;
        });
    }

    private Keeping upkeep(TenantId tenant, RecordRef ref, long expectedVersion) {
        return new Keeping(
                tenancy(tenant).shelf(ref.kind()), ref, expectedVersion, entry -> feed.append(tenant, List.of(entry)));
    }

    @Override
    public void export(TenantId tenant, Collection<? extends RecordKind<?>> kinds, Consumer<? super ArchiveItem> sink) {
        // As one moment's copy of pointers to what never changes.
        reading(() -> Copying.items(tenancy(tenant), kinds, numbers.of(tenant), tasks.all(tenant)))
                .forEach(sink);
    }

    @Override
    public void restore(
            TenantId tenant, Collection<? extends RecordKind<?>> kinds, Iterator<? extends ArchiveItem> items) {
        Copying.Filled filled = Copying.read(kinds, items);
        writing(() -> {
            if (tenants.containsKey(tenant)
                    || !numbers.of(tenant).isEmpty()
                    || !tasks.all(tenant).isEmpty()) {
                throw new IllegalArgumentException("tenant " + tenant + " has something here already");
            }
            tenants.put(tenant, filled.tenancy());
            filled.numbers().forEach((series, last) -> numbers.set(tenant, series, last));
            feed.append(tenant, filled.entries());
            tasks.apply(tenant, filled.tasks());
            return filled;
        });
    }

    @Override
    public long remove(TenantId tenant, boolean despiteHolds) {
        return writing(() -> {
            Tenancy tenancy = tenancy(tenant);
            long records = 0;
            for (Map.Entry<String, Shelf> shelf : tenancy.shelves().entrySet()) {
                for (RecordId id : shelf.getValue().ids(Optional.empty()).toList()) {
                    if (shelf.getValue().isHeld(id) && !despiteHolds) {
                        throw new LegalHoldException(RecordRef.of(shelf.getKey(), id));
                    }
                    records++;
                }
            }
            tenants.remove(tenant);
            feed.remove(tenant);
            numbers.remove(tenant);
            tasks.removeIf(tenant, task -> true);
            return records;
        });
    }

    private Tenancy tenancy(TenantId tenant) {
        return tenants.getOrDefault(tenant, Tenancy.EMPTY);
    }

    private Shelf shelf(TenantId tenant, RecordKind<?> kind) {
        return tenancy(tenant).shelf(kind.name());
    }

    private <T> T reading(Supplier<T> read) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return read.get();
        } finally {
            reading.unlock();
        }
    }

    private <T> T writing(Supplier<T> write) {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            return write.get();
        } finally {
            writing.unlock();
        }
    }
}
