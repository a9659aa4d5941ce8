package org.itsmkit.servicelevel.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.itsmkit.calendar.Window;

/** Of what time a report tells, by the calendar on the wall. */
public enum ReportPeriod {
    /** From Monday to Sunday; called {@code 2026-W10}, numbered as in ISO 8601. */
    WEEK,
    /** A calendar month; called {@code 2026-03}. */
    MONTH,
    /** Three months, from January, April, July or October on; called {@code 2026-Q1}. */
    QUARTER,
    /** A calendar year; called {@code 2026}. */
    YEAR;

    /** What the one is called that has {@code at} in it. Of years from 1 to 9999 names are in the order of time. */
    public String name(Instant at, ZoneId zone) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return switch (this) {
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        date.get(IsoFields.WEEK_BASED_YEAR),
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", date.getYear());
        };
    }

    /** The one that has {@code at} in it. Where a zone has no midnight on its first day, it begins with the first instant of that day. */
    public Window containing(Instant at, ZoneId zone) {
        LocalDate date = at.atZone(zone).toLocalDate();
        LocalDate month = date.withDayOfMonth(1);
        return switch (this) {
            case WEEK -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield between(monday, monday.plusWeeks(1), zone);
            }
            case MONTH -> between(month, month.plusMonths(1), zone);
            case QUARTER -> {
                LocalDate first = month.minusMonths((month.getMonthValue() - 1) % 3);
                yield between(first, first.plusMonths(3), zone);
            }
            case YEAR -> between(month.withMonth(1), month.withMonth(1).plusYears(1), zone);
        };
    }

    private static Window between(LocalDate first, LocalDate next, ZoneId zone) {
        return new Window(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }
}
