package org.itsmkit.ticket.similar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.kernel.Category;
import org.itsmkit.spi.query.Words;

/**
 * Gathers what a record has in common with another, each thing with its points. Not safe for use by many threads.
 *
 * @see Suggestion
 */
public final class Likeness {

    private final List<Suggestion.Reason> reasons = new ArrayList<>();

    /** Counts {@code points} for something that both have; {@code shared} says what. */
    public Likeness shared(String code, int points, String shared) {
        if (points > 0) {
            reasons.add(new Suggestion.Reason(code, points, shared));
        }
        return this;
    }

    /** Counts {@code points} if both have the same. */
    public <T> Likeness same(String code, int points, Optional<T> one, Optional<T> other) {
        one.filter(value -> other.map(value::equals).orElse(false))
                .ifPresent(value -> shared(code, points, value.toString()));
        return this;
    }

    /** Counts {@code points} if both are of one category, or {@code below} if one lies below the other. */
    public Likeness category(int points, int below, Optional<Category> one, Optional<Category> other) {
        one.ifPresent(first -> other.ifPresent(second -> {
            if (first.equals(second)) {
                shared("category", points, first.value());
            } else if (first.isWithin(second)) {
                shared("category", below, second.value());
            } else if (second.isWithin(first)) {
                shared("category", below, first.value());
            }
        }));
        return this;
    }

    /** Counts {@code most × } <i>words of both</i> {@code / } <i>words of either</i>, rounded down (the index of Jaccard, 1901). */
    public Likeness words(String code, int most, String one, String other) {
        Set<String> either = new LinkedHashSet<>(Words.of(one));
        Set<String> both = new TreeSet<>(Words.of(other));
        both.retainAll(either);
        either.addAll(Words.of(other));
        return shared(code, either.isEmpty() ? 0 : most * both.size() / either.size(), String.join(" ", both));
    }

    /** The sum of all points. */
    public int score() {
        return reasons.stream().mapToInt(Suggestion.Reason::points).sum();
    }

    /** What counted, in the order in which it was looked for. */
    public List<Suggestion.Reason> reasons() {
        return List.copyOf(reasons);
    }
}
