package org.itsmkit.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;

/** Conditions, cursors and queries refuse nonsense when they are made. */
class QueryTest {

    private static final FieldKey TITLE = FieldKey.of("title", FieldType.TEXT);
    private static final FieldKey COST = FieldKey.of("cost", FieldType.DECIMAL);
    private static final FieldValue TEXT = FieldValue.text("door");
    private static final FieldValue ONE = FieldValue.number(1);

    @Test
    void comparisonsAreWithTheFieldsType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.eq(COST, TEXT))
                .withMessageContaining("cost");
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.in(COST, List.of(ONE, TEXT)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.range(COST, Optional.of(TEXT), Optional.of(ONE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.range(COST, Optional.of(ONE), Optional.of(TEXT)));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.prefix(COST, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.words(COST, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.eq(TITLE, FieldValue.list(List.of(TEXT))));
    }

    @Test
    void aRangeNeedsABound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.range(COST, Optional.empty(), Optional.empty()));
    }

    @Test
    void aChoiceIsBounded() {
        assertThat(new Condition.In(COST, Collections.nCopies(1_000, ONE)).values())
                .hasSize(1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.in(COST, Collections.nCopies(1_001, ONE)));
    }

    @Test
    void wordsAreBounded() {
        Set<String> many = IntStream.range(0, 201).mapToObj(i -> "w" + i).collect(Collectors.toSet());

        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.HasWords(TITLE, many));
        assertThat(Condition.words(TITLE, String.join(" ", many))).isInstanceOf(Condition.HasWords.class);
    }

    @Test
    void aLinkHasAPlainType() {
        RecordRef target = RecordRef.of("repair", RecordId.of("door"));

        assertThatIllegalArgumentException().isThrownBy(() -> Condition.linkedTo("", target));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.linkedTo("a b", target));
    }

    @Test
    void bothIsBoth() {
        Condition title = Condition.eq(TITLE, TEXT);
        Condition cost = Condition.eq(COST, ONE);

        assertThat(Condition.all().and(title)).isEqualTo(title);
        assertThat(title.and(Condition.all())).isEqualTo(title);
        assertThat(title.and(cost)).isEqualTo(Condition.and(title, cost));
        assertThat(title.and(cost).and(Condition.none())).isEqualTo(Condition.and(title, cost, Condition.none()));
        assertThat(Query.where(title).and(cost).condition()).isEqualTo(Condition.and(title, cost));
    }

    @Test
    void aPageIsBounded() {
        Query query = Query.where(Condition.all());

        assertThat(query.limit()).isEqualTo(Query.DEFAULT_LIMIT);
        assertThat(query.limit(1).limit(1_000).limit()).isEqualTo(1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> query.limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.limit(1_001));
    }

    @Test
    void thereAreAtMostThreeOrders() {
        Order order = Order.ascending(TITLE);
        Query query = Query.where(Condition.all()).orderBy(order, order, order);

        assertThat(query.orders()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> query.orderBy(order, order, order, order));
    }

    @Test
    void aCursorFitsItsOrders() {
        Query query = Query.where(Condition.all()).orderBy(Order.ascending(TITLE), Order.descending(COST));
        RecordId id = RecordId.of("door");
        Cursor cursor = new Cursor(List.of(Optional.of(TEXT), Optional.empty()), id);

        assertThat(query.after(cursor).after()).contains(cursor);
        assertThat(query.after(cursor).orderBy(Order.ascending(COST)).after())
                .as("another order begins anew")
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> query.after(new Cursor(List.of(Optional.of(TEXT)), id)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.after(new Cursor(List.of(Optional.of(ONE), Optional.of(ONE)), id)));
    }

    @Test
    void fieldsHaveAnOrder() {
        assertThat(FieldOrder.compare(FieldValue.text("\uD83D\uDE00"), FieldValue.text("\uFFFD")))
                .isPositive();
        assertThat(FieldOrder.compare(FieldValue.number(10), FieldValue.number(9)))
                .isPositive();
        assertThat(FieldOrder.compare(FieldValue.flag(false), FieldValue.flag(true)))
                .isNegative();
        assertThat(FieldOrder.compare(
                        FieldValue.ref(RecordRef.parse("asset/z")), FieldValue.ref(RecordRef.parse("asset-x/a"))))
                .as("by text, not by kind")
                .isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> FieldOrder.compare(TEXT, ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldOrder.compare(FieldValue.list(List.of()), FieldValue.list(List.of())));
    }
}
