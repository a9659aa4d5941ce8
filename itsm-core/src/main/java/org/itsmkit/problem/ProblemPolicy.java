package org.itsmkit.problem;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.RootCauseClaims;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketPolicy;

/** What is permitted with a problem. */
public final class ProblemPolicy {

    private ProblemPolicy() {}

    /** The rules of every ticket, and those of problems. */
    public static Policy<Problem> standard() {
        return TicketPolicy.<Problem>standard()
                .with(rootCauseComesOfAnAnalysis())
                .with(rootCauseKeepsItsGround())
                .with(noFixIsOpen())
                .with(TicketPolicy.fixMakesNoCycle())
                .with(TicketPolicy.fixKeepsItsLink())
                .with(closedAfterReview())
                .with(reanalysisHasEvidence())
                .with(duplicatesAreTakenBack())
                .with(riskReviewLiesAhead())
                .with(TicketPolicy.mergeTargetIsNotOver())
                .with(TicketPolicy.unmergesWhatWasMerged());
    }

    /** A root cause is what an analysis has as a candidate with evidence. */
    static Rule<Problem> rootCauseComesOfAnAnalysis() {
        String name = "root-cause-comes-of-an-analysis";
        return new Rule<>(
                name,
                Set.of(ProblemLifecycle.IDENTIFY_ROOT_CAUSE),
                p -> p.intention(AnalysisCommand.IdentifyRootCause.class)
                        .flatMap(claim -> p.record()
                                .flatMap(problem -> RootCauseClaims.objectionTo(claim.cause(), problem.said())))
                        .map(objection -> Violation.of(Rule.codeOf(name), "rule", name, objection.sentence())));
    }

    /** The analysis that a root cause rests on is not taken from under it; to look anew is to investigate again. */
    static Rule<Problem> rootCauseKeepsItsGround() {
        return Rule.of(
                "root-cause-keeps-its-ground",
                Set.of(ProblemLifecycle.ANALYSE, ProblemLifecycle.DROP_ANALYSIS),
                p -> p.record().map(problem -> losesItsGround(problem, p)).orElse(false),
                "The root cause that was identified would rest on nothing then; investigate again first.");
    }

    private static boolean losesItsGround(Problem problem, Proposal<Problem> proposal) {
        Optional<String> cause = problem.rootCause()
                .filter(root -> root.confidence().isPresent())
                .map(RootCause::cause);
        List<Analysis> rest = new ArrayList<>();
        Optional<AnalysisCommand.Analyse> now = proposal.intention(AnalysisCommand.Analyse.class);
        Optional<String> changed = now.map(AnalysisCommand.Analyse::name)
                .or(() ->
                        proposal.intention(AnalysisCommand.DropAnalysis.class).map(AnalysisCommand.DropAnalysis::name));
        problem.analyses().stream()
                .filter(one -> !changed.equals(Optional.of(one.name())))
                .forEach(one -> rest.add(one.analysis()));
        now.ifPresent(wanted -> rest.add(wanted.analysis()));
        return changed.isPresent()
                && cause.flatMap(text -> RootCauseClaims.objectionTo(text, rest))
                        .isPresent();
    }

    /** It is not gone while a change is still to bring an end to it. */
    static Rule<Problem> noFixIsOpen() {
        return Rule.of(
                "no-fix-is-open",
                Set.of(ProblemLifecycle.RESOLVE),
                p -> p.record()
                        .map(problem -> problem.fixes().stream().anyMatch(fix -> fix.state() == Fix.State.PLANNED))
                        .orElse(false),
                "A change that is to fix it is not done yet.");
    }

    /** A problem is looked back on before it is over. */
    static Rule<Problem> closedAfterReview() {
        return Rule.of(
                "closed-after-review",
                Set.of(TicketAction.CLOSE),
                p -> p.record().map(problem -> problem.review().isEmpty()).orElse(false),
                "Nobody has looked back on it yet.");
    }

    /** What was resolved is looked into again because of something that happened since. */
    static Rule<Problem> reanalysisHasEvidence() {
        return Rule.of(
                "reanalysis-has-evidence",
                Set.of(ProblemLifecycle.REANALYSE),
                p -> p.record().map(Problem::solution).map(Optional::isPresent).orElse(false)
                        && p.intention(ProblemCommand.Reanalyse.class)
                                .map(again -> again.evidence().isEmpty())
                                .orElse(false),
                "It was resolved: name a record that shows that it is not gone.");
    }

    /** What goes on in another is not looked into here. */
    static Rule<Problem> duplicatesAreTakenBack() {
        return Rule.of(
                "duplicates-are-taken-back",
                Set.of(ProblemLifecycle.REANALYSE),
                p -> p.record()
                        .map(problem -> problem.ticket().merger().isPresent())
                        .orElse(false),
                "It was merged into another, which goes on in its place.");
    }

    /** What is lived with is looked at again some day after today, by UTC. */
    static Rule<Problem> riskReviewLiesAhead() {
        Function<Proposal<Problem>, Optional<LocalDate>> day = p -> p.intention(RiskCommand.AcceptRisk.class)
                .map(RiskCommand.AcceptRisk::reviewOn)
                .or(() -> p.intention(RiskCommand.RenewRisk.class).map(RiskCommand.RenewRisk::reviewOn));
        return Rule.of(
                "risk-review-lies-ahead",
                Set.of(ProblemLifecycle.ACCEPT_RISK, ProblemLifecycle.RENEW_RISK),
                p -> day.apply(p)
                        .map(on -> !on.isAfter(LocalDate.ofInstant(p.context().at(), ZoneOffset.UTC)))
                        .orElse(false),
                "The day on which it is looked at again lies ahead.");
    }
}
