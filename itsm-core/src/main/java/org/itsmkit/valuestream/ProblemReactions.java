package org.itsmkit.valuestream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.ProblemEvent;
import org.itsmkit.problem.RiskEvent;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCascades;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeEvent;
import org.itsmkit.ticket.Ticketed;

/**
 * What follows from what happens to problems, each by a name under which a tenant can switch it off. Besides these there are those of
 * {@link TicketCascades} between a problem, those below it, and those merged into it.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@value #RESOLVE}</td><td>it is resolved when all changes that were to fix it are done</td></tr>
 * <tr><td>{@value #RESUME}</td><td>incidents that wait for it go on when it is resolved, lived with, or given up</td></tr>
 * <tr><td>{@value #MOVE_INCIDENTS}</td><td>the incidents of what was merged are instances of the other</td></tr>
 * <tr><td>{@value #MOVE_KNOWN_ERRORS}</td><td>the known errors of what was merged are of the other</td></tr>
 * </table>
 */
public final class ProblemReactions {

    /** Notices that all fixes are done. */
    public static final String RESOLVE = "resolve-fixed-problem";
    /** Lets incidents go on that waited. */
    public static final String RESUME = "resume-incidents-of-problem";
    /** Takes incidents over from a duplicate. */
    public static final String MOVE_INCIDENTS = "move-incidents-of-duplicate";
    /** Takes known errors over from a duplicate. */
    public static final String MOVE_KNOWN_ERRORS = "move-known-errors-of-duplicate";

    private ProblemReactions() {}

    /** All of them, between these kinds as the host has them. */
    public static List<Reaction<?, ?>> standard(
            Definition<Problem> problems, Definition<Incident> incidents, Definition<KnownError> knownErrors) {
        List<Reaction<?, ?>> reactions = new ArrayList<>(
                TicketCascades.standard(problems, Set.of(ProblemEvent.Resolved.class, ProblemEvent.Reanalysed.class)));
        // Where its cause is looked for anew, what was done was done for another.
        reactions.add(
                Fixes.done(RESOLVE, problems, problem -> problem.rootCause().isPresent(), ProblemCommand.Resolve::new));
        reactions.add(new Following<>(
                RESUME,
                problems,
                incidents,
                o -> ends(o) ? waiting(LinkType.INSTANCE_OF, o.source()) : Targets.none(),
                (o, incident) -> waitsFor(HoldReason.AWAITING_PROBLEM, incident)
                        ? Optional.of(new TicketCommand.Resume<>())
                        : Optional.empty()));
        reactions.add(ofDuplicate(MOVE_INCIDENTS, problems, incidents, LinkType.INSTANCE_OF));
        reactions.add(ofDuplicate(MOVE_KNOWN_ERRORS, problems, knownErrors, LinkType.KNOWN_ERROR_OF));
        return List.copyOf(reactions);
    }

    /** Whether nobody works on it any longer, here or in another that it was merged into. */
    private static boolean ends(Occasion<Problem> occasion) {
        Event<Problem> event = occasion.event();
        boolean moves = event instanceof ProblemEvent.Resolved
                || event instanceof RiskEvent.RiskAccepted
                || event instanceof TicketEvent.Moved
                || event instanceof TicketEvent.Migrated;
        return moves && !occasion.record().ticket().phase().isOpen();
    }

    /** Those incidents that wait and point at {@code target} in that way. */
    static Targets waiting(LinkType type, RecordRef target) {
        return Targets.matching(Condition.and(Incidents.FIELDS.phase.is(Phase.WAITING), type.to(target)));
    }

    static boolean waitsFor(HoldReason reason, Incident incident) {
        return incident.ticket().hold().map(Hold::reason).equals(Optional.of(reason.name()));
    }

    private static <T extends Ticketed<T>> Reaction<Problem, T> ofDuplicate(
            String name, Definition<Problem> problems, Definition<T> kind, LinkType type) {
        return new Following<>(
                name,
                problems,
                kind,
                o -> into(o).isPresent() ? Targets.matching(type.to(o.source())) : Targets.none(),
                (o, record) -> into(o).map(other -> new TicketFamilyCommand.PointInstead<>(type, o.source(), other)));
    }

    private static Optional<RecordRef> into(Occasion<Problem> occasion) {
        return occasion.event() instanceof TicketMergeEvent.MergedInto<Problem> merged
                ? Optional.of(merged.into().into())
                : Optional.empty();
    }
}
