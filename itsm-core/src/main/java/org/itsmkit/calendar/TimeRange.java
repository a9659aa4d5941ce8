package org.itsmkit.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * From one time of day to another, by the clock on the wall. An end that is not after its beginning is on the next day, so {@code
 * 22:00–06:00} is a night, and {@code 00:00–00:00}, as {@code 00:00–24:00}, is a whole day.
 *
 * @param from inclusive, in whole microseconds
 * @param to exclusive, in whole microseconds; midnight is the end of the day
 */
public record TimeRange(LocalTime from, LocalTime to) {

    /** A whole day. */
    public static final TimeRange ALL_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public TimeRange {
        if (from.getNano() % 1_000 != 0 || to.getNano() % 1_000 != 0) {
            throw new IllegalArgumentException("times of day are whole microseconds: " + from + " to " + to);
        }
    }

    /**
     * A range of ISO-8601 times of day.
     *
     * @param to may be {@code 24:00}
     * @throws IllegalArgumentException if one of them is no time of day
     */
    public static TimeRange of(String from, String to) {
        return new TimeRange(time(from), to.matches("24:00(:00)?") ? LocalTime.MIDNIGHT : time(to));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time of day: " + text, e);
        }
    }

    /** Whether it ends on the day after the one on which it begins, at 24:00 at the earliest. */
    public boolean runsIntoNextDay() {
        return !from.isBefore(to);
    }

    /**
     * The window that this is on {@code date}, its edges resolved as {@code java.time} does: in a gap, later by the gap's length; in an
     * overlap, at the earlier offset. Empty if its end is thereby not after its beginning.
     */
    Optional<Window> on(LocalDate date, ZoneId zone) {
        var begins = date.atTime(from).atZone(zone).toInstant();
        var ends = (runsIntoNextDay() ? date.plusDays(1) : date)
                .atTime(to)
                .atZone(zone)
                .toInstant();
        return begins.isBefore(ends) ? Optional.of(new Window(begins, ends)) : Optional.empty();
    }

    @Override
    public String toString() {
        return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
