package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.change.Changes;
import org.itsmkit.practice.catalogue.Practice;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.valuestream.keymeasure.KeyMeasures;
import org.itsmkit.valuestream.keymeasure.MeasuredWorld;

/** By what one sees how the practices do that the app needs most, as the kit computes it of changes, incidents and what people answered. */
final class FoodPractices {

    private static final List<String> OF_INTEREST = List.of(
            "relationship-management",
            "service-validation-and-testing",
            "deployment-management",
            "software-development-and-management",
            "incident-management");

    private final Stage stage;
    private final Features features;
    private final TroubleFigures troubles;

    FoodPractices(Stage stage, Features features, TroubleFigures troubles) {
        this.stage = stage;
        this.features = features;
        this.troubles = troubles;
    }

    void tell(String heading, Window period) {
        MeasuredWorld world = MeasuredWorld.builder()
                .period(period)
                .addAllIncidents(troubles.stored())
                .addAllChanges(changes())
                .addAllAnswers(troubles.answers(period))
                .build();
        List<String> lines = new ArrayList<>();
        for (String code : OF_INTEREST) {
            Practice practice = Practices.get(code);
            for (Figure figure : KeyMeasures.standard().figures(practice, world)) {
                if (figure.value().isPresent()) {
                    lines.add("- " + practice.name() + ": " + figure.sentence());
                }
            }
        }
        stage.tellChapter(heading, lines);
    }

    private List<Stored<Change>> changes() {
        return features.soFar().stream()
                .map(feature -> stage.database()
                        .store()
                        .find(stage.tenant(), Changes.KIND, feature.id())
                        .orElseThrow())
                .toList();
    }
}
