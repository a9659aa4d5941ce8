package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleComparison;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets about tailoring, as one story: the hospital tailors the kit, and takes some of it back. */
class TailoringDocTest {

    @Test
    void theHospital() {
        RecordStore store = new InMemoryStore(InstantSource.system());
        Caller nora = Caller.of(TenantId.of("hospital"), PersonId.of("nora"));
        Caller sven = Caller.of(TenantId.of("school"), PersonId.of("sven"));
        // spotless:off
        // snippet: tailored-lifecycle
        Lifecycle withParts = IncidentLifecycle.standard().edit()
                .status("awaiting-parts", Phase.WAITING)
                .move(IncidentLifecycle.IN_PROGRESS, "order-parts", "awaiting-parts").requires("vendor")
                .move("awaiting-parts", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                .remove(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN)
                .build();
        // end

        // snippet: tailored-rule
        Itsm itsm = Itsm.builder()
                .store(store).authorizer(Authorizers.allowAll())
                .incidents(incidents -> incidents.policy(policy -> policy.with(Rule.of(
                        "devices-are-named",
                        Set.of(TicketAction.START),
                        proposal -> proposal.record()
                                .map(incident -> incident.ticket().service().isEmpty())
                                .orElse(false),
                        "Nobody mends what has no name: say which service it is about."))))
                .build();
        itsm.tailor(sven, Tailoring.builder().addRulesOff("incident/devices-are-named").build());
        // end

        // snippet: tailored-rest
        Impact life = Impact.of("life");
        Tailoring tailoring = Tailoring.builder()
                .putLifecycles("incident", withParts.toData())
                .putFields("incident", List.of(FieldDefinition.oneOf("vendor", "Acme Medical", "Initech")))
                .addHoldReasons(new HoldReason("patient-in-the-room", false), new HoldReason("awaiting-inspection", true))
                .priorityMatrix(new PriorityMatrix(List.of(
                        PriorityMatrix.cell(life,          Urgency.MEDIUM, Priority.CRITICAL),
                        PriorityMatrix.cell(Impact.MEDIUM, Urgency.MEDIUM, Priority.LOW))))
                .addRulesOff("incident/devices-are-named")
                .build();
        itsm.tailor(nora, tailoring);
        // end

        RecordId id = itsm.incidents()
                .submit(nora, IncidentCommand.log().title("Display stays dark").build()).get().id();
        itsm.incidents().submit(nora, id, new TicketCommand.Start<>()).get();
        // snippet: tailored-move
        itsm.incidents().submit(nora, id, new TicketCommand.Move<>(
                Action.of("order-parts"), Map.of("vendor", FieldValue.text("Initech"))));
        // end
        assertThat(itsm.incidents().find(nora, id).orElseThrow().record().ticket().status().name())
                .isEqualTo("awaiting-parts");

        // snippet: tailored-comparison
        Map<String, Long> live = new HashMap<>();
        itsm.incidents().countBy(nora, Condition.all(), Incidents.FIELDS.status)
                .forEach((status, count) -> live.put(((FieldValue.Text) status).value(), count));

        LifecycleComparison back = withParts.compareTo(IncidentLifecycle.standard());
        back.removedStatuses();     // awaiting-parts
        back.stranded(live);        // awaiting-parts: 1
        // end
        assertThat(back.removedStatuses()).containsExactly("awaiting-parts");
        assertThat(back.stranded(live)).isEqualTo(Map.of("awaiting-parts", 1L));

        // snippet: tailored-migration
        itsm.tailor(nora, Tailoring.none());
        itsm.incidents()
                .query(nora, Query.where(Condition.eq(Incidents.FIELDS.status.key(), FieldValue.text("awaiting-parts"))))
                .items()
                .forEach(stranded -> itsm.incidents().submit(nora, stranded.id(), new TicketCommand.Migrate<>(
                        "in-progress", Optional.empty(), "parts are no status any more")).get());
        // end
        // spotless:on
        Stored<?> migrated = itsm.incidents().find(nora, id).orElseThrow();
        assertThat(itsm.incidents().history(nora, id)).hasSize((int) migrated.version());
        assertThat(itsm.incidents().count(nora, Incidents.FIELDS.status.is(IncidentLifecycle.IN_PROGRESS)))
                .isOne();
    }

    @Test
    void timeIsCountedByACalendar() {
        Itsm itsm = Itsm.builder()
                .store(new InMemoryStore(InstantSource.system()))
                .authorizer(Authorizers.allowAll())
                .build();
        Caller nora = Caller.of(TenantId.of("hospital"), PersonId.of("nora"));
        // spotless:off
        // snippet: tailored-calendar
        CalendarData desk = CalendarData.of(ZoneId.of("Europe/Vienna"), BusinessHours.weekdays(TimeRange.of("08:00", "17:00")));
        itsm.tailor(nora, Tailoring.builder()
                .putCalendars("desk", desk.from(LocalDate.of(2027, 1, 1), BusinessHours.always()))
                .putCalendarOfKind("incident", "desk")
                .putAfterResolution("incident", AfterResolution.builder().closesAfter(Duration.ofHours(27)).build())
                .build());
        // end
        // spotless:on
        assertThat(itsm.settings().query(nora, Query.where(Condition.all())).items())
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept.record().tailoring().calendars()).containsOnlyKeys("desk"));
    }
}
