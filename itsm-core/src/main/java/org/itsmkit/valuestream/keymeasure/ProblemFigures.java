package org.itsmkit.valuestream.keymeasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.majorincident.ActionItem;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.trend.Key;
import org.itsmkit.problem.trend.Sighting;
import org.itsmkit.problem.trend.Sightings;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of problems, of what comes back, and of what was learned from major incidents. */
final class ProblemFigures {

    private ProblemFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "recurring-incidents",
                        "Incidents that belong to a recurrence",
                        "No incident began in the period.",
                        ProblemFigures::recurring),
                new Binding(
                        "problems-with-root-cause",
                        "Problems at their end whose cause was found",
                        "No problem came to its end in the period.",
                        (world, tell) -> tell.share(
                                ended(world), problem -> problem.rootCause().isPresent())),
                new Binding(
                        "accepted-risks-overdue",
                        "Problems that are lived with and should have been looked at again",
                        "No problem is lived with.",
                        ProblemFigures::overdue),
                new Binding(
                        "lessons-acted-on",
                        "Lessons of major incidents that were acted on",
                        "Nothing that was to be done after a major incident was due in the period.",
                        ProblemFigures::lessons),
                new Binding(
                        "updates-in-time",
                        "Updates in major incidents that came in time",
                        "No update was sent in a major incident that was proposed in the period.",
                        ProblemFigures::updates));
    }

    /** Whether the end of that day, in UTC, is past when the period is over. */
    static boolean isOver(LocalDate day, Window period) {
        return !end(day).isAfter(period.toExclusive());
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Figure recurring(MeasuredWorld world, Telling tell) {
        SortedMap<Key, List<Sighting>> byKey = new TreeMap<>();
        long all = 0;
        for (Stored<Incident> stored : world.incidents()) {
            if (world.period().contains(stored.record().detectedAt())) {
                all++;
                RecordRef reference = RecordRef.of(Incidents.KIND.name(), stored.id());
                for (Key key : keys(stored.record())) {
                    byKey.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(Sighting.of(reference, stored.record().detectedAt(), Map.of(key.name(), key.value())));
                }
            }
        }
        Set<RecordRef> recurring = new HashSet<>();
        byKey.values()
                .forEach(sightings -> world.conventions()
                        .recurrence()
                        .findings(Sightings.of(sightings, world.period(), Set.of()))
                        .forEach(finding -> recurring.addAll(finding.evidence())));
        return tell.share(recurring.size(), all);
    }

    /** By what incidents are the same: each is looked at by itself, for an incident may have several items. */
    private static List<Key> keys(Incident incident) {
        List<Key> keys = new ArrayList<>();
        incident.ticket().service().ifPresent(service -> keys.add(Key.of("service", service.value())));
        incident.ticket().category().ifPresent(category -> keys.add(Key.of("category", category.value())));
        incident.ticket().affectedOrBlank().items().stream()
                .map(item -> item.item().value())
                .distinct()
                .forEach(item -> keys.add(Key.of("ci", item)));
        return keys;
    }

    /** Those that were resolved or closed in the period, but not given up. */
    private static Stream<Problem> ended(MeasuredWorld world) {
        return world.problems().stream()
                .map(Stored::record)
                .filter(problem -> problem.ticket().phase() == Phase.RESOLVED
                        || problem.ticket().phase() == Phase.CLOSED)
                .filter(problem -> problem.ticket()
                        .resolvedAt()
                        .or(problem.ticket()::closedAt)
                        .map(world.period()::contains)
                        .orElse(false));
    }

    private static Figure overdue(MeasuredWorld world, Telling tell) {
        return tell.share(
                world.problems().stream()
                        .map(Stored::record)
                        .filter(problem -> problem.ticket().phase() == Phase.CLOSED)
                        .flatMap(problem -> problem.acceptedRisk().stream()),
                risk -> isOver(risk.reviewOn(), world.period()));
    }

    /** Of what was due in the period, what was done or goes on elsewhere. */
    private static Figure lessons(MeasuredWorld world, Telling tell) {
        return tell.share(
                world.majorIncidents().stream()
                        .flatMap(stored -> stored.record().actionItems().stream())
                        .filter(item -> isOver(item.due(), world.period())
                                && end(item.due()).isAfter(world.period().fromInclusive())),
                item -> item.state() == ActionItem.State.DONE || item.state() == ActionItem.State.HANDED_OVER);
    }

    private static Figure updates(MeasuredWorld world, Telling tell) {
        List<MajorIncident> proposed = world.majorIncidents().stream()
                .map(Stored::record)
                .filter(major -> world.period().contains(major.openedAt()))
                .toList();
        long sent = proposed.stream().mapToLong(MajorIncident::updates).sum();
        long late = proposed.stream().mapToLong(MajorIncident::updatesLate).sum();
        return tell.share(sent - late, sent);
    }
}
