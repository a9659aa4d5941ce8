package org.itsmkit.practice.capability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How mature a whole system of services is: as mature as the lowest of its components, which are the four of {@link Component} and the
 * practices in scope. Nobody knows it as long as one of the four, or all practices, are not rated, or a rating has lapsed.
 *
 * @param at when
 * @param ratings those that hold then, by subject
 * @param lapsed those that do not hold any more, by subject: they must be found anew
 * @param unrated which of the four components nobody has rated, in their order
 */
public record Maturity(Instant at, List<Rating> ratings, List<Rating> lapsed, List<String> unrated) {

    public Maturity {
        Objects.requireNonNull(at, "at");
        ratings = List.copyOf(ratings);
        lapsed = List.copyOf(lapsed);
        unrated = List.copyOf(unrated);
    }

    /**
     * The maturity at {@code at}.
     *
     * @param ratings in any order, of each subject once
     * @throws IllegalArgumentException if a subject is rated twice
     */
    public static Maturity of(Collection<Rating> ratings, Instant at) {
        SortedMap<String, Rating> bySubject = new TreeMap<>();
        for (Rating rating : ratings) {
            if (bySubject.put(rating.subject(), rating) != null) {
                throw new IllegalArgumentException("rated twice: " + rating.subject());
            }
        }
        List<Rating> holding = new ArrayList<>();
        List<Rating> lapsed = new ArrayList<>();
        bySubject.values().forEach(rating -> (rating.holds(at) ? holding : lapsed).add(rating));
        List<String> unrated = Component.codes().stream()
                .filter(code -> !bySubject.containsKey(code))
                .toList();
        return new Maturity(at, holding, lapsed, unrated);
    }

    /** The maturity: the lowest level of all; empty if it is not known, as above. */
    public Optional<Integer> level() {
        boolean isWhole = unrated.isEmpty() && lapsed.isEmpty() && ratings.size() > Component.values().length;
        return isWhole ? lowest() : Optional.empty();
    }

    private Optional<Integer> lowest() {
        return ratings.stream().map(Rating::level).min(Comparator.naturalOrder());
    }

    /** The subjects by which it is no higher, by code: those that are at the lowest level of all that hold. */
    public List<String> heldBackBy() {
        return ratings.stream()
                .filter(rating -> lowest().equals(Optional.of(rating.level())))
                .map(Rating::subject)
                .toList();
    }

    /** When the first of the ratings lapses, if nothing more is shown; empty if none does. */
    public Optional<Instant> nextChange() {
        return ratings.stream().flatMap(rating -> rating.holdsUntil().stream()).min(Comparator.naturalOrder());
    }

    /** What there is to say, for those who decide. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(level().map(known ->
                        "The system is at level " + known + ", held back by " + String.join(", ", heldBackBy()) + ".")
                .orElse("At which level the system is, nobody knows."));
        if (!unrated.isEmpty()) {
            sentences.add("Not rated: " + String.join(", ", unrated) + ".");
        }
        if (ratings.size() + lapsed.size() + unrated.size() == Component.values().length) {
            sentences.add("No practice is rated.");
        }
        lapsed.forEach(rating -> sentences.add("The rating of " + rating.subject() + " held until "
                + rating.holdsUntil().map(Instant::toString).orElse("") + "; it must be found anew."));
        return List.copyOf(sentences);
    }
}
