package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.servicelevel.report.Answer;
import org.itsmkit.servicelevel.report.Labels;
import org.itsmkit.servicelevel.report.Satisfaction;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;

/** What is read from the incidents: how long they took, how content people were with that, how long nobody could order, and what it cost. */
final class TroubleFigures {

    private static final Satisfaction.Scale SCALE = Satisfaction.Scale.of(1, 5);

    private final Stage stage;
    private final FoodTroubles troubles;

    TroubleFigures(Stage stage, FoodTroubles troubles) {
        this.stage = stage;
        this.troubles = troubles;
    }

    /** How long nobody could order, by the incidents that were outages and are over. */
    Duration down() {
        return all().stream()
                .filter(incident -> incident.ticket().category().equals(Optional.of(FoodTroubles.OUTAGE)))
                .flatMap(incident ->
                        incident.ticket().resolvedAt().map(at -> Duration.between(incident.detectedAt(), at)).stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What those said whose incidents were resolved in that time, and who were asked. */
    List<Answer> answers(Window period) {
        List<Answer> answers = new ArrayList<>();
        for (Incident incident : all()) {
            Optional<BigDecimal> stars = amount(incident, FoodDelivery.STARS);
            incident.ticket()
                    .resolvedAt()
                    .filter(period::contains)
                    .ifPresent(at -> stars.ifPresent(score -> answers.add(new Answer(Labels.NONE, at, score))));
        }
        return answers;
    }

    /** All incidents, as they are stored now, oldest first. */
    List<Stored<Incident>> stored() {
        return troubles.ids().stream().map(id -> stage.find(id).orElseThrow()).toList();
    }

    /** Which record it is. */
    RecordRef ref(Incident incident) {
        return RecordRef.of("incident", troubles.ids().get(all().indexOf(incident)));
    }

    /** How content people were with the help they had, and how long they waited for it. */
    String sentence(Window period) {
        DurationStatistics took = DurationStatistics.of(took(period));
        Satisfaction satisfaction = satisfaction(period);
        return satisfaction.answers() + " people said how content they were with the help they had: "
                + satisfaction.mean(2).map(BigDecimal::toPlainString).orElse("no")
                + " stars of 5 on average; an incident took "
                + took.median().map(Account::duration).orElse("no time") + " in the median, and "
                + took.percentile(100).map(Account::duration).orElse("no time") + " at most.";
    }

    static Optional<BigDecimal> amount(Incident incident, String field) {
        return incident.ticket().custom().get(field) instanceof FieldValue.Decimal decimal
                ? Optional.of(decimal.value())
                : Optional.empty();
    }

    Satisfaction satisfaction(Window period) {
        return answers(period).stream().collect(Satisfaction.collector(SCALE));
    }

    /** How long those took that were resolved in that time, from when they were logged. */
    List<Duration> took(Window period) {
        return all().stream()
                .map(Incident::ticket)
                .flatMap(
                        ticket -> ticket
                                .resolvedAt()
                                .filter(period::contains)
                                .map(at -> Duration.between(ticket.openedAt(), at))
                                .stream())
                .toList();
    }

    /** All incidents, as they are now, oldest first. */
    List<Incident> all() {
        return troubles.ids().stream()
                .map(id -> stage.stored(Incidents.KIND, id))
                .toList();
    }
}
