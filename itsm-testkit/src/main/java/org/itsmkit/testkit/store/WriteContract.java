package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;

/** Records come, change and go, each from the version it is at. */
public interface WriteContract extends StoreContract {

    @Test
    default void aNewRecordIsFound(Trial trial) {
        Repair stuck = Repair.of("The front door is stuck");

        trial.insert(DOOR, stuck);

        assertThat(trial.find(DOOR))
                .contains(new Stored<>(DOOR, 1, trial.clock().instant(), stuck));
    }

    @Test
    default void whatWasNeverWrittenIsNotFound(Trial trial) {
        assertThat(trial.find(DOOR)).isEmpty();

        trial.insert(HEATING, Repair.of("The heating is cold"));

        assertThat(trial.find(DOOR)).isEmpty();
    }

    @Test
    default void anUpdateReplacesTheRecord(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.clock().advance(Duration.ofMinutes(5));

        trial.commit(trial.updating(DOOR, 1, Repair.of("The front door squeaks")));

        assertThat(trial.find(DOOR))
                .contains(new Stored<>(DOOR, 2, trial.clock().instant(), Repair.of("The front door squeaks")));
    }

    @Test
    default void theVersionIsTheNumberOfEntries(Trial trial) {
        Repair stuck = Repair.of("The front door is stuck");
        List<NewEntry> three = List.of(
                trial.entry(new RepairEvent.Described(stuck)),
                trial.entry(new RepairEvent.Noted(People.BEN, "Who has the key?")),
                trial.entry(new RepairEvent.Noted(People.CARLA, "I have.")));

        trial.commit(Write.insert(Repairs.KIND, DOOR, stuck, three));
        assertThat(trial.version(DOOR)).isEqualTo(3);

        trial.commit(Write.update(Repairs.KIND, DOOR, 3, stuck, three.subList(1, 3)));
        assertThat(trial.version(DOOR)).isEqualTo(5);
        assertThat(trial.journal(DOOR)).hasSize(5);
    }

    @Test
    default void aWriteFromAnotherVersionIsRefused(Trial trial) {
        Repair current = Repair.of("The front door squeaks");
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.updating(DOOR, 1, current));
        Repair unwanted = Repair.of("The front door is gone");

        assertStale(trial, trial.inserting(DOOR, unwanted), 2);
        assertStale(trial, trial.updating(DOOR, 1, unwanted), 2);
        assertStale(trial, trial.updating(DOOR, 3, unwanted), 2);
        assertStale(trial, trial.updating(DOOR, Long.MAX_VALUE - 1, unwanted), 2);
        assertStale(trial, trial.deleting(DOOR, 1), 2);
        assertStale(trial, trial.deleting(DOOR, 3), 2);
        assertStale(trial, trial.updating(HEATING, 1, unwanted), 0);
        assertStale(trial, trial.deleting(HEATING, 1), 0);

