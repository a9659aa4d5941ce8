package org.itsmkit.valuestream;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Recurrence;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Settings;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.RecurrenceCommand;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/**
 * Proposes a problem, in the same commit, when an incident is logged or categorised that is one too many of its service and category, as
 * the tenant's {@link Recurrence} says. There is one such problem for each service and category, with an id of its own that follows from
 * both; once it was proposed, it is left to people.
 */
final class RecurringIncidents implements Reaction<Incident, Problem> {

    /** The name by which tenants can switch it off. */
    static final String NAME = "propose-problem-of-recurring-incidents";

    private static final int ID_LENGTH = 32;

    private final Definition<Incident> incidents;
    private final Definition<Problem> problems;

    RecurringIncidents(Definition<Incident> incidents, Definition<Problem> problems) {
        this.incidents = Objects.requireNonNull(incidents, "incidents");
        this.problems = Objects.requireNonNull(problems, "problems");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Definition<Incident> source() {
        return incidents;
    }

    @Override
    public Definition<Problem> target() {
        return problems;
    }

    @Override
    public boolean isWanted(Settings settings) {
        return settings.recurrence().isPresent();
    }

    @Override
    public Targets targets(Occasion<Incident> occasion) {
        boolean matters =
                occasion.event() instanceof IncidentEvent.Logged || occasion.event() instanceof TicketEvent.Categorised;
        return matters
                ? sort(occasion.record().ticket())
                        .map(sort -> Targets.one(sort.id()))
                        .orElse(Targets.none())
                : Targets.none();
    }

    @Override
    public Optional<Creation<Problem>> creation(Occasion<Incident> occasion, RecordId target) {
        Ticket ticket = occasion.record().ticket();
        return sort(ticket)
                .flatMap(sort -> occasion.settings().recurrence().map(recurrence -> {
                    Instant from = ticket.openedAt().minus(recurrence.within());
                    TicketDraft draft = TicketDraft.builder()
                            .title("Incidents of " + sort.service() + " in " + sort.category() + " come back")
                            .description(recurrence.times() + " incidents or more since " + from)
                            .requester(ticket.requester())
                            .customer(ticket.customer())
                            .service(sort.service())
                            .category(sort.category())
                            .impact(ticket.impact())
                            .urgency(ticket.urgency())
                            .build();
                    return new RecurrenceCommand(
                            draft, sort.since(from, incidents.name()), recurrence.times(), occasion.source());
                }));
    }

    private static Optional<Sort> sort(Ticket ticket) {
        return ticket.service().flatMap(service -> ticket.category().map(category -> new Sort(service, category)));
    }

    /** Incidents that are taken to be the same. */
    private record Sort(ServiceId service, Category category) {

        RecordId id() {
            String digest = ContentDigest.empty()
                    .with("service", service.value())
                    .with("category", category.value())
                    .hex();
            return RecordId.of("recurring-" + digest.substring(0, ID_LENGTH));
        }

        Needs.Counting since(Instant from, String kind) {
            return new Needs.Counting(
                    kind,
                    Condition.and(
                            Incidents.FIELDS.service.is(service),
                            Incidents.FIELDS.category.is(category),
                            Incidents.FIELDS.opened.isAtLeast(from)));
        }
    }
}
