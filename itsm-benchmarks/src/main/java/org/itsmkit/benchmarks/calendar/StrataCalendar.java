package org.itsmkit.benchmarks.calendar;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** OpenGamma Strata counts business days; hours are glued on: one window a day, of whole hours, that no change of offset touches. */
final class StrataCalendar {

    private final HolidayCalendar days;
    private final ZoneId zone;
    private final LocalTime open;
    private final LocalTime close;
    private final long secondsPerDay;

    StrataCalendar(Week week) {
        days = ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("BENCH"), week.holidays(), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        zone = week.zone();
        open = week.hours().get(0)[0];
        close = week.hours().get(0)[1];
        secondsPerDay = Duration.between(open, close).toSeconds();
    }

    Duration elapsed(Instant from, Instant to) {
        LocalDateTime begin = LocalDateTime.ofInstant(from, zone);
        LocalDateTime end = LocalDateTime.ofInstant(to, zone);
        long whole = days.daysBetween(begin.toLocalDate(), end.toLocalDate()) * secondsPerDay;
        return Duration.ofSeconds(whole).minus(passed(begin)).plus(passed(end));
    }

    private Duration passed(LocalDateTime at) {
        if (days.isHoliday(at.toLocalDate()) || !at.toLocalTime().isAfter(open)) {
            return Duration.ZERO;
        }
        return at.toLocalTime().isAfter(close)
                ? Duration.ofSeconds(secondsPerDay)
                : Duration.between(open, at.toLocalTime());
    }

    Instant deadline(Instant from, Duration amount) {
        LocalDateTime begin = LocalDateTime.ofInstant(from, zone);
        LocalDate first = days.nextOrSame(begin.toLocalDate());
        Duration all = amount.plus(first.equals(begin.toLocalDate()) ? passed(begin) : Duration.ZERO);
        long whole = all.toSeconds() / secondsPerDay;
        Duration rest = all.minusSeconds(whole * secondsPerDay);
        if (rest.isZero()) {
            return days.shift(first, (int) whole - 1).atTime(close).atZone(zone).toInstant();
        }
        return days.shift(first, (int) whole)
                .atTime(open)
                .plus(rest)
                .atZone(zone)
                .toInstant();
    }
}
