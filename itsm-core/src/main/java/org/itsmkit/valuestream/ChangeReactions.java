package org.itsmkit.valuestream;

import java.util.List;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemFixCommand;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;

/**
 * What follows from what happens to changes, each by a name under which a tenant can switch it off.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@value #NOTE_TO_KNOWN_ERRORS}</td><td>known errors that it was to fix are told what became of it</td></tr>
 * <tr><td>{@value #NOTE_TO_PROBLEMS}</td><td>problems that it was to fix are told what became of it</td></tr>
 * <tr><td>{@value #RESUME}</td><td>incidents that wait for it go on when it is over, however it ended</td></tr>
 * </table>
 */
public final class ChangeReactions {

    /** Tells known errors. */
    public static final String NOTE_TO_KNOWN_ERRORS = "note-fix-of-known-error";
    /** Tells problems. */
    public static final String NOTE_TO_PROBLEMS = "note-fix-of-problem";
    /** Lets incidents go on that waited. */
    public static final String RESUME = "resume-incidents-of-change";

    private ChangeReactions() {}

    /** All of them, between these kinds as the host has them. */
    public static List<Reaction<?, ?>> standard(
            Definition<Change> changes,
            Definition<Incident> incidents,
            Definition<Problem> problems,
            Definition<KnownError> knownErrors) {
        return List.of(
                new Following<>(
                        NOTE_TO_KNOWN_ERRORS,
                        changes,
                        knownErrors,
                        ChangeReactions::fixed,
                        (o, error) ->
                                news(o, error.fix(o.source())).map(state -> new FixCommand.NoteFix(o.source(), state))),
                new Following<>(
                        NOTE_TO_PROBLEMS,
                        changes,
                        problems,
                        ChangeReactions::fixed,
                        (o, problem) -> news(o, Fix.of(problem.fixes(), o.source()))
                                .map(state -> new ProblemFixCommand.NoteFix(o.source(), state))),
                new Following<>(
                        RESUME,
                        changes,
                        incidents,
                        o -> ended(o).isPresent()
                                ? ProblemReactions.waiting(LinkType.FIXED_BY, o.source())
                                : Targets.none(),
                        (o, incident) -> ProblemReactions.waitsFor(HoldReason.AWAITING_CHANGE, incident)
                                ? Optional.of(new TicketCommand.Resume<>())
                                : Optional.empty()));
    }

    private static Targets fixed(Occasion<Change> occasion) {
        return ended(occasion).isPresent() ? Targets.matching(LinkType.FIXED_BY.to(occasion.source())) : Targets.none();
    }

    /** What became of it, if it ended just now. */
    private static Optional<Fix.State> ended(Occasion<Change> occasion) {
        Ticket ticket = occasion.record().ticket();
        if (!ticket.closedAt().equals(Optional.of(ticket.updatedAt()))) {
            return Optional.empty();
        }
        return Optional.of(ticket.phase() == Phase.CLOSED ? Fix.State.DONE : Fix.State.FAILED);
    }

    private static Optional<Fix.State> news(Occasion<Change> occasion, Optional<Fix.State> before) {
        return ended(occasion).filter(now -> before.isPresent() && !before.equals(Optional.of(now)));
    }
}
