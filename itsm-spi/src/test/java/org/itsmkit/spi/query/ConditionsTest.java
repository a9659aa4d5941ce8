package org.itsmkit.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.junit.jupiter.api.Test;

/** Conditions on a record in hand. Stores are held to the same by the contract tests of the testkit. */
class ConditionsTest {

    /** A key that hangs at the porter's. */
    record DoorKey(
            Optional<String> room,
            Optional<BigDecimal> copies,
            List<String> owners,
            Map<String, FieldValue> custom,
            Set<Link> links) {}

    private static final Field<DoorKey, String> ROOM =
            Field.<DoorKey>text("room", DoorKey::room).searchable();
    private static final Field<DoorKey, BigDecimal> COPIES = Field.decimal("copies", DoorKey::copies);
    private static final Field<DoorKey, String> OWNERS =
            Field.of(FieldKey.of("owners", FieldType.TEXT), FieldValue::text, DoorKey::owners);
    private static final FieldKey HOOK = FieldKey.custom("hook", FieldType.DECIMAL);
    private static final RecordRef CELLAR = RecordRef.parse("room/cellar");

    private static final RecordKind<DoorKey> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "door-key";
        }

        @Override
        public Class<DoorKey> type() {
            return DoorKey.class;
        }

        @Override
        public List<EventType<?>> events() {
            return List.of();
        }

        @Override
        public List<Field<DoorKey, ?>> fields() {
            return List.of(ROOM, COPIES, OWNERS);
        }

        @Override
        public Map<String, FieldValue> customFields(DoorKey key) {
            return key.custom();
        }

        @Override
        public Set<Link> links(DoorKey key) {
            return key.links();
        }
    };

    private static final DoorKey KEY = new DoorKey(
            Optional.of("The Old Cellar"),
            Optional.of(new BigDecimal("3")),
            List.of("anna", "ben"),
            Map.of("hook", FieldValue.list(List.of(FieldValue.number(4), FieldValue.number(7)))),
            Set.of(Link.of("opens", CELLAR)));
    private static final DoorKey BLANK = new DoorKey(Optional.empty(), Optional.empty(), List.of(), Map.of(), Set.of());

    @Test
    void comparesTheValuesOfAField() {
        assertMatches(COPIES.is(new BigDecimal("3.0")));
        assertMatches(COPIES.isAtLeast(BigDecimal.valueOf(3)));
        assertMatches(Condition.not(COPIES.isBelow(BigDecimal.valueOf(3))));
        assertMatches(COPIES.isBelow(BigDecimal.valueOf(4)));
        assertMatches(OWNERS.is("ben"));
        assertMatches(OWNERS.isIn(List.of("carla", "anna")));
        assertMatches(Condition.not(OWNERS.isIn(List.of())));
        assertMatches(Condition.prefix(ROOM.key(), "The O"));
        assertMatches(Condition.not(Condition.prefix(ROOM.key(), "the")));
    }

    @Test
    void findsWordsInSearchableTextsOnly() {
        assertMatches(Condition.words(ROOM.key(), "cellar old"));
        assertMatches(Condition.words(ROOM.key(), ""));
        assertMatches(Condition.not(Condition.words(ROOM.key(), "cell")));
        assertMatches(Condition.not(Condition.words(OWNERS.key(), "anna")));
        assertMatches(Condition.not(Condition.words(OWNERS.key(), "")));
    }

    @Test
    void readsCustomFieldsOfTheirType() {
        assertMatches(Condition.eq(HOOK, FieldValue.number(7)));
        assertMatches(Condition.isEmpty(FieldKey.custom("hook", FieldType.TEXT)));
        assertMatches(Condition.isEmpty(FieldKey.custom("ring", FieldType.TEXT)));
        assertMatches(Condition.isEmpty(FieldKey.of("hook", FieldType.DECIMAL)));
    }

    @Test
    void followsLinks() {
        assertMatches(Condition.linkedTo("opens", CELLAR));
        assertMatches(Condition.not(Condition.linkedTo("closes", CELLAR)));
        assertMatches(Condition.not(Condition.linkedTo("opens", RecordRef.parse("room/attic"))));
    }

    @Test
    void knowsTwoTruths() {
        List<Condition> comparisons = List.of(
                COPIES.is(BigDecimal.ONE),
                COPIES.isBelow(BigDecimal.TEN),
                OWNERS.is("anna"),
                Condition.prefix(ROOM.key(), ""),
                Condition.words(ROOM.key(), ""));
        for (Condition comparison : comparisons) {
            assertThat(Conditions.matches(comparison, KIND, BLANK))
                    .as("%s", comparison)
                    .isFalse();
            assertThat(Conditions.matches(Condition.not(comparison), KIND, BLANK))
                    .isTrue();
        }
        assertThat(Conditions.matches(ROOM.isEmpty(), KIND, BLANK)).isTrue();
    }

    @Test
    void combines() {
        assertMatches(Condition.all());
        assertMatches(Condition.and());
        assertMatches(Condition.not(Condition.none()));
        assertMatches(Condition.not(Condition.or()));
        assertMatches(Condition.or(Condition.none(), OWNERS.is("ben")));
        assertMatches(Condition.not(Condition.and(Condition.all(), OWNERS.is("carla"))));
    }

    @Test
    void refusesADeclaredFieldOfAnotherTypeWhereverItStands() {
        Condition wrong = Condition.isEmpty(FieldKey.of("copies", FieldType.TEXT));

        for (Condition condition : List.of(
                wrong,
                Condition.not(wrong),
                Condition.or(Condition.all(), wrong),
                Condition.and(Condition.none(), wrong))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Conditions.matches(condition, KIND, KEY))
                    .withMessageContaining("copies");
            assertThatIllegalArgumentException().isThrownBy(() -> Conditions.predicate(condition, KIND));
        }
    }

    private static void assertMatches(Condition condition) {
        assertThat(Conditions.matches(condition, KIND, KEY)).as("%s", condition).isTrue();
    }
}
