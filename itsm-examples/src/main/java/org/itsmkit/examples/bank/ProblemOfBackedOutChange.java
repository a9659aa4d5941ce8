package org.itsmkit.examples.bank;

import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Creation;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketDraft;

/**
 * Logs a problem, in the same commit, for a change that was backed out: all is as it was, and somebody must find out why it did not go. The
 * problem has the id of the change.
 */
final class ProblemOfBackedOutChange implements Reaction<Change, Problem> {

    /** By which it can be switched off. */
    static final String NAME = "log-problem-of-backed-out-change";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Definition<Change> source() {
        return Changes.DEFINITION;
    }

    @Override
    public Definition<Problem> target() {
        return Problems.DEFINITION;
    }

    @Override
    public Targets targets(Occasion<Change> occasion) {
        boolean wasBackedOut = occasion.event() instanceof ChangeEvent.Implemented implemented
                && implemented.outcome() == ChangeOutcome.BACKED_OUT;
        return wasBackedOut ? Targets.one(occasion.source().id()) : Targets.none();
    }

    @Override
    public Optional<Creation<Problem>> creation(Occasion<Change> occasion, RecordId target) {
        Ticket ticket = occasion.record().ticket();
        return Optional.of(ProblemCommand.log()
                .draft(TicketDraft.builder()
                        .title("Change " + ticket.number() + " was backed out")
                        .requester(ticket.requester())
                        .service(ticket.service())
                        .build())
                .origin(Origin.REACTIVE)
                .build());
    }
}
