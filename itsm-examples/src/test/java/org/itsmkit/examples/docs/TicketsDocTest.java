package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Form;
import org.itsmkit.engine.Options;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Template;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.Cost;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.TimeCommand;
import org.junit.jupiter.api.Test;

/** The snippets about tickets, as one story: a laptop for somebody who begins on Monday does not start. */
class TicketsDocTest {

    private static final PersonId NORA = PersonId.of("nora");
    private static final PersonId TIM = PersonId.of("tim");
    private static final GroupId DESK = GroupId.of("service-desk");

    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(InstantSource.system()))
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(NORA)
                    .person(TIM)
                    .group(DESK, TIM)
                    .build())
            .build();
    private final Caller nora = Caller.of(TenantId.of("acme"), NORA);
    private final Caller tim = Caller.of(TenantId.of("acme"), TIM);

    private Ticket ticket(RecordId id) {
        return itsm.incidents().find(tim, id).orElseThrow().record().ticket();
    }

    @Test
    void aLaptopDoesNotStart() {
        // spotless:off
        // snippet: ticket-template
        itsm.tailor(tim, Tailoring.builder()
                .putFields("incident", List.of(
                        FieldDefinition.of("asset", FieldType.TEXT),
                        FieldDefinition.oneOf("cause", "wear", "fall", "update")
                                .requiredWhen(FieldCondition.all(
                                        FieldCondition.doing(IncidentLifecycle.RESOLVE), FieldCondition.filled("asset")))))
                .putTemplates("incident", List.of(Template.builder()
                        .name("laptop")
                        .title("Laptop is broken")
                        .category(Category.of("hardware/laptop"))
                        .group(DESK)
                        .putMandatory("in-progress", Set.of("asset"))
                        .putHidden("new", Set.of("cause"))
                        .build()))
                .build());

        Stored<Incident> logged = itsm.incidents().submit(nora, IncidentCommand.logBy("laptop").build()).get();
        RecordId id = logged.id();

        Form form = itsm.incidents().form(tim, id, IncidentLifecycle.RESOLVE).orElseThrow();
        form.entry("cause").orElseThrow().allowed();    // wear, fall, update
        // end
        assertThat(form.entry("cause").orElseThrow().isMandatory()).isFalse();
        assertThat(form.entry("cause").orElseThrow().allowed()).hasSize(3);
        assertThat(logged.record().ticket().group()).contains(DESK);
        Either<Rejection, Stored<Incident>> started = itsm.incidents().submit(tim, id, new TicketCommand.Start<>());
        assertThat(started.getLeft().code()).isEqualTo("field.required");

        // snippet: ticket-people
        itsm.incidents().submit(tim, id, new TicketPeopleCommand.Accept<>(TIM));                // from the group's pile
        itsm.incidents().submit(tim, id, new TicketPeopleCommand.Watch<>(NORA));                // is told how it goes
        itsm.incidents().submit(tim, id, new TicketPeopleCommand.InvolveSupplier<>(
                OrganisationId.of("northwind"), "NW-4711"));                                    // found by their number too
        itsm.incidents().submit(tim, id, new TicketPeopleCommand.Tag<>("Starter Kit"));         // kept as starter-kit
        // end
        assertThat(ticket(id).assignee()).contains(TIM);
        assertThat(ticket(id).watchers()).containsExactly(NORA);
        assertThat(ticket(id).suppliers()).hasSize(1);
        assertThat(ticket(id).tags()).containsExactly("starter-kit");

        // snippet: ticket-tasks
        TaskId spare = TaskId.of("spare");
        TaskId image = TaskId.of("image");
        itsm.incidents().submit(tim, id, new TaskCommand.Add<>(spare, "Fetch a spare laptop"));
        itsm.incidents().submit(tim, id, new TaskCommand.Add<>(image, "Put the image on it"));
        itsm.incidents().submit(tim, id, new TaskCommand.Order<>(image, Set.of(spare)));        // one after the other

        Either<Rejection, ?> tooEarly = itsm.incidents().submit(tim, id, new TaskCommand.Start<>(image));

        itsm.incidents().submit(tim, id, new TimeCommand.Record<>(Duration.ofMinutes(25), Activity.ANALYSIS));
        itsm.incidents().submit(tim, id, new AttachmentCommand.Attach<>(
                "screen.png", "image/png", 48_113, "https://files.example/8812", Optional.empty(), false));
        // end
        assertThat(tooEarly.isLeft()).isTrue();
        assertThat(ticket(id).worksheetOrBlank().tasks()).hasSize(2);
        assertThat(ticket(id).worksheetOrBlank().attachments()).hasSize(1);
        assertThat(itsm.incidents()
                        .submit(
                                tim,
                                id,
                                new TimeCommand.Record<>(
                                        Optional.empty(),
                                        Optional.<Instant>empty(),
                                        Duration.ofMinutes(5),
                                        Activity.TRAVEL,
                                        true,
                                        Optional.of(Cost.of("12.50", "EUR")),
                                        Optional.empty()))
                        .isRight())
                .isTrue();

        RecordId other = itsm.incidents()
                .submit(nora, IncidentCommand.log().title("My new laptop is dead").build())
                .get()
                .id();
        RecordId child = itsm.incidents()
                .submit(nora, IncidentCommand.log().title("Mine too").build())
                .get()
                .id();
        // snippet: ticket-links
        RecordRef parent = RecordRef.of("incident", id);
        itsm.incidents().submit(tim, child, new TicketCommand.LinkTo<>(LinkType.PARENT, parent));
        itsm.incidents().submit(tim, other, new TicketMergeCommand.MergeInto<>(parent));        // the same, told again

        itsm.incidents().submit(tim, id, new TaskCommand.Skip<>(spare, "A new battery will do"));
        itsm.incidents().submit(tim, id, new TaskCommand.Skip<>(image, "A new battery will do"));
        itsm.incidents().submitAll(tim, id, List.of(
                new TicketCommand.SetFields<>(Map.of("asset", FieldValue.text("LT-0815"))),
                new TicketCommand.Start<>(),
                new TicketCommand.SetFields<>(Map.of("cause", FieldValue.text("wear")))), Options.none()).get();
        itsm.incidents().submit(tim, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "New batteries")).get();

        itsm.incidents().find(tim, child);      // resolved with its parent, by a reaction in the same commit
        // end
        assertThat(ticket(id).status()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(ticket(other).status()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(ticket(other).merger().orElseThrow().into()).isEqualTo(parent);
        assertThat(ticket(child).status()).isEqualTo(IncidentLifecycle.RESOLVED);
        // spotless:on
    }
}
