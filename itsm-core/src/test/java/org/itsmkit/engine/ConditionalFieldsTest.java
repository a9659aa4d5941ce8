package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldBounds;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom fields that are required under conditions, bounded, begin with a value, or are very many. */
class ConditionalFieldsTest {

    private static final Category HARDWARE = Category.of("hardware");

    private final Company company = Company.open();

    private static FieldDefinition text(String name) {
        return FieldDefinition.of(name, FieldType.TEXT);
    }

    private void define(FieldDefinition... fields) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().putFields("incident", List.of(fields)).build()));
    }

    private static Command<Incident> set(String field, FieldValue value) {
        return new TicketCommand.SetFields<>(Map.of(field, value));
    }

    private static Command<Incident> set(String field, String value) {
        return set(field, FieldValue.text(value));
    }

    private void assertRequired(RecordId id, Command<Incident> command, String... fields) {
        assertRequired(company.refused(id, command), fields);
    }

    private static void assertRequired(Rejection rejection, String... fields) {
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(rejection.violations()).extracting(Violation::code).containsOnly("field.required");
        assertThat(rejection.violations())
                .extracting(violation -> violation.arguments().get("field"))
                .containsExactly(fields);
    }

    private List<String> codes(RecordId id, Command<Incident> command) {
        return company.refused(id, command).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private Set<String> needs(RecordId id, Action action) {
        return company.itsm.incidents().availableActions(caller(DORA), id).stream()
                .filter(offer -> offer.action().equals(action))
                .findFirst()
                .orElseThrow()
                .needs();
    }

    @Test
    void byTheStatusWhereItLeads() {
        RecordId id = company.log().id();
        define(text("cause").requiredWhen(FieldCondition.phase(Phase.RESOLVED)));
        Command<Incident> resolve = new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted");

        company.does(id, new TicketCommand.Start<>());
        assertThat(needs(id, IncidentLifecycle.RESOLVE)).containsExactlyInAnyOrder("code", "text", "cause");
        assertThat(needs(id, TicketAction.HOLD)).doesNotContain("cause");
        assertRequired(id, resolve, "cause");
        company.does(id, set("cause", "disk"));
        assertThat(needs(id, IncidentLifecycle.RESOLVE)).doesNotContain("cause");
        company.does(id, resolve);
        // Nor can it be emptied while it must be there.
        assertRequired(id, new TicketCommand.SetFields<>(Map.of(), Set.of("cause")), "cause");
        assertRequired(id, set("cause", " \u200b"), "cause");
        company.does(id, set("cause", "cable"));
        company.does(id, new IncidentCommand.Reopen("still down"));
        company.does(id, new TicketCommand.SetFields<>(Map.of(), Set.of("cause")));
    }

    @Test
    void byOtherFieldsAsTheyWillBe() {
        RecordId id = company.log().id();
        define(text("asset").requiredWhen(FieldCondition.category(HARDWARE)), text("site"));
        Command<Incident> categorise = new TicketCommand.Categorise<>(Optional.of(HARDWARE), Optional.empty());

        assertRequired(id, categorise, "asset");
        company.does(id, set("asset", "printer 7"));
        company.does(id, categorise);
        assertRequired(id, new TicketCommand.SetFields<>(Map.of(), Set.of("asset")), "asset");
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.empty()));
        company.does(id, new TicketCommand.SetFields<>(Map.of(), Set.of("asset")));
        // What has nothing to do with it is never held up.
        company.does(id, set("site", "Berlin"));
    }

    @Test
    void byThePriorityThatFollows() {
        RecordId id = company.log().id();
        define(text("bridge").requiredWhen(FieldCondition.priority(1)));

        assertRequired(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH), "bridge");
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.LOW));
        company.does(id, set("bridge", "+49 30 1"));
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
    }

    @Test
    void byTheAction() {
        RecordId id = company.log().id();
        define(text("approver").requiredWhen(FieldCondition.doing(TicketAction.COMMENT)));
        assertRequired(id, TicketCommand.Comment.toAll("hello"), "approver");
        assertThat(needs(id, TicketAction.COMMENT)).contains("approver");
        company.does(id, new TicketCommand.Start<>());
        company.does(id, set("approver", "dora"));
        company.does(id, TicketCommand.Comment.toAll("hello"));
    }

    @Test
    void byPartsPutTogether() {
        RecordId id = company.log().id();
        define(
                text("vendor"),
                text("order")
                        .requiredWhen(FieldCondition.all(
                                FieldCondition.filled("vendor"),
                                FieldCondition.not(FieldCondition.status("new")),
                                FieldCondition.any(
                                        FieldCondition.category(HARDWARE), FieldCondition.phase(Phase.WAITING)))));

        company.does(id, set("vendor", "initech"));
        company.does(id, new TicketCommand.Start<>());
        Command<Incident> hold = new TicketCommand.PutOnHold<>(org.itsmkit.kernel.HoldReason.AWAITING_SUPPLIER);
        assertRequired(id, hold, "order");
        assertRequired(id, new TicketCommand.Categorise<>(Optional.of(HARDWARE), Optional.empty()), "order");
        // A vendor in which nothing can be seen is none.
        company.does(id, set("vendor", "\u200b\u3164"));
        company.does(id, hold);
    }

    @Test
    void whenARecordIsMade() {
        define(
                text("site").requiredWhen(FieldCondition.all()),
                text("cause").requiredWhen(FieldCondition.phase(Phase.RESOLVED)),
                text("floor").requiredWhen(FieldCondition.filled("site")));
        var log = IncidentCommand.log().title("Mail is down");

        assertRequired(
                company.itsm.incidents().submit(caller(DORA), log.build()).getLeft(), "site");
        assertRequired(
                company.itsm
                        .incidents()
                        .submit(
                                caller(DORA),
                                log.putCustom("site", FieldValue.text("Berlin")).build())
                        .getLeft(),
                "floor");
        done(company.itsm
                .incidents()
                .submit(
                        caller(DORA),
                        log.putCustom("floor", FieldValue.text("2")).build()));
    }

    @Test
    void aFieldByWhichNothingIsFoundIsThereNonetheless() {
        RecordId id = company.log().id();
        define(text("cause").withoutIndex().requiredWhen(FieldCondition.phase(Phase.ACTIVE)));
        company.does(id, set("cause", "disk"));
        assertThat(needs(id, TicketAction.START)).doesNotContain("cause");
        company.does(id, new TicketCommand.Start<>());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \t\n", "\u00a0", "\u200b\u200d\ufeff", "\u2060", "\u3164", "\u2800", "\u115f", "\ufe0f"})
    void whatCannotBeSeenIsMissing(String nothing) {
        define(text("vendor").requiredWhen(FieldCondition.phase(Phase.ACTIVE)));
        RecordId id = company.log().id();
        company.does(id, set("vendor", nothing));
        assertRequired(id, new TicketCommand.Start<>(), "vendor");
        company.does(id, set("vendor", nothing + "x"));
        company.does(id, new TicketCommand.Start<>());
    }

    @Test
    void valuesKeepTheirBounds() {
        RecordId id = company.log().id();
        define(
                text("code").within(FieldBounds.length(2, 3)),
                FieldDefinition.of("seats", FieldType.DECIMAL).within(FieldBounds.between(1, 500)),
                FieldDefinition.of("tags", FieldType.TEXT).withMany().within(FieldBounds.length(1, 2)));

        assertThat(codes(id, set("code", "x"))).containsExactly("field.too-short");
        assertThat(codes(id, set("code", "\uD83D\uDE80".repeat(4)))).containsExactly("field.too-long");
        company.does(id, set("code", "\uD83D\uDE80".repeat(3)));
        assertThat(codes(id, set("seats", FieldValue.decimal(new BigDecimal("0.9999999999")))))
                .containsExactly("field.too-small");
        assertThat(codes(id, set("seats", FieldValue.decimal(new BigDecimal("500.0000000001")))))
                .containsExactly("field.too-great");
        company.does(id, set("seats", FieldValue.number(500)));
        assertThat(codes(id, set("tags", FieldValue.list(List.of(FieldValue.text("a"), FieldValue.text("abc"))))))
                .containsExactly("field.too-long");
    }

    @Test
    void boundsThatNothingFitsAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldBounds.length(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldBounds.length(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldBounds.between(3, 2));
    }

    @Test
    void conditionsAreNeitherDeepNorLong() {
        FieldCondition condition = FieldCondition.filled("vendor");
        for (int i = 1; i < FieldCondition.MOST_DEPTH; i++) {
            condition = FieldCondition.not(condition);
        }
        FieldCondition deepest = condition;
        assertThatIllegalArgumentException().isThrownBy(() -> FieldCondition.not(deepest));
        FieldCondition[] many = new FieldCondition[FieldCondition.MOST_PARTS];
        java.util.Arrays.fill(many, FieldCondition.filled("vendor"));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldCondition.any(many));
    }

    @Test
    void recordsBeginWithDefaults() {
        define(
                FieldDefinition.oneOf("site", "Berlin", "Bonn").startingAs(FieldValue.text("Berlin")),
                FieldDefinition.of("vip", FieldType.FLAG).startingAs(FieldValue.flag(false)));

        var log = IncidentCommand.log().title("Mail is down").putCustom("site", FieldValue.text("Bonn"));

        assertThat(done(company.itsm.incidents().submit(caller(DORA), log.build()))
                        .record()
                        .ticket()
                        .custom())
                .isEqualTo(Map.of("site", FieldValue.text("Bonn"), "vip", FieldValue.flag(false)));
    }

    @Test
    void definitionsThatContradictThemselvesAreRefused() {
        Rejection rejection = company.itsm
                .tailor(
                        caller(DORA),
                        Tailoring.builder()
                                .putFields(
                                        "incident",
                                        List.of(
                                                FieldDefinition.oneOf("site", "Berlin")
                                                        .startingAs(FieldValue.text("Rome")),
                                                FieldDefinition.of("vip", FieldType.FLAG)
                                                        .startingAs(FieldValue.number(1))))
                                .build())
                .getLeft();
        assertThat(rejection.violations())
                .extracting(Violation::code)
                .containsExactly("settings.default-not-possible", "settings.default-not-possible");

        Rejection misspelt = company.itsm
                .tailor(
                        caller(DORA),
                        Tailoring.builder()
                                .putFields(
                                        "incident",
                                        List.of(
                                                text("a").requiredWhen(FieldCondition.status("resolvd")),
                                                text("b").requiredWhen(FieldCondition.filled("colour")),
                                                text("c")
                                                        .requiredWhen(FieldCondition.not(new FieldCondition.Has(
                                                                "a", List.of(FieldValue.number(1))))),
                                                text("d").requiredWhen(FieldCondition.status("resolved"))))
                                .build())
                .getLeft();
        assertThat(misspelt.code()).isEqualTo("rule:conditions-fit");
        assertThat(misspelt.violations().get(0).arguments())
                .containsEntry("names", "incident/a by status, incident/b by colour, incident/c by a");
    }

    @Test
    void hostileNamesAreNotRepeated() {
        RecordId id = company.log().id();
        for (String name : List.of("x".repeat(1_000_000), "<script>", "a\u202eb", "", "\uD800", "x".repeat(65))) {
            Rejection set = company.refused(id, set(name, "1"));
            Rejection both = company.refused(
                    id, new TicketCommand.SetFields<>(Map.of(name, FieldValue.text("1")), Set.of(name)));
            for (Violation violation :
                    List.of(set.violations().get(0), both.violations().get(0))) {
                assertThat(violation.code()).isEqualTo("field.unknown");
                assertThat(violation.arguments()).isEqualTo(Map.of("field", "name"));
                assertThat(violation.sentence()).hasSizeLessThan(100);
            }
        }
    }

    @Test
    @Timeout(60)
    void thereMayBeTenThousandFieldsAndNoMore() {
        List<FieldDefinition> fields = new ArrayList<>();
        Map<String, FieldValue> values = new HashMap<>();
        IntStream.range(0, FieldDefinition.MOST).forEach(i -> {
            FieldDefinition field = text("f" + i).within(FieldBounds.length(1, 10));
            fields.add(i % 2 == 0 ? field : field.withoutIndex().requiredWhen(FieldCondition.filled("f0")));
            values.put("f" + i, FieldValue.text("v" + i));
        });
        long begun = System.nanoTime();
        define(fields.toArray(FieldDefinition[]::new));
        RecordId id = company.log().id();
        Rejection most = company.refused(id, set("f0", "x"));
        assertThat(most.violations()).hasSize(FieldDefinition.MOST / 2);
        company.does(id, new TicketCommand.SetFields<>(values));
        company.does(id, new TicketCommand.Start<>());
        assertThat(needs(id, TicketAction.HOLD)).containsExactly("reason");
        assertThat(company.itsm.incidents().form(caller(DORA), id).orElseThrow().entries())
                .hasSizeGreaterThan(FieldDefinition.MOST);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));

        values.put("one-more", FieldValue.text("1"));
        assertThat(codes(id, new TicketCommand.SetFields<>(values))).containsExactly("field.too-many");
        fields.add(text("one-more"));
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .putFields("incident", fields)
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("settings.too-many-fields");
    }
}
