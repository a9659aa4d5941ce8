package org.itsmkit.practice.measure;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * What a measure came to in a period.
 *
 * @param function which function computed it, see {@link KeyMeasure#figure}; by {@link Keys#requireCode}
 * @param value what it came to; empty if nothing can be said
 * @param reason why nothing can be said; empty if and only if there is a value
 * @param cases of how many cases it is; not negative
 * @param period of which time, in whole microseconds
 * @param sentence what there is to say, in English
 */
public record Figure(
        String function, Optional<Quantity> value, String reason, long cases, Window period, String sentence) {

    public Figure {
        Keys.requireCode(function, "function");
        Objects.requireNonNull(value, "value");
        period = new Window(Micros.truncate(period.fromInclusive()), Micros.truncate(period.toExclusive()));
        Objects.requireNonNull(sentence, "sentence");
        if (value.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("a figure says something, or why it does not: " + function);
        }
        if (cases < 0) {
            throw new IllegalArgumentException("nothing is counted below zero: " + cases + " cases of " + function);
        }
    }

    /**
     * One that says something.
     *
     * @param what what is told, such as Median time to restore; the sentence is that, the value and the number of cases
     */
    public static Figure of(String function, Quantity value, long cases, Window period, String what) {
        String sentence = what + ": " + value + ", " + cases + (cases == 1 ? " case." : " cases.");
        return new Figure(function, Optional.of(value), "", cases, period, sentence);
    }

    /** One that says nothing, and why. */
    public static Figure none(String function, String reason, Window period) {
        return new Figure(function, Optional.empty(), reason, 0, period, reason);
    }
}
