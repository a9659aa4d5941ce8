package org.itsmkit.incident.similar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.query.Words;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.similar.Likeness;
import org.itsmkit.ticket.similar.Suggestion;

/**
 * Finds open incidents that may be the same as one in question. Each that was opened within a window before or after it gets points for
 * what both share, and is suggested if it has enough:
 *
 * <ul>
 *   <li>20 for the requester, 20 for the service;
 *   <li>15 for the category, or 8 if one lies below the other;
 *   <li>as many as were said for each custom field of equal value, such as the configuration item;
 *   <li>40 × <i>words of both titles</i> / <i>words of either title</i>, rounded down.
 * </ul>
 *
 * <p>The same question about the same incidents always gives the same answer. Immutable; safe for use by many threads.
 *
 * @param window how far apart two may have been opened, inclusive; not negative, at most 366 days
 * @param threshold the least points of a suggestion, 1 or more
 * @param most the most suggestions, 1 to {@value #MOST}
 * @param fields custom fields that count, by name, with the points for each, 1 or more
 */
public record Duplicates(Duration window, int threshold, int most, Map<String, Integer> fields) {

    /** The most suggestions. */
    public static final int MOST = 100;

    /** The most open incidents that {@link #find} compares with, those opened last first. */
    public static final int CANDIDATES = 200;

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int REQUESTER = 20;
    private static final int SERVICE = 20;
    private static final int CATEGORY = 15;
    private static final int CATEGORY_BELOW = 8;
    private static final int TITLE = 40;
    private static final int WORDS_ASKED_FOR = 8;

    private static final Comparator<Suggestion> BEST_FIRST =
            Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::id);

    public Duplicates {
        if (window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window is not negative and at most a year, not " + window);
        }
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is 1 or more, not " + threshold);
        }
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("at most 1 to " + MOST + " suggestions, not " + most);
        }
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        fields.forEach((name, points) -> {
            if (points < 1) {
                throw new IllegalArgumentException("field " + name + " counts for 1 or more, not " + points);
            }
        });
    }

    /** The five best of 40 points or more, opened at most two days apart. */
    public static Duplicates standard() {
        return new Duplicates(Duration.ofDays(2), 40, 5, Map.of());
    }

    /** Returns this with another window. */
    public Duplicates within(Duration newWindow) {
        return new Duplicates(newWindow, threshold, most, fields);
    }

    /** Returns this with another threshold. */
    public Duplicates from(int newThreshold) {
        return new Duplicates(window, newThreshold, most, fields);
    }

    /** Returns this, where the custom field {@code name} counts for {@code points}. */
    public Duplicates counting(String name, int points) {
        Map<String, Integer> more = new TreeMap<>(fields);
        more.put(name, points);
        return new Duplicates(window, threshold, most, more);
    }

    /**
     * Returns those of {@code candidates} that may be the same as {@code probe}, the best first, and of equally good ones that of the
     * lower id. Pure.
     */
    public List<Suggestion> among(Collection<Stored<Incident>> candidates, Probe probe) {
        return candidates.stream()
                .filter(candidate -> !probe.id().equals(Optional.of(candidate.id())))
                .filter(candidate -> candidate.record().ticket().phase().isOpen())
                .filter(candidate -> isNear(candidate.record().ticket().openedAt(), probe.at()))
                .map(candidate -> compare(candidate, probe))
                .filter(suggestion -> suggestion.score() >= threshold)
                .sorted(BEST_FIRST)
                .limit(most)
                .toList();
    }

    /**
     * Returns those open incidents that may be the same as {@code probe} and that {@code caller} may know of: compared are the
     * {@value #CANDIDATES} last opened of those that share requester, service, category or a word of the title with it.
     *
     * @param incidents the door to incidents
     */
    public List<Suggestion> find(Records<Incident> incidents, Caller caller, Probe probe) {
        Query query = Query.where(condition(probe))
                .orderBy(Incidents.FIELDS.opened.descending())
                .limit(CANDIDATES);
        return among(incidents.query(caller, query).items(), probe);
    }

    private Condition condition(Probe probe) {
        List<Condition> alike = new ArrayList<>();
        alike.add(Incidents.FIELDS.requester.is(probe.requester()));
        probe.service().ifPresent(service -> alike.add(Incidents.FIELDS.service.is(service)));
        probe.category().ifPresent(category -> alike.add(Incidents.FIELDS.category.is(category)));
        // Long words first: they tell more than short ones.
        Words.of(probe.title()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(WORDS_ASKED_FOR)
                .forEach(word -> alike.add(Condition.words(Incidents.FIELDS.title.key(), word)));
        return Condition.and(
                Incidents.FIELDS.phase.isIn(List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING)),
                Incidents.FIELDS.opened.isAtLeast(probe.at().minus(window)),
                Incidents.FIELDS.opened.isBelow(probe.at().plus(window).plusNanos(1_000)),
                Condition.or(alike.toArray(Condition[]::new)));
    }

    private boolean isNear(Instant opened, Instant at) {
        return Duration.between(opened, at).abs().compareTo(window) <= 0;
    }

    private Suggestion compare(Stored<Incident> candidate, Probe probe) {
        Ticket ticket = candidate.record().ticket();
        Likeness likeness = new Likeness()
                .same("requester", REQUESTER, Optional.of(ticket.requester()), Optional.of(probe.requester()))
                .same("service", SERVICE, ticket.service(), probe.service())
                .category(CATEGORY, CATEGORY_BELOW, ticket.category(), probe.category());
        fields.forEach((name, points) -> {
            FieldValue value = ticket.custom().get(name);
            if (value != null && value.equals(probe.custom().get(name))) {
                likeness.shared("field:" + name, points, said(value));
            }
        });
        likeness.words("title", TITLE, ticket.title(), probe.title());
        return new Suggestion(candidate.id(), ticket.number(), ticket.title(), likeness.score(), likeness.reasons());
    }

    private static String said(FieldValue value) {
        return value instanceof FieldValue.Text text ? text.value() : value.toString();
    }
}
