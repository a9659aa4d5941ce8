package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.CloudPolicy.EDDA;
import static org.itsmkit.examples.story.CloudPolicy.INES;
import static org.itsmkit.examples.story.CloudPolicy.LUKAS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.Evaluation;
import org.itsmkit.governance.PlannedMilestone;
import org.itsmkit.governance.Target;
import org.itsmkit.governance.monitor.Monitoring;
import org.itsmkit.governance.principle.Citation;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.service.Services;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** What the board evaluates, directs and monitors: what is measured comes from the records of the {@link Portfolio}. */
final class CloudDirective {

    static final BigDecimal HALF = new BigDecimal("50");

    /** Half an application, and a little. */
    static final BigDecimal TOLERANCE = new BigDecimal("4.5");

    private final Stage stage;
    private final Portfolio portfolio;
    private final Appraisal appraisal;
    private final Records<Directive> directives;
    private final List<Monitoring> reports = new ArrayList<>();
    private RecordId id = RecordId.of("none");

    CloudDirective(Stage stage, Portfolio portfolio, Appraisal appraisal) {
        this.stage = stage;
        this.portfolio = portfolio;
        this.appraisal = appraisal;
        this.directives = stage.itsm().directives();
    }

    /** How it stands. */
    Directive record() {
        return stage.stored(Directives.KIND, id);
    }

    RecordId id() {
        return id;
    }

    /** What was said of each report, when it was made. */
    List<Monitoring> reports() {
        return List.copyOf(reports);
    }

    void isEvaluated() {
        stage.at("10:00:00");
        id = stage.open(
                EDDA,
                "{who} has the board look at what IT is worth to the railway: {number}.",
                directives,
                new DirectiveCommand.Propose(
                        "Half of the applications in the cloud", "Servers that others keep for us grow old.", EDDA));
        List<String> failures = appraisal.failures();
        failures.forEach(failure -> stage.narrate("Lukas finds: \"" + failure + "\""));
        stage.narrate("So " + failures.size() + " of " + portfolio.services().size() + " are not fit for use; "
                + portfolio.inCloud() + " run in the cloud, and " + appraisal.suppliers() + ".");
        appraisal
                .coverage()
                .gaps()
                .forEach(gap -> stage.narrate("From the four dimensions: \"" + gap.sentence() + "\""));
        stage.tellChapter("The portfolio, as it was evaluated", appraisal.table());
        Set<RecordRef> evidence = appraisal.failing().stream()
                .map(service -> portfolio.id(service.key().value()))
                .map(service -> RecordRef.of(Services.NAME, service))
                .collect(Collectors.toSet());
        stage.act(
                LUKAS,
                "{who} writes down what he found, with the records that show it.",
                directives,
                id,
                new DirectiveCommand.Evaluate(Evaluation.builder()
                        .addFindings(new Evaluation.Found(
                                String.join(" and ", appraisal.failingNames())
                                        + ": nobody can say that they come back after a disaster",
                                evidence))
                        .addFindings(new Evaluation.Found(
                                portfolio.inCloud() + " of "
                                        + portfolio.services().size() + " run in the cloud",
                                Set.of()))
                        .addHeard(new Evaluation.Heard("Ticket clerks", "Sales that stand on the day before Easter"))
                        .external("What the servers run on is no longer mended from 2027 on")
                        .build()));
    }

    void isDirected(RecordRef policy) {
        stage.on("2026-01-12", "11:00:00");
        Instant measured = stage.instantOf("2026-01-05", "08:00:00");
        Instant due = stage.instantOf("2027-01-05", "08:00:00");
        Direction direction = Direction.builder()
                .statement("Half of the applications run in the cloud within a year")
                .accountable(INES)
                .addRestsOn(policy)
                .target(new Target(
                        "applications-in-cloud", "%", portfolio.percentInCloud(), measured, HALF, due, TOLERANCE))
                .addMilestones(planned("2026-04-01", "25"), planned("2026-07-01", "41.7"))
                .reportEvery(Duration.ofDays(35))
                .decision(new Decision(
                        "All with nimbus, where our mail is",
                        List.of("New servers of our own", "A supplier for each application"),
                        List.of(new Citation(
                                Principle.KEEP_IT_SIMPLE_AND_PRACTICAL, "One contract, and one that we know")),
                        EDDA,
                        stage.now().toInstant()))
                .build();
        stage.attempt(
                LUKAS,
                "{who} knows it best and would direct it at once.",
                directives,
                id,
                new DirectiveCommand.Direct(direction));
        stage.act(
                EDDA,
                "{who} does: from " + portfolio.percentInCloud()
                        + " % to 50 % by the 5th of January 2027, Ines answers for it, and the "
                        + "policy stands behind it.",
                directives,
                id,
                new DirectiveCommand.Direct(direction));
    }

    PlannedMilestone planned(String date, String percent) {
        return new PlannedMilestone(stage.instantOf(date, "08:00:00"), new BigDecimal(percent));
    }

    void isReported(String date, String time) {
        stage.on(date, time);
        report();
    }

    private void report() {
        BigDecimal measured = portfolio.percentInCloud();
        Instant now = stage.now().toInstant();
        stage.act(
                INES,
                "{who} reports: " + portfolio.inCloud() + " of "
                        + portfolio.services().size() + ", " + measured + " %.",
                directives,
                id,
                new DirectiveCommand.Observe(measured, now, "the suppliers of the services, as recorded"));
        Monitoring monitoring = Monitoring.of(record(), now);
        reports.add(monitoring);
        monitoring.sentences().stream()
                .skip(1)
                .forEach(sentence -> stage.narrate("The kit says: \"" + sentence + "\""));
    }

    /** In March nobody thinks of it. */
    void isReportedLate() {
        stage.on("2026-03-09", "10:00:00");
        stage.comes("Five weeks have passed since the last report; the kit reminds Ines.");
        stage.at("10:30:00");
        stage.attempt(
                LUKAS,
                "{who} would report in her stead.",
                directives,
                id,
                new DirectiveCommand.Observe(
                        portfolio.percentInCloud(), stage.now().toInstant(), "what I heard"));
        stage.at("14:00:00");
        report();
    }

    void isNotYetThere() {
        stage.at("11:00:00");
        stage.attempt(
                INES, "{who} would call it achieved, so near.", directives, id, new DirectiveCommand.Achieve("Nearly"));
    }

    void isAchieved() {
        stage.on("2026-12-01", "09:00:00");
        report();
        stage.at("10:00:00");
        stage.act(
                EDDA,
                "{who} says that it has come about: " + portfolio.inCloud() + " of "
                        + portfolio.services().size() + ".",
                directives,
                id,
                new DirectiveCommand.Achieve(daysLeft() + " days before it was due"));
        stage.narrate("In the end " + appraisal.suppliers() + ".");
        stage.act(
                EDDA,
                "{who} closes it with what was learned.",
                directives,
                id,
                new DirectiveCommand.Close("Suppliers belong into the first plan, and users after the first move."));
    }

    private long daysLeft() {
        Instant due = record().direction().orElseThrow().target().due();
        return Duration.between(stage.now().toInstant(), due).toDays();
    }
}
