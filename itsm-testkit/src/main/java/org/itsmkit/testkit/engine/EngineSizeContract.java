package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.DORA;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The greatest tickets that there can be are kept exactly as they were given, and greater ones are refused; never half. */
public interface EngineSizeContract extends StoreContract {

    /** With what stores stumble over. */
    String PART = "O'Brien \uD83D\uDE80 \"\\\\\" {\"a\":[1,null]} \u202E %s ; -- \t" + "\u00E9".repeat(51);

    @Test
    default void tenThousandFieldsAreKeptExactly(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        Caller dora = Caller.of(trial.tenant(), DORA);
        define(itsm, dora, FieldDefinition.MOST);
        Map<String, FieldValue> values = values(FieldDefinition.MOST);

        Stored<Incident> logged = itsm.incidents()
                .submit(
                        dora,
                        IncidentCommand.log().title("All of it").custom(values).build())
                .get();

        RecordId id = logged.id();
        assertThat(kept(trial, id).equals(logged))
                .as("what was answered is kept")
                .isTrue();
        assertThat(kept(trial, id).record().ticket().custom().equals(values))
                .as("all values come back")
                .isTrue();
        var first = trial.store()
                .journal(trial.tenant(), Incidents.KIND, id, 0, 1)
                .get(0)
                .event();
        assertThat(((IncidentEvent.Logged) first).opening().custom().equals(values))
                .as("all values stand in the journal")
                .isTrue();
        for (int i = FieldDefinition.MOST - FieldType.values().length; i < FieldDefinition.MOST; i++) {
            FieldDefinition field = field(i);
            assertThat(itsm.incidents()
                            .query(dora, Query.where(Condition.eq(field.key(), value(field.type(), i))))
                            .items())
                    .extracting(Stored::id)
                    .containsExactly(id);
        }

        Map<String, FieldValue> others = new HashMap<>(values);
        others.replaceAll((name, value) -> value instanceof FieldValue.Text text
                ? FieldValue.text(text.value().substring(1))
                : value);
        itsm.incidents().submit(dora, id, new TicketCommand.SetFields<>(others)).get();
        assertThat(kept(trial, id).record().ticket().custom().equals(others))
                .as("all values come back once they are others")
                .isTrue();
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    default void oneMoreThanTenThousandIsRefused(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        Caller dora = Caller.of(trial.tenant(), DORA);
        Either<Rejection, ?> tooMany = itsm.tailor(dora, tailoring(FieldDefinition.MOST + 1));
        assertThat(tooMany.getLeft().code()).isEqualTo("settings.too-many-fields");
        assertThat(trial.store().find(trial.tenant(), SettingsKind.KIND, SettingsKind.ID))
                .isEmpty();

        define(itsm, dora, FieldDefinition.MOST);
        assertRefused(trial, itsm, values(FieldDefinition.MOST + 1), "field.too-many");
        Map<String, FieldValue> unknown = values(FieldDefinition.MOST - 1);
        unknown.put("unheard-of", FieldValue.text("x"));
        assertRefused(trial, itsm, unknown, "field.unknown");
        Map<String, FieldValue> tooLong = values(FieldDefinition.MOST);
        tooLong.put(field(0).name(), FieldValue.text("x".repeat(Texts.MAX_LENGTH)));
        assertRefused(trial, itsm, tooLong, "field.too-long");
    }

    /** Where a field is found by and where it is not, in one value and in a thousand. */
    @Test
    default void aMebibyteInFieldsIsKeptExactly(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        Caller dora = Caller.of(trial.tenant(), DORA);
        itsm.tailor(
                        dora,
                        Tailoring.builder()
                                .putFields(
                                        "incident",
                                        List.of(
                                                FieldDefinition.of("found", FieldType.TEXT),
                                                FieldDefinition.of("memo", FieldType.TEXT)
                                                        .withoutIndex(),
                                                FieldDefinition.of("many", FieldType.TEXT)
                                                        .withMany()))
                                .build())
                .get();
        FieldValue mebibyte = FieldValue.text("\uD83D\uDE80".repeat(Texts.MAX_LENGTH / 2));
        List<FieldValue> parts = new ArrayList<>();
        IntStream.range(0, FieldValue.ListOf.MAX_SIZE)
                .forEach(i -> parts.add(FieldValue.text(i + "\u00FC".repeat(1_000))));
        for (Map<String, FieldValue> values :
                List.of(Map.of("found", mebibyte), Map.of("memo", mebibyte), Map.of("many", FieldValue.list(parts)))) {
            RecordId id = itsm.incidents()
                    .submit(
                            dora,
                            IncidentCommand.log()
                                    .title("Long")
                                    .description("\u00E9".repeat(Texts.MAX_LENGTH))
                                    .custom(values)
                                    .build())
                    .get()
                    .id();
            assertThat(kept(trial, id).record().ticket().custom().equals(values))
                    .as("%s", values.keySet())
                    .isTrue();
        }
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private static Stored<Incident> kept(Trial trial, RecordId id) {
        return trial.store().find(trial.tenant(), Incidents.KIND, id).orElseThrow();
    }

    private static void assertRefused(Trial trial, Itsm itsm, Map<String, FieldValue> values, String code) {
        Caller dora = Caller.of(trial.tenant(), DORA);
        Either<Rejection, Stored<Incident>> outcome = itsm.incidents()
                .submit(
                        dora,
                        IncidentCommand.log().title("Too much").custom(values).build());
        assertThat(outcome.isLeft()).as(code).isTrue();
        assertThat(outcome.getLeft().violations()).extracting(Violation::code).containsOnly(code);
        assertThat(itsm.incidents().count(dora, Condition.all())).isZero();
    }

    private static void define(Itsm itsm, Caller dora, int most) {
        Either<Rejection, ?> defined = itsm.tailor(dora, tailoring(most));
        assertThat(defined.isRight()).as("%s", defined).isTrue();
    }

    private static Tailoring tailoring(int most) {
        return Tailoring.builder()
                .putFields(
                        "incident",
                        IntStream.range(0, most)
                                .mapToObj(EngineSizeContract::field)
                                .toList())
                .build();
    }

    /** Fields of all types in turn, all of them found by. */
    private static FieldDefinition field(int i) {
        return FieldDefinition.of("f" + i, FieldType.values()[i % FieldType.values().length]);
    }

    private static Map<String, FieldValue> values(int most) {
        Map<String, FieldValue> values = new HashMap<>();
        for (int i = 0; i < most; i++) {
            FieldDefinition field = field(i);
            values.put(field.name(), value(field.type(), i));
        }
        return values;
    }

    private static FieldValue value(FieldType type, int i) {
        return switch (type) {
            case TEXT -> FieldValue.text(PART + i);
            case DECIMAL -> FieldValue.decimal(BigDecimal.valueOf(i, 10));
            case FLAG -> FieldValue.flag(i % 2 == 0);
            case MOMENT -> FieldValue.moment(Instant.EPOCH.plusSeconds(i).plusNanos(1_000));
            case DATE -> FieldValue.date(LocalDate.of(1, 1, 1).plusDays(i));
            case REF -> FieldValue.ref(RecordRef.of("incident", RecordId.of("r" + i)));
        };
    }
}
