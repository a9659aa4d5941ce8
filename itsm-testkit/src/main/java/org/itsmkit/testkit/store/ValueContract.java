package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Dossier;
import org.itsmkit.testkit.fixture.DossierEvent;
import org.itsmkit.testkit.fixture.DossierExamples;
import org.itsmkit.testkit.fixture.Dossiers;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;

/** What is put into a store comes out as it was, to the last character. */
public interface ValueContract extends StoreContract {

    @Test
    default void textsAreKeptVerbatim(Trial trial) {
        List<String> texts = Chance.TEXTS;
        for (int i = 0; i < texts.size(); i++) {
            trial.insert(Ids.numbered(i), Repair.of(texts.get(i)).withNotes(texts));
        }
        for (int i = 0; i < texts.size(); i++) {
            Repair repair = Repair.of(texts.get(i)).withNotes(texts);
            assertThat(trial.repair(Ids.numbered(i))).contains(repair);
            assertThat(trial.ids(Condition.eq(Repairs.TITLE, FieldValue.text(texts.get(i)))))
                    .as("those titled <%s>", texts.get(i))
                    .containsExactly(Ids.numbered(i));
        }
    }

    @Test
    default void aTextMayHaveAMebibyte(Trial trial) {
        String longest = "\uD83D\uDE00".repeat(Texts.MAX_LENGTH / 2 - 1) + "ab";
        String almost = longest.substring(0, longest.length() - 1) + "c";
        trial.insert(DOOR, Repair.of(longest));
        trial.insert(HEATING, Repair.of(almost));

        assertThat(trial.repair(DOOR).flatMap(Repair::title).orElseThrow().equals(longest))
                .isTrue();
        assertThat(trial.ids(Condition.eq(Repairs.TITLE, FieldValue.text(longest))))
                .containsExactly(DOOR);
        assertThat(trial.ids(Condition.eq(Repairs.TITLE, FieldValue.text(almost))))
                .containsExactly(HEATING);
        assertThat(trial.ids(Condition.prefix(Repairs.TITLE, longest.substring(0, 2_000))))
                .containsExactly(DOOR, HEATING);
    }

