package org.itsmkit.testkit.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.testkit.fixture.People;

/** Improvements that have gone some steps, by the metric that {@link Specimens} are of. */
final class Improved {

    /** The steps in which there is one each. */
    static final List<String> STEPS =
            List.of("vision", "baseline", "targets", "plan", "action", "evaluation", "momentum");

    private static final Metric TEXT = Metric.higherIsBetter("text", "text");
    private static final PersonId CARLA = People.CARLA;

    private Improved() {}

    /** Where it stands, and whether it stands still there. */
    static String where(Improvement improvement) {
        return improvement.isParked() ? "parked" : improvement.status().name();
    }

    /** One of Carla's in that step. */
    static RecordId upTo(Itsm itsm, Caller caller, String step) {
        RecordId id = itsm.improvements()
                .submit(
                        caller,
                        ImprovementCommand.propose()
                                .title("Mail is back sooner")
                                .owner(CARLA)
                                .vision(Vision.to("nobody waits"))
                                .build())
                .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                .id();
        for (List<Command<Improvement>> steps : way(itsm, caller, id).subList(0, STEPS.indexOf(step))) {
            steps.forEach(command -> submit(itsm, caller, id, command));
        }
        return id;
    }

    private static List<List<Command<Improvement>>> way(Itsm itsm, Caller caller, RecordId id) {
        Instant began =
                itsm.improvements().find(caller, id).orElseThrow().record().createdAt();
        return List.of(
                List.of(new JourneyCommand.Assess()),
                List.of(new EvidenceCommand.Measure(measured(0, Instant.EPOCH)), new JourneyCommand.Aim()),
                List.of(
                        new EvidenceCommand.SetTarget(Target.of(TEXT, "1")),
                        new JourneyCommand.MakePlan(),
                        new PlanCommand.AddStep("write a runbook", CARLA, LocalDate.of(2036, 9, 1))),
                List.of(new JourneyCommand.Act()),
                List.of(new EvidenceCommand.MeasureAgain(measured(1, began)), new JourneyCommand.Check()),
                List.of(
                        new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "it is one"),
                        new JourneyCommand.Keep(),
                        new ControlCommand.SetControl(
                                new ControlMeasure(TEXT, BigDecimal.ONE, CARLA, 30, LocalDate.of(2036, 9, 1)))));
    }

    private static Measurement measured(long value, Instant at) {
        return Measurement.of(TEXT, new Observed.Summary(BigDecimal.valueOf(value), 1), at, at, "by hand");
    }

    private static void submit(Itsm itsm, Caller caller, RecordId id, Command<Improvement> command) {
        itsm.improvements()
                .submit(caller, id, command)
                .getOrElseThrow(refused -> new AssertionError(command + ": " + refused.sentence()));
    }
}
