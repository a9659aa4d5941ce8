package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that no index can hold are found, ordered and counted as any other: in a column of the record, as a field, as a custom one. */
class LongTextTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final FieldKey STATUS = FieldKey.of("status", FieldType.TEXT);
    private static final FieldKey CUSTOM = FieldKey.custom("story", FieldType.TEXT);
    private static final String X = "x".repeat(900);

    /** In the order of code points. */
    private static final List<String> TEXTS = List.of(
            "a",
            X.substring(0, 800),
            X.substring(0, 801),
            X,
            X + "A",
            X + "a",
            X + "\uFFFD",
            X + "😀",
            X + "😀".repeat(2_000),
            X.substring(0, 799) + "€ and more",
            "y");

    private TestDatabase database;
    private JdbcStore store;

    private void open(Engine engine) {
        database = engine.open();
        store = database.store();
        // The ids do not tell the order.
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Repair repair = Repair.of(text).withStatus(text).withCustom(Map.of("story", FieldValue.text(text)));
            store.commit(ACME, Commit.of(RichCommit.inserting(RecordId.of("r" + (i * 7 % 11)), repair)));
        }
        store.commit(ACME, Commit.of(RichCommit.inserting(RecordId.of("none"), Repair.UNKNOWN)));
    }

    @AfterEach
    void close() {
        database.assertNothingIsOpen();
        database.close();
    }

    private List<String> texts(Query query) {
        return store.query(ACME, Repairs.KIND, query).items().stream()
                .map(stored -> stored.record().title().orElse("none"))
                .toList();
    }

    private List<String> expected(java.util.function.Predicate<String> fits) {
        return TEXTS.stream().filter(fits).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreFoundByValueRangeAndBeginning(Engine engine) {
        open(engine);
        for (FieldKey field : List.of(STATUS, Repairs.TITLE, CUSTOM)) {
            Function<Condition, List<String>> found =
                    condition -> texts(Query.where(condition).orderBy(Order.ascending(STATUS)));
            for (String text : TEXTS) {
                FieldValue value = FieldValue.text(text);
                assertThat(found.apply(Condition.eq(field, value))).containsExactly(text);
                assertThat(found.apply(Condition.range(field, Optional.of(value), Optional.empty())))
                        .isEqualTo(expected(other -> Texts.compareByCodePoint(other, text) >= 0));
                assertThat(found.apply(Condition.range(field, Optional.empty(), Optional.of(value))))
                        .isEqualTo(expected(other -> Texts.compareByCodePoint(other, text) < 0));
                assertThat(found.apply(Condition.prefix(field, text)))
                        .isEqualTo(expected(other -> other.startsWith(text)));
                assertThat(found.apply(Condition.not(Condition.prefix(field, text))))
                        .isEqualTo(append(expected(other -> !other.startsWith(text))));
            }
        }
    }

    private static List<String> append(List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        all.add("none");
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theyAreOrderedAndPaged(Engine engine) {
        open(engine);
        List<String> descending = new ArrayList<>(TEXTS);
        java.util.Collections.reverse(descending);
        for (FieldKey field : List.of(STATUS, Repairs.TITLE, CUSTOM)) {
            assertThat(paged(Order.ascending(field))).isEqualTo(append(TEXTS));
            assertThat(paged(Order.descending(field))).isEqualTo(append(descending));
            assertThat(paged(Order.ascending(Repairs.PLACE), Order.descending(field)))
                    .isEqualTo(append(descending));
        }
    }

    private List<String> paged(Order... orders) {
        List<String> all = new ArrayList<>();
        Query query = Query.where(Condition.all()).orderBy(orders).limit(2);
        Page<Stored<Repair>> page = store.query(ACME, Repairs.KIND, query);
        page.items().forEach(stored -> all.add(stored.record().title().orElse("none")));
        while (page.next().isPresent()) {
            page = store.query(ACME, Repairs.KIND, query.after(page.next().get()));
            page.items().forEach(stored -> all.add(stored.record().title().orElse("none")));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theyAreCounted(Engine engine) {
        open(engine);
        for (FieldKey field : List.of(STATUS, Repairs.TITLE, CUSTOM)) {
            assertThat(store.countBy(ACME, Repairs.KIND, Condition.all(), field).keySet())
                    .containsExactlyElementsOf(
                            TEXTS.stream().map(FieldValue::text).toList());
        }
    }
}
