package org.itsmkit.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.ticket.Ticket;

/** What is permitted with an incident that is resolved, as the tenant's {@link AfterResolution} says. */
final class ReopeningPolicy {

    private ReopeningPolicy() {}

    /** What was resolved, or closed, too long ago is an incident of its own when it comes back. */
    static Rule<Incident> reopenedInTime() {
        String name = "reopened-in-time";
        return new Rule<>(
                name,
                Set.of(IncidentLifecycle.REOPEN, IncidentLifecycle.REFUSE),
                p -> p.record()
                        .flatMap(incident -> until(incident.ticket(), rules(p)))
                        .filter(until -> p.context().at().isAfter(until))
                        .map(until -> new Violation(
                                Rule.codeOf(name),
                                Map.of("rule", name, "until", until.toString()),
                                "It could be reopened until " + until + "; log a new incident.")));
    }

    /** Until when, inclusive; empty for ever. */
    private static Optional<Instant> until(Ticket ticket, AfterResolution rules) {
        Optional<Instant> since = ticket.phase().isOver() ? ticket.closedAt() : ticket.resolvedAt();
        Optional<Duration> period = ticket.phase().isOver() ? rules.reopenedWithinOfClosure() : rules.reopenedWithin();
        return since.flatMap(at -> period.map(at::plus));
    }

    /** Reopened is by those whom the tenant lets reopen. */
    static Rule<Incident> reopenedByThoseWhoMay() {
        String name = "reopened-by-those-who-may";
        return new Rule<>(
                name,
                Set.of(IncidentLifecycle.REOPEN),
                p -> p.record()
                        .filter(incident -> !mayReopen(incident.ticket(), p))
                        .map(incident -> Violation.of(
                                Rule.codeOf(name),
                                "rule",
                                name,
                                rules(p).reopenedBy().contains(AfterResolution.Party.REQUESTER)
                                        ? "Only the requester, or somebody on their behalf, reopens it."
                                        : "The requester does not reopen it; they may refuse the solution.")));
    }

    private static boolean mayReopen(Ticket ticket, Proposal<Incident> proposal) {
        Set<AfterResolution.Party> by = rules(proposal).reopenedBy();
        boolean isTheirs = ticket.isOf(proposal.context().caller());
        return by.isEmpty()
                || proposal.context().caller().isSystem()
                || by.contains(isTheirs ? AfterResolution.Party.REQUESTER : AfterResolution.Party.AGENTS);
    }

    /** What comes back again and again is looked at anew. */
    static Rule<Incident> reopenedNotTooOften() {
        String name = "reopened-not-too-often";
        return new Rule<>(
                name,
                Set.of(IncidentLifecycle.REOPEN, IncidentLifecycle.REFUSE),
                p -> rules(p).reopenings()
                        .filter(most -> p.record()
                                .map(incident -> incident.reopenings() >= most)
                                .orElse(false))
                        .map(most -> new Violation(
                                Rule.codeOf(name),
                                Map.of("rule", name, "most", most.toString()),
                                "It was reopened " + most + " times already; log a new incident.")));
    }

    private static AfterResolution rules(Proposal<Incident> proposal) {
        return proposal.context()
                .settings()
                .afterResolution(proposal.context().self().kind());
    }
}
