package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.EVA;
import static org.itsmkit.examples.story.TwoAssessments.HANNA;
import static org.itsmkit.examples.story.TwoAssessments.INA;
import static org.itsmkit.examples.story.TwoAssessments.LARS;
import static org.itsmkit.examples.story.TwoAssessments.TOM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Records;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.measure.BeforeAfter;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** What is done about the three gaps: planned, acted on, and checked after a quarter; two help, and of one nobody can tell. */
final class ThreeImprovements {

    private final Stage stage;
    private final Records<Improvement> register;
    private final RecordId models;
    private final RecordId carrier;
    private final RecordId returns;
    private final QuarterFigures before;

    ThreeImprovements(Stage stage, List<RecordId> improvements, QuarterFigures before) {
        this.stage = stage;
        this.register = stage.itsm().improvements();
        this.models = improvements.get(0);
        this.carrier = improvements.get(1);
        this.returns = improvements.get(2);
        this.before = before;
    }

    /** Each is measured, aimed at, planned and begun; the model of usual changes that comes of it is returned. */
    RecordRef areBegun() {
        stage.on("2026-04-13", "09:00:00");
        does(TOM, models, new JourneyCommand.Assess());
        stage.attempt(TOM, "{who} knows what he wants, and would say so.", register, models, new JourneyCommand.Aim());
        isAimedAt(TOM, models, before.changeLeadTime(), "80");
        isPlanned(models, TOM, "Write down which changes are usual", LARS, "2026-04-30");
        isPlanned(models, TOM, "Approve the model", HANNA, "2026-05-15");
        stage.on("2026-04-14", "09:00:00");
        does(INA, carrier, new JourneyCommand.Assess());
        isAimedAt(INA, carrier, before.timeToRestore(), "250");
        isPlanned(carrier, INA, "Ask the carrier for four hours in place of eight", INA, "2026-05-22");
        isPlanned(carrier, INA, "Sign the contract", HANNA, "2026-05-29");
        stage.on("2026-04-15", "09:00:00");
        does(INA, returns, new JourneyCommand.Assess());
        isAimedAt(INA, returns, before.reopened(), "0.1");
        isPlanned(returns, INA, "Hang up a screen with what came back", EVA, "2026-05-22");
        stage.on("2026-04-20", "09:00:00");
        for (RecordId id : List.of(models, carrier, returns)) {
            PersonId owner = stored(id).owner();
            stage.act(owner, "{who} begins with " + stored(id).number() + ".", register, id, new JourneyCommand.Act());
        }
        RecordRef model = isModelled();
        isOverdue();
        return model;
    }

    private void isAimedAt(PersonId owner, RecordId id, Measurement measured, String target) {
        does(owner, id, new EvidenceCommand.Measure(measured));
        does(owner, id, new JourneyCommand.Aim());
        stage.act(
                owner,
                "The quarter is measured for " + stored(id).number() + ", " + measured.method() + ": "
                        + RegisterAccount.said(measured) + ". {who} wants " + target + " at most.",
                register,
                id,
                new EvidenceCommand.SetTarget(Target.of(measured.metric(), target)));
        does(owner, id, new JourneyCommand.MakePlan());
    }

    private void isPlanned(RecordId id, PersonId owner, String step, PersonId who, String due) {
        stage.act(
                owner,
                "To be done by " + stage.name(who) + " until " + due + ": " + step + ".",
                register,
                id,
                new PlanCommand.AddStep(step, who, LocalDate.parse(due)));
    }

    private RecordRef isModelled() {
        stage.on("2026-04-29", "14:00:00");
        var catalogue = stage.itsm().changeModels();
        does(TOM, models, PlanCommand.SettleStep.done(1, "Seven sorts out of ten."));
        RecordId model = stage.open(
                TOM,
                "{who} makes a model of it, {number}.",
                catalogue,
                ChangeModelCommand.propose()
                        .title("Usual change of the network")
                        .description("One of the seven sorts, out of hours.")
                        .owner(TOM)
                        .procedure(ChangeProcedure.of(ChangeType.STANDARD))
                        .failuresAllowed(2)
                        .build());
        stage.on("2026-05-12", "10:00:00");
        stage.act(
                HANNA,
                "{who} says yes once, and with that to all changes of the seven sorts.",
                catalogue,
                model,
                new ChangeModelCommand.Approve("Seven sorts, each gone well ten times."));
        does(TOM, models, PlanCommand.SettleStep.done(2, "Approved."));
        stage.on("2026-05-20", "16:00:00");
        does(INA, carrier, PlanCommand.SettleStep.done(1, "Four hours, for a tenth more."));
        does(INA, returns, PlanCommand.SettleStep.done(1, "It hangs between the two windows."));
        stage.narrate("The screen hangs at the desk, and the carrier has made an offer.");
        return RecordRef.of(ChangeModels.NAME, model);
    }

