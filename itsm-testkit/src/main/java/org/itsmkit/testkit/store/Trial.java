package org.itsmkit.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.SettableClock;

/**
 * One test's store, with a tenant that nobody else has, and short words for what tests do to a store. Anna does everything,
 * at the time of the fixture's clock.
 */
public final class Trial implements AutoCloseable {

    private final StoreFixture fixture;
    private final TenantId tenant;
    private final Instant start;

    private Trial(StoreFixture fixture, TenantId tenant) {
        this.fixture = fixture;
        this.tenant = tenant;
        start = fixture.clock().instant();
    }

    /** A trial of {@code fixture}, with a new tenant. */
    public static Trial of(StoreFixture fixture) {
        return new Trial(fixture, TenantId.of("t" + UUID.randomUUID().toString().replace("-", "")));
    }

    /** A trial of the same store with another new tenant. */
    public Trial neighbour() {
        return of(fixture);
    }

    /** A trial of the same tenant with another store, such as a second one on the same data. */
    Trial through(RecordStore other) {
        return new Trial(new StoreFixture(other, fixture.tasks(), fixture.clock(), () -> {}), tenant);
    }

    /** The store under test. */
    public RecordStore store() {
        return fixture.store();
    }

    /** The store's task queue. */
    public TaskQueue tasks() {
        return fixture.tasks();
    }

    /** What the queue takes for the time. */
    public SettableClock clock() {
        return fixture.clock();
    }

    /** The tenant. */
    public TenantId tenant() {
        return tenant;
    }

    /** Sets the clock back to where it stood at the beginning, and closes the fixture. */
    @Override
    public void close() {
        clock().set(start);
        fixture.close();
    }

    /** Anna tells that {@code event} happens now. */
    NewEntry entry(Object event) {
        return new NewEntry(
                event, clock().instant(), clock().instant(), People.ANNA, Optional.empty(), Cause.COMMAND, 0);
    }

    Write<Repair> inserting(RecordId id, Repair repair) {
        return Write.insert(Repairs.KIND, id, repair, List.of(entry(new RepairEvent.Described(repair))));
    }

    Write<Repair> updating(RecordId id, long version, Repair repair) {
        return Write.update(Repairs.KIND, id, version, repair, List.of(entry(new RepairEvent.Described(repair))));
    }

    Write<Repair> deleting(RecordId id, long version) {
        return Write.delete(Repairs.KIND, id, version, entry(new RepairEvent.Withdrawn("by mistake")));
    }

    Write<Counter> counting(RecordId id, long version, Counter counter) {
        return new Write<>(Counter.KIND, id, version, Optional.of(counter), List.of(entry(new Counter.Entered(1))));
    }

    void commit(Write<?>... writes) {
        commit(Commit.of(writes));
    }

    void commit(Commit commit) {
        store().commit(tenant, commit);
    }

    /** Brings a repair into the store. */
    void insert(RecordId id, Repair repair) {
        commit(inserting(id, repair));
    }

    /** Schedules a task in a commit of its own. */
    void schedule(Task task) {
        commit(Commit.of().task(TaskChange.schedule(task)));
    }

    Optional<Stored<Repair>> find(RecordId id) {
        return store().find(tenant, Repairs.KIND, id);
    }

    Optional<Repair> repair(RecordId id) {
        return find(id).map(Stored::record);
    }

    /** The version the repair has; 0 if there is none. */
    long version(RecordId id) {
        return find(id).map(Stored::version).orElse(0L);
    }

    List<JournalEntry> journal(RecordId id) {
        return store().journal(tenant, Repairs.KIND, id, 0, 10_000);
    }

    /** The ids of what fits, in the query's order. */
    List<RecordId> ids(Query query) {
        return store().query(tenant, Repairs.KIND, query).items().stream()
                .map(Stored::id)
                .toList();
    }

    List<RecordId> ids(Condition condition) {
        return ids(Query.where(condition));
    }

    long count(Condition condition) {
        return store().count(tenant, Repairs.KIND, condition);
    }

    static RecordRef ref(RecordId id) {
        return RecordRef.of(Repairs.KIND.name(), id);
    }
}
