package org.itsmkit.benchmarks.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** What most people write: day by day with {@code java.time}. */
record NaiveCalendar(Week week) {

    /** The open time between two instants. */
    Duration elapsed(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate last = to.atZone(week.zone()).toLocalDate();
        for (LocalDate date = from.atZone(week.zone()).toLocalDate().minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (week.isOpen(date)) {
                for (LocalTime[] hours : week.hours()) {
                    Instant begin = later(from, begin(date, hours));
                    Instant end = earlier(to, end(date, hours));
                    if (begin.isBefore(end)) {
                        open = open.plus(Duration.between(begin, end));
                    }
                }
            }
        }
        return open;
    }

    /** The earliest instant by which {@code open} has passed. */
    Instant deadline(Instant from, Duration open) {
        Duration left = open;
        for (LocalDate date = from.atZone(week.zone()).toLocalDate().minusDays(1); ; date = date.plusDays(1)) {
            if (week.isOpen(date)) {
                for (LocalTime[] hours : week.hours()) {
                    Instant begin = later(from, begin(date, hours));
                    Instant end = end(date, hours);
                    if (begin.isBefore(end)) {
                        Duration here = Duration.between(begin, end);
                        if (left.compareTo(here) <= 0) {
                            return begin.plus(left);
                        }
                        left = left.minus(here);
                    }
                }
            }
        }
    }

    private Instant begin(LocalDate date, LocalTime[] hours) {
        return date.atTime(hours[0]).atZone(week.zone()).toInstant();
    }

    private Instant end(LocalDate date, LocalTime[] hours) {
        LocalDate day = hours[1].isAfter(hours[0]) ? date : date.plusDays(1);
        return day.atTime(hours[1]).atZone(week.zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
