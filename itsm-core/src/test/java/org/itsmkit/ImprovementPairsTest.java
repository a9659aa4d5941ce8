package org.itsmkit;

import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.Improving;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.kernel.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** As {@link EveryPairTest}, of improvements. */
class ImprovementPairsTest {

    private static final String JOURNEY = """
            from       | assess   aim     make-plan act    check      keep     close  go-back    plan-again abandon   park       resume
            vision     | baseline .       .         .      .          .        .      .          .          abandoned vision     vision
            baseline   | .        targets .         .      .          .        .      vision     .          abandoned baseline   baseline
            targets    | .        .       plan      .      .          .        .      baseline   .          abandoned targets    targets
            plan       | .        .       .         action .          .        .      targets    .          abandoned plan       plan
            action     | .        .       .         .      evaluation .        .      plan       .          abandoned action     action
            evaluation | .        .       .         .      .          momentum .      action     plan       abandoned evaluation evaluation
            momentum   | .        .       .         .      .          .        closed evaluation .          abandoned momentum   momentum
            closed     | .        .       .         .      .          .        .      .          .          .         .          .
            abandoned  | .        .       .         .      .          .        .      .          .          .         .          .
            """;

    private static final String ALWAYS = """
            from       | describe   hand-over  relate     weigh      decide     learn
            vision     | vision     vision     vision     vision     vision     vision
            baseline   | baseline   baseline   baseline   baseline   baseline   baseline
            targets    | targets    targets    targets    targets    targets    targets
            plan       | plan       plan       plan       plan       plan       plan
            action     | action     action     action     action     action     action
            evaluation | evaluation evaluation evaluation evaluation evaluation evaluation
            momentum   | momentum   momentum   momentum   momentum   momentum   momentum
            closed     | .          .          .          .          .          .
            abandoned  | .          .          .          .          .          .
            """;

    private static final String EVIDENCE = """
            from       | set-vision measure  set-target drop-target plan-step move-step settle-step note-overdue measure-again evaluate   realise    set-control review-control note-review-due
            vision     | vision     .        .          .           .         .         .           .            .             .          .          .           .              .
            baseline   | .          baseline .          .           .         .         .           .            .             .          .          .           .              .
            targets    | .          .        targets    targets     .         .         .           .            .             .          .          .           .              .
            plan       | .          .        .          .           plan      plan      plan        .            .             .          .          .           .              .
            action     | .          .        .          .           action    action    action      action       action        .          .          .           .              .
            evaluation | .          .        .          .           .         .         .           .            evaluation    evaluation evaluation evaluation  .              .
            momentum   | .          .        .          .           .         .         .           .            .             .          momentum   momentum    momentum       momentum
            closed     | .          .        .          .           .         .         .           .            .             .          closed     closed      closed         closed
            abandoned  | .          .        .          .           .         .         .           .            .             .          .          .           .              .
            """;

    @Test
    void theDrawnTablesAreWhole() {
        EveryPairTest.assertWhole(Improvements.DEFINITION, JOURNEY, ALWAYS, EVIDENCE);
    }

