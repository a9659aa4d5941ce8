package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.HANNA;
import static org.itsmkit.examples.story.TwoAssessments.INA;
import static org.itsmkit.examples.story.TwoAssessments.KARIN;
import static org.itsmkit.examples.story.TwoAssessments.PAUL;
import static org.itsmkit.examples.story.TwoAssessments.TOM;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.practice.EvidenceCommand;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** What is shown in autumn: what holds from spring, what was done since, and what is over. */
final class LookedAtAgain {

    private final Stage stage;
    private final Assessing spring;
    private final Assessing autumn;

    LookedAtAgain(Stage stage, Assessing spring, Assessing autumn) {
        this.stage = stage;
        this.spring = spring;
        this.autumn = autumn;
    }

    /** Shows what a model, a register and a quarter came to. */
    void isShown(RecordRef model, List<RecordId> improvements, QuarterFigures figures) {
        stage.at("09:30:00");
        stage.narrate("Before, Hanna asks what is left of spring.");
        spring.result()
                .maturity(stage.now().toInstant())
                .sentences()
                .forEach(sentence -> stage.narrate("It says: \"" + sentence + "\""));
        isCarriedOver();
        isNew(model, improvements);
        autumn.areTold(figures, stage.instantOf("2027-04-01", "00:00:00"));
    }

    private void isCarriedOver() {
        stage.at("10:00:00");
        List<Evidence> shown = spring.assessment().evidence();
        List<Evidence> valid = shown.stream()
                .filter(one -> one.isValid(stage.now().toInstant()))
                .toList();
        valid.forEach(one -> autumn.accept(
                PAUL,
                again(one).validUntil(one.validUntil()).records(one.records()).build()));
        stage.narrate("Of the " + shown.size() + " pieces of evidence of spring " + valid.size()
                + " hold still. Paul takes them over, each until the day until which it held.");
        Evidence rota = shown.stream()
                .filter(one -> one.criterion().equals(Shown.ROTA))
                .findFirst()
                .orElseThrow();
        stage.attempt(
                PAUL,
                "The rota of the desk is over, there is no other, and who has which shift is said in the morning. Sven"
                        + " hands in the old one: \"" + rota.note() + "\" {who} would take it.",
                stage.itsm().assessments(),
                autumn.id(),
                again(rota).validUntil(rota.validUntil()).build());
    }

    private static EvidenceCommand.RecordEvidence.Builder again(Evidence one) {
        return Assessing.evidence(one.criterion(), one.providedBy(), one.note());
    }

    private void isNew(RecordRef model, List<RecordId> improvements) {
        Set<RecordRef> register = improvements.stream()
                .map(id -> RecordRef.of(Improvements.NAME, id))
                .collect(Collectors.toSet());
        stage.at("13:00:00");
        accepted(TOM, "change-enablement.2.streams", "usual changes go by " + stage.number(model), Set.of(model));
        accepted(
                INA,
                "incident-management.3.partners",
                "the contract with the carrier carries what is promised",
                Set.of(RecordRef.of(Improvements.NAME, improvements.get(1))));
        accepted(HANNA, "improvement.2.technology", "improvements are written down in a register", register);
        accepted(HANNA, "improvement.2.streams", "each of them went by the same seven steps", register);
    }

    private void accepted(PersonId by, String criterion, String note, Set<RecordRef> records) {
        stage.act(
                KARIN,
                stage.name(by) + " shows that " + note + ", and {who} reads "
                        + records.stream()
                                .map(record -> stage.number(record))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".",
                stage.itsm().assessments(),
                autumn.id(),
                Assessing.evidence(criterion, by, note).records(records).build());
    }
}
