package org.itsmkit.valuestream;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Creation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Ticket;

/**
 * Logs an incident, in the same commit, for a change that failed: what it was to do is not there, and all is not as before. The incident
 * has the id of the change, points at it as its cause, and belongs to whoever the change belongs to. What was backed out is as it was, so
 * that nothing follows from it.
 */
final class FailedChange implements Reaction<Change, Incident> {

    private final Definition<Change> changes;
    private final Definition<Incident> incidents;

    FailedChange(Definition<Change> changes, Definition<Incident> incidents) {
        this.changes = Objects.requireNonNull(changes, "changes");
        this.incidents = Objects.requireNonNull(incidents, "incidents");
    }

    @Override
    public String name() {
        return ChangeReactions.LOG_FAILURE;
    }

    @Override
    public Definition<Change> source() {
        return changes;
    }

    @Override
    public Definition<Incident> target() {
        return incidents;
    }

    @Override
    public Targets targets(Occasion<Change> occasion) {
        boolean failed = occasion.event() instanceof ChangeEvent.Implemented implemented
                && implemented.outcome() == ChangeOutcome.FAILED;
        return failed ? Targets.one(occasion.source().id()) : Targets.none();
    }

    @Override
    public Optional<Creation<Incident>> creation(Occasion<Change> occasion, RecordId target) {
        Ticket ticket = occasion.record().ticket();
        IncidentCommand.Log log = IncidentCommand.log()
                .title("Change " + ticket.number() + " failed")
                .description(occasion.record().result().map(result -> result.note()))
                .requester(ticket.requester())
                .customer(ticket.customer())
                .service(ticket.service())
                .category(ticket.category())
                .impact(ticket.impact())
                .urgency(ticket.urgency())
                .build();
        return Optional.of(new IncidentCommand.LogCaused(log, occasion.source()));
    }
}
