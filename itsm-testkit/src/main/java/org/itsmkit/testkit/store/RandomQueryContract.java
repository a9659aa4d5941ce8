package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Every query, count and page agrees with an {@link Oracle} that shares nothing with any store. */
public interface RandomQueryContract extends StoreContract {

    @Test
    default void queriesAndCountsAgreeWithTheOracle(Trial trial) {
        Seeds.each(3, random -> {
            Chance chance = new Chance(random);
            RandomConditions conditions = new RandomConditions(chance);
            Map<RecordId, Repair> repairs = chance.repairs(80);
            Trial own = filled(trial, chance, repairs);
            Oracle oracle = new Oracle(repairs);
            for (int i = 0; i < 120; i++) {
                Condition condition = conditions.condition(3);
                List<Order> orders = conditions.orders();
                List<RecordId> expected = oracle.ids(condition, orders);

                assertThat(own.ids(new Query(condition, orders, 1_000, Optional.empty())))
                        .as("%s by %s", condition, orders)
                        .isEqualTo(expected);
                assertThat(own.count(condition)).as("count of %s", condition).isEqualTo(expected.size());
            }
        });
    }

    @Test
    default void foundRecordsAreAsTheyAre(Trial trial) {
        Seeds.each(1, random -> {
            Chance chance = new Chance(random);
            Map<RecordId, Repair> repairs = chance.repairs(50);
            Trial own = filled(trial, chance, repairs);

            assertThat(own.store()
                            .query(own.tenant(), Repairs.KIND, Query.where(Condition.all()))
                            .items())
                    .allSatisfy(stored -> {
                        assertThat(stored.record()).isEqualTo(repairs.get(stored.id()));
                        assertThat(own.find(stored.id())).contains(stored);
                    })
                    .hasSize(50);
        });
    }

    @Test
    default void everyFieldOrdersInBothDirections(Trial trial) {
        Seeds.each(1, random -> {
            Chance chance = new Chance(random);
            Map<RecordId, Repair> repairs = chance.repairs(60);
            Trial own = filled(trial, chance, repairs);
            Oracle oracle = new Oracle(repairs);
            for (FieldKey field : Chance.SINGLE) {
                for (boolean descending : List.of(false, true)) {
                    List<Order> orders = List.of(new Order(field, descending));
                    assertThat(own.ids(new Query(Condition.all(), orders, 1_000, Optional.empty())))
                            .as("by %s", orders)
                            .isEqualTo(oracle.ids(Condition.all(), orders));
                }
            }
        });
    }

    @Test
    default void countsByValueAgreeWithTheOracle(Trial trial) {
        Seeds.each(2, random -> {
            Chance chance = new Chance(random);
            RandomConditions conditions = new RandomConditions(chance);
            Map<RecordId, Repair> repairs = chance.repairs(60);
            Trial own = filled(trial, chance, repairs);
            Oracle oracle = new Oracle(repairs);
            List<FieldKey> fields = new ArrayList<>(Chance.SINGLE);
            fields.addAll(Chance.MANY);
            fields.addAll(Chance.UNKNOWN);
            for (FieldKey field : fields) {
                Condition condition = conditions.condition(2);
                assertThat(own.store()
                                .countBy(own.tenant(), Repairs.KIND, condition, field)
                                .entrySet())
                        .as("%s by %s", condition, field)
                        .containsExactlyElementsOf(
                                oracle.countBy(condition, field).entrySet());
            }
        });
    }

    @Test
    default void atMostAThousandValuesAreCounted(Trial trial) {
        for (int i = 0; i < 11; i++) {
            int first = i * 100;
            trial.insert(
                    Ids.numbered(i),
                    Repair.UNKNOWN.withLabels(IntStream.range(first, first + 100)
                            .mapToObj(n -> String.format("label %04d", n))
                            .toList()));
        }
        trial.insert(Ids.numbered(11), Repair.UNKNOWN.withLabels(List.of("label 1099")));

        Map<FieldValue, Long> counts =
                trial.store().countBy(trial.tenant(), Repairs.KIND, Condition.all(), Repairs.LABELS);

        assertThat(counts).hasSize(1_000);
        assertThat(counts.entrySet())
                .startsWith(Map.entry(FieldValue.text("label 1099"), 2L), Map.entry(FieldValue.text("label 0000"), 1L))
                .endsWith(Map.entry(FieldValue.text("label 0998"), 1L));
    }

