package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.CloudPolicy.EDDA;
import static org.itsmkit.examples.story.CloudPolicy.INES;
import static org.itsmkit.examples.story.CloudPolicy.LUKAS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Evaluation;
import org.itsmkit.governance.Target;
import org.itsmkit.governance.principle.Citation;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.service.Service;
import org.itsmkit.spi.RecordRef;

/** What the board makes of a directive that goes wrong, and of one that went well: it looks again at what it was for. */
final class CloudRevision {

    private final Stage stage;
    private final Portfolio portfolio;
    private final Appraisal appraisal;
    private final CloudDirective directive;
    private final Records<Directive> directives;
    private final List<String> foundFirst;

    /** Begun while what fails is what was found first. */
    CloudRevision(Stage stage, Portfolio portfolio, Appraisal appraisal, CloudDirective directive) {
        this.stage = stage;
        this.portfolio = portfolio;
        this.appraisal = appraisal;
        this.directive = directive;
        this.directives = stage.itsm().directives();
        this.foundFirst = appraisal.failingNames();
    }

    /** Behind, and too late. */
    void isRevised(RecordRef policy) {
        stage.on("2026-07-06", "09:00:00");
        stage.act(
                EDDA,
                "{who} revises the directive; what was planned in January is kept.",
                directives,
                directive.id(),
                new DirectiveCommand.Revise("Behind, and forecast for after the day on which it is due"));
        stage.narrate("Looked at from the four dimensions again, " + appraisal.suppliers()
                + "; in January nobody saw that the plan led there.");
        List<String> gaps =
                appraisal.coverage().gaps().stream().map(gap -> gap.sentence()).toList();
        gaps.forEach(gap -> stage.narrate("It says: \"" + gap + "\""));
        stage.act(
                LUKAS,
                "{who} evaluates it again, with that as what was found.",
                directives,
                directive.id(),
                new DirectiveCommand.Evaluate(Evaluation.builder()
                        .addAllFindings(gaps.stream()
                                .map(gap -> new Evaluation.Found(gap, Set.of()))
                                .toList())
                        .external("A second supplier in the country offers as much")
                        .build()));
        stage.at("15:00:00");
        stage.act(
                EDDA,
                "{who} directs it anew, to the same goal on the same day, from " + portfolio.percentInCloud()
                        + " %: what comes next goes to others than nimbus, and each move is looked at by those who use"
                        + " it.",
                directives,
                directive.id(),
                new DirectiveCommand.Direct(otherwise(policy)));
    }

    private Direction otherwise(RecordRef policy) {
        Instant measured = stage.instantOf("2026-07-01", "09:00:00");
        Instant due = stage.instantOf("2027-01-05", "08:00:00");
        return Direction.builder()
                .statement("Half of the applications run in the cloud within a year, of no supplier more than a third")
                .accountable(INES)
                .addRestsOn(policy)
                .target(new Target(
                        "applications-in-cloud",
                        "%",
                        portfolio.percentInCloud(),
                        measured,
                        CloudDirective.HALF,
                        due,
                        CloudDirective.TOLERANCE))
                .addMilestones(directive.planned("2026-09-01", "33.3"), directive.planned("2026-11-01", "41.7"))
                .reportEvery(Duration.ofDays(35))
                .decision(new Decision(
                        "A supplier more, and smaller moves",
                        List.of("More people for nimbus", "A later day"),
                        List.of(
                                new Citation(
                                        Principle.PROGRESS_ITERATIVELY_WITH_FEEDBACK,
                                        "After each move its users say whether it is right"),
                                new Citation(
                                        Principle.THINK_AND_WORK_HOLISTICALLY,
                                        "Suppliers were left out of the first plan")),
                        EDDA,
                        stage.now().toInstant()))
                .build();
    }

    /** The goal is reached; what it was for is looked at once more. */
    void isLookedBackOn() {
        stage.at("11:00:00");
        List<Service> all = portfolio.services();
        List<String> failing = appraisal.failingNames();
        long recovered =
                foundFirst.stream().filter(name -> !failing.contains(name)).count();
        long movedAndFit = all.stream()
                .filter(service -> !failing.contains(service.name()))
                .filter(service -> portfolio.movedAt(service.key()).isPresent())
                .count();
        stage.narrate("Lukas asks what became of what he found in January. Of " + String.join(" and ", foundFirst)
                + ", "
                + recovered + " are fit for use today. Of all " + all.size() + " it is " + (all.size() - failing.size())
                + ", of which " + movedAndFit + " moved this year and were brought back in the move.");
        appraisal.failures().stream()
                .filter(failure -> foundFirst.stream().anyMatch(failure::startsWith))
                .forEach(failure -> stage.narrate("It says: \"" + failure + "\""));
        stage.open(
                EDDA,
                "What was measured was where they run, and not whether they come back. {who} proposes {number} for"
                        + " that.",
                directives,
                new DirectiveCommand.Propose(
                        "Every service comes back within a day",
                        "Half in the cloud was not what we wanted most.",
                        EDDA));
    }
}
