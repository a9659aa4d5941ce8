package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.HANNA;
import static org.itsmkit.examples.story.TwoAssessments.INA;
import static org.itsmkit.examples.story.TwoAssessments.SVEN;
import static org.itsmkit.examples.story.TwoAssessments.TOM;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Records;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.ImprovementKind;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.improvement.priority.Order;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.practice.capability.Gap;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;

/** The gaps of an assessment: what waiting for each costs, which of them come first, and how these get into the register. */
final class Worthwhile {

    /** How many are taken on at once. */
    private static final int MOST = 3;

    /** What closing a gap would be: which, what waiting costs each week, how many weeks it takes. */
    private record Idea(String criterion, String title, PersonId owner, String vision, CostOfDelay cost, int weeks) {

        Candidate candidate() {
            return estimate().candidate(criterion);
        }

        DelayEstimate estimate() {
            return new DelayEstimate(cost, Duration.ofDays(7L * weeks));
        }
    }

    private static final List<Idea> IDEAS = List.of(
            new Idea(
                    Shown.ROTA,
                    "A rota of the desk beyond August",
                    SVEN,
                    "Who calls reaches somebody.",
                    CostOfDelay.of(1, 0, 0),
                    2),
            new Idea(
                    "incident-management.3.partners",
                    "The carrier is bound by what we promise",
                    INA,
                    "Nobody waits for service because the carrier promised less than we did.",
                    CostOfDelay.of(5, 0, 3),
                    5),
            new Idea(
                    "incident-management.4.people",
                    "Who solves incidents sees what came back",
                    INA,
                    "What was solved stays solved.",
                    CostOfDelay.of(4, 0, 0),
                    3),
            new Idea(
                    "incident-management.4.streams",
                    "Targets for the figures of incidents",
                    INA,
                    "Somebody acts when a figure is missed.",
                    CostOfDelay.of(3, 0, 0),
                    6),
            new Idea(
                    "change-enablement.2.streams",
                    "Usual changes go by a model",
                    TOM,
                    "What is the same each time is decided once.",
                    CostOfDelay.of(6, 1, 2),
                    4),
            new Idea(
                    "improvement.2.technology",
                    "A register of improvements",
                    HANNA,
                    "What was begun is not forgotten.",
                    CostOfDelay.of(1, 0, 1),
                    2));

    private final Stage stage;
    private final Assessing assessing;
    private final Records<Improvement> register;

    Worthwhile(Stage stage, Assessing assessing) {
        this.stage = stage;
        this.assessing = assessing;
        this.register = stage.itsm().improvements();
    }

    /** Weighs what is missing, and writes the first three down; they are returned in that order. */
    List<RecordId> areChosen() {
        stage.on("2026-04-10", "09:00:00");
        List<Gap> gaps = assessing.gaps();
        stage.narrate("Hanna has listed what stands between this and what is wanted, and what will within half a year: "
                + gaps.size() + " gaps.");
        gaps.forEach(gap -> stage.narrate("It says: \"" + code(gap) + gap.sentence() + "\""));
        List<Idea> ideas = IDEAS.stream().filter(idea -> isGap(gaps, idea)).toList();
        Order order = Order.best(ideas.stream().map(Idea::candidate).toList());
        stage.narrate("For " + ideas.size()
                + " of them somebody knows what to do. The heads say in points what a week of waiting costs, and how "
                + "long each takes, and have them put in the order that costs least.");
        order.sentences().forEach(sentence -> stage.narrate("It says: \"" + sentence + "\""));
        stage.narrate(
                "In this order waiting costs " + order.delayCost(0) + " points; as the list came it would have cost "
                        + Order.of(ideas.stream().map(Idea::candidate).toArray(Candidate[]::new))
                                .delayCost(0) + ".");
        stage.at("10:00:00");
        List<RecordId> chosen = order.items().stream()
                .limit(MOST)
                .map(item -> proposed(IDEAS.stream()
                        .filter(idea -> idea.criterion().equals(item.code()))
                        .findFirst()
                        .orElseThrow()))
                .toList();
        stage.narrate("The register, by cost of delay for its duration: "
                + register
                        .query(
                                stage.caller(HANNA),
                                Query.where(Condition.all()).orderBy(ImprovementKind.CD3.descending()))
                        .items()
                        .stream()
                        .map(Stored::record)
                        .map(Worthwhile::entry)
                        .collect(Collectors.joining(", "))
                + ". The others wait for the next round, the rota among them: it is in order until September.");
        return chosen;
    }

    private static String code(Gap gap) {
        return gap.criterion().map(Criterion::code).orElse(gap.subject()) + ". ";
    }

    private static boolean isGap(List<Gap> gaps, Idea idea) {
        return gaps.stream()
                .flatMap(gap -> gap.criterion().stream())
                .anyMatch(criterion -> criterion.code().equals(idea.criterion()));
    }

    private RecordId proposed(Idea idea) {
        String practice = idea.criterion().substring(0, idea.criterion().indexOf('.'));
        RecordId id = stage.open(
                HANNA,
                "{who} writes \"" + idea.title() + "\" into the register, for " + stage.name(idea.owner())
                        + ": {number}.",
                register,
                ImprovementCommand.propose()
                        .title(idea.title())
                        .owner(idea.owner())
                        .sponsor(HANNA)
                        .about(new About(
                                Set.of(), Set.of(practice), Set.of(RecordRef.of(Assessments.NAME, assessing.id()))))
                        .vision(Vision.to(idea.vision()))
                        .build());
        stage.silently(
                HANNA, register, id, new ImprovementCommand.Weigh(Optional.empty(), Optional.of(idea.estimate())));
        return id;
    }

    private static String entry(Improvement improvement) {
        return improvement.number() + " with " + RegisterAccount.cd3(improvement);
    }
}
