package org.itsmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.SettableClock;

/** The vocabulary is what it says, and the store in memory keeps the laws of queries on all of it. */
class VocabularyTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final FieldKey FLOOR = FieldKey.custom("floor", FieldType.TEXT);
    private static final FieldKey METERS = FieldKey.custom("meters", FieldType.DECIMAL);
    private static final List<FieldKey> FIELDS =
            List.of(Repairs.TITLE, Repairs.PLACE, Repairs.COST, Repairs.REPORTED, Repairs.LABELS, FLOOR, METERS);

    @Provide
    Arbitrary<String> texts() {
        return Vocabulary.texts();
    }

    @Provide
    Arbitrary<FieldValue> customValues() {
        return Vocabulary.customValues();
    }

    @Provide
    Arbitrary<FieldKey> fieldKeys() {
        return Vocabulary.fieldKeys();
    }

    @Provide
    Arbitrary<Query> queries() {
        return Vocabulary.queries(FIELDS);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Vocabulary.conditions(FIELDS);
    }

    @Provide
    Arbitrary<Repair> repairs() {
        return Combinators.combine(
                        Vocabulary.texts(),
                        Vocabulary.texts(),
                        Vocabulary.decimals(),
                        Vocabulary.instants(),
                        Vocabulary.texts().list().ofMaxSize(3),
                        Vocabulary.fieldValues(FieldType.TEXT))
                .as((title, place, cost, reported, labels, floor) -> Repair.of(title)
                        .withPlace(place)
                        .withCost(cost.toPlainString())
                        .withReported(reported)
                        .withLabels(labels)
                        .withCustom(Map.of("floor", floor)));
    }

    @Property(tries = 200)
    void textsAreStorable(@ForAll("texts") String text) {
        assertThat(Texts.firstUnstorable(text)).isEmpty();
    }

    @Property(tries = 200)
    void customValuesSurviveTheStore(@ForAll("customValues") FieldValue value) {
        InMemoryStore store = storeOf(List.of(Repair.UNKNOWN.withCustom(Map.of("floor", value))));

        assertThat(store.find(ACME, Repairs.KIND, id(0)).map(Stored::record).map(Repair::custom))
                .contains(Map.of("floor", value));
    }

    @Property(tries = 200)
    void fieldsThatNobodyDeclaresAreEmpty(@ForAll("fieldKeys") FieldKey key) {
        FieldKey odd = FieldKey.of("x-" + key.name().replace(":", "-"), key.type());

        assertThat(Conditions.matches(Condition.isEmpty(odd), Repairs.KIND, Repair.UNKNOWN))
                .isTrue();
    }

    @Property(tries = 300)
    void aConditionAndItsOppositeShareTheRecords(
            @ForAll("conditions") Condition condition,
            @ForAll("repairs") Repair repair,
            @ForAll("repairs") Repair other) {
        InMemoryStore store = storeOf(List.of(repair, other, Repair.UNKNOWN));

        assertThat(store.count(ACME, Repairs.KIND, condition)
                        + store.count(ACME, Repairs.KIND, Condition.not(condition)))
                .isEqualTo(3);
    }

    @Property(tries = 300)
    void aQueryFindsWhatConditionsMatch(
            @ForAll("queries") Query query, @ForAll("repairs") Repair repair, @ForAll("repairs") Repair other) {
        List<Repair> all = List.of(repair, other, Repair.UNKNOWN);
        InMemoryStore store = storeOf(all);
        List<RecordId> expected = IntStream.range(0, all.size())
                .filter(i -> Conditions.matches(query.condition(), Repairs.KIND, all.get(i)))
                .mapToObj(VocabularyTest::id)
                .toList();

        List<RecordId> found = new ArrayList<>();
        Optional<Query> next = Optional.of(query);
        while (next.isPresent()) {
            Query current = next.get();
            var page = store.query(ACME, Repairs.KIND, current);
            page.items().forEach(stored -> found.add(stored.id()));
            next = page.next().map(current::after);
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 100)
    void decimalsAreFieldValues(@ForAll("decimals") BigDecimal decimal) {
        assertThatCode(() -> FieldValue.decimal(decimal)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Vocabulary.decimals();
    }

    private static InMemoryStore storeOf(List<Repair> repairs) {
        SettableClock clock = new SettableClock();
        InMemoryStore store = new InMemoryStore(clock);
        Stream<Write<?>> writes = IntStream.range(0, repairs.size())
                .mapToObj(i ->
                        Write.insert(Repairs.KIND, id(i), repairs.get(i), List.of(described(clock, repairs.get(i)))));
        store.commit(ACME, new Commit(writes.toList(), List.of(), List.of(), Optional.empty()));
        return store;
    }

    private static NewEntry described(SettableClock clock, Repair repair) {
        return new NewEntry(
                new RepairEvent.Described(repair),
                clock.instant(),
                clock.instant(),
                People.ANNA,
                Optional.empty(),
                Cause.COMMAND,
                0);
    }

    private static RecordId id(int number) {
        return RecordId.of("r" + number);
    }
}