    private void isOverdue() {
        stage.on("2026-05-30", "08:00:00");
        stage.comes("The contract lies on Hanna's desk, and the day on which it was to be signed is over. The kit tells"
                + " her.");
        stage.on("2026-06-10", "11:00:00");
        stage.act(
                INA,
                "Hanna has signed; from July on the carrier has four hours. {who} notes it.",
                register,
                carrier,
                PlanCommand.SettleStep.done(2, "In force from 1 July."));
    }

    /** After the third quarter. */
    void areChecked(QuarterFigures after) {
        stage.on("2026-10-01", "09:00:00");
        stage.attempt(
                TOM,
                "Everybody says that changes are quicker. {who} would call it a day.",
                register,
                models,
                new JourneyCommand.Check());
        isChecked(TOM, models, after.changeLeadTime());
        stage.attempt(
                TOM,
                "{who} would say that he got there.",
                register,
                models,
                new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "Quicker."));
        isKept(models, after.changeLeadTime().metric(), "100", TOM, "What is decided once need not wait each time.");
        stage.at("11:00:00");
        isChecked(INA, carrier, after.timeToRestore());
        isKept(
                carrier,
                after.timeToRestore().metric(),
                "300",
                INA,
                "Nobody can promise more than their supplier does.");
        stage.at("14:00:00");
        isChecked(INA, returns, after.reopened());
        isPlannedAgain();
    }

    private void isChecked(PersonId owner, RecordId id, Measurement again) {
        stage.act(
                owner,
                "{who} has " + stored(id).number() + " measured again, of the records of the third quarter: "
                        + RegisterAccount.said(again) + ".",
                register,
                id,
                new EvidenceCommand.MeasureAgain(again));
        does(owner, id, new JourneyCommand.Check());
        stage.narrate("It says " + comparison(id, again.metric()).verdict() + ": \""
                + comparison(id, again.metric()).reason() + "\"");
    }

    private void isKept(RecordId id, Metric metric, String limit, PersonId owner, String lesson) {
        stage.act(
                HANNA,
                "{who} does not own it, and may: achieved. " + stage.name(owner)
                        + " looks every quarter whether it stays below " + limit + " " + metric.unit()
                        + ", and writes down what was learned: \"" + lesson + "\"",
                register,
                id,
                new EvidenceCommand.Evaluate(
                        Conclusion.ACHIEVED, comparison(id, metric).reason()));
        does(owner, id, new JourneyCommand.Keep());
        does(
                owner,
                id,
                new ControlCommand.SetControl(
                        new ControlMeasure(metric, new BigDecimal(limit), owner, 91, LocalDate.of(2027, 1, 4))));
        does(owner, id, new ImprovementCommand.Learn(lesson));
        stage.act(owner, "{who} closes it.", register, id, new JourneyCommand.Close());
    }

    /** What is not more than chance is not kept. */
    private void isPlannedAgain() {
        Metric metric = QuarterFigures.REOPENED;
        stage.attempt(
                HANNA,
                "It is less than it was, and {who} likes the screen.",
                register,
                returns,
                new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "Less than before."));
        stage.act(
                HANNA,
                "So {who} says what is so: it is not shown that it helps.",
                register,
                returns,
                new EvidenceCommand.Evaluate(
                        Conclusion.NOT_ACHIEVED, comparison(returns, metric).reason()));
        stage.attempt(INA, "{who} would leave it as it is.", register, returns, new JourneyCommand.Keep());
        stage.act(
                INA,
                "To see what came back is not to know why. {who} plans anew.",
                register,
                returns,
                new JourneyCommand.PlanAgain("A screen tells how many came back, and not why."));
        isPlanned(returns, INA, "Ask each caller whose incident came back what was wrong", EVA, "2026-11-30");
        stage.act(INA, "{who} begins again; it will be measured again.", register, returns, new JourneyCommand.Act());
    }

    private BeforeAfter comparison(RecordId id, Metric metric) {
        return stored(id).comparison(metric).orElseThrow();
    }

    private Improvement stored(RecordId id) {
        return stage.stored(Improvements.KIND, id);
    }

    private void does(PersonId who, RecordId id, Command<Improvement> command) {
        stage.silently(who, register, id, command);
    }
}