    @TestFactory
    Stream<DynamicTest> ofImprovements() {
        return EveryPairTest.pairs(JOURNEY, ALWAYS, EVIDENCE).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Improving improving = Improving.in(company, pair.from());
                    if (pair.to().isPresent()) {
                        prepare(improving, pair);
                    }
                    Command<Improvement> command = command(improving, pair);
                    EveryPairTest.check(company, company.itsm.improvements(), improving.id, pair, DORA, command);
                }));
    }

    /** What the action asks for besides what was asked for until there. */
    private static void prepare(Improving improving, Pair pair) {
        String from = pair.from();
        switch (pair.action()) {
            case "aim" -> improving.does(new EvidenceCommand.Measure(improving.monthBefore(Improving.SLOW)));
            case "make-plan", "drop-target" ->
                improving.does(new EvidenceCommand.SetTarget(Target.of(Improving.RESTORE, "30")));
            case "act" -> improving.does(improving.step("Write a runbook"));
            case "move-step", "settle-step" -> {
                if (from.equals("plan")) {
                    improving.does(improving.step("Write a runbook"));
                }
            }
            case "check" -> improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(Improving.QUICK)));
            case "keep" -> improving.does(new EvidenceCommand.Evaluate(Conclusion.PARTLY, "better"));
            case "close" -> {
                improving.does(new ControlCommand.SetControl(improving.control()));
                improving.does(new ImprovementCommand.Learn("runbooks help"));
            }
            case "resume" -> improving.does(new JourneyCommand.Park("everybody is ill"));
            case "note-overdue" -> improving.company.clock.advance(Duration.ofDays(20));
            case "review-control", "note-review-due" -> {
                if (from.equals("momentum")) {
                    improving.does(new ControlCommand.SetControl(improving.control()));
                }
                improving.company.clock.advance(Duration.ofDays(31));
            }
            default -> {}
        }
        if (!pair.action().equals("note-overdue") && !pair.action().equals("note-review-due")) {
            improving.company.aMinuteLater();
        }
    }

    private static Command<Improvement> command(Improving improving, Pair pair) {
        Improvement now = improving.now();
        return switch (pair.action()) {
            case "assess" -> new JourneyCommand.Assess();
            case "aim" -> new JourneyCommand.Aim();
            case "make-plan" -> new JourneyCommand.MakePlan();
            case "act" -> new JourneyCommand.Act();
            case "check" -> new JourneyCommand.Check();
            case "keep" -> new JourneyCommand.Keep();
            case "close" -> new JourneyCommand.Close();
            case "go-back" -> new JourneyCommand.GoBack("it is otherwise");
            case "plan-again" -> new JourneyCommand.PlanAgain("it did not help");
            case "abandon" -> new JourneyCommand.Abandon("nobody wants it");
            case "park" -> new JourneyCommand.Park("everybody is ill");
            case "resume" -> new JourneyCommand.Resume();
            case "describe" -> new ImprovementCommand.Describe("Mail is back at once", "Or nearly");
            case "hand-over" -> new ImprovementCommand.HandOver(CARLA);
            case "relate" -> new ImprovementCommand.Relate(Optional.empty(), About.nothing());
            case "weigh" -> new ImprovementCommand.Weigh(Optional.of(Benefit.money("1200", "EUR")), Optional.empty());
            case "decide" -> new ImprovementCommand.Decide("we do it ourselves");
            case "learn" -> new ImprovementCommand.Learn("runbooks help");
            case "set-vision" -> new EvidenceCommand.SetVision(Vision.to("Mail is always there"));
            case "measure" -> new EvidenceCommand.Measure(improving.monthBefore(Improving.SLOW));
            case "set-target" -> new EvidenceCommand.SetTarget(Target.of(Improving.RESTORE, "25"));
            case "drop-target" -> new EvidenceCommand.DropTarget(Improving.RESTORE);
            case "plan-step" -> improving.step("Train people");
            case "move-step" -> new PlanCommand.MoveStep(1, DORA, improving.today());
            case "settle-step" -> PlanCommand.SettleStep.done(1, "it hangs on the wall");
            case "note-overdue" ->
                new PlanCommand.NoteOverdue(
                        now.plan().isEmpty()
                                ? improving.today()
                                : now.plan().get(0).due());
            case "measure-again" -> new EvidenceCommand.MeasureAgain(improving.monthAfter(Improving.QUICK));
            case "evaluate" -> new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "half the time");
            case "realise" -> new EvidenceCommand.Realise(Benefit.money("1000", "EUR"));
            case "set-control" ->
                new ControlCommand.SetControl(
                        improving.control().dueOn(improving.today().plusDays(7)));
            case "review-control" -> new ControlCommand.ReviewControl(new BigDecimal("28"), "as it was");
            case "note-review-due" ->
                new ControlCommand.NoteReviewDue(
                        now.control().map(control -> control.nextReview()).orElse(improving.today()));
            default -> throw new IllegalArgumentException(pair.action());
        };
    }
}
