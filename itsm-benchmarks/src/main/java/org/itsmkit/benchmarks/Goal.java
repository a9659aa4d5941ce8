package org.itsmkit.benchmarks;

import java.util.Locale;

/**
 * A promise, and what came of it.
 *
 * @param name in words joined by hyphens
 * @param measured mostly a ratio of two times of the same run
 * @param atMost whether {@code needed} is the most that will do, else it is the least
 * @param needed what was promised
 */
public record Goal(String name, double measured, boolean atMost, double needed) {

    /** A promise that {@code measured} is no more than {@code most}. */
    public static Goal atMost(String name, double measured, double most) {
        return new Goal(name, measured, true, most);
    }

    /** A promise that {@code measured} is no less than {@code least}. */
    public static Goal atLeast(String name, double measured, double least) {
        return new Goal(name, measured, false, least);
    }

    /** Whether it is kept. */
    public boolean isMet() {
        return atMost ? measured <= needed : measured >= needed;
    }

    /** {@code goal <name> <measured> <needed> PASS|FAIL} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "goal %s %s %s%s %s",
                name,
                number(measured),
                atMost ? "<=" : ">=",
                number(needed),
                isMet() ? "PASS" : "FAIL");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) || value >= 1_000 ? "%.0f" : "%.2f", value);
    }
}
