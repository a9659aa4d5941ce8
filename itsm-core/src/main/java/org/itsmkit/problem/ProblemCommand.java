package org.itsmkit.problem;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedEvent;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of problems alone; see {@link TicketCommand} for the rest. */
public sealed interface ProblemCommand extends Command<Problem>
        permits ProblemCommand.Assess,
                ProblemCommand.Weigh,
                ProblemCommand.Investigate,
                ProblemCommand.Resolve,
                ProblemCommand.LookBack,
                ProblemCommand.Reanalyse,
                AnalysisCommand,
                RiskCommand {

    /** Begins to write down that there may be a problem. */
    static Log.Builder log() {
        return new Log.Builder();
    }

    /**
     * Write down that there may be a problem.
     *
     * @param draft what it shares with every ticket
     * @param origin how somebody came to look for it
     * @param affected by which configuration items and error codes it is recognised, if that is known
     * @param pain how much it hurts, if that is known
     */
    @KitStyle
    @Value.Builder
    record Log(TicketDraft draft, Origin origin, Optional<Affected> affected, Optional<PainValue> pain)
            implements Creation<Problem>, NamesRequester {

        @Override
        public Action action() {
            return ProblemLifecycle.LOG;
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return draft.requester();
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return draft.supplies();
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return draft.supplies(context);
        }

        @Override
        public Needs needs() {
            return draft.needs();
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(draft.check(context));
            affected.ifPresent(known -> violations.addAll(
                    new AffectedCommand.NameAffected<Problem>(known.items(), known.errorCodes()).check(context)));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Context context) {
            List<Event<Problem>> events =
                    new ArrayList<>(draft.begin(new ProblemEvent.Logged(draft.open(context), origin, pain), context));
            affected.filter(known -> !known.isBlank())
                    .ifPresent(known -> events.add(new AffectedEvent.AffectedNamed<>(known)));
            return right(events);
        }

        public static final class Builder extends LogBuilder {
            Builder() {}
        }
    }

    /** Say that there is one, and what makes one think so. */
    record Assess(String finding) implements ProblemCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.ASSESS;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("finding", finding, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(List.of(new ProblemEvent.Assessed(context.destination(), finding)));
        }
    }

    /** Say how much it hurts, in place of what was said before. */
    record Weigh(PainValue pain) implements ProblemCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.WEIGH;
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            boolean changes = !problem.pain().equals(Optional.of(pain));
            return right(TicketEvent.andMove(
                    problem, context, changes ? List.of(new ProblemEvent.Weighed(pain)) : List.of()));
        }
    }

    /** Look for its cause; if one was identified, that was none. */
    record Investigate(String reason) implements ProblemCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.INVESTIGATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(List.of(new ProblemEvent.Investigated(context.destination(), reason)));
        }
    }

    /** Say that it is gone, and how. */
    record Resolve(String solution) implements ProblemCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.RESOLVE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("solution", solution, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(List.of(new ProblemEvent.Resolved(context.destination(), solution)));
        }
    }

    /**
     * Write down what people found when they looked back on it, in place of what was written before.
     *
     * @param wentWell what went well; may be empty, but not both
     * @param wentBadly what went badly; may be empty, but not both
     * @param lessons what is to be done otherwise; at most {@value Review#MOST_LESSONS}
     */
    record LookBack(String wentWell, String wentBadly, List<String> lessons) implements ProblemCommand {
        public LookBack {
            lessons = List.copyOf(lessons);
        }

        @Override
        public Action action() {
            return ProblemLifecycle.REVIEW;
        }

        @Override
        public List<Violation> check(Context context) {
            return Review.check(wentWell, wentBadly, lessons);
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(TicketEvent.andMove(
                    problem, context, List.of(new ProblemEvent.Reviewed(wentWell, wentBadly, lessons))));
        }
    }

    /**
     * Look into it again.
     *
     * @param reason why
     * @param evidence records that show that it is not gone, such as new incidents; demanded where it was resolved
     */
    record Reanalyse(String reason, Set<RecordRef> evidence) implements ProblemCommand {

        /** The most records that show it. */
        public static final int MOST_EVIDENCE = 50;

        public Reanalyse {
            evidence = Set.copyOf(evidence);
        }

        @Override
        public Action action() {
            return ProblemLifecycle.REANALYSE;
        }

        @Override
        public Needs needs(Problem problem) {
            Needs needs = Needs.none();
            for (RecordRef ref : evidence.stream().sorted().limit(MOST_EVIDENCE).toList()) {
                needs = needs.and(Needs.record(ref));
            }
            return needs;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .require(
                            evidence.size() <= MOST_EVIDENCE,
                            "list.too-long",
                            "evidence",
                            "No more than " + MOST_EVIDENCE + " records are named.")
                    .require(
                            evidence.size() > MOST_EVIDENCE
                                    || evidence.stream()
                                            .allMatch(ref -> context.facts().exists(ref)),
                            "evidence.unknown",
                            "evidence",
                            "There is no such record.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return right(List.of(new ProblemEvent.Reanalysed(context.destination(), reason, evidence)));
        }
    }
}
