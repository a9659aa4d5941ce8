package org.itsmkit.testkit.store;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.Stored;

/** Planted bugs in what a store answers. */
final class ReadingBugs {

    private ReadingBugs() {}

    /** Sorts the page anew by its first order, in a way of its own. */
    private abstract static class SortsItsOwnWay extends Flawed {
        SortsItsOwnWay(InMemoryStore good) {
            super(good);
        }

        abstract Comparator<Optional<FieldValue>> order();

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            Page<Stored<R>> page = super.query(tenant, kind, query);
            if (query.orders().isEmpty() || query.orders().get(0).descending()) {
                return page;
            }
            FieldReader<R> reader = FieldReader.of(kind, query.orders().get(0).field());
            List<Stored<R>> items = new ArrayList<>(page.items());
            items.sort(Comparator.comparing(
                    stored -> reader.values(stored.record()).stream().findFirst(), order()));
            return new Page<>(items, page.next());
        }
    }

    /** Puts what has no value in front, as some databases do. */
    static final class NothingFirst extends SortsItsOwnWay {
        NothingFirst(InMemoryStore good) {
            super(good);
        }

        @Override
        Comparator<Optional<FieldValue>> order() {
            return Comparator.comparing(Optional::isPresent);
        }
    }

    /** Orders texts by UTF-16 code unit, as Java does. */
    static final class OrdersByCodeUnit extends SortsItsOwnWay {
        OrdersByCodeUnit(InMemoryStore good) {
            super(good);
        }

        @Override
        Comparator<Optional<FieldValue>> order() {
            return (left, right) ->
                    left.orElse(null) instanceof FieldValue.Text a && right.orElse(null) instanceof FieldValue.Text b
                            ? a.value().compareTo(b.value())
                            : 0;
        }
    }

    /** Takes the end of a range for a part of it. */
    static final class IncludesTheEnd extends Flawed {
        IncludesTheEnd(InMemoryStore good) {
            super(good);
        }

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            Condition condition = query.condition();
            if (condition instanceof Condition.Range range
                    && range.toExclusive().isPresent()) {
                condition = Condition.or(
                        range, Condition.eq(range.field(), range.toExclusive().get()));
            }
            return super.query(tenant, kind, new Query(condition, query.orders(), query.limit(), query.after()));
        }
    }

    /** Goes on with the page after one that ended within equals behind all of them. */
    static final class SkipsEquals extends Flawed {
        SkipsEquals(InMemoryStore good) {
            super(good);
        }

        @Override
        public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
            Page<Stored<R>> page = super.query(tenant, kind, query);
            if (query.after().isEmpty() || query.orders().isEmpty()) {
                return page;
            }
            FieldReader<R> reader = FieldReader.of(kind, query.orders().get(0).field());
            Optional<FieldValue> end = query.after().get().values().get(0);
            List<Stored<R>> items = new ArrayList<>(page.items());
            items.removeIf(stored ->
                    reader.values(stored.record()).stream().findFirst().equals(end));
            return new Page<>(items, page.next());
        }
    }

    /** Counts everybody's records. */
    static final class ForgetsTenantInCount extends Flawed {

        private final Set<TenantId> everybody = ConcurrentHashMap.newKeySet();

        ForgetsTenantInCount(InMemoryStore good) {
            super(good);
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            everybody.add(tenant);
            super.commit(tenant, commit);
        }

        @Override
        public <R> long count(TenantId tenant, RecordKind<R> kind, Condition condition) {
            Set<TenantId> all = new HashSet<>(everybody);
            all.add(tenant);
            return all.stream()
                    .mapToLong(each -> super.count(each, kind, condition))
                    .sum();
        }
    }

    /** Keeps instants in milliseconds. */
    static final class KeepsMilliseconds extends Flawed {
        KeepsMilliseconds(InMemoryStore good) {
            super(good);
        }

        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            return super.find(tenant, kind, id)
                    .map(stored -> new Stored<>(
                            stored.id(),
                            stored.version(),
                            stored.recordedAt().truncatedTo(ChronoUnit.MILLIS),
                            stored.record()));
        }
    }

    /** Gives every number twice. */
    static final class GivesNumbersTwice extends Flawed {
        GivesNumbersTwice(InMemoryStore good) {
            super(good);
        }

        @Override
        public long nextNumber(TenantId tenant, String series) {
            return (super.nextNumber(tenant, series) + 1) / 2;
        }
    }

    /** Lets some entries appear late, in front of those that were read already. */
    static final class FillsHolesInTheFeed extends Flawed {

        private final Set<Long> shown = ConcurrentHashMap.newKeySet();

        FillsHolesInTheFeed(InMemoryStore good) {
            super(good);
        }

        @Override
        public List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
            List<FeedEntry> all = super.feed(kinds, afterPosition, limit);
            return all.stream()
                    .filter(entry -> entry.position() % 5 != 0 || !shown.add(entry.position()))
                    .toList();
        }
    }

    /** Gives the feed of every kind to everybody. */
    static final class IgnoresKindsInTheFeed extends Flawed {
        IgnoresKindsInTheFeed(InMemoryStore good) {
            super(good);
        }

        @Override
        public List<FeedEntry> feed(Collection<? extends RecordKind<?>> kinds, long afterPosition, int limit) {
            return super.feed(OperatorContract.KINDS, afterPosition, limit);
        }
    }
}
