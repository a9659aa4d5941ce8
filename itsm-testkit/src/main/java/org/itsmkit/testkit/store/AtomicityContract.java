package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;

/** A commit is kept as a whole or leaves nothing: no record, field, link, entry, task or key. */
public interface AtomicityContract extends StoreContract {

    @Test
    default void aKeptCommitIsKeptAsAWhole(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        trial.schedule(reminder(trial, "obsolete"));

        trial.commit(richCommit(trial, trial.updating(HEATING, 1, Repair.of("The heating is lukewarm"))));

        assertThat(trial.version(DOOR)).isEqualTo(1);
        assertThat(trial.version(HEATING)).isEqualTo(2);
        assertThat(trial.ids(byCustomField())).containsExactly(DOOR);
        assertThat(trial.ids(byLink())).containsExactly(DOOR);
        assertThat(trial.store().command(trial.tenant(), "form-4711")).isPresent();
        assertThat(trial.tasks().pending(trial.tenant())).containsExactly(reminder(trial, "reminder"));
    }

    @Test
    default void aStaleSecondWriteLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        Commit commit = richCommit(trial, trial.updating(HEATING, 2, Repair.of("The heating is lukewarm")));

        assertThatExceptionOfType(StaleRecordException.class).isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
    }

    @Test
    default void anInsertOfWhatExistsLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        Commit commit = richCommit(trial, trial.inserting(HEATING, Repair.of("The heating is lukewarm")));

        assertThatExceptionOfType(StaleRecordException.class).isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
    }

    @Test
    default void aBrokenExpectationLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        Commit commit = richCommit(trial, trial.counting(HEATING, 0, Counter.ZERO))
                .expecting(new Expectation(Trial.ref(HEATING), 2));

        assertThatExceptionOfType(StaleRecordException.class).isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
        assertThat(trial.store().find(trial.tenant(), Counter.KIND, HEATING)).isEmpty();
    }

    @Test
    default void aUsedKeyLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        trial.commit(Commit.of().once(new CommandKey("form-0815", "digest", "result")));
        Commit commit = richCommit(trial, trial.counting(HEATING, 0, Counter.ZERO))
                .once(new CommandKey("form-0815", "digest", "result"));

        assertThatExceptionOfType(DuplicateCommandException.class).isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
        assertThat(trial.store().find(trial.tenant(), Counter.KIND, HEATING)).isEmpty();
    }

    @Test
    default void anEventThatCannotBeKeptLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        Write<Repair> unheardOf = Write.update(
                Repairs.KIND,
                HEATING,
                1,
                Repair.of("The heating is lukewarm"),
                List.of(trial.entry(new Counter.Entered(1))));
        Commit commit = richCommit(trial, unheardOf);

        assertThatIllegalArgumentException().isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
    }

    @Test
    default void aFieldThatCannotBeKeptLeavesNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        Commit commit = richCommit(trial, trial.updating(HEATING, 1, Repair.of("The heating\0is cold")));

        assertThatIllegalArgumentException().isThrownBy(() -> trial.commit(commit));

        assertNothingIsLeft(trial);
    }

    /** Writes a door with fields, words and links, then {@code second}; with tasks and a key. */
    private static Commit richCommit(Trial trial, Write<?> second) {
        Repair door = Repair.of("The front door is stuck")
                .withLabels(List.of("wood", "glass"))
                .withCustom(Map.of("floor", FieldValue.text("ground")))
                .withLinks(Set.of(Link.of("parent", Trial.ref(HEATING))));
        return Commit.of(trial.inserting(DOOR, door), second)
                .task(TaskChange.schedule(reminder(trial, "reminder")))
                .task(TaskChange.cancel("obsolete"))
                .once(new CommandKey("form-4711", "digest", "result"));
    }

    private static Task reminder(Trial trial, String key) {
        return new Task(key, "remind", trial.clock().instant().plusSeconds(3_600), Map.of());
    }

    private static Condition byCustomField() {
        return Condition.eq(FieldKey.custom("floor", FieldType.TEXT), FieldValue.text("ground"));
    }

    private static Condition byLink() {
        return Condition.linkedTo("parent", Trial.ref(HEATING));
    }

    private static void assertNothingIsLeft(Trial trial) {
        assertThat(trial.find(DOOR)).isEmpty();
        assertThat(trial.journal(DOOR)).isEmpty();
        assertThat(trial.repair(HEATING)).contains(Repair.of("The heating is cold"));
        assertThat(trial.journal(HEATING)).hasSize(1);
        assertThat(trial.ids(Condition.all())).containsExactly(HEATING);
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "door"))).isEmpty();
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "lukewarm"))).isEmpty();
        assertThat(trial.ids(byCustomField())).isEmpty();
        assertThat(trial.ids(byLink())).isEmpty();
        assertThat(trial.count(Condition.eq(Repairs.LABELS, FieldValue.text("wood"))))
                .isZero();
        assertThat(trial.store().countBy(trial.tenant(), Repairs.KIND, Condition.all(), Repairs.LABELS))
                .isEmpty();
        assertThat(trial.store().command(trial.tenant(), "form-4711")).isEmpty();
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();

        // And the store is none the worse for it.
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.updating(HEATING, 1, Repair.of("The heating is hot")));
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "hot"))).containsExactly(HEATING);
    }
}
