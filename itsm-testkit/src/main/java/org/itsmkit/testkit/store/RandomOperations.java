package org.itsmkit.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;

/** Does one random thing after another with a store, and tells what it was answered. Same chances, same operations. */
final class RandomOperations {

    private static final int IDS = 40;

    private final Trial trial;
    private final Chance chance;
    private final RandomConditions conditions;

    RandomOperations(Trial trial, Random random) {
        this.trial = trial;
        chance = new Chance(random);
        conditions = new RandomConditions(chance);
    }

    /** Does something; returns the answer, which says all that the caller can know. */
    Object next() {
        RecordId id = Ids.numbered(chance.below(IDS));
        return switch (chance.below(12)) {
            case 0, 1, 2, 3 -> commit(id);
            case 4, 5 -> trial.find(id);
            case 6 -> trial.journal(id);
            case 7 ->
                trial.store()
                        .query(
                                trial.tenant(),
                                Repairs.KIND,
                                new Query(
                                        conditions.condition(2),
                                        conditions.orders(),
                                        1 + chance.below(20),
                                        Optional.empty()));
            case 8 -> trial.count(conditions.condition(2));
            case 9 ->
                List.copyOf(trial.store()
                        .countBy(trial.tenant(), Repairs.KIND, Condition.all(), chance.field())
                        .entrySet());
            case 10 -> trial.store().command(trial.tenant(), key());
            default ->
                chance.below(2) == 0
                        ? trial.tasks().pending(trial.tenant())
                        : trial.store().nextNumber(trial.tenant(), "series-" + chance.below(3));
        };
    }

    private Object commit(RecordId id) {
        Repair repair = chance.repair();
        long actual = trial.version(id);
        long version = chance.below(8) == 0 ? chance.below(4) : actual;
        Commit commit = Commit.of(write(id, version, repair));
        if (chance.below(3) == 0) {
            RecordId other = Ids.numbered(IDS + chance.below(3));
            commit = commit.expecting(new Expectation(Trial.ref(other), chance.below(6) == 0 ? 1 : 0));
        }
        for (TaskChange change : tasks()) {
            commit = commit.task(change);
        }
        if (chance.below(3) == 0) {
            commit = commit.once(new CommandKey(key(), "digest", "result " + chance.below(100)));
        }
        try {
            trial.commit(commit);
            return "kept";
        } catch (StaleRecordException refusal) {
            return List.of("stale", refusal.ref(), refusal.expected(), refusal.actual());
        } catch (DuplicateCommandException refusal) {
            return List.of("duplicate", refusal.first());
        }
    }

    private Write<Repair> write(RecordId id, long version, Repair repair) {
        if (version == 0) {
            return trial.inserting(id, repair);
        }
        return chance.below(10) == 0 ? trial.deleting(id, version) : trial.updating(id, version, repair);
    }

    private List<TaskChange> tasks() {
        List<TaskChange> changes = new ArrayList<>();
        for (int i = chance.below(3); i > 0; i--) {
            String key = "task-" + chance.below(5);
            Task task = new Task(
                    key,
                    "remind",
                    trial.clock().instant().plusSeconds(chance.below(1_000)),
                    Map.of("text", chance.text()));
            changes.add(chance.below(4) == 0 ? TaskChange.cancel(key) : TaskChange.schedule(task));
        }
        return changes;
    }

    private String key() {
        return "form-" + chance.below(200);
    }
}
