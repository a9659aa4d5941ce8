package org.itsmkit.governance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;

/** Whether what was found, and what is to be directed, can be kept: everything that is wrong is told at once. */
final class DirectionCheck {

    /** How often reports are asked for at most, and at least. */
    static final Duration OFTEN = Duration.ofMinutes(1);

    static final Duration SELDOM = Duration.ofDays(366);

    private static final int UNIT_LENGTH = 50;

    private DirectionCheck() {}

    static List<Violation> of(Evaluation evaluation) {
        List<Evaluation.Found> findings = evaluation.findings();
        Inputs inputs = Inputs.check()
                .require(!findings.isEmpty(), "directive.nothing-found", "findings", "An evaluation finds something.")
                .require(
                        findings.size() <= Evaluation.MOST_FINDINGS,
                        "list.too-long",
                        "findings",
                        "There are at most " + Evaluation.MOST_FINDINGS + " findings.")
                .require(
                        evaluation.heard().size() <= Evaluation.MOST_HEARD,
                        "list.too-long",
                        "heard",
                        "At most " + Evaluation.MOST_HEARD + " are heard.")
                .require(
                        evaluation.evidence().size() <= Evaluation.MOST_EVIDENCE,
                        "list.too-long",
                        "evidence",
                        "Findings name at most " + Evaluation.MOST_EVIDENCE + " records.")
                .optionalText("external", evaluation.external(), DirectiveCommand.TEXT_LENGTH);
        findings.stream()
                .limit(Evaluation.MOST_FINDINGS)
                .forEach(found -> inputs.text("findings", found.text(), DirectiveCommand.NOTE_LENGTH));
        evaluation.heard().stream()
                .limit(Evaluation.MOST_HEARD)
                .forEach(one -> inputs.line("who", one.who(), DirectiveCommand.LINE_LENGTH)
                        .text("wants", one.wants(), DirectiveCommand.NOTE_LENGTH));
        return inputs.violations().stream().distinct().toList();
    }

    static List<Violation> of(Direction direction) {
        Target target = direction.target();
        BigDecimal way = target.goal().subtract(target.baseline()).abs();
        Inputs inputs = Inputs.check()
                .text("statement", direction.statement(), DirectiveCommand.TEXT_LENGTH)
                .optionalText("unit", target.unit(), UNIT_LENGTH)
                .require(
                        direction.restsOn().size() <= Direction.MOST_POLICIES,
                        "list.too-long",
                        "restsOn",
                        "A directive rests on at most " + Direction.MOST_POLICIES + " policies.")
                .require(way.signum() > 0, "directive.goal-is-baseline", "goal", "The goal is where it is already.")
                .require(
                        target.due().isAfter(target.baselineAt()),
                        "directive.due-before-baseline",
                        "due",
                        "The goal is due after its baseline was measured.")
                .require(
                        target.tolerance().signum() >= 0
                                && (way.signum() == 0 || target.tolerance().compareTo(way) < 0),
                        "directive.tolerance",
                        "tolerance",
                        "The tolerance is 0 or more, and less than the whole way.")
                .require(
                        direction
                                .reportEvery()
                                .map(every -> every.compareTo(OFTEN) >= 0 && every.compareTo(SELDOM) <= 0)
                                .orElse(true),
                        "directive.report-every",
                        "reportEvery",
                        "Reports are due every minute to every 366 days.");
        milestones(inputs, direction);
        List<Violation> violations = new ArrayList<>(inputs.violations());
        direction.decision().map(Decision::violations).ifPresent(violations::addAll);
        return violations;
    }

    private static void milestones(Inputs inputs, Direction direction) {
        Target target = direction.target();
        int most = Direction.MOST_MILESTONES;
        inputs.require(
                direction.milestones().size() <= most,
                "list.too-long",
                "milestones",
                "A plan has at most " + most + " milestones.");
        Instant before = target.baselineAt();
        BigDecimal value = target.baseline();
        boolean isInTime = true;
        boolean isTowards = true;
        for (PlannedMilestone next : direction.milestones().stream().limit(most).toList()) {
            isInTime &= next.at().isAfter(before) && next.at().isBefore(target.due());
            isTowards &= target.lead(next.expected(), value).signum() >= 0
                    && target.lead(target.goal(), next.expected()).signum() >= 0;
            before = next.at();
            value = next.expected();
        }
        inputs.require(
                        isInTime,
                        "directive.milestones-in-time",
                        "milestones",
                        "Each milestone is later than the one before, after the baseline and before the goal is due.")
                .require(
                        isTowards,
                        "directive.milestones-towards-goal",
                        "milestones",
                        "No milestone leads away from the goal, nor beyond it.");
    }
}
