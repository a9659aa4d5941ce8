package org.itsmkit.improvement.measure;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * Something that can be measured again and again, in the same way. Two are the same if all of it is: minutes are not
 * hours.
 *
 * @param code what it is called by programs, by {@link Keys#requireCode}
 * @param unit what one of it is, such as {@code min} or {@code incidents per week}; by {@link Keys#requireName}
 * @param better which values one wants
 */
public record Metric(String code, String unit, Better better) {

    /** Which values one wants. */
    public enum Better {
        /** Those that are higher. */
        HIGHER,
        /** Those that are lower. */
        LOWER;

        /** What {@code change} is by this: positive if it is one for the better. */
        int sign(int change) {
            return this == HIGHER ? change : -change;
        }
    }

    public Metric {
        Keys.requireCode(code, "metric");
        Keys.requireName(unit, "unit");
        Objects.requireNonNull(better, "better");
    }

    /** One of which more is better. */
    public static Metric higherIsBetter(String code, String unit) {
        return new Metric(code, unit, Better.HIGHER);
    }

    /** One of which less is better. */
    public static Metric lowerIsBetter(String code, String unit) {
        return new Metric(code, unit, Better.LOWER);
    }

    /** As in resolution-time (min, lower is better). */
    @Override
    public String toString() {
        return code + " (" + unit + ", " + (better == Better.HIGHER ? "higher" : "lower") + " is better)";
    }
}
