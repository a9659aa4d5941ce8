package org.itsmkit.practice.measure;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * By what one sees how a practice does.
 *
 * @param code unique among all practices, by {@link Keys#requireCode}
 * @param sentence what is counted or timed, of what; such as the median time from one thing to another
 * @param unit what its figure is told in
 * @param better which way the figure goes when the practice becomes better
 * @param source where the figure comes from
 */
public record KeyMeasure(String code, String sentence, Unit unit, Direction better, Source source) {

    public KeyMeasure {
        Keys.requireCode(code, "key measure");
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a measure says what it is: " + code);
        }
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(better, "better");
        Objects.requireNonNull(source, "source");
    }

    /** One that the kit computes, by the function of the same code. */
    public static KeyMeasure computed(String code, Unit unit, Direction better, String sentence) {
        return new KeyMeasure(code, sentence, unit, better, new Source.Computed(code));
    }

    /** One that the kit cannot compute, and why. */
    public static KeyMeasure notComputable(String code, Unit unit, Direction better, String sentence, String reason) {
        return new KeyMeasure(code, sentence, unit, better, new Source.NotComputable(reason));
    }

    /** Whether the kit computes it. */
    public boolean isComputed() {
        return source instanceof Source.Computed;
    }

    /** Which {@link Figure#function} a figure of this names: that of the function, or the code of this where there is none. */
    public String figure() {
        return source instanceof Source.Computed computed ? computed.function() : code;
    }

    /** Whether {@code figure} is one of this, and says something in its unit. */
    public boolean isToldBy(Figure figure) {
        return figure.function().equals(figure())
                && figure.value().filter(unit::fits).isPresent();
    }
}
