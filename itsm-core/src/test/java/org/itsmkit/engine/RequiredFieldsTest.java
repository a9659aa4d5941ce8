package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that a row requires must say something. */
class RequiredFieldsTest {

    private static final Action ORDER_PARTS = Action.of("order-parts");

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    static Stream<FieldValue> thatSayNothing() {
        return Stream.of(
                FieldValue.text(""),
                FieldValue.text(" \t\n"),
                FieldValue.text("\u2003"),
                FieldValue.list(List.of()),
                FieldValue.list(List.of(FieldValue.text(" "), FieldValue.text(""))));
    }

    static Stream<FieldValue> thatSaySomething() {
        return Stream.of(
                FieldValue.text("initech"),
                FieldValue.text(" x "),
                FieldValue.list(List.of(FieldValue.text(" "), FieldValue.text("initech"))));
    }

    private void tailor() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .move(IncidentLifecycle.NEW, ORDER_PARTS, IncidentLifecycle.IN_PROGRESS)
                                        .requires("vendor")
                                        .remove(IncidentLifecycle.NEW, TicketAction.START)
                                        .move(IncidentLifecycle.NEW, TicketAction.START, IncidentLifecycle.IN_PROGRESS)
                                        .requires("vendor")
                                        .build()
                                        .toData())
                        .putFields(
                                "incident",
                                List.of(FieldDefinition.of("vendor", FieldType.TEXT)
                                        .withMany()))
                        .build()));
    }

    private static TicketCommand.SetFields<Incident> set(FieldValue value) {
        return new TicketCommand.SetFields<>(Map.of("vendor", value));
    }

    private static TicketCommand.Move<Incident> order(FieldValue value) {
        return new TicketCommand.Move<>(ORDER_PARTS, Map.of("vendor", value));
    }

    private void assertRequired(Rejection rejection) {
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(rejection.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("field.required");
            assertThat(violation.arguments()).isEqualTo(Map.of("field", "vendor"));
        });
    }

    private boolean isNeeded() {
        return company.itsm.incidents().availableActions(caller(DORA), id).stream()
                .filter(offer -> offer.action().equals(TicketAction.START))
                .anyMatch(offer -> offer.needs().contains("vendor"));
    }

    @ParameterizedTest
    @MethodSource("thatSayNothing")
    void whatSaysNothingIsNotEnough(FieldValue nothing) {
        tailor();
        assertRequired(company.refused(id, order(nothing)));
        company.does(id, set(nothing));
        assertThat(isNeeded()).isTrue();
        assertRequired(company.refused(id, new TicketCommand.Start<>()));
        company.does(id, set(FieldValue.text("initech")));
        assertRequired(company.refused(id, order(nothing)));
        assertThat(isNeeded()).isFalse();
        company.does(id, new TicketCommand.Start<>());
    }

    /** Hosts may have defined such a field before the kit had one of that name. */
    @Test
    void aCustomFieldIsNotTakenForTheKitsOwnOfThatName() {
        Company other = Company.with(builder -> builder.defaults(Tailoring.builder()
                .putLifecycles(
                        "incident",
                        IncidentLifecycle.standard()
                                .edit()
                                .move(IncidentLifecycle.NEW, ORDER_PARTS, IncidentLifecycle.IN_PROGRESS)
                                .requires("supplier")
                                .remove(IncidentLifecycle.IN_PROGRESS, TicketAction.SET_FIELDS)
                                .move(
                                        IncidentLifecycle.IN_PROGRESS,
                                        TicketAction.SET_FIELDS,
                                        IncidentLifecycle.IN_PROGRESS)
                                .requires("assignee")
                                .build()
                                .toData())
                .putFields(
                        "incident",
                        List.of(
                                FieldDefinition.of("supplier", FieldType.TEXT),
                                FieldDefinition.of("assignee", FieldType.TEXT)))
                .build()));
        RecordId incident = other.log().id();
        Map<String, FieldValue> custom = Map.of("supplier", FieldValue.text("initech"));
        assertThat(other.refused(incident, new TicketCommand.Move<>(ORDER_PARTS, custom))
                        .code())
                .isEqualTo("field.required");
        other.does(incident, new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("initech")));
        other.does(incident, new TicketCommand.Move<>(ORDER_PARTS, custom));
        other.does(incident, new TicketCommand.Assign<>(Company.OPERATIONS, DORA));
        other.does(incident, new TicketCommand.SetFields<>(custom, Set.of("assignee")));
        assertThat(other.now(incident).record().ticket().custom()).isEqualTo(custom);
    }

    @ParameterizedTest
    @MethodSource("thatSaySomething")
    void whatSaysSomethingIs(FieldValue something) {
        tailor();
        company.does(id, order(something));
        assertThat(company.now(id).record().ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }
}
