package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.INA;
import static org.itsmkit.examples.story.TwoAssessments.KARIN;
import static org.itsmkit.examples.story.TwoAssessments.PAUL;
import static org.itsmkit.examples.story.TwoAssessments.SVEN;
import static org.itsmkit.examples.story.TwoAssessments.TOM;
import static org.itsmkit.examples.story.TwoAssessments.VERA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Records;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.AssessmentResult;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.EvidenceCommand;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.capability.Gap;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;

/** One run of an assessment, led by Karin: what is shown is accepted, levels follow from that, and somebody else looks at it. */
final class Assessing {

    /** What is looked at, and at which level it is wanted. */
    private static final List<ScopeItem> SCOPE = List.of(
            ScopeItem.of("guiding-principles", 2),
            ScopeItem.of("governance", 2),
            ScopeItem.of("value-chain", 2),
            ScopeItem.of(Shown.IMPROVEMENT, 2),
            ScopeItem.of(Shown.INCIDENTS, 4),
            ScopeItem.of(Shown.CHANGES, 2),
            ScopeItem.of(Shown.DESK, 3));

    /** In what time evidence that grows old is told of: until somebody looks again. */
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private final Stage stage;
    private final Records<Assessment> assessments;
    private RecordId id = RecordId.of("none-yet");

    Assessing(Stage stage) {
        this.stage = stage;
        this.assessments = stage.itsm().assessments();
    }

    RecordId id() {
        return id;
    }

    Assessment assessment() {
        return stage.stored(Assessments.KIND, id);
    }

    AssessmentResult result() {
        return assessment().result().orElseThrow();
    }

    void isPlanned(String day, String title) {
        stage.on(day, "09:00:00");
        id = stage.open(
                KARIN,
                "{who} plans to look at three practices and the four other parts of the system, with Paul: {number}.",
                assessments,
                AssessmentCommand.plan()
                        .title(title)
                        .lead(KARIN)
                        .addAssessors(PAUL)
                        .scope(SCOPE)
                        .build());
        stage.silently(KARIN, assessments, id, new AssessmentCommand.Begin());
    }

    /** In spring everything is shown for the first time. */
    void isShown(List<Shown> shown, QuarterFigures figures) {
        stage.on("2026-04-02", "10:00:00");
        stage.attempt(
                KARIN,
                "{who} has trained the desk herself in January, and would take that down as what the desk shows.",
                assessments,
                id,
                evidence("service-desk.3.people", KARIN, "I was there.").build());
        Instant rotaEnds = stage.instantOf("2026-09-01", "00:00:00");
        for (Shown talk : shown) {
            talk.criteria()
                    .forEach(criterion -> accept(
                            PAUL,
                            evidence(criterion.code(), talk.by(), talk.note()).build()));
        }
        accept(
                PAUL,
                evidence(Shown.ROTA, SVEN, "The rota, until the end of August.")
                        .validUntil(rotaEnds)
                        .build());
        accept(
                PAUL,
                evidence("incident-management.1.purpose", INA, "Five incidents of the quarter, read by Paul alone.")
                        .records(Set.copyOf(figures.firstIncidents(5)))
                        .build());
        stage.narrate(
                "In a day of talks Paul accepts " + assessment().evidence().size()
                        + " pieces of evidence, five incidents to be read among them. The rota of the desk ends with"
                        + " August, and what it shows ends with it.");
        stage.attempt(
                PAUL,
                "That the desk is quick, Sven says, and {who} would write it down.",
                assessments,
                id,
                evidence("told:median-time-to-acknowledge", SVEN, "Within minutes.")
                        .build());
        areTold(figures, stage.instantOf("2026-10-01", "00:00:00"));
        stage.attempt(
                PAUL,
                "{who} would put down that no board met, too.",
                assessments,
                id,
                evidence("told:decided-at-first-meeting", TOM, "")
                        .figure(figures.of(Shown.CHANGES).get(2))
                        .build());
    }

    /** The figures of the quarter before, as the kit reckons them; what they come to is evidence for half a year. */
    void areTold(QuarterFigures figures, Instant until) {
        stage.at("15:00:00");
        stage.narrate("Where a figure is asked for, the kit reckons it of the records of the quarter.");
        for (String practice : List.of(Shown.INCIDENTS, Shown.DESK, Shown.CHANGES)) {
            List<KeyMeasure> measures = Practices.get(practice).measures();
            List<Figure> told = figures.of(practice);
            for (int i = 0; i < measures.size(); i++) {
                Figure figure = told.get(i);
                stage.narrate("Of " + practice + " it says: \"" + figure.sentence() + "\"");
                if (figure.value().isPresent()) {
                    accept(
                            PAUL,
                            evidence("told:" + measures.get(i).code(), whose(practice), "")
                                    .figure(figure)
                                    .validUntil(until)
                                    .build());
                }
            }
        }
    }

    private static PersonId whose(String practice) {
        return practice.equals(Shown.INCIDENTS) ? INA : practice.equals(Shown.CHANGES) ? TOM : SVEN;
    }

    static EvidenceCommand.RecordEvidence.Builder evidence(String criterion, PersonId by, String note) {
        return EvidenceCommand.evidence().criterion(criterion).providedBy(by).note(note);
    }

    void accept(PersonId who, EvidenceCommand.RecordEvidence evidence) {
        stage.silently(who, assessments, id, evidence);
    }

    /** What was shown comes to levels, and is handed on. */
    void isRated(String day) {
        stage.on(day, "09:00:00");
        stage.act(
                KARIN,
                "{who} has everything rated by what is valid now.",
                assessments,
                id,
                new AssessmentCommand.Rate(
                        SCOPE.stream().map(ScopeItem::subject).collect(Collectors.toSet())));
        stage.narrate("The levels are "
                + assessment().ratings().stream()
                        .map(rating -> rating.subject() + " " + rating.level())
                        .collect(Collectors.joining(", "))
                + ".");
        stage.act(KARIN, "{who} hands it on.", assessments, id, new AssessmentCommand.Submit());
    }

    /** Who assessed would hand it on before it is rated, and say that it stands. */
    void isTriedByItsLead(String text, AssessmentCommand command) {
        stage.attempt(KARIN, text, assessments, id, command);
    }

    /** Somebody looks at it who had no part in it. */
    void isReviewed() {
        stage.at("10:30:00");
        stage.act(
                VERA,
                "{who} had no part in it, and reads it with other eyes: it stands.",
                assessments,
                id,
                new AssessmentCommand.Complete("A sample of the evidence read; all of it is what it says."));
        result().maturity(result().at())
                .sentences()
                .forEach(sentence -> stage.narrate("It says: \"" + sentence + "\""));
    }

    /** What is missing, and what will be within half a year. */
    List<Gap> gaps() {
        return assessment().gaps(result().at(), HALF_A_YEAR);
    }
}
