package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmkit.calendar.Window;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.BeforeAfter;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.kernel.Command;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.servicelevel.report.Answer;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.valuestream.flow.measure.Bottleneck;
import org.itsmkit.valuestream.flow.measure.Comparison;
import org.itsmkit.valuestream.flow.measure.FlowMeasures;

/** The queue in front of the test becomes shorter: what was measured, wanted, done, and measured again. */
final class ShorterQueue {

    static final Metric LEAD_TIME = Metric.lowerIsBetter("lead-time", "working hours");
    static final Metric STARS = Metric.higherIsBetter("satisfaction", "stars");

    private final Stage stage;
    private final FoodFlow flow;
    private final TroubleFigures troubles;
    private final Supplier<RecordRef> firstCharged;
    private final FoodPractices practices;
    private final FoodService service;
    private final Window before;
    private final Window after;
    private RecordId id = RecordId.of("none");

    ShorterQueue(Stage stage, Agenda agenda, Features features, FoodTroubles troubles, FoodService service) {
        this.stage = stage;
        this.flow = new FoodFlow(stage, features);
        this.troubles = new TroubleFigures(stage, troubles);
        this.firstCharged = troubles::firstCharged;
        this.practices = new FoodPractices(stage, features, this.troubles);
        this.service = service;
        this.before = flow.days("2026-01-21", "2026-03-23");
        this.after = flow.days("2026-04-08", "2026-05-16");
        agenda.at("2026-03-23T09:00:00", this::isNoticed);
        agenda.at("2026-03-24T09:00:00", this::isAimedAt);
        agenda.at("2026-03-25T09:00:00", this::isBegun);
        agenda.at("2026-04-07T16:00:00", this::isDone);
        agenda.at("2026-04-10T17:00:00", this::isClaimedTooEarly);
        agenda.at("2026-05-18T09:00:00", this::isMeasured);
        agenda.at("2026-05-19T10:00:00", this::isKept);
    }

    private void isNoticed() {
        stage.narrate("In February" + " " + troubles.sentence(flow.days("2026-02-01", "2026-03-01")));
        stage.narrate("In March so far" + " " + troubles.sentence(flow.days("2026-03-01", "2026-03-23")));
        FlowMeasures asIs = flow.measures(before);
        flow.tell("The value stream as it was", asIs);
        practices.tell("How the practices did until then", before);
        stage.narrate("Orri has the journals of all changes read as a value stream. "
                + asIs.bottleneck().map(Bottleneck::sentence).orElse(""));
        RecordRef source = firstCharged.get();
        id = stage.open(
                FoodDelivery.KRISTIN,
                "{who} registers what is to become better, {number}.",
                stage.itsm().improvements(),
                ImprovementCommand.propose()
                        .title("What is built is live the same week")
                        .owner(FoodDelivery.KRISTIN)
                        .sponsor(FoodDelivery.ORRI)
                        .about(new About(
                                Set.of(FoodDelivery.FOOD), Set.of("service-validation-and-testing"), Set.of(source)))
                        .vision(Vision.to("Nobody waits for what is built already"))
                        .build());
        service.isToImprove(
                FoodDelivery.KRISTIN,
                "{who} notes it with the service too.",
                new ServiceCommand.Improve(
                        "Testing is where work waits.", Optional.of(RecordRef.of(Improvements.NAME, id))));
        does(FoodDelivery.KRISTIN, "{who} begins with where they are now.", new JourneyCommand.Assess());
        attempt(FoodDelivery.JON, "{who} knows already where to go, and says so.", new JourneyCommand.Aim());
    }

    private void isAimedAt() {
        FlowMeasures asIs = flow.measures(before);
        Measurement lead = measured(LEAD_TIME, flow.leadTimes(before), before);
        does(
                FoodDelivery.TINNA,
                "{who} writes down how long the " + lead.sampleSize() + " took that were done: "
                        + lead.value().toPlainString() + " working hours in the median.",
                new EvidenceCommand.Measure(lead));
        Measurement stars = measured(STARS, stars(before), before);
        does(
                FoodDelivery.SARA,
                "{who} adds what users said: " + stars.value().toPlainString() + " stars in the median of "
                        + stars.sampleSize() + ".",
                new EvidenceCommand.Measure(stars));
        does(FoodDelivery.KRISTIN, "{who} asks where they want to be.", new JourneyCommand.Aim());
        attempt(
                FoodDelivery.JON,
                "{who} proposes that it is not to become longer.",
                new EvidenceCommand.SetTarget(Target.of(LEAD_TIME, lead.value().toPlainString())));
        does(
                FoodDelivery.KRISTIN,
                "{who} wants four working days, 32 hours.",
                new EvidenceCommand.SetTarget(Target.of(LEAD_TIME, "32")));
        Comparison wanted = FoodFlow.wanted(asIs);
        flow.tell(
                "As it was, and as it was to be",
                "If work waited 3 h in front of the test and at it, and all else stayed as it was:",
                wanted);
        does(FoodDelivery.KRISTIN, "{who} asks how they get there.", new JourneyCommand.MakePlan());
        step("Let machines run the tests of all that was there before", FoodDelivery.JON);
        step("Cut what is built so that it is built within two days", FoodDelivery.KRISTIN);
    }