    @Test
    default void pagesNeitherRepeatNorSkip(Trial trial) {
        Seeds.each(1, random -> {
            Chance chance = new Chance(random);
            RandomConditions conditions = new RandomConditions(chance);
            Map<RecordId, Repair> repairs = chance.repairs(23);
            Trial own = filled(trial, chance, repairs);
            Oracle oracle = new Oracle(repairs);
            for (int size = 1; size <= 24; size++) {
                Condition condition = size % 3 == 0 ? conditions.condition(1) : Condition.all();
                assertPages(own, oracle, new Query(condition, conditions.orders(), size, Optional.empty()));
            }
            for (FieldKey field : Chance.SINGLE) {
                Query query = Query.where(Condition.all()).limit(4);
                assertPages(own, oracle, query.orderBy(Order.ascending(field)));
                assertPages(own, oracle, query.orderBy(Order.descending(field)));
            }
        });
    }

    @Test
    default void aCursorOutlivesItsRecord(Trial trial) {
        IntStream.range(0, 6).forEach(i -> trial.insert(Ids.numbered(i), Repair.UNKNOWN.withCost("" + i / 2)));
        Query query = Query.where(Condition.all())
                .orderBy(Order.descending(Repairs.COST))
                .limit(3);
        Page<Stored<Repair>> first = trial.store().query(trial.tenant(), Repairs.KIND, query);

        trial.commit(trial.deleting(Ids.numbered(2), 1));

        assertThat(first.items())
                .extracting(Stored::id)
                .containsExactly(Ids.numbered(4), Ids.numbered(5), Ids.numbered(2));
        assertThat(trial.ids(query.after(first.next().orElseThrow())))
                .containsExactly(Ids.numbered(3), Ids.numbered(0), Ids.numbered(1));
    }

    private static void assertPages(Trial trial, Oracle oracle, Query query) {
        List<RecordId> expected = oracle.ids(query.condition(), query.orders());
        List<RecordId> found = new ArrayList<>();
        Optional<Query> next = Optional.of(query);
        while (next.isPresent()) {
            Query current = next.get();
            Page<Stored<Repair>> page = trial.store().query(trial.tenant(), Repairs.KIND, current);
            page.items().forEach(stored -> found.add(stored.id()));
            if (page.next().isPresent()) {
                assertThat(page.items()).as("a page that is not the last").hasSize(query.limit());
            }
            assertThat(found.size()).as("records on pages of %s", query).isLessThanOrEqualTo(expected.size());
            next = page.next().map(current::after);
        }
        assertThat(found).as("pages of %s", query).isEqualTo(expected);
    }

    /** A new tenant with these repairs, which some of them had to become first. */
    private static Trial filled(Trial trial, Chance chance, Map<RecordId, Repair> repairs) {
        Trial own = trial.neighbour();
        List<Map.Entry<RecordId, Repair>> backwards = new ArrayList<>(repairs.entrySet());
        Collections.reverse(backwards);
        List<Write<?>> inserts = new ArrayList<>();
        List<Write<?>> updates = new ArrayList<>();
        for (Map.Entry<RecordId, Repair> entry : backwards) {
            boolean changes = chance.below(4) == 0;
            inserts.add(own.inserting(entry.getKey(), changes ? chance.repair() : entry.getValue()));
            if (changes) {
                updates.add(own.updating(entry.getKey(), 1, entry.getValue()));
            }
        }
        own.commit(new Commit(inserts, List.of(), List.of(), Optional.empty()));
        own.commit(new Commit(updates, List.of(), List.of(), Optional.empty()));
        return own;
    }
}
