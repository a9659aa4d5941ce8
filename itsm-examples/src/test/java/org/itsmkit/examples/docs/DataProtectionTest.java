package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.itsmkit.Itsm;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Retention;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets about what happens to personal data. */
class DataProtectionTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final InMemoryStore store = new InMemoryStore(now::get);
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .clock(now::get)
            .build();
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller clerk = Caller.of(ACME, PersonId.of("dora"));

    private RecordId log(String title) {
        return itsm.incidents()
                .submit(anna, IncidentCommand.log().title(title).build())
                .get()
                .id();
    }

    private void cancelled(RecordId id) {
        assertThat(itsm.incidents()
                        .submit(anna, id, new TicketCommand.Cancel<>("not ours"))
                        .isRight())
                .isTrue();
    }

    @Test
    void erase() {
        RecordRef incident = RecordRef.of("incident", log("My screen is dark"));
        // spotless:off
        // snippet: erase
        DataProtection protection = itsm.protection();
        protection.erase(clerk, incident, Erasure.personal(Incidents.KIND), "Request 17");      // all that is personal in one record
        protection.erase(clerk, incident, Erasure.of("text", "Hold.note").from(4L), "Request 18"); // of one entry, what was written

        for (Definition<?> kind : itsm.registry().all()) {                                       // a person, wherever they are
            Optional<RecordId> after = Optional.empty();
            do {
                DataProtection.Batch batch = protection.eraseAll(clerk, kind, Erasure.of(anna.person()), "Request 19", after, 500);
                after = batch.next();       // batch.refused() says what is held
            } while (after.isPresent());
        }
        // end
        // spotless:on
        Incident erased =
                itsm.incidents().find(clerk, incident.id()).orElseThrow().record();
        assertThat(erased.ticket().title()).isEqualTo("[erased]");
        assertThat(erased.ticket().requester()).isEqualTo(PersonId.of("erased-1"));
    }

    @Test
    void hold() {
        RecordRef incident = RecordRef.of("incident", log("The safe is open"));
        // spotless:off
        // snippet: hold
        itsm.protection().hold(clerk, incident, "Case 4711");
        itsm.protection().purge(clerk, incident, "Old").getLeft().code();       // record.held
        itsm.protection().release(clerk, incident, "Case closed");
        // end
        // spotless:on
        assertThat(itsm.incidents().history(clerk, incident.id())).hasSize(3);
        assertThat(itsm.incidents().find(clerk, incident.id())).isPresent();
    }

    @Test
    void purge() {
        RecordId old = log("The lamp flickers");
        RecordId held = log("The lamp explodes");
        RecordId exactly = log("The lamp is out");
        cancelled(old);
        cancelled(held);
        itsm.protection()
                .hold(clerk, RecordRef.of("incident", held), "Case 4711")
                .get();
        now.updateAndGet(before -> before.plusNanos(1_000));
        cancelled(exactly);
        now.updateAndGet(before -> before.atOffset(ZoneOffset.UTC).plusYears(10).toInstant());
        // spotless:off
        // snippet: purge
        Retention<Incident> tenYears = new Retention<>(Incidents.FIELDS.closed, Period.ofYears(10));
        DataProtection.Sweep sweep = itsm.protection()
                .purgeAll(clerk, Incidents.DEFINITION, tenYears, "Ten years old", Optional.empty(), 100);
        sweep.purged();     // gone
        sweep.refused();    // on hold: record.held
        sweep.next();       // where to go on, if there is more
        // end
        // spotless:on
        assertThat(sweep.purged()).extracting(RecordRef::id).containsExactly(old);
        assertThat(sweep.refused()).hasSize(1);
        assertThat(sweep.next()).isEmpty();
        assertThat(itsm.incidents().find(clerk, old)).isEmpty();
        assertThat(itsm.incidents().find(clerk, held)).isPresent();
        assertThat(itsm.incidents().find(clerk, exactly)).isPresent();
    }

    @Test
    void archive() {
        RecordId id = log("The lift is stuck");
        InMemoryStore other = new InMemoryStore(now::get);
        // spotless:off
        // snippet: archive
        List<ArchiveItem> archive = new ArrayList<>();      // or to a file, item by item
        store.export(ACME, itsm.registry().kinds(), archive::add);
        other.restore(ACME, itsm.registry().kinds(), archive.iterator());
        store.remove(ACME, false);                          // true would remove what is held too
        // end
        // spotless:on
        assertThat(other.find(ACME, Incidents.KIND, id)).isPresent();
        assertThat(store.tenants()).isEmpty();
    }
}
