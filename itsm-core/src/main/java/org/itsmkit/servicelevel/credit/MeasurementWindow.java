package org.itsmkit.servicelevel.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.calendar.Window;

/** Over what time a promise is measured, by the calendar on the wall. */
public enum MeasurementWindow {
    /** A calendar month. */
    MONTH(1),
    /** Three months, from January, April, July or October on. */
    QUARTER(3),
    /** Six months, from January or July on. */
    HALF_YEAR(6),
    /** A calendar year. */
    YEAR(12);

    private final int months;

    MeasurementWindow(int months) {
        this.months = months;
    }

    /** The one that has {@code at} in it. Where a zone has no midnight on its first day, it begins with the first instant of that day. */
    public Window containing(Instant at, ZoneId zone) {
        return from(first(at.atZone(zone).toLocalDate()), zone);
    }

    /** Those that have some of the days between two dates in them, in order, whole. */
    public List<Window> covering(LocalDate fromInclusive, LocalDate toExclusive, ZoneId zone) {
        List<Window> windows = new ArrayList<>();
        for (LocalDate date = first(fromInclusive); date.isBefore(toExclusive); date = date.plusMonths(months)) {
            windows.add(from(date, zone));
        }
        return List.copyOf(windows);
    }

    private LocalDate first(LocalDate date) {
        return date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % months);
    }

    private Window from(LocalDate first, ZoneId zone) {
        return new Window(
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(months).atStartOfDay(zone).toInstant());
    }
}
