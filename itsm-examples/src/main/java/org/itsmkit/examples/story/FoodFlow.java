package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Changes;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Track;
import org.itsmkit.valuestream.flow.measure.Comparison;
import org.itsmkit.valuestream.flow.measure.FlowMeasures;
import org.itsmkit.valuestream.flow.measure.StepTarget;

/** How work goes from idea to live, read from the journals of the changes. Time counts on working days from nine to five. */
final class FoodFlow {

    private final Stage stage;
    private final Features features;
    private final FlowTime office;

    FoodFlow(Stage stage, Features features) {
        this.stage = stage;
        this.features = features;
        this.office = FlowTime.of(
                BusinessCalendar.of(stage.now().getZone(), BusinessHours.weekdays(TimeRange.of("09:00", "17:00")))
                        .compile());
    }

    /** From the beginning of one day to that of another. */
    Window days(String from, String to) {
        return new Window(midnight(from), midnight(to));
    }

    private Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(stage.now().getZone()).toInstant();
    }

    FlowMeasures measures(Window period) {
        return FlowMeasures.of(FeatureWay.STREAM, period, office, journeys().stream());
    }

    private List<Journey> journeys() {
        return features.soFar().stream()
                .map(feature -> Journey.of(
                        FeatureWay.STREAM,
                        feature.title(),
                        List.of(Track.of(
                                stage.itsm().changes().definition(),
                                Account.entries(stage, Changes.KIND, feature.id())))))
                .toList();
    }

    /** How many working hours each took that came in and was done within that time. */
    Observed.Series leadTimes(Window period) {
        return new Observed.Series(journeys().stream()
                .filter(Journey::isDone)
                .filter(journey -> period.contains(journey.beganAt())
                        && journey.endedAt().filter(period::contains).isPresent())
                .flatMap(journey -> journey.leadTime(office).stream())
                .map(FoodFlow::hours)
                .toList());
    }

    static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    /** What it is like, in the kit's words, and as a picture. */
    void tell(String heading, FlowMeasures measures) {
        List<String> lines = new ArrayList<>();
        lines.add("Time counts from nine to five on working days; a day (d) is 24 such hours.\n");
        lines.add("```mermaid\n" + measures.toMermaid().stripTrailing() + "\n```\n");
        measures.sentences().forEach(sentence -> lines.add("- " + sentence));
        stage.tellChapter(heading, lines);
    }

    /** As it is against as somebody wants it to be. */
    static Comparison wanted(FlowMeasures asIs) {
        return Comparison.of(asIs, List.of(StepTarget.of("test").waited(Duration.ofHours(3))));
    }

    void tell(String heading, String about, Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(about + "\n");
        comparison.sentences().forEach(sentence -> lines.add("- " + sentence));
        stage.tellChapter(heading, lines);
    }
}
