package org.itsmkit.valuestream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.approval.Vote;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.ApprovalEvent;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Conclusion;
import org.itsmkit.change.cab.AgendaEvent;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.Decision;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.problem.Problem;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;

/**
 * What follows from what happens to changes, each by a name under which a tenant can switch it off.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@value #CONCLUDE}</td><td>it is authorised or rejected when the votes on it have decided that</td></tr>
 * <tr><td>{@value #TAKE_VOTES}</td><td>the votes of a meeting are taken on the change that was talked about</td></tr>
 * <tr><td>{@value #COUNT_USE}</td><td>the change model by which it went is told how it went</td></tr>
 * <tr><td>{@value #LOG_FAILURE}</td><td>an incident is logged for a change that failed, caused by it</td></tr>
 * <tr><td>{@value #NOTE_TO_KNOWN_ERRORS}</td><td>known errors that it was to fix are told what became of it</td></tr>
 * <tr><td>{@value #NOTE_TO_PROBLEMS}</td><td>problems that it was to fix are told what became of it</td></tr>
 * <tr><td>{@value #RESUME}</td><td>incidents that wait for it go on when it is over, however it ended</td></tr>
 * </table>
 */
public final class ChangeReactions {

    /** Authorises or rejects what votes have decided. */
    public static final String CONCLUDE = "conclude-approval";
    /** Takes the votes of a meeting. */
    public static final String TAKE_VOTES = "take-votes-of-meeting";
    /** Tells the change model. */
    public static final String COUNT_USE = "record-use-of-change-model";
    /** Logs an incident for what failed. */
    public static final String LOG_FAILURE = "log-incident-of-failed-change";
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
            Definition<KnownError> knownErrors,
            Definition<ChangeModel> models,
            Definition<CabMeeting> meetings) {
        return List.of(
                new Following<>(
                        CONCLUDE,
                        changes,
                        changes,
                        o -> o.event() instanceof ApprovalEvent.Voted
                                ? Targets.one(o.source().id())
                                : Targets.none(),
                        (o, change) -> isLast(o.event(), change)
                                ? Conclusion.of(change, change.ticket().updatedAt())
                                : Optional.empty()),
                new Following<>(
                        TAKE_VOTES,
                        meetings,
                        changes,
                        o -> o.event() instanceof AgendaEvent.Decided decided
                                ? Targets.one(decided.change().id())
                                : Targets.none(),
                        (o, change) -> o.event() instanceof AgendaEvent.Decided decided
                                ? votes(o.record(), decided.change())
                                : Optional.empty()),
                new Following<>(
                        COUNT_USE,
                        changes,
                        models,
                        o -> o.event() instanceof ChangeEvent.Implemented
                                ? o.record()
                                        .model()
                                        .map(model -> Targets.one(model.id()))
                                        .orElse(Targets.none())
                                : Targets.none(),
                        (o, model) -> o.event() instanceof ChangeEvent.Implemented implemented
                                ? Optional.of(new ChangeModelCommand.RecordUse(o.source(), implemented.outcome()))
                                : Optional.empty()),
                new FailedChange(changes, incidents),
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

    /** Of votes that are taken together, the last that counts is the one that decides. */
    private static boolean isLast(Event<Change> event, Change change) {
        return event instanceof ApprovalEvent.Voted voted
                && change.round()
                        .map(round -> round.ballots().indexOf(voted.ballot())
                                == round.ballots().size() - 1)
                        .orElse(false);
    }

    /** The votes as they were cast, on what the change was when it was put on the agenda. */
    private static Optional<Command<Change>> votes(CabMeeting meeting, RecordRef change) {
        return meeting.item(change)
                .flatMap(item -> item.decision()
                        .map(decision -> new ApprovalCommand.TakeVotes(
                                meeting.authority(), item.content(), choices(decision), decision.note())));
    }

    private static Map<PersonId, Vote.Choice> choices(Decision decision) {
        Map<PersonId, Vote.Choice> choices = new HashMap<>();
        decision.votes().forEach(vote -> choices.put(vote.person(), vote.choice()));
        return choices;
    }
}
