package org.itsmkit.incident.similar;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Ticket;

/**
 * What others are compared with: an incident, or one that somebody is about to log.
 *
 * @param id which incident it is; empty if it is none yet
 * @param title in one line
 * @param requester who is affected
 * @param service the service concerned, if known
 * @param category what sort of thing it is, if known
 * @param custom the values of the tenant's own fields
 * @param at when it was opened, or is about to be
 */
public record Probe(
        Optional<RecordId> id,
        String title,
        PersonId requester,
        Optional<ServiceId> service,
        Optional<Category> category,
        Map<String, FieldValue> custom,
        Instant at) {

    public Probe {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(category, "category");
        custom = Map.copyOf(custom);
        Objects.requireNonNull(at, "at");
    }

    /** An incident that {@code caller} is about to log at {@code at}. */
    public static Probe of(IncidentCommand.Log log, Caller caller, Instant at) {
        PersonId requester = log.requester().or(caller::onBehalfOf).orElse(caller.person());
        return new Probe(Optional.empty(), log.title(), requester, log.service(), log.category(), log.custom(), at);
    }

    /** An incident that there is. */
    public static Probe of(RecordId id, Incident incident) {
        Ticket ticket = incident.ticket();
        return new Probe(
                Optional.of(id),
                ticket.title(),
                ticket.requester(),
                ticket.service(),
                ticket.category(),
                ticket.custom(),
                ticket.openedAt());
    }
}
