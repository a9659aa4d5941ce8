package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Tenants never see each other. */
public interface TenantContract extends StoreContract {

    /** How many random operations are compared. */
    int OPERATIONS = 5_000;

    @Test
    default void tenantsAreIsolatedInEveryMethod(Trial trial) {
        Trial neighbour = trial.neighbour();
        Repair door = Repair.of("The front door is stuck")
                .withLabels(List.of("wood"))
                .withLinks(Set.of(Link.of("parent", Trial.ref(HEATING))));
        trial.commit(Commit.of(trial.inserting(DOOR, door))
                .task(TaskChange.schedule(
                        new Task("reminder", "remind", trial.clock().instant(), Map.of())))
                .once(new CommandKey("form-4711", "digest", "door@1")));

        assertThat(neighbour.find(DOOR)).isEmpty();
        assertThat(neighbour.ids(Query.where(Condition.all()).orderBy(Order.ascending(Repairs.TITLE))))
                .isEmpty();
        assertThat(neighbour.ids(Condition.isEmpty(Repairs.COST))).isEmpty();
        assertThat(neighbour.ids(Condition.words(Repairs.TITLE, "door"))).isEmpty();
        assertThat(neighbour.ids(Condition.linkedTo("parent", Trial.ref(HEATING))))
                .isEmpty();
        assertThat(neighbour.count(Condition.all())).isZero();
        assertThat(neighbour.count(Condition.eq(Repairs.LABELS, FieldValue.text("wood"))))
                .isZero();
        assertThat(neighbour.store().countBy(neighbour.tenant(), Repairs.KIND, Condition.all(), Repairs.LABELS))
                .isEmpty();
        assertThat(neighbour.journal(DOOR)).isEmpty();
        assertThat(neighbour.store().command(neighbour.tenant(), "form-4711")).isEmpty();
        assertThat(neighbour.tasks().pending(neighbour.tenant())).isEmpty();
    }

    @Test
    default void tenantsDoNotTouchEachOther(Trial trial) {
        Trial neighbour = trial.neighbour();
        CommandKey key = new CommandKey("form-4711", "digest", "door@1");
        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("Ours")))
                .task(TaskChange.schedule(
                        new Task("reminder", "remind", trial.clock().instant(), Map.of())))
                .once(key));

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> neighbour.commit(neighbour.updating(DOOR, 1, Repair.of("Theirs"))));
        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> neighbour.commit(Commit.of().expecting(new Expectation(Trial.ref(DOOR), 1))));
        neighbour.commit(Commit.of(neighbour.inserting(DOOR, Repair.of("Theirs")))
                .expecting(new Expectation(Trial.ref(HEATING), 0))
                .task(TaskChange.cancel("reminder"))
                .once(key));
        neighbour.commit(neighbour.deleting(DOOR, 1));

        assertThat(trial.repair(DOOR)).contains(Repair.of("Ours"));
        assertThat(trial.journal(DOOR)).hasSize(1);
        assertThat(trial.tasks().pending(trial.tenant())).extracting(Task::key).containsExactly("reminder");
    }

    @Test
    default void tenantsAreToldApartExactly(Trial trial) {
        String name = trial.tenant().value();
        trial.insert(DOOR, Repair.of("Ours"));

        for (String other : List.of(name.toUpperCase(Locale.ROOT), name + ".", name + ":", name.substring(1))) {
            TenantId tenant = TenantId.of(other);
            assertThat(trial.store().find(tenant, Repairs.KIND, DOOR)).isEmpty();
            assertThat(trial.store().count(tenant, Repairs.KIND, Condition.all()))
                    .isZero();
        }
    }

    @Test
    default void answersDoNotDependOnOtherTenants(Trial trial) {
        Seeds.each(1, random -> {
            long seed = random.nextLong();
            RandomOperations alone = new RandomOperations(trial.neighbour(), new Random(seed));
            List<Object> answers =
                    Stream.generate(alone::next).limit(OPERATIONS).toList();

            RandomOperations crowded = new RandomOperations(trial.neighbour(), new Random(seed));
            RandomOperations crowd = new RandomOperations(trial.neighbour(), random);
            for (int i = 0; i < OPERATIONS; i++) {
                if (random.nextInt(5) == 0) {
                    crowd.next();
                }
                assertThat(crowded.next()).as("answer %s", i).isEqualTo(answers.get(i));
            }
        });
    }
}
