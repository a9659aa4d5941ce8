package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.incident.IncidentLifecycle.CLOSED;
import static org.itsmkit.incident.IncidentLifecycle.CONFIRM;
import static org.itsmkit.incident.IncidentLifecycle.DIAGNOSE;
import static org.itsmkit.incident.IncidentLifecycle.IN_PROGRESS;
import static org.itsmkit.incident.IncidentLifecycle.NEW;
import static org.itsmkit.incident.IncidentLifecycle.ON_HOLD;
import static org.itsmkit.incident.IncidentLifecycle.RESOLVED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenant's row may lead elsewhere whatever the action is, also one that leads nowhere in the standard lifecycle. */
class RowsThatMoveTest {

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");
    private static final TicketCommand.PutOnHold<Incident> WAIT =
            new TicketCommand.PutOnHold<>("other", Optional.of("the moon"));

    private final Company company = Company.open();
    private final RecordId id = company.log().id();
    private final RecordId other = company.log().id();

    private void tailor(Status from, Action action, Status to) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .remove(from, action)
                                        .move(from, action, to)
                                        .build()
                                        .toData())
                        .putFields("incident", List.of(FieldDefinition.of("vendor", FieldType.TEXT)))
                        .build()));
    }

    private Incident incident() {
        return company.now(id).record();
    }

    private boolean isOffered(Action action) {
        return company.itsm.incidents().availableActions(caller(ANNA), id).stream()
                .anyMatch(offer -> offer.action().equals(action) && offer.isAllowed());
    }

    private void assertFolds() {
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, records -> {}))
                .satisfies(verdict -> assertThat(verdict.breaks()).isEmpty());
    }

    static Stream<Arguments> rows() {
        TicketCommand.Comment<Incident> comment = TicketCommand.Comment.toAll("hello");
        return Stream.of(
                Arguments.of(NEW, new TicketCommand.Assign<Incident>(OPERATIONS, CARLA), IN_PROGRESS, "assigned"),
                Arguments.of(NEW, comment, IN_PROGRESS, "commented"),
                Arguments.of(NEW, new TicketCommand.Describe<Incident>("No mail", ""), IN_PROGRESS, "described"),
                Arguments.of(
                        NEW,
                        new TicketCommand.Categorise<Incident>(Category.of("mail"), Company.MAIL),
                        IN_PROGRESS,
                        "categorised"),
                Arguments.of(
                        NEW,
                        new TicketCommand.Prioritise<Incident>(Impact.HIGH, Urgency.HIGH),
                        IN_PROGRESS,
                        "prioritised"),
                Arguments.of(NEW, new IncidentCommand.Diagnose("the cable"), IN_PROGRESS, "diagnosed"),
                Arguments.of(
                        NEW,
                        new TicketCommand.SetFields<Incident>(Map.of("vendor", FieldValue.text("initech"))),
                        IN_PROGRESS,
                        "fields-set"),
                Arguments.of(RESOLVED, new IncidentCommand.Confirm(), CLOSED, "confirmed"),
                Arguments.of(RESOLVED, comment, IN_PROGRESS, "commented"),
                Arguments.of(RESOLVED, comment, CLOSED, "commented"),
                Arguments.of(ON_HOLD, comment, IN_PROGRESS, "commented"),
                Arguments.of(ON_HOLD, new IncidentCommand.Diagnose("the cable"), IN_PROGRESS, "diagnosed"));
    }

    @ParameterizedTest(name = "{0} -- {3} --> {2}")
    @MethodSource("rows")
    void theTicketGoesWhereTheRowLeads(Status from, Command<Incident> command, Status to, String event) {
        if (from.equals(ON_HOLD)) {
            company.does(id, WAIT);
        }
        if (from.equals(RESOLVED)) {
            company.does(id, FIXED);
        }
        int before = company.events(id).size();
        tailor(from, command.action(), to);
        company.aMinuteLater();

        assertThat(isOffered(command.action())).isTrue();
        company.does(ANNA, id, command);

        assertThat(incident().ticket().status()).isEqualTo(to);
        assertThat(company.events(id).subList(before, company.events(id).size()))
                .containsExactly(event, "moved");
        assertThat(incident().ticket().hold()).isEmpty();
        assertThat(incident().resolution().isPresent()).isEqualTo(from.equals(RESOLVED) && to.equals(CLOSED));
        assertThat(incident().ticket().resolvedAt().isPresent()).isEqualTo(from.equals(RESOLVED) && to.equals(CLOSED));
        assertThat(incident().ticket().closedAt().isPresent()).isEqualTo(to.equals(CLOSED));
        assertThat(incident().ticket().timeline()).last().satisfies(stretch -> {
            assertThat(stretch.status()).isEqualTo(to);
            assertThat(stretch.from()).isEqualTo(company.clock.instant());
        });
        assertFolds();
    }

    @Test
    void anEscalationAndALinkMayMoveToo() {
        tailor(NEW, TicketAction.ESCALATE, IN_PROGRESS);
        company.does(id, new TicketCommand.EscalateTo<>(OPERATIONS, "needs root"));
        assertThat(company.events(id)).containsExactly("logged", "escalated", "assigned", "moved");
        assertThat(incident().ticket().status()).isEqualTo(IN_PROGRESS);

        tailor(IN_PROGRESS, TicketAction.LINK, RESOLVED);
        company.does(id, new TicketCommand.LinkTo<>(LinkType.DUPLICATE_OF, Company.incident(other)));
        assertThat(company.events(id)).endsWith("linked", "moved");
        assertThat(incident().ticket().status()).isEqualTo(RESOLVED);
        assertFolds();
    }

    @Test
    void whatChangesNothingElseStillMoves() {
        tailor(NEW, TicketAction.DESCRIBE, IN_PROGRESS);
        company.does(id, new TicketCommand.Describe<>("Mail is down", ""));

        assertThat(company.events(id)).containsExactly("logged", "moved");
        assertThat(incident().ticket().status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void whatIsConfirmedAndClosedAtOnceIsBoth() {
        company.does(id, FIXED);
        tailor(RESOLVED, CONFIRM, CLOSED);
        company.does(ANNA, id, new IncidentCommand.Confirm());

        assertThat(incident().confirmedBy()).contains(ANNA);
        assertThat(incident().resolution()).isPresent();
        assertThat(incident().ticket().status()).isEqualTo(CLOSED);
    }

    @Test
    void whatIsPutOnHoldKeepsWhatItWaitsFor() {
        tailor(ON_HOLD, TicketAction.COMMENT, IN_PROGRESS);
        company.does(id, WAIT);
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        assertThat(incident().ticket().hold()).flatMap(Hold::note).contains("the moon");
        assertThat(company.events(id)).containsExactly("logged", "held", "diagnosed");

        tailor(RESOLVED, TicketAction.HOLD, ON_HOLD);
        company.does(id, FIXED);
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        assertThat(incident().ticket().status()).isEqualTo(ON_HOLD);
        assertThat(incident().ticket().hold()).map(Hold::reason).contains("awaiting-supplier");
        assertThat(incident().resolution()).isEmpty();
        assertFolds();
    }

    @Test
    void anOfferAndAPreviewSayTheSame() {
        tailor(NEW, DIAGNOSE, IN_PROGRESS);
        assertThat(company.itsm.incidents().availableActions(caller(DORA), id))
                .filteredOn(offer -> offer.action().equals(DIAGNOSE))
                .allMatch(Offer::isAllowed)
                .hasSize(1);
        assertThat(done(company.itsm.incidents().preview(caller(DORA), id, new IncidentCommand.Diagnose("the cable")))
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(
                                ((Incident) change.after()).ticket().status())
                        .isEqualTo(IN_PROGRESS));
        assertThat(incident().ticket().status()).isEqualTo(NEW);
    }
}