    @Test
    default void textsThatNoStoreCanKeepAreRefused(Trial trial) {
        for (String text : List.of("a\0b", "\uD83D", "\uDE00x", "x".repeat(Texts.MAX_LENGTH + 1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.text(text));
            assertThatIllegalArgumentException().isThrownBy(() -> trial.insert(DOOR, Repair.of(text)));
        }
        assertThat(trial.find(DOOR)).isEmpty();
    }

    @Test
    default void everySortOfFieldValueIsKept(Trial trial) {
        Map<String, FieldValue> values = everySort();

        trial.insert(DOOR, Repair.UNKNOWN.withCustom(values));

        assertThat(trial.repair(DOOR).orElseThrow().custom()).isEqualTo(values);
        values.forEach((name, value) -> {
            List<FieldValue> each = value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
            for (FieldValue one : each) {
                FieldKey key = FieldKey.custom(name, FieldType.of(one));
                assertThat(trial.ids(Condition.eq(key, one)))
                        .as("%s is %s", name, one)
                        .containsExactly(DOOR);
                assertThat(trial.store().countBy(trial.tenant(), Repairs.KIND, Condition.all(), key))
                        .containsEntry(one, 1L);
            }
        });
    }

    private static Map<String, FieldValue> everySort() {
        RecordRef pump = RecordRef.of("asset", RecordId.of("pump"));
        Map<String, FieldValue> values = new HashMap<>();
        values.put("text", FieldValue.text("it's \"5 o'clock\"\n\uD83D\uDE00"));
        values.put("empty", FieldValue.text(""));
        values.put("whole", FieldValue.number(Long.MIN_VALUE));
        values.put("greatest", FieldValue.decimal(new BigDecimal("9".repeat(28) + "." + "9".repeat(10))));
        values.put("least", FieldValue.decimal(new BigDecimal("-" + "9".repeat(28) + "." + "9".repeat(10))));
        values.put("small", FieldValue.decimal(new BigDecimal("0.0000000001")));
        values.put("zero", FieldValue.decimal(new BigDecimal("0.000")));
        values.put("round", FieldValue.decimal(new BigDecimal("1E+27")));
        values.put("yes", FieldValue.flag(true));
        values.put("no", FieldValue.flag(false));
        values.put("first", FieldValue.moment(Micros.MIN));
        values.put("last", FieldValue.moment(Micros.MAX));
        values.put("summer-time", FieldValue.moment(Instant.parse("2026-10-25T00:30:00.123456Z")));
        values.put("day-one", FieldValue.date(LocalDate.of(1, 1, 1)));
        values.put("reform", FieldValue.date(LocalDate.of(1582, 10, 10)));
        values.put("day-last", FieldValue.date(LocalDate.of(9999, 12, 31)));
        values.put("ref", FieldValue.ref(pump));
        values.put("nothing", FieldValue.list(List.of()));
        values.put("texts", FieldValue.list(List.of(FieldValue.text("b"), FieldValue.text("a"))));
        values.put("numbers", FieldValue.list(List.of(FieldValue.number(10), FieldValue.number(9))));
        values.put("flags", FieldValue.list(List.of(FieldValue.flag(true), FieldValue.flag(false))));
        values.put("moments", FieldValue.list(List.of(FieldValue.moment(Instant.EPOCH))));
        values.put("dates", FieldValue.list(List.of(FieldValue.date(LocalDate.EPOCH))));
        values.put("refs", FieldValue.list(List.of(FieldValue.ref(pump))));
        return values;
    }

    @Test
    default void longListsAreKept(Trial trial) {
        List<FieldValue> thousand =
                IntStream.range(0, 1_000).mapToObj(FieldValue::number).toList();
        Repair repair = Repair.UNKNOWN.withCustom(Map.of("many", FieldValue.list(thousand)));

        trial.insert(DOOR, repair);

        assertThat(trial.repair(DOOR)).contains(repair);
        FieldKey many = FieldKey.custom("many", FieldType.DECIMAL);
        assertThat(trial.ids(Condition.in(many, thousand))).containsExactly(DOOR);
        assertThat(trial.ids(Condition.in(many, thousand.subList(999, 1_000)))).containsExactly(DOOR);
    }

    @Test
    default void instantsAreKeptInMicroseconds(Trial trial) {
        Instant exact = Instant.parse("2026-03-02T08:00:00.123456789Z");
        Instant kept = Instant.parse("2026-03-02T08:00:00.123456Z");
        trial.clock().set(exact);

        trial.insert(DOOR, Repair.UNKNOWN.withReported(kept));

        assertThat(trial.find(DOOR).orElseThrow().recordedAt()).isEqualTo(kept);
        assertThat(trial.journal(DOOR)).extracting(JournalEntry::recordedAt).containsExactly(kept);
        assertThat(trial.journal(DOOR)).extracting(JournalEntry::occurredAt).containsExactly(kept);
        assertThat(trial.ids(Condition.eq(Repairs.REPORTED, FieldValue.moment(exact))))
                .containsExactly(DOOR);
    }

    @Test
    default void theRangeOfInstantsIsKept(Trial trial) {
        trial.clock().set(Micros.MIN);
        trial.insert(DOOR, Repair.UNKNOWN.withReported(Micros.MAX));
        trial.clock().set(Micros.MAX);
        trial.commit(trial.updating(DOOR, 1, Repair.UNKNOWN.withReported(Micros.MIN)));

        assertThat(trial.journal(DOOR)).extracting(JournalEntry::recordedAt).containsExactly(Micros.MIN, Micros.MAX);
        assertThat(trial.repair(DOOR)).contains(Repair.UNKNOWN.withReported(Micros.MIN));
    }

    @Test
    default void recordsOfEveryTypeAreKept(Trial trial) {
        for (Dossier dossier : List.of(DossierExamples.FULL, DossierExamples.EMPTY)) {
            Trial own = trial.neighbour();
            List<Object> events = List.of(
                    new DossierEvent.Opened(dossier),
                    new DossierEvent.Found(dossier.finding(), everySort()),
                    new DossierEvent.HandedOver<Dossier>(Optional.of(People.ANNA), People.BEN),
                    new DossierEvent.HandedOver<Dossier>(Optional.empty(), People.DORA),
                    new DossierEvent.Closed());
            List<NewEntry> entries = events.stream().map(own::entry).toList();

            own.commit(Write.insert(Dossiers.KIND, DOOR, dossier, entries));

            assertThat(own.store().find(own.tenant(), Dossiers.KIND, DOOR).map(Stored::record))
                    .contains(dossier);
            assertThat(own.store().journal(own.tenant(), Dossiers.KIND, DOOR, 0, 10))
                    .extracting(JournalEntry::event)
                    .isEqualTo(events);
        }
    }
}
