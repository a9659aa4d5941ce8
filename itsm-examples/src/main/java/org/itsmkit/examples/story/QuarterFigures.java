package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.KARIN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Milestone;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.valuestream.keymeasure.KeyMeasures;
import org.itsmkit.valuestream.keymeasure.MeasuredWorld;

/** What the kit reckons of the records of a quarter: key measures of practices, and what improvements are measured by. */
final class QuarterFigures {

    static final Metric CHANGE_LEAD_TIME = Metric.lowerIsBetter("change-lead-time", "h");
    static final Metric TIME_TO_RESTORE = Metric.lowerIsBetter("supplier-time-to-restore", "min");
    static final Metric REOPENED = Metric.lowerIsBetter("reopened", "per resolved incident");

    private final MeasuredWorld world;

    private QuarterFigures(MeasuredWorld world) {
        this.world = world;
    }

    /** Of what was logged, resolved and made in that time, as Karin may read it. */
    static QuarterFigures of(Stage stage, Window period) {
        Query all = Query.where(Condition.all()).limit(Query.MAX_LIMIT);
        return new QuarterFigures(MeasuredWorld.builder()
                .period(period)
                .addAllIncidents(
                        stage.itsm().incidents().query(stage.caller(KARIN), all).items())
                .addAllChanges(
                        stage.itsm().changes().query(stage.caller(KARIN), all).items())
                .build());
    }

    /** How many of what there was; of a change that failed the kit logs an incident by itself. */
    String told() {
        long made = world.changes().stream()
                .flatMap(stored -> stored.record().result().stream())
                .filter(result -> world.period().contains(result.to()))
                .count();
        long caused = resolved()
                .filter(stored -> stored.record().ticket().links().stream()
                        .anyMatch(link -> link.type().equals(LinkType.CAUSED_BY.value())))
                .count();
        return made + " changes were made and " + resolved().count() + " incidents were resolved"
                + (caused == 0
                        ? "."
                        : ", " + caused + " of which the kit had logged by itself, because a change had failed.");
    }

    /** What the key measures of a practice come to, or why they come to nothing. */
    List<Figure> of(String practice) {
        return KeyMeasures.standard().figures(Practices.get(practice), world);
    }

    /** The records of the first incidents that were resolved in it, for somebody to read them. */
    List<RecordRef> firstIncidents(int most) {
        return resolved()
                .limit(most)
                .map(stored -> RecordRef.of(Incidents.KIND.name(), stored.id()))
                .toList();
    }

    /** How many hours each change took from the draft until it was made; emergencies are left out. */
    Measurement changeLeadTime() {
        return measured(
                CHANGE_LEAD_TIME,
                world.changes().stream()
                        .map(Stored::record)
                        .filter(change -> change.type() != ChangeType.EMERGENCY)
                        .filter(change -> change.result()
                                .map(result -> world.period().contains(result.to()))
                                .orElse(false))
                        .sorted(Comparator.comparing(change -> change.ticket().openedAt()))
                        .map(QuarterFigures::took),
                Duration.ofHours(1),
                "from the draft until it was made, each change that is no emergency");
    }

    private static Duration took(Change change) {
        return Duration.between(
                change.ticket().openedAt(), change.result().orElseThrow().to());
    }

    /** How many minutes each incident took in which a supplier was involved. */
    Measurement timeToRestore() {
        return measured(
                TIME_TO_RESTORE,
                resolved()
                        .map(Stored::record)
                        .filter(incident -> !incident.ticket().suppliers().isEmpty())
                        .map(incident -> Duration.between(
                                incident.detectedAt(),
                                incident.reached(Milestone.RESTORED).orElseThrow())),
                Duration.ofMinutes(1),
                "from detection until service was back, each incident with a supplier");
    }

    private Measurement measured(Metric metric, Stream<Duration> took, Duration unit, String how) {
        List<BigDecimal> values = took.map(duration -> BigDecimal.valueOf(duration.toSeconds())
                        .divide(BigDecimal.valueOf(unit.toSeconds()), 2, RoundingMode.HALF_UP))
                .toList();
        return Measurement.of(metric, new Observed.Series(values), from(), to(), how);
    }

    /** How many incidents came back, of those that were resolved. */
    Measurement reopened() {
        long back =
                resolved().filter(stored -> stored.record().reopenings() > 0).count();
        return Measurement.of(
                REOPENED,
                Observed.Counted.of(back, resolved().count()),
                from(),
                to(),
                "incidents that came back, by those that were resolved");
    }

    private Stream<Stored<Incident>> resolved() {
        return world.incidents().stream()
                .filter(stored -> stored.record()
                        .reached(Milestone.RESOLVED)
                        .map(world.period()::contains)
                        .orElse(false))
                .sorted(Comparator.comparing(stored -> stored.record().ticket().number()));
    }

    private Instant from() {
        return world.period().fromInclusive();
    }

    private Instant to() {
        return world.period().toExclusive();
    }
}
