package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.EntryKind;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidentLifecycle;
import org.itsmkit.majorincident.MajorIncidentMeasures;
import org.itsmkit.majorincident.MajorRole;
import org.itsmkit.majorincident.ReviewCommand;
import org.itsmkit.majorincident.RoleCommand;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.Test;

/** The snippets about major incidents, as one story: mail is down for everybody. */
class MajorIncidentsDocTest {

    private static final PersonId TIM = PersonId.of("tim");
    private static final PersonId LENA = PersonId.of("lena");

    private final SettableClock clock = new SettableClock();
    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(clock))
            .clock(clock)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed().person(TIM).person(LENA).build())
            .build();
    private final Caller tim = Caller.of(TenantId.of("acme"), TIM);

    @Test
    void mailIsDown() {
        // spotless:off
        // snippet: major-triggers
        itsm.tailor(tim, Tailoring.builder()
                .majorIncidents(MajorIncidentTailoring.of(
                        MajorIncidentTrigger.builder()
                                .name("critical-mail").priorityAtLeast(Priority.CRITICAL).addServices(ServiceId.of("mail"))
                                .build(),
                        MajorIncidentTrigger.builder().name("storm").childrenAtLeast(5).build()))
                .build());

        RecordId id = itsm.incidents().submit(tim, IncidentCommand.log()
                .title("Mail is down").service(ServiceId.of("mail")).impact(Impact.HIGH).urgency(Urgency.HIGH)
                .build()).get().id();

        MajorIncident proposed = itsm.majorIncidents().find(tim, id).orElseThrow().record();    // of the same id
        // end
        assertThat(proposed.status()).isEqualTo(MajorIncidentLifecycle.PROPOSED);

        // snippet: major-lead
        itsm.majorIncidents().submit(tim, id, new CommunicationCommand.PlanCommunication(List.of(
                Audience.of("customers", "status-page", Duration.ofMinutes(30)))));
        itsm.majorIncidents().submit(tim, id, new MajorIncidentCommand.Accept(Optional.of(TIM), "All hands"));
        itsm.majorIncidents().submit(tim, id, new RoleCommand.AssignRole(MajorRole.SCRIBE, LENA, "Please write"));

        itsm.majorIncidents().submit(tim, id, CommunicationCommand.Inform.of("customers", "We are on it."));
        itsm.majorIncidents().find(tim, id).orElseThrow().record().clock("customers");  // when the next is due
        itsm.majorIncidents().submit(tim, id, CommunicationCommand.Enter.now(EntryKind.DECISION, "Fail over to node 2"));
        itsm.majorIncidents().submit(tim, id, new MajorIncidentCommand.Restore("Node 2 serves"));
        itsm.majorIncidents().submit(tim, id, CommunicationCommand.Inform.last("customers", "Mail works again."));
        // end
        assertThat(itsm.majorIncidents().find(tim, id).orElseThrow().record().status())
                .isEqualTo(MajorIncidentLifecycle.RESTORED);

        // snippet: major-review
        itsm.majorIncidents().submit(tim, id, new MajorIncidentCommand.BeginReview());
        itsm.majorIncidents().submit(tim, id, new ReviewCommand.RecordFindings(
                "The disk filled up overnight", List.of("No alarm at 90 %", "Logs on the same disk"), List.of()));
        itsm.majorIncidents().submit(tim, id, new ReviewCommand.AddActionItem(
                "Alarm at 90 %", LENA, LocalDate.of(2026, 4, 1)));
        itsm.majorIncidents().submit(tim, id, ReviewCommand.SettleActionItem.done(1, "In force since Monday"));
        itsm.majorIncidents().submit(tim, id, new MajorIncidentCommand.Close());     // not before every item is settled

        MajorIncidentMeasures.of(itsm.majorIncidents().find(tim, id).orElseThrow().record()).toRestore();
        // end
        MajorIncident closed = itsm.majorIncidents().find(tim, id).orElseThrow().record();
        assertThat(closed.status()).isEqualTo(MajorIncidentLifecycle.CLOSED);
        assertThat(MajorIncidentMeasures.of(closed).toRestore()).isPresent();
        // spotless:on
    }
}
