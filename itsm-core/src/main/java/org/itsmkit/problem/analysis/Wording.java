package org.itsmkit.problem.analysis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.Texts;

/** What texts of an analysis must be, and when two of them say the same. */
final class Wording {

    /** The greatest length of a text, in UTF-16 code units. */
    static final int LONGEST = 4_000;

    private Wording() {}

    static String require(String text, String what) {
        Texts.requireStorable(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters; at most " + LONGEST + " are kept");
        }
        return text;
    }

    static Optional<String> require(Optional<String> text, String what) {
        text.ifPresent(value -> require(value, what));
        return text;
    }

    static void requireAtMost(int most, Collection<?> all, String what) {
        if (all.size() > most) {
            throw new IllegalArgumentException("at most " + most + " " + what + ", not " + all.size());
        }
    }

    static void requireDifferent(Collection<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two " + what + " are called " + name);
            }
        }
    }

    /** The text without what does not matter when two are compared: case, and how much white space there is. */
    static String essence(String text) {
        return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
