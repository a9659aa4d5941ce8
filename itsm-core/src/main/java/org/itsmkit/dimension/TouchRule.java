package org.itsmkit.dimension;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * By what one sees that something touches a dimension, or that somebody has thought of it.
 *
 * @param code unique among the rules, by {@link Keys#requireCode}
 * @param dimension which one
 * @param sign what is looked at
 * @param values what must be found there; anything at all if empty. Categories are equal or lie below; services, items and suppliers are equal,
 *     or begin with what stands before a {@code *}; plans are equal and say something; tasks and texts have all words of one value, in
 *     upper or lower case
 */
public record TouchRule(String code, Dimension dimension, Sign sign, Set<String> values) {

    /** What may be looked at. */
    public enum Sign {
        /** Its category. */
        CATEGORY,
        /** The services that it is about. */
        SERVICE,
        /** The configuration items that it is about. */
        ITEM,
        /** The suppliers that are involved. */
        SUPPLIER,
        /** The titles of its tasks. */
        TASK,
        /** The plans that there are, by name. */
        PLAN,
        /** What else is said of it. */
        TEXT
    }

    /** The most values of a rule. */
    public static final int MOST_VALUES = 1_000;

    public TouchRule {
        Keys.requireCode(code, "rule");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(sign, "sign");
        values = Collections.unmodifiableSet(new TreeSet<>(values));
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> !Inputs.saysSomething(value))) {
            throw new IllegalArgumentException("at most " + MOST_VALUES + " values, each of which says something");
        }
    }

    /** A rule that looks for one of these. */
    public static TouchRule of(String code, Dimension dimension, Sign sign, String... values) {
        return new TouchRule(code, dimension, sign, Set.of(values));
    }

    /** What of {@code work} fits, if anything does: the first in its order. */
    Optional<String> found(PlannedWork work) {
        return work.seenBy(sign).stream()
                .filter(seen ->
                        sign != Sign.PLAN || Inputs.saysSomething(work.plans().getOrDefault(seen, "")))
                .filter(Inputs::saysSomething)
                .filter(seen -> values.isEmpty() || values.stream().anyMatch(value -> fits(value, seen)))
                .findFirst();
    }

    private boolean fits(String value, String seen) {
        return switch (sign) {
            case CATEGORY -> Category.of(seen).isWithin(Category.of(value));
            case SERVICE, ITEM, SUPPLIER ->
                value.endsWith("*") ? seen.startsWith(value.substring(0, value.length() - 1)) : seen.equals(value);
            case PLAN -> seen.equals(value);
            case TASK, TEXT -> !words(value).isEmpty() && words(seen).containsAll(words(value));
        };
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
