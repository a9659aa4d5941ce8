package org.itsmkit.problem;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.CauseCandidate;
import org.itsmkit.problem.analysis.RootCauseClaims;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted when the cause of a problem is looked for. */
public sealed interface AnalysisCommand extends ProblemCommand {

    /** The most code points of an analysis's name. */
    int NAME_LENGTH = 128;

    /** The most characters of an analysis, as its parts are written one after the other. */
    int ANALYSIS_LENGTH = 1 << 18;

    /** Write down an analysis, or how far the one of that name has come. It need not be finished. */
    record Analyse(String name, Analysis analysis) implements AnalysisCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.ANALYSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .line("name", name, NAME_LENGTH)
                    .optionalText("analysis", analysis.toString(), ANALYSIS_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            Optional<NamedAnalysis> before = problem.analysis(name);
            if (before.isEmpty() && problem.analyses().size() >= Problem.MOST_ANALYSES) {
                return left(context.refuse(Violation.of(
                        "analysis.too-many",
                        "most",
                        String.valueOf(Problem.MOST_ANALYSES),
                        "No more than " + Problem.MOST_ANALYSES + " analyses are made.")));
            }
            boolean changes =
                    before.map(one -> !one.analysis().equals(analysis)).orElse(true);
            return right(TicketEvent.andMove(
                    problem, context, changes ? List.of(new ProblemEvent.Analysed(name, analysis)) : List.of()));
        }
    }

    /** Take an analysis away that led nowhere, and say why. */
    record DropAnalysis(String name, String reason) implements AnalysisCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.DROP_ANALYSIS;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .line("name", name, NAME_LENGTH)
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            return problem.analysis(name).isEmpty()
                    ? left(context.refuse(Violation.of("analysis.unknown", "There is no analysis of that name.")))
                    : right(TicketEvent.andMove(
                            problem, context, List.of(new ProblemEvent.AnalysisDropped(name, reason))));
        }
    }

    /**
     * Say why there is a problem.
     *
     * @param cause as an analysis has it, in whatever case and with whatever white space between the words
     */
    record IdentifyRootCause(String cause) implements AnalysisCommand {
        @Override
        public Action action() {
            return ProblemLifecycle.IDENTIFY_ROOT_CAUSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("cause", cause, TicketDraft.TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Problem>>> decide(Problem problem, Context context) {
            Optional<CauseCandidate> ground = RootCauseClaims.groundOf(cause, problem.said());
            return right(List.of(new ProblemEvent.RootCauseIdentified(
                    context.destination(),
                    ground.map(CauseCandidate::cause).orElse(cause),
                    ground.map(CauseCandidate::confidence),
                    ground.map(CauseCandidate::technique))));
        }
    }
}
