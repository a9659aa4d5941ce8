package org.itsmkit.examples.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.AssessmentLifecycle;
import org.itsmkit.practice.AssessmentResult;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.EvidenceEvent;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.capability.CapabilityLevel;
import org.itsmkit.practice.capability.CriterionState;
import org.itsmkit.practice.capability.RatingComparison;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;

/** Writes down what two runs of an assessment came to, one beside the other, and how each was made. */
record AssessmentAccount(RecordId before, RecordId after) implements Chapter {

    @Override
    public void write(Stage stage, Consumer<String> heading, Consumer<String> line) {
        for (RecordId id : List.of(before, after)) {
            Assessment assessment = stage.stored(Assessments.KIND, id);
            heading.accept(assessment.number() + ": " + assessment.title());
            summary(stage, assessment, line);
        }
        compared(stage, heading, line);
        for (RecordId id : List.of(before, after)) {
            journal(stage, id, heading, line);
        }
        heading.accept("The lifecycle of an assessment");
        line.accept("```mermaid\n" + AssessmentLifecycle.standard().toMermaid().strip() + "\n```");
    }

    private static void summary(Stage stage, Assessment assessment, Consumer<String> line) {
        AssessmentResult result = assessment.result().orElseThrow();
        line.accept("Led by " + stage.name(assessment.lead()) + ", reviewed by " + stage.name(result.reviewedBy()) + " "
                + stage.day(result.at()) + ". Evidence: "
                + assessment.evidence().size() + " pieces.\n");
        line.accept("| Subject | Wanted | Level | Met of all criteria | Holds until |");
        line.accept("|---|---|---|---|---|");
        for (ScopeItem item : assessment.scope()) {
            CapabilityLevel level = assessment.level(item.subject(), result.at());
            long met = level.criteria().stream().filter(CriterionState::isMet).count();
            line.accept("| " + item.subject() + " | " + item.wanted() + " | " + level.reached() + " | " + met + " of "
                    + level.criteria().size() + " | "
                    + level.nextChange().map(at -> date(stage, at)).orElse("") + " |");
        }
    }

    private static String date(Stage stage, Instant at) {
        return stage.local(at).toLocalDate().toString();
    }

    private void compared(Stage stage, Consumer<String> heading, Consumer<String> line) {
        AssessmentResult first = result(stage, before);
        AssessmentResult second = result(stage, after);
        heading.accept("Half a year");
        line.accept("```mermaid\nflowchart LR");
        List<String> lowest = second.maturity(second.at()).heldBackBy();
        for (RatingComparison.Movement moved : second.since(first).movements()) {
            String name = moved.subject();
            boolean holdsBack = lowest.contains(name);
            line.accept("    " + name + "[\"" + name + "<br>" + level(moved.before()) + " → " + level(moved.after())
                    + "\"] " + (holdsBack ? "==>|holds back| " : "--> ") + "system");
        }
        line.accept("    system([\"the system<br>"
                + level(first.maturity(first.at()).level()) + " → "
                + level(second.maturity(second.at()).level()) + "\"])\n```");
        second.since(first)
                .expired()
                .forEach(moved ->
                        line.accept("\n- What showed " + moved.subject() + " in spring had expired by autumn."));
        second.maturity(second.at())
                .nextChange()
                .ifPresent(at -> line.accept(
                        "\n- If nothing more is shown, what was found in autumn holds until " + date(stage, at) + "."));
    }

    private static AssessmentResult result(Stage stage, RecordId id) {
        return stage.stored(Assessments.KIND, id).result().orElseThrow();
    }

    private static String level(Optional<Integer> level) {
        return level.map(Object::toString).orElse("?");
    }

    /** Pieces of evidence of one subject that were accepted one after the other stand in one line. */
    private static void journal(Stage stage, RecordId id, Consumer<String> heading, Consumer<String> line) {
        heading.accept("Journal of " + stage.stored(Assessments.KIND, id).number());
        List<JournalEntry> together = new ArrayList<>();
        for (JournalEntry entry : Account.entries(stage, Assessments.KIND, id)) {
            if (!together.isEmpty() && !isAlike(together.get(together.size() - 1), entry)) {
                line.accept(told(stage, together));
                together.clear();
            }
            together.add(entry);
        }
        line.accept(told(stage, together));
    }

    private static boolean isAlike(JournalEntry one, JournalEntry other) {
        return one.event() instanceof EvidenceEvent.EvidenceRecorded first
                && other.event() instanceof EvidenceEvent.EvidenceRecorded second
                && first.subject().equals(second.subject())
                && first.figure().isEmpty()
                && second.figure().isEmpty()
                && one.recordedAt().equals(other.recordedAt());
    }

    private static String told(Stage stage, List<JournalEntry> entries) {
        JournalEntry first = entries.get(0);
        JournalEntry last = entries.get(entries.size() - 1);
        boolean isOne = entries.size() == 1;
        String what = isOne || !(first.event() instanceof EvidenceEvent.EvidenceRecorded recorded)
                ? new Telling(stage, stage::day).of(first.event())
                : "accepted " + entries.size() + " pieces of evidence of " + recorded.subject();
        return "- " + first.sequence() + (isOne ? "" : " to " + last.sequence()) + ". " + stage.day(first.recordedAt())
                + "  " + stage.name(first.by()) + ": " + what + OfItself.why(stage, first);
    }
}
