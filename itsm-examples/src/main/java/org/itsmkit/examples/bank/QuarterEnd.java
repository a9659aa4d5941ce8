package org.itsmkit.examples.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.itsmkit.calendar.Window;

/** The last days of each quarter, in which the books are closed: whole days in Vienna. */
final class QuarterEnd {

    /** How many days that are. */
    static final int DAYS = 3;

    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    private QuarterEnd() {}

    /** Whether it is the end of a quarter then. */
    static boolean contains(Instant at) {
        return !at.isBefore(ofQuarterOf(at).fromInclusive());
    }

    /** Whether any of {@code window} is at the end of a quarter. */
    static boolean touches(Window window) {
        return ofQuarterOf(window.fromInclusive()).fromInclusive().isBefore(window.toExclusive());
    }

    /** The end of the quarter in which {@code at} is. */
    private static Window ofQuarterOf(Instant at) {
        LocalDate first = LocalDate.ofInstant(at, ZONE).with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate next = first.plusMonths(3);
        return new Window(
                next.minusDays(DAYS).atStartOfDay(ZONE).toInstant(),
                next.atStartOfDay(ZONE).toInstant());
    }
}
