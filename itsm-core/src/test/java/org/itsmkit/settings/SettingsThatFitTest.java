package org.itsmkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what is there can be tailored: a misspelt name is told, and nothing is kept. */
class SettingsThatFitTest {

    /** Does nothing, but can be switched off. */
    private record Idle(String name) implements Reaction<Incident, Incident> {
        @Override
        public Definition<Incident> source() {
            return Incidents.DEFINITION;
        }

        @Override
        public Definition<Incident> target() {
            return Incidents.DEFINITION;
        }

        @Override
        public Targets targets(Incident source, Event<Incident> event) {
            return Targets.none();
        }

        @Override
        public java.util.Optional<Command<Incident>> command(Incident source, Event<Incident> event, Incident target) {
            return java.util.Optional.empty();
        }
    }

    private static final FieldDefinition VENDOR = FieldDefinition.of("vendor", FieldType.TEXT);

    private final Company company = Company.with(builder -> builder.reaction(new Idle("idle")));

    private static LifecycleData another(String kind) {
        Status only = Status.of("only", Phase.CLOSED);
        return Lifecycle.startingIn(kind, only)
                .status(only, ValueChainActivity.PLAN)
                .during(TicketAction.COMMENT, only)
                .build()
                .toData();
    }

    private static LifecycleData startRequires(String... fields) {
        return IncidentLifecycle.standard()
                .edit()
                .remove(IncidentLifecycle.NEW, TicketAction.START)
                .move(IncidentLifecycle.NEW, TicketAction.START, IncidentLifecycle.IN_PROGRESS)
                .requires(fields)
                .build()
                .toData();
    }

    private static LifecycleData assignChanges(String... fields) {
        return IncidentLifecycle.standard()
                .edit()
                .remove(IncidentLifecycle.NEW, TicketAction.ASSIGN)
                .move(IncidentLifecycle.NEW, TicketAction.ASSIGN, IncidentLifecycle.NEW)
                .changes(fields)
                .build()
                .toData();
    }

    private static Tailoring.Builder tailoring() {
        return Tailoring.builder();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "kinds-are-carried",
                        "incidant, spaceship",
                        tailoring()
                                .putLifecycles("spaceship", another("spaceship"))
                                .putFields("incidant", List.of(VENDOR))
                                .build()),
                Arguments.of(
                        "kinds-are-carried",
                        "settings",
                        tailoring()
                                .putLifecycles("settings", another("settings"))
                                .build()),
                Arguments.of(
                        "kinds-are-carried",
                        "settings",
                        tailoring().putFields("settings", List.of(VENDOR)).build()),
                Arguments.of(
                        "field-names-are-free",
                        "change/title, incident/category, incident/priority",
                        tailoring()
                                .putFields(
                                        "incident",
                                        List.of(
                                                FieldDefinition.of("priority", FieldType.TEXT),
                                                VENDOR,
                                                FieldDefinition.of("category", FieldType.TEXT)))
                                .putFields("change", List.of(FieldDefinition.of("title", FieldType.TEXT)))
                                .build()),
                Arguments.of(
                        "row-fields-exist",
                        "incident/colour, incident/vendor",
                        tailoring()
                                .putLifecycles("incident", startRequires("vendor", "category", "colour"))
                                .build()),
                Arguments.of(
                        "row-fields-exist",
                        "incident/asignee",
                        tailoring()
                                .putLifecycles("incident", assignChanges("asignee"))
                                .build()),
                Arguments.of(
                        "rules-exist",
                        "change/confirmed-once, confirmed-once, incident/confirmed-twice",
                        tailoring()
                                .addRulesOff(
                                        "incident/confirmed-twice",
                                        "confirmed-once",
                                        "change/confirmed-once",
                                        "incident/confirmed-once")
                                .build()),
                Arguments.of(
                        "rules-exist",
                        "settings/kinds-are-carried",
                        tailoring().addRulesOff("settings/kinds-are-carried").build()),
                Arguments.of(
                        "reactions-exist",
                        "idel",
                        tailoring().addReactionsOff("idel", "idle").build()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void whatIsNotThereCannotBeTailored(String rule, String names, Tailoring mistaken) {
        assertRefused(mistaken, rule, names);
        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        assertRefused(mistaken, rule, names);
        // Nobody is locked out by it.
        done(company.itsm.tailor(
                caller(DORA), tailoring().putFields("incident", List.of(VENDOR)).build()));
    }

    private void assertRefused(Tailoring mistaken, String rule, String names) {
        Company.Trace before = company.trace();
        Rejection rejection = company.itsm.tailor(caller(DORA), mistaken).getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(rejection.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("rule:" + rule);
            assertThat(violation.arguments()).isEqualTo(Map.of("rule", rule, "names", names));
            assertThat(violation.sentence()).contains(names);
        });
        assertThat(company.trace()).isEqualTo(before);
    }

    @Test
    void everythingThatDoesNotFitIsToldAtOnce() {
        Company.Trace before = company.trace();
        Rejection rejection = company.itsm
                .tailor(
                        caller(DORA),
                        tailoring()
                                .putLifecycles("incident", startRequires("colour"))
                                .putFields("spaceship", List.of(VENDOR))
                                .putFields("incident", List.of(FieldDefinition.of("title", FieldType.TEXT)))
                                .addRulesOff("incident/no-such-rule")
                                .addReactionsOff("no-such-reaction")
                                .build())
                .getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(rejection.violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        "rule:kinds-are-carried",
                        "rule:field-names-are-free",
                        "rule:row-fields-exist",
                        "rule:rules-exist",
                        "rule:reactions-exist");
        assertThat(company.trace()).isEqualTo(before);
        assertThat(company.itsm.settings().find(caller(DORA), SettingsKind.ID)).isEmpty();
    }

    @Test
    void whatIsThereCanBeTailored() {
        done(company.itsm.tailor(
                caller(DORA),
                tailoring()
                        .putLifecycles("incident", startRequires("vendor", "category"))
                        .putFields("incident", List.of(VENDOR))
                        .putFields("change", List.of(VENDOR))
                        .addRulesOff("incident/confirmed-once", "change/nobody-authorises-their-own")
                        .addReactionsOff("idle")
                        .build()));
    }

    @Test
    void aRowMaySpeakOfAFieldOfTheHostsDefaults() {
        Company hosted = Company.with(builder -> builder.defaults(
                tailoring().putFields("incident", List.of(VENDOR)).build()));

        done(hosted.itsm.tailor(
                caller(DORA),
                tailoring().putLifecycles("incident", startRequires("vendor")).build()));
    }

    @Test
    void fieldsOfTheTenantsOwnTakeThePlaceOfTheDefaults() {
        Company hosted = Company.with(builder -> builder.defaults(tailoring()
                .putLifecycles("incident", startRequires("vendor"))
                .putFields("incident", List.of(VENDOR))
                .build()));
        Tailoring withoutVendor = tailoring()
                .putFields("incident", List.of(FieldDefinition.of("colour", FieldType.TEXT)))
                .build();

        // Else nothing could ever be started: the row asks for a field that nobody could set any more.
        Rejection rejection = hosted.itsm.tailor(caller(DORA), withoutVendor).getLeft();
        assertThat(rejection.code()).isEqualTo("rule:row-fields-exist");
        assertThat(rejection.violations().get(0).arguments()).containsEntry("names", "incident/vendor");
        done(hosted.itsm.tailor(
                caller(DORA),
                withoutVendor.withLifecycles(
                        Map.of("incident", IncidentLifecycle.standard().toData()))));
    }
}
