package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.spi.RecordId;

/** Writes down an improvement as it stands in the end: what was wanted, before and after with the verdict, what was done and learnt, its journal. */
final class ImprovementAccount {

    private final Stage stage;

    ImprovementAccount(Stage stage) {
        this.stage = stage;
    }

    void tell(RecordId id, List<Metric> metrics) {
        Improvement improvement = stage.stored(Improvements.KIND, id);
        List<String> lines = new ArrayList<>();
        improvement.vision().ifPresent(vision -> lines.add("- What for: " + vision.text()));
        improvement
                .targets()
                .forEach(target -> lines.add("- Wanted: " + target.metric().code() + " "
                        + target.value().toPlainString() + " " + target.metric().unit()));
        metrics.forEach(metric -> compared(improvement, metric, lines));
        for (PlanStep step : improvement.plan()) {
            lines.add("- Done by " + stage.name(step.owner()) + ": " + step.text() + ". " + step.note());
        }
        improvement
                .evaluation()
                .ifPresent(said -> lines.add(
                        "- " + stage.name(said.by()) + " said " + stage.day(said.at()) + ": " + said.conclusion()));
        improvement.lessons().forEach(lesson -> lines.add("- Learnt: " + lesson.text()));
        stage.tellChapter(improvement.number() + ": " + improvement.title(), lines);
        stage.tellChapter("Journal of " + improvement.number(), new FoodJournal(stage).of(Improvements.KIND, id));
    }

    private static void compared(Improvement improvement, Metric metric, List<String> lines) {
        improvement
                .baseline(metric)
                .ifPresent(was -> improvement
                        .result(metric)
                        .ifPresent(is -> improvement
                                .comparison(metric)
                                .ifPresent(verdict -> lines.add("- " + metric + ": " + said(was) + " before, "
                                        + said(is) + " after. " + verdict.verdict() + ": " + verdict.reason()))));
    }

    private static String said(Measurement measurement) {
        return measurement.value().toPlainString() + " in the median of " + measurement.sampleSize();
    }
}
