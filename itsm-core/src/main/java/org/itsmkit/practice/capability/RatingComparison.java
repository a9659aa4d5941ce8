package org.itsmkit.practice.capability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two runs of an assessment, one held against the other.
 *
 * @param movements what became of each subject that is in either, by code
 */
public record RatingComparison(List<Movement> movements) {

    /** What may become of a subject. */
    public enum Kind {
        /** Higher than before. */
        ROSE,
        /** Lower than before. */
        FELL,
        /** As before. */
        SAME,
        /** Not rated before. */
        ADDED,
        /** Not rated any more. */
        DROPPED
    }

    /**
     * What became of a subject.
     *
     * @param subject of what
     * @param kind in a word
     * @param before its level before; empty if it was not rated
     * @param after its level now; likewise
     * @param hadExpired whether what was found before did not hold any more when it was looked at again
     */
    public record Movement(
            String subject, Kind kind, Optional<Integer> before, Optional<Integer> after, boolean hadExpired) {

        /** As in {@code incident-management rose from 2 to 3}. */
        @Override
        public String toString() {
            String said = switch (kind) {
                case ROSE, FELL ->
                    subject + (kind == Kind.ROSE ? " rose" : " fell") + " from " + before.orElse(0) + " to "
                            + after.orElse(0);
                case SAME -> subject + " is at " + after.orElse(0) + " as before";
                case ADDED -> subject + " is at " + after.orElse(0) + " and was not rated before";
                case DROPPED -> subject + " was at " + before.orElse(0) + " and is not rated any more";
            };
            return hadExpired ? said + "; what was found before had expired" : said;
        }
    }

    public RatingComparison {
        movements = List.copyOf(movements);
    }

    /**
     * What became of each subject.
     *
     * @param before what was found first, of each subject once
     * @param after what was found later, likewise
     * @param at when the later ones are looked at: what of the earlier ones held until then, inclusive or less, had expired
     */
    public static RatingComparison of(Collection<Rating> before, Collection<Rating> after, Instant at) {
        SortedMap<String, Rating> first = bySubject(before);
        SortedMap<String, Rating> second = bySubject(after);
        SortedSet<String> subjects = new TreeSet<>(first.keySet());
        subjects.addAll(second.keySet());
        List<Movement> movements = new ArrayList<>();
        for (String subject : subjects) {
            Optional<Rating> old = Optional.ofNullable(first.get(subject));
            Optional<Rating> now = Optional.ofNullable(second.get(subject));
            movements.add(new Movement(
                    subject,
                    kind(old.map(Rating::level), now.map(Rating::level)),
                    old.map(Rating::level),
                    now.map(Rating::level),
                    old.filter(rating -> !rating.holds(at)).isPresent()));
        }
        return new RatingComparison(movements);
    }

    private static SortedMap<String, Rating> bySubject(Collection<Rating> ratings) {
        SortedMap<String, Rating> sorted = new TreeMap<>();
        for (Rating rating : ratings) {
            if (sorted.put(rating.subject(), rating) != null) {
                throw new IllegalArgumentException("rated twice: " + rating.subject());
            }
        }
        return sorted;
    }

    private static Kind kind(Optional<Integer> before, Optional<Integer> after) {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.DROPPED;
        }
        int difference = Integer.compare(after.get(), before.get());
        return difference > 0 ? Kind.ROSE : difference < 0 ? Kind.FELL : Kind.SAME;
    }

    /** Those of a kind, by code. */
    public List<Movement> of(Kind kind) {
        return movements.stream().filter(movement -> movement.kind() == kind).toList();
    }

    /** Those of which what was found before had expired. */
    public List<Movement> expired() {
        return movements.stream().filter(Movement::hadExpired).toList();
    }
}
