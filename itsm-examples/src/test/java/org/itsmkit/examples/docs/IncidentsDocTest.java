package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.measure.Handling;
import org.itsmkit.incident.measure.IncidentMeasures;
import org.itsmkit.incident.measure.Measure;
import org.itsmkit.incident.measure.Stage;
import org.itsmkit.incident.similar.Duplicates;
import org.itsmkit.incident.similar.Probe;
import org.itsmkit.incident.similar.Storm;
import org.itsmkit.incident.similar.Storms;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TierCommand;
import org.itsmkit.ticket.similar.Suggestion;
import org.junit.jupiter.api.Test;

/** The snippets about incidents, as one story: mail is slow in the morning. */
class IncidentsDocTest {

    private static final PersonId NORA = PersonId.of("nora");
    private static final PersonId TIM = PersonId.of("tim");
    private static final PersonId LENA = PersonId.of("lena");
    private static final GroupId DESK = GroupId.of("service-desk");
    private static final GroupId SERVERS = GroupId.of("server-team");

    private final SettableClock clock = new SettableClock();
    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(clock))
            .clock(clock)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(NORA)
                    .person(TIM)
                    .person(LENA)
                    .group(DESK, TIM)
                    .group(SERVERS, LENA)
                    .build())
            .build();
    private final Caller nora = Caller.of(TenantId.of("acme"), NORA);
    private final Caller tim = Caller.of(TenantId.of("acme"), TIM);

    @Test
    void mailIsSlow() {
        Instant firstAlarm = clock.instant().minus(Duration.ofMinutes(12));
        // spotless:off
        // snippet: incident-tiers
        itsm.tailor(tim, Tailoring.builder()
                .addTiers(SupportTier.of(1, DESK), SupportTier.of(2, SERVERS).forCategory(Category.of("software")))
                .build());

        RecordId id = itsm.incidents().submit(nora, IncidentCommand.log()
                .title("Mail is slow").service(ServiceId.of("mail")).category(Category.of("software/mail"))
                .detectedAt(firstAlarm)
                .build()).get().id();
        itsm.incidents().submit(tim, id, new TicketCommand.Assign<>(DESK, TIM));
        itsm.incidents().submit(tim, id, new TicketCommand.Start<>());                              // acknowledged
        itsm.incidents().submit(tim, id, new TierCommand.EscalateToNextTier<>("Needs the server")); // to server-team
        // end
        assertThat(itsm.incidents().find(tim, id).orElseThrow().record().ticket().group()).contains(SERVERS);

        clock.advance(Duration.ofMinutes(30));
        // snippet: incident-milestones
        itsm.incidents().submit(tim, id, new IncidentCommand.Diagnose("The disk of the mail store is full"));
        itsm.incidents().submit(tim, id, new IncidentTimelineCommand.RecordRepair(clock.instant()));
        itsm.incidents().submit(tim, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "A larger disk"));

        Incident incident = itsm.incidents().find(tim, id).orElseThrow().record();
        incident.reached(Milestone.REPAIRED);               // when that was; empty if it is not on record
        Measure.TIME_TO_RESOLVE.elapsed(incident);          // from detection
        Measure.TIME_TO_RESOLVE.net(incident);              // without what it waited for others
        Stage.of(incident);                                 // from milestone to milestone, without gaps
        Handling.of(incident).orElseThrow().isFirstContact();       // false: it was given away

        IncidentMeasures all = IncidentMeasures.of(
                itsm.incidents().query(tim, Query.where(Condition.all())).items().stream().map(Stored::record),
                Measure.standard());
        all.of(Measure.TIME_TO_RESOLVE).elapsed().percentile(90);
        // end
        assertThat(incident.reached(Milestone.REPAIRED)).contains(clock.instant());
        assertThat(Measure.TIME_TO_RESOLVE.elapsed(incident)).contains(Duration.ofMinutes(42));
        assertThat(Handling.of(incident).orElseThrow().isFirstContact()).isFalse();
        assertThat(all.of(Measure.TIME_TO_RESOLVE).elapsed().percentile(90)).contains(Duration.ofMinutes(42));

        itsm.incidents().submit(nora, id, new IncidentCommand.Reopen("Slow again"));
        // snippet: incident-similar
        IncidentCommand.Log draft = IncidentCommand.log()
                .title("Mail slow today").service(ServiceId.of("mail")).build();
        List<Suggestion> same = Duplicates.standard()
                .find(itsm.incidents(), nora, Probe.of(draft, nora, clock.instant()));
        same.get(0).reasons();      // each with its points: the service, the words

        List<Storm> storms = Storms.standard().find(itsm.incidents(), tim, clock.instant());
        // end
        assertThat(same).extracting(Suggestion::id).containsExactly(id);
        assertThat(same.get(0).reasons()).isNotEmpty();
        assertThat(storms).isEmpty();
        // spotless:on
    }
}
