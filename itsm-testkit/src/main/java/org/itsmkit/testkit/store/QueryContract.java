package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;
import static org.itsmkit.testkit.store.Ids.LIFT;
import static org.itsmkit.testkit.store.Ids.ROOF;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.StandardFields;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;

/** Conditions and orders mean what their documentation says: examples of each trap. */
public interface QueryContract extends StoreContract {

    @Test
    default void nothingComesLastInBothDirections(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN);
        trial.insert(HEATING, Repair.UNKNOWN.withCost("120"));
        trial.insert(LIFT, Repair.UNKNOWN.withCost("9.5"));

        assertThat(trial.ids(ordered(Order.ascending(Repairs.COST)))).containsExactly(LIFT, HEATING, DOOR);
        assertThat(trial.ids(ordered(Order.descending(Repairs.COST)))).containsExactly(HEATING, LIFT, DOOR);
    }

    @Test
    default void sharedFieldsAreOrderedLikeAnyOther(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN);
        trial.insert(HEATING, Repair.UNKNOWN.withStatus("open"));
        trial.insert(LIFT, Repair.UNKNOWN.withStatus("done"));

        assertThat(trial.ids(ordered(Order.ascending(StandardFields.STATUS)))).containsExactly(LIFT, HEATING, DOOR);
        assertThat(trial.ids(ordered(Order.descending(StandardFields.STATUS)))).containsExactly(HEATING, LIFT, DOOR);
    }

    @Test
    default void textsOrderByCodePoint(Trial trial) {
        List<String> rising = List.of(
                "",
                " ",
                "A",
                "B",
                "a",
                "a ",
                "aa",
                "b",
                "ä",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                "\uD800\uDC00",
                "\uDBFF\uDFFD");
        assertOrder(trial, rising, Repairs.PLACE, Repair::withPlace);
        assertOrder(trial.neighbour(), rising, Repairs.TITLE, Repair::withTitle);
        assertOrder(trial.neighbour(), rising, StandardFields.STATUS, Repair::withStatus);
        assertOrder(
                trial.neighbour(),
                rising,
                FieldKey.custom("floor", FieldType.TEXT),
                (repair, text) -> repair.withCustom(Map.of("floor", FieldValue.text(text))));
    }

    private static void assertOrder(
            Trial trial, List<String> rising, FieldKey field, BiFunction<Repair, String, Repair> with) {
        for (int i = 0; i < rising.size(); i++) {
            trial.insert(Ids.numbered(rising.size() - i), with.apply(Repair.UNKNOWN, rising.get(i)));
        }
        List<RecordId> found = trial.ids(ordered(Order.ascending(field)));
        List<RecordId> backwards = trial.ids(ordered(Order.descending(field)));

        for (int i = 0; i < rising.size(); i++) {
            assertThat(found.get(i)).as("place of %s", rising.get(i)).isEqualTo(Ids.numbered(rising.size() - i));
            assertThat(backwards.get(rising.size() - 1 - i)).isEqualTo(found.get(i));
            assertThat(trial.ids(Condition.eq(field, FieldValue.text(rising.get(i)))))
                    .containsExactly(found.get(i));
        }
    }

    @Test
    default void pointersOrderAsTexts(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN.withAsset(RecordRef.of("asset", RecordId.of("z"))));
        trial.insert(HEATING, Repair.UNKNOWN.withAsset(RecordRef.of("asset-list", RecordId.of("a"))));
        trial.insert(LIFT, Repair.UNKNOWN.withAsset(RecordRef.of("asset.x", RecordId.of("a"))));

        assertThat(trial.ids(ordered(Order.ascending(Repairs.ASSET)))).containsExactly(HEATING, LIFT, DOOR);
    }

    @Test
    default void aPrefixIsNoPattern(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN.withPlace("100% wool"));
        trial.insert(HEATING, Repair.UNKNOWN.withPlace("100 % wool"));
        trial.insert(LIFT, Repair.UNKNOWN.withPlace("room_1"));
        trial.insert(ROOF, Repair.UNKNOWN.withPlace("room\\1"));

        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, "100%"))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, "room_"))).containsExactly(LIFT);
        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, "room\\"))).containsExactly(ROOF);
        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, "room"))).containsExactly(LIFT, ROOF);
        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, "Room"))).isEmpty();
        assertThat(trial.ids(Condition.prefix(Repairs.PLACE, ""))).hasSize(4);
        assertThat(trial.ids(Condition.prefix(Repairs.TITLE, ""))).isEmpty();
    }

    @Test
    default void aRangeHoldsItsBeginningButNotItsEnd(Trial trial) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        trial.insert(DOOR, Repair.UNKNOWN.withReported(noon.minusNanos(1_000)));
        trial.insert(HEATING, Repair.UNKNOWN.withReported(noon));
        trial.insert(LIFT, Repair.UNKNOWN.withReported(noon.plusSeconds(1)));
        trial.insert(ROOF, Repair.UNKNOWN);
        FieldValue from = FieldValue.moment(noon);
        FieldValue to = FieldValue.moment(noon.plusSeconds(1));

        assertThat(trial.ids(Condition.range(Repairs.REPORTED, Optional.of(from), Optional.of(to))))
                .containsExactly(HEATING);
        assertThat(trial.ids(Condition.range(Repairs.REPORTED, Optional.of(from), Optional.empty())))
                .containsExactly(HEATING, LIFT);
        assertThat(trial.ids(Condition.range(Repairs.REPORTED, Optional.empty(), Optional.of(from))))
                .containsExactly(DOOR);
        assertThat(trial.ids(Condition.range(Repairs.REPORTED, Optional.of(to), Optional.of(from))))
                .isEmpty();
    }

    @Test
    default void aTextIsFoundByItsWords(Trial trial) {
        trial.insert(DOOR, Repair.of("The FRONT door, stuck!").withPlace("front"));
        trial.insert(HEATING, Repair.UNKNOWN.withNotes(List.of("the door", "in front")));
        trial.insert(LIFT, Repair.of("Frontdoor"));
        trial.insert(ROOF, Repair.UNKNOWN.withNotes(List.of("", "in front of the door")));

        assertThat(trial.ids(Condition.words(Repairs.TITLE, "door front"))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.words(Repairs.NOTES, "Door, front"))).containsExactly(ROOF);
        assertThat(trial.ids(Condition.words(Repairs.NOTES, "front"))).containsExactly(HEATING, ROOF);
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "!?"))).containsExactly(DOOR, LIFT);
        assertThat(trial.ids(Condition.words(Repairs.PLACE, "front")))
                .as("not searchable")
                .isEmpty();
        assertThat(trial.ids(Condition.words(Repairs.PLACE, ""))).isEmpty();
        assertThat(trial.ids(Condition.words(FieldKey.of("weather", FieldType.TEXT), "")))
                .isEmpty();
        assertThat(trial.ids(new Condition.HasWords(Repairs.TITLE, Set.of("FRONT"))))
                .as("no text has this word: words are in lower case")
                .isEmpty();
    }

    @Test
    default void aFieldWithManyValuesIsEqualToEach(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN.withLabels(List.of("wood", "glass", "wood")));
        trial.insert(HEATING, Repair.UNKNOWN.withLabels(List.of("iron")));
        trial.insert(LIFT, Repair.UNKNOWN);
        Condition glass = Condition.eq(Repairs.LABELS, FieldValue.text("glass"));

        assertThat(trial.ids(glass)).containsExactly(DOOR);
        assertThat(trial.ids(Condition.not(glass))).containsExactly(HEATING, LIFT);
        assertThat(trial.ids(Condition.isEmpty(Repairs.LABELS))).containsExactly(LIFT);
        assertThat(trial.ids(Condition.in(Repairs.LABELS, List.of(FieldValue.text("wood"), FieldValue.text("glass")))))
                .containsExactly(DOOR);
        assertThat(trial.ids(Condition.in(Repairs.LABELS, List.of()))).isEmpty();
    }

    @Test
    default void aLinkIsFoundByTypeAndTarget(Trial trial) {
        trial.insert(DOOR, Repair.UNKNOWN.withLinks(Set.of(Link.of("parent", Trial.ref(ROOF)))));
        trial.insert(
                HEATING,
                Repair.UNKNOWN.withLinks(
                        Set.of(Link.of("caused-by", Trial.ref(ROOF)), Link.of("parent", Trial.ref(LIFT)))));

        assertThat(trial.ids(Condition.linkedTo("parent", Trial.ref(ROOF)))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.linkedTo("caused-by", Trial.ref(ROOF)))).containsExactly(HEATING);
        assertThat(trial.ids(Condition.linkedTo("parent", RecordRef.of("counter", ROOF))))
                .isEmpty();

        trial.commit(trial.updating(DOOR, 1, Repair.UNKNOWN));
        assertThat(trial.ids(Condition.linkedTo("parent", Trial.ref(ROOF)))).isEmpty();
    }

    @Test
    default void whatARecordNoLongerHasIsNotFound(Trial trial) {
        trial.insert(DOOR, Repair.of("Broken").withLabels(List.of("wood")).withPlace("hall"));
        trial.commit(trial.updating(DOOR, 1, Repair.of("Mended")));

        assertThat(trial.ids(Condition.eq(Repairs.LABELS, FieldValue.text("wood"))))
                .isEmpty();
        assertThat(trial.ids(Condition.isEmpty(Repairs.PLACE))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "broken"))).isEmpty();
        assertThat(trial.ids(Condition.words(Repairs.TITLE, "mended"))).containsExactly(DOOR);
    }

    @Test
    default void anUnknownFieldHasNoValue(Trial trial) {
        FieldKey weather = FieldKey.of("weather", FieldType.TEXT);
        trial.insert(DOOR, Repair.of("The front door is stuck"));

        assertThat(trial.ids(Condition.eq(weather, FieldValue.text("rain")))).isEmpty();
        assertThat(trial.ids(Condition.isEmpty(weather))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.isEmpty(FieldKey.custom("weather", FieldType.FLAG))))
                .containsExactly(DOOR);
        assertThat(trial.store().countBy(trial.tenant(), Repairs.KIND, Condition.all(), weather))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> trial.ids(ordered(Order.ascending(weather))));
        assertThat(trial.ids(ordered(Order.ascending(FieldKey.custom("weather", FieldType.TEXT)))))
                .containsExactly(DOOR);
    }

    @Test
    default void aCustomValueOfAnotherTypeIsNone(Trial trial) {
        FieldKey text = FieldKey.custom("floor", FieldType.TEXT);
        FieldKey number = FieldKey.custom("floor", FieldType.DECIMAL);
        trial.insert(DOOR, Repair.UNKNOWN.withCustom(Map.of("floor", FieldValue.number(3))));
        trial.insert(HEATING, Repair.UNKNOWN.withCustom(Map.of("floor", FieldValue.text("3"))));

        assertThat(trial.ids(Condition.eq(number, FieldValue.number(3)))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.eq(text, FieldValue.text("3")))).containsExactly(HEATING);
        assertThat(trial.ids(Condition.isEmpty(number))).containsExactly(HEATING);
        assertThat(trial.ids(Condition.isEmpty(text))).containsExactly(DOOR);
        assertThat(trial.ids(ordered(Order.ascending(text)))).containsExactly(HEATING, DOOR);
    }

    @Test
    default void aFieldIsUsedWithItsTypeOnly(Trial trial) {
        FieldKey wrong = FieldKey.of("cost", FieldType.TEXT);
        Condition condition = Condition.or(Condition.all(), Condition.not(Condition.isEmpty(wrong)));

        assertThatIllegalArgumentException().isThrownBy(() -> trial.ids(condition));
        assertThatIllegalArgumentException().isThrownBy(() -> trial.count(condition));
        assertThatIllegalArgumentException().isThrownBy(() -> trial.ids(ordered(Order.ascending(wrong))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.store().countBy(trial.tenant(), Repairs.KIND, condition, Repairs.COST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.store().countBy(trial.tenant(), Repairs.KIND, Condition.all(), wrong));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.ids(
                        Condition.eq(FieldKey.of("status", FieldType.DECIMAL), FieldValue.decimal(BigDecimal.ONE))));
    }

    private static Query ordered(Order order) {
        return Query.where(Condition.all()).orderBy(order);
    }
}