    private void step(String text, PersonId owner) {
        does(
                FoodDelivery.KRISTIN,
                "It is planned for " + stage.name(owner) + ": \"" + text + "\".",
                new PlanCommand.AddStep(text, owner, LocalDate.of(2026, 4, 7)));
    }

    private void isBegun() {
        does(
                FoodDelivery.KRISTIN,
                "They begin to do it; for two weeks nothing new is begun.",
                new JourneyCommand.Act());
    }

    private void isDone() {
        does(
                FoodDelivery.JON,
                "{who} is done: machines test in the night.",
                PlanCommand.SettleStep.done(1, "They run at each hand-over, in 40 minutes."));
        does(
                FoodDelivery.KRISTIN,
                "{who} has cut what is to be built next.",
                PlanCommand.SettleStep.done(2, "Eight small things in place of three large ones."));
    }

    private void isClaimedTooEarly() {
        attempt(
                FoodDelivery.JON,
                "The first one went through in three days. \"We got there\", says {who}, and would have it checked.",
                new JourneyCommand.Check());
        Measurement old = measured(LEAD_TIME, flow.leadTimes(before), before);
        attempt(FoodDelivery.JON, "{who} enters the figures that are there.", new EvidenceCommand.MeasureAgain(old));
    }

    private void isMeasured() {
        stage.narrate("From 8 April on" + " " + troubles.sentence(after));
        flow.tell("The value stream afterwards", flow.measures(after));
        practices.tell("How the practices did afterwards", after);
        flow.tell(
                "As it was, and as it is",
                "What was measured before, against what was measured afterwards, in the means of what left each step:",
                Comparison.of(flow.measures(before), flow.measures(after)));
        does(
                FoodDelivery.TINNA,
                "{who} measures again.",
                new EvidenceCommand.MeasureAgain(measured(LEAD_TIME, flow.leadTimes(after), after)));
        does(
                FoodDelivery.SARA,
                "{who} adds what users said.",
                new EvidenceCommand.MeasureAgain(measured(STARS, stars(after), after)));
        does(FoodDelivery.JON, "Now {who} may ask whether they got there.", new JourneyCommand.Check());
        BeforeAfter lead = comparison(LEAD_TIME);
        stage.narrate("Lead time: " + lead.reason());
        stage.narrate("Satisfaction: " + comparison(STARS).reason());
        attempt(
                FoodDelivery.KRISTIN,
                "{who} says yes, of course.",
                new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, lead.reason()));
        does(FoodDelivery.ORRI, "So {who} says it.", new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, lead.reason()));
    }

    private void isKept() {
        does(FoodDelivery.KRISTIN, "{who} wants it to stay so.", new JourneyCommand.Keep());
        does(
                FoodDelivery.KRISTIN,
                "Tinna is to look every month.",
                new ControlCommand.SetControl(new ControlMeasure(
                        LEAD_TIME, new BigDecimal("40"), FoodDelivery.TINNA, 30, LocalDate.of(2026, 6, 19))));
        does(
                FoodDelivery.TINNA,
                "{who} writes down what they learnt.",
                new ImprovementCommand.Learn("Who is always busy is where all others wait."));
        does(
                FoodDelivery.SARA,
                "{who} adds what they did not learn.",
                new ImprovementCommand.Learn("Whether users are more content "
                        + troubles.answers(after).size() + " answers cannot tell; ask more of them."));
        does(FoodDelivery.KRISTIN, "{who} closes it.", new JourneyCommand.Close());
        new ImprovementAccount(stage).tell(id, List.of(LEAD_TIME, STARS));
    }

    private BeforeAfter comparison(Metric metric) {
        return stage.stored(Improvements.KIND, id).comparison(metric).orElseThrow();
    }

    private Observed.Series stars(Window period) {
        return new Observed.Series(
                troubles.answers(period).stream().map(Answer::score).toList());
    }

    private static Measurement measured(Metric metric, Observed observed, Window period) {
        Instant from = period.fromInclusive();
        return Measurement.of(metric, observed, from, period.toExclusive(), "from the journals, case by case");
    }

    private void does(PersonId who, String text, Command<Improvement> command) {
        stage.act(who, text, stage.itsm().improvements(), id, command);
    }

    private void attempt(PersonId who, String text, Command<Improvement> command) {
        stage.attempt(who, text, stage.itsm().improvements(), id, command);
    }
}
