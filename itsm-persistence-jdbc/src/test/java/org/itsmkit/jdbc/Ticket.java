package org.itsmkit.jdbc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;

/** A work item as the kit has them: most of its fields have columns of their own. */
public record Ticket(
        String number,
        String title,
        String status,
        int priority,
        PersonId requester,
        Optional<GroupId> group,
        Optional<PersonId> assignee,
        String location,
        Instant opened,
        Instant updated,
        Optional<RecordRef> parent) {

    static final RecordKind<Ticket> KIND = new Kind();

    static Ticket logged(String number, Instant at) {
        return new Ticket(
                number,
                "Mail is down in the whole house " + number,
                "new",
                1,
                PersonId.of("anna"),
                Optional.empty(),
                Optional.empty(),
                "Berlin",
                at,
                at,
                Optional.empty());
    }

    Ticket moved(String newStatus, Instant at) {
        return new Ticket(
                number,
                title,
                newStatus,
                priority,
                requester,
                Optional.of(GroupId.of("operations")),
                Optional.of(PersonId.of("carla")),
                location,
                opened,
                at,
                parent);
    }

    /** What happens to it. */
    public sealed interface Event {}

    /** It was logged. */
    public record Logged(Ticket ticket) implements Event {}

    /** It moved on. */
    public record Moved(String from, String to, Optional<String> reason) implements Event {}

    private static final class Kind implements RecordKind<Ticket> {

        private static final List<Field<Ticket, ?>> FIELDS = List.of(
                Field.text("number", ticket -> Optional.of(ticket.number())),
                Field.<Ticket>text("title", ticket -> Optional.of(ticket.title()))
                        .searchable(),
                Field.text("status", ticket -> Optional.of(ticket.status())),
                Field.text("phase", ticket -> Optional.of(ticket.status())),
                Field.decimal("priority", ticket -> Optional.of(BigDecimal.valueOf(ticket.priority()))),
                Field.id("requester", ticket -> Optional.of(ticket.requester())),
                Field.id("group", Ticket::group),
                Field.id("assignee", Ticket::assignee),
                Field.text("location", ticket -> Optional.of(ticket.location())),
                Field.moment("opened", ticket -> Optional.of(ticket.opened())),
                Field.moment("updated", ticket -> Optional.of(ticket.updated())));

        @Override
        public String name() {
            return "ticket";
        }

        @Override
        public Class<Ticket> type() {
            return Ticket.class;
        }

        @Override
        public List<EventType<?>> events() {
            return List.of(EventType.of("logged", Logged.class), EventType.of("moved", Moved.class));
        }

        @Override
        public List<Field<Ticket, ?>> fields() {
            return FIELDS;
        }

        @Override
        public Set<Link> links(Ticket ticket) {
            return ticket.parent()
                    .map(parent -> Set.of(Link.of("parent", parent)))
                    .orElse(Set.of());
        }
    }
}
