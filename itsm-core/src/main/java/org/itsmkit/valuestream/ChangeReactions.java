package org.itsmkit.valuestream;

import java.util.List;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.problem.Problem;
import org.itsmkit.ticket.LinkType;
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
                Fixes.noted(NOTE_TO_KNOWN_ERRORS, changes, knownErrors),
                Fixes.noted(NOTE_TO_PROBLEMS, changes, problems),
                new Following<>(
                        RESUME,
                        changes,
                        incidents,
                        o -> Fixes.ended(o).isPresent()
                                ? ProblemReactions.waiting(LinkType.FIXED_BY, o.source())
                                : Targets.none(),
                        (o, incident) -> ProblemReactions.waitsFor(HoldReason.AWAITING_CHANGE, incident)
                                ? Optional.of(new TicketCommand.Resume<>())
                                : Optional.empty()));
    }
}