        assertThat(trial.repair(DOOR)).contains(current);
        assertThat(trial.journal(DOOR)).hasSize(2);
        assertThat(trial.find(HEATING)).isEmpty();
        assertThat(trial.journal(HEATING)).isEmpty();
        assertThat(trial.count(Condition.all())).isEqualTo(1);
    }

    @Test
    default void aDeletedRecordIsGone(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.insert(HEATING, Repair.of("The heating is cold"));

        trial.commit(trial.deleting(DOOR, 1));

        assertThat(trial.find(DOOR)).isEmpty();
        assertThat(trial.ids(Condition.all())).containsExactly(HEATING);
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "door"))).isEmpty();
        assertThat(trial.count(Condition.all())).isEqualTo(1);
    }

    @Test
    default void aDeletedRecordNeverComesBack(Trial trial) {
        Repair unwanted = Repair.of("The front door is gone");
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.deleting(DOOR, 1));

        assertStale(trial, trial.inserting(DOOR, unwanted), 2);
        assertStale(trial, trial.updating(DOOR, 1, unwanted), 2);
        assertStale(trial, trial.updating(DOOR, 2, unwanted), 2);
        assertStale(trial, trial.deleting(DOOR, 2), 2);

        assertThat(trial.find(DOOR)).isEmpty();
        assertThat(trial.journal(DOOR)).hasSize(2);
    }

    @Test
    default void oneIdInTwoKindsIsTwoRecords(Trial trial) {
        trial.commit(
                trial.inserting(DOOR, Repair.of("The front door is stuck")), trial.counting(DOOR, 0, Counter.ZERO));
        trial.commit(trial.counting(DOOR, 1, new Counter(7)));

        assertThat(trial.version(DOOR)).isEqualTo(1);
        assertThat(trial.store().find(trial.tenant(), Counter.KIND, DOOR).map(Stored::record))
                .contains(new Counter(7));
        assertThat(trial.count(Condition.all())).isEqualTo(1);
    }

    @Test
    default void idsAreToldApartExactly(Trial trial) {
        List<RecordId> ids =
                List.of(RecordId.of("DOOR"), RecordId.of("Door"), DOOR, RecordId.of("door."), RecordId.of("door.1"));
        for (RecordId id : ids) {
            trial.insert(id, Repair.of("The door of " + id + " is stuck"));
        }

        for (RecordId id : ids) {
            assertThat(trial.repair(id)).contains(Repair.of("The door of " + id + " is stuck"));
        }
        assertThat(trial.ids(Condition.all())).isEqualTo(ids.stream().sorted().toList());
    }

    @Test
    default void aCommitCarriesManyRecords(Trial trial) {
        List<RecordId> ids = IntStream.range(0, 60).mapToObj(Ids::numbered).toList();
        List<Write<?>> writes = new ArrayList<>();
        ids.forEach(id -> writes.add(trial.inserting(id, Repair.of("Lamp " + id + " is dark"))));

        trial.commit(new Commit(writes, List.of(), List.of(), Optional.empty()));

        assertThat(trial.ids(Condition.all())).isEqualTo(ids);
    }

    @Test
    default void anEventThatTheKindDoesNotDeclareIsRefused(Trial trial) {
        Repair stuck = Repair.of("The front door is stuck");
        Write<Repair> write = Write.insert(Repairs.KIND, DOOR, stuck, List.of(trial.entry(new Counter.Entered(1))));

        assertThatIllegalArgumentException().isThrownBy(() -> trial.commit(write));

        assertThat(trial.find(DOOR)).isEmpty();
        assertThat(trial.journal(DOOR)).isEmpty();
    }

    @Test
    default void nothingIsRecordedBeforeTheEntryInFrontOfIt(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.clock().advance(Duration.ofSeconds(-1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.commit(trial.updating(DOOR, 1, Repair.of("The front door squeaks"))));
        // Who is late is told that they are, not that their clock is wrong.
        assertStale(trial, trial.inserting(DOOR, Repair.of("The front door squeaks")), 1);

        trial.clock().advance(Duration.ofSeconds(1));
        assertThat(trial.version(DOOR)).isEqualTo(1);
        assertThat(trial.journal(DOOR)).hasSize(1);
        trial.commit(trial.updating(DOOR, 1, Repair.of("At the same moment")));
        assertThat(trial.version(DOOR)).isEqualTo(2);
    }

    @Test
    default void norBeforeTheEntryInFrontOfItInTheSameWrite(Trial trial) {
        Repair stuck = Repair.of("The front door is stuck");
        NewEntry first = trial.entry(new RepairEvent.Described(stuck));
        trial.clock().advance(Duration.ofNanos(-1_000));
        NewEntry earlier = trial.entry(new RepairEvent.Noted(People.BEN, "Too early"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.commit(Write.insert(Repairs.KIND, DOOR, stuck, List.of(first, earlier))));

        assertThat(trial.find(DOOR)).isEmpty();
    }

    private static void assertStale(Trial trial, Write<?> write, long actual) {
        StaleRecordException refusal = catchThrowableOfType(StaleRecordException.class, () -> trial.commit(write));

        assertThat(refusal).as("refusal of %s", write).isNotNull();
        assertThat(refusal.ref()).isEqualTo(write.ref());
        assertThat(refusal.expected()).isEqualTo(write.expectedVersion());
        assertThat(refusal.actual()).isIn(actual, -1L);
    }
}
