package org.itsmkit.servicelevel.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.Window;

/** The windows by which a target is measured. */
record OpenHours(ServiceHours hours) {

    static OpenHours of(Since by) {
        return new OpenHours(by.target().amount() instanceof Amount.ElapsedTime ? ServiceHours.always() : by.hours());
    }

    List<long[]> between(long from, long to) {
        List<long[]> windows = new ArrayList<>();
        for (Window window : hours.time().windows(Micros.instant(from), Micros.instant(to))) {
            windows.add(new long[] {Micros.of(window.fromInclusive()), Micros.of(window.toExclusive())});
        }
        return windows;
    }

    /** The name of the holiday on which {@code at} lies; empty if it is none. */
    Optional<String> holiday(long at) {
        return hours.days().flatMap(days -> days.holidayOn(date(at)));
    }

    /** The end of the days on which it is as {@code holiday} says; {@code to} at the latest. */
    long holidayEnds(Optional<String> holiday, long from, long to) {
        if (hours.days().isEmpty()) {
            return to;
        }
        BusinessCalendar days = hours.days().get();
        LocalDate last = date(to);
        for (LocalDate date = later(date(from).plusDays(1)); isBefore(date, last); date = date.plusDays(1)) {
            if (!days.holidayOn(date).equals(holiday)) {
                return Math.min(to, Micros.of(date.atStartOfDay(hours.zone()).toInstant()));
            }
        }
        return to;
    }

    private LocalDate date(long at) {
        return Micros.instant(at).atZone(hours.zone()).toLocalDate();
    }

    /** Where nothing is ever open no year is looked at. */
    private static LocalDate later(LocalDate date) {
        return date.getYear() < BusinessCalendar.FIRST_YEAR ? LocalDate.of(BusinessCalendar.FIRST_YEAR, 1, 1) : date;
    }

    private static boolean isBefore(LocalDate date, LocalDate last) {
        return !date.isAfter(last) && date.getYear() <= BusinessCalendar.LAST_YEAR;
    }
}
