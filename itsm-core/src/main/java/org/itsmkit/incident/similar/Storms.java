package org.itsmkit.incident.similar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;

/**
 * Finds storms: {@code threshold} or more incidents of one service, or of one category, opened within {@code window}. Where such windows
 * share incidents, they are one storm. Incidents without a service, or category, belong to none; those that were given up neither.
 *
 * <p>How often chance alone makes a storm depends on how many incidents there are. Where they come independently of each other at a
 * rate of λ per window, a given one has {@code threshold − 1} or more others in the window after it with the probability
 * {@code 1 − Σ e^−λ λ^k / k!} over {@code k} from 0 to {@code threshold − 2}; with two per hour of one service and ten in half an hour that is
 * about 1 in 900,000.
 *
 * @param by what they share
 * @param window how far apart the first and the last of {@code threshold} may have been opened, inclusive; above zero, at most 366 days
 * @param threshold how many make a storm, 2 or more
 */
public record Storms(Shared by, Duration window, int threshold) {

    /** The most incidents that {@link #find} looks at, those opened last. */
    public static final int CANDIDATES = 1_000;

    private static final Duration LONGEST = Duration.ofDays(366);

    /** What the incidents of a storm share. */
    public enum Shared {
        /** The service. */
        SERVICE(incident -> incident.ticket().service().map(Object::toString)),
        /** The category, to its last part. */
        CATEGORY(incident -> incident.ticket().category().map(Object::toString));

        private final Function<Incident, Optional<String>> read;

        Shared(Function<Incident, Optional<String>> read) {
            this.read = read;
        }
    }

    private static final Comparator<Stored<Incident>> OLDEST_FIRST = Comparator.comparing(
                    (Stored<Incident> stored) -> stored.record().ticket().openedAt())
            .thenComparing(Stored::id);

    public Storms {
        Objects.requireNonNull(by, "by");
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window is above zero and at most a year, not " + window);
        }
        if (threshold < 2) {
            throw new IllegalArgumentException("two or more make a storm, not " + threshold);
        }
    }

    /** Ten or more of one service within half an hour. */
    public static Storms standard() {
        return new Storms(Shared.SERVICE, Duration.ofMinutes(30), 10);
    }

    /** Returns the storms among {@code incidents}, which may come in any order; by their first instant, then by what they share. Pure. */
    public List<Storm> among(Stream<Stored<Incident>> incidents) {
        Map<String, List<Stored<Incident>>> groups = new TreeMap<>();
        incidents.forEachOrdered(stored -> {
            if (stored.record().ticket().phase() != Phase.CANCELLED) {
                by.read
                        .apply(stored.record())
                        .ifPresent(key -> groups.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(stored));
            }
        });
        List<Storm> storms = new ArrayList<>();
        groups.forEach((what, group) -> {
            group.sort(OLDEST_FIRST);
            storms.addAll(amongSorted(what, group));
        });
        storms.sort(Comparator.comparing(Storm::from).thenComparing(Storm::what));
        return List.copyOf(storms);
    }

    /**
     * Returns the storms among the incidents opened in the window before {@code at}, inclusive, that {@code caller} may know of and that
     * are not over yet.
     *
     * @param incidents the door to incidents
     */
    public List<Storm> find(Records<Incident> incidents, Caller caller, Instant at) {
        Query query = Query.where(Incidents.FIELDS
                        .opened
                        .isAtLeast(at.minus(window))
                        .and(Incidents.FIELDS.opened.isBelow(at.plusNanos(1_000)))
                        .and(Incidents.FIELDS.phase.isIn(List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING))))
                .orderBy(Incidents.FIELDS.opened.descending())
                .limit(CANDIDATES);
        return among(incidents.query(caller, query).items().stream());
    }

    /** Goes once through the group: an incident that has enough before it in the window extends the storm, or begins one. */
    private List<Storm> amongSorted(String what, List<Stored<Incident>> group) {
        List<Storm> storms = new ArrayList<>();
        int begin = -1;
        int end = -1;
        for (int last = threshold - 1; last < group.size(); last++) {
            int first = last - threshold + 1;
            Duration apart = Duration.between(opened(group.get(first)), opened(group.get(last)));
            if (apart.compareTo(window) <= 0) {
                if (begin >= 0 && first > end) {
                    storms.add(storm(what, group.subList(begin, end + 1)));
                    begin = -1;
                }
                begin = begin < 0 ? first : begin;
                end = last;
            }
        }
        if (begin >= 0) {
            storms.add(storm(what, group.subList(begin, end + 1)));
        }
        return storms;
    }

    private static Storm storm(String what, List<Stored<Incident>> members) {
        Map<RecordRef, Long> parents = new TreeMap<>();
        members.forEach(
                member -> member.record().ticket().parent().ifPresent(parent -> parents.merge(parent, 1L, Long::sum)));
        RecordRef parent = parents.entrySet().stream()
                .max(Map.Entry.<RecordRef, Long>comparingByValue()
                        .thenComparing(
                                Map.Entry.<RecordRef, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElseGet(
                        () -> RecordRef.of(Incidents.KIND.name(), members.get(0).id()));
        return new Storm(
                what,
                opened(members.get(0)),
                opened(members.get(members.size() - 1)),
                members.stream().map(Stored::id).toList(),
                parent);
    }

    private static Instant opened(Stored<Incident> stored) {
        return stored.record().ticket().openedAt();
    }
}
