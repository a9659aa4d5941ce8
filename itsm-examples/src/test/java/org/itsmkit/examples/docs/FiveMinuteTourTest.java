package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Preview;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets of the README, which are copied from here: see {@link SnippetsTest}. */
class FiveMinuteTourTest {

    @Test
    void logAssignAndResolve() {
        // spotless:off
        // snippet: tour
        InMemoryStore store = new InMemoryStore(InstantSource.system());
        Itsm itsm = Itsm.builder().store(store).authorizer(Authorizers.allowAll()).build();
        Caller anna = Caller.of(TenantId.of("acme"), PersonId.of("anna"));

        Stored<Incident> incident = itsm.incidents()
                .submit(anna, IncidentCommand.log()
                        .title("Mail is down")
                        .impact(Impact.HIGH).urgency(Urgency.HIGH)
                        .service(ServiceId.of("mail"))
                        .build())
                .get();
        RecordId id = incident.id();
        itsm.incidents().submit(anna, id, new TicketCommand.Assign<>(GroupId.of("mail-team"), PersonId.of("bob")));
        itsm.incidents().submit(anna, id, new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "Failed over to node 2"));

        List<JournalEntry> history = itsm.incidents().history(anna, id);   // logged, assigned, resolved
        // end
        // spotless:on
        assertThat(history).extracting(JournalEntry::name).containsExactly("logged", "assigned", "resolved");
        assertThat(incident.record().ticket().number()).isEqualTo("INC0000001");
        assertThat(incident.record().ticket().priority().name()).isEqualTo("critical");
    }

    private final InMemoryStore store = new InMemoryStore(InstantSource.system());
    private final Itsm itsm =
            Itsm.builder().store(store).authorizer(Authorizers.allowAll()).build();
    private final Caller anna = Caller.of(TenantId.of("acme"), PersonId.of("anna"));

    @Test
    void aRefusalIsAValue() {
        RecordId id = log("The printer is on fire");
        // spotless:off
        // snippet: refusal
        Either<Rejection, Stored<Incident>> closed = itsm.incidents().submit(anna, id, new TicketCommand.Close<>());

        closed.getLeft().reason();      // NOT_POSSIBLE
        closed.getLeft().code();        // lifecycle.not-possible
        closed.getLeft().sentence();    // It is new, where it is not possible to close.

        List<Offer> offers = itsm.incidents().availableActions(anna, id);   // each allowed, or refused and why
        // end
        // spotless:on
        assertThat(closed.getLeft().reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(closed.getLeft().code()).isEqualTo("lifecycle.not-possible");
        assertThat(closed.getLeft().sentence()).isEqualTo("It is new, where it is not possible to close.");
        assertThat(offers)
                .filteredOn(Offer::isAllowed)
                .extracting(Offer::action)
                .contains(TicketAction.START, IncidentLifecycle.RESOLVE)
                .doesNotContain(TicketAction.CLOSE);
    }

    @Test
    void nothingIsDoneTwice() {
        RecordId id = log("The door does not open");
        long version = itsm.incidents().find(anna, id).orElseThrow().version();
        // spotless:off
        // snippet: options
        itsm.incidents().submit(anna, id, new TicketCommand.Start<>(), Options.expecting(version).key("form-4711"));
        itsm.incidents().submit(anna, id, new TicketCommand.Start<>(), Options.expecting(version).key("form-4711"));  // same answer

        Either<Rejection, Preview> preview = itsm.incidents()
                .preview(anna, id, new TicketCommand.Cancel<>("not ours"));
        // end
        // spotless:on
        assertThat(itsm.incidents().history(anna, id)).hasSize(2);
        assertThat(preview.get().changes()).hasSize(1);
    }

    @Test
    void whatWasKnownWhen() {
        RecordId id = log("The lamp flickers");
        // spotless:off
        // snippet: find
        Page<Stored<Incident>> mine = itsm.incidents().query(anna, Query
                .where(Incidents.FIELDS.requester.is(anna.person()).and(Incidents.FIELDS.phase.is(Phase.NEW)))
                .orderBy(Incidents.FIELDS.priority.ascending(), Incidents.FIELDS.opened.descending())
                .limit(20));

        Incident then = itsm.incidents().asOf(anna, id, Instant.parse("2999-01-01T09:00:00Z")).orElseThrow();
        // end
        // spotless:on
        assertThat(mine.items()).extracting(Stored::id).containsExactly(id);
        assertThat(then.ticket().title()).isEqualTo("The lamp flickers");
    }

    @Test
    void aTenantHasItsOwnWays() {
        // spotless:off
        // snippet: tailor
        Lifecycle tailored = IncidentLifecycle.standard().edit()
                .status("awaiting-parts", Phase.WAITING)
                .move(IncidentLifecycle.IN_PROGRESS, "order-parts", "awaiting-parts").requires("vendor")
                .move("awaiting-parts", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                .remove(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN)
                .build();

        itsm.tailor(anna, Tailoring.builder()
                .putLifecycles("incident", tailored.toData())
                .putFields("incident", List.of(FieldDefinition.of("vendor", FieldType.TEXT)))
                .build());
        // end
        // spotless:on
        RecordId id = log("The wheel is flat");
        itsm.incidents().submit(anna, id, new TicketCommand.Start<>());
        assertThat(itsm.incidents().availableActions(anna, id))
                .filteredOn(offer -> offer.action().value().equals("order-parts"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.needs()).containsExactly("vendor"));
    }

    private RecordId log(String title) {
        return itsm.incidents()
                .submit(anna, IncidentCommand.log().title(title).build())
                .get()
                .id();
    }
}
