package org.itsmkit.practice.measure;

import java.util.Locale;

/** Which way a figure goes when things become better. */
public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN;

    /**
     * Whether {@code later} is better than {@code earlier}; not if they are equal.
     *
     * @throws IllegalArgumentException if they are of different sorts
     */
    public boolean isBetter(Quantity later, Quantity earlier) {
        int difference = later.compareWith(earlier);
        return this == UP ? difference > 0 : difference < 0;
    }

    /** As tables name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
