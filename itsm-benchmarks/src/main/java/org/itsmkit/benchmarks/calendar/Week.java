package org.itsmkit.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;

/**
 * The calendar that everybody is asked about: the same hours on some days of the week, twelve holidays a year. An end that is not after its
 * beginning is on the next day.
 */
record Week(ZoneId zone, Set<DayOfWeek> days, List<LocalTime[]> hours) {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final int FIRST_YEAR = 2014;
    static final int LAST_YEAR = 2036;

    private static final List<MonthDay> HOLIDAYS = Stream.of(
                    "--01-01", "--01-06", "--03-08", "--04-18", "--05-01", "--05-29", "--08-15", "--10-03", "--10-31",
                    "--11-01", "--12-25", "--12-26")
            .map(MonthDay::parse)
            .toList();

    private static final Set<LocalDate> CLOSED = new HashSet<>(dates());

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Monday to Friday from nine to five in Berlin. */
    static Week office() {
        return of(WEEKDAYS, "09:00", "17:00");
    }

    /** With an hour for lunch. */
    static Week split() {
        return of(WEEKDAYS, "09:00", "12:00", "13:00", "18:00");
    }

    /** From ten in the evening to six in the morning. */
    static Week nights() {
        return of(WEEKDAYS, "22:00", "06:00");
    }

    /** Around the clock, holidays apart. */
    static Week always() {
        return of(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00");
    }

    private static Week of(Set<DayOfWeek> days, String... times) {
        List<LocalTime[]> hours = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            hours.add(new LocalTime[] {LocalTime.parse(times[i]), LocalTime.parse(times[i + 1])});
        }
        return new Week(BERLIN, days, hours);
    }

    boolean isOpen(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !CLOSED.contains(date);
    }

    List<LocalDate> holidays() {
        return dates();
    }

    private static List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (MonthDay holiday : HOLIDAYS) {
                dates.add(holiday.atYear(year));
            }
        }
        return dates;
    }

    /** As a calendar of the kit. */
    BusinessCalendar calendar() {
        BusinessHours made = BusinessHours.never();
        TimeRange[] ranges =
                hours.stream().map(pair -> new TimeRange(pair[0], pair[1])).toArray(TimeRange[]::new);
        for (DayOfWeek day : days) {
            made = made.on(day, ranges);
        }
        return BusinessCalendar.of(
                zone,
                made.with(HOLIDAYS.stream()
                        .map(day -> DayRule.holiday("", DateRule.yearly(day)))
                        .toArray(DayRule[]::new)));
    }

    /** Its windows by {@code java.time} alone, in seconds since 1970, beginnings and ends in turn; what touches is joined. */
    long[] windows() {
        List<Long> edges = new ArrayList<>();
        LocalDate last = LocalDate.of(LAST_YEAR, 12, 30);
        for (LocalDate date = LocalDate.of(FIRST_YEAR, 1, 2); date.isBefore(last); date = date.plusDays(1)) {
            for (LocalTime[] pair : isOpen(date) ? hours : List.<LocalTime[]>of()) {
                Instant begin = date.atTime(pair[0]).atZone(zone).toInstant();
                LocalDate ending = pair[1].isAfter(pair[0]) ? date : date.plusDays(1);
                Instant end = ending.atTime(pair[1]).atZone(zone).toInstant();
                if (!edges.isEmpty() && edges.get(edges.size() - 1) == begin.getEpochSecond()) {
                    edges.remove(edges.size() - 1);
                } else {
                    edges.add(begin.getEpochSecond());
                }
                edges.add(end.getEpochSecond());
            }
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }
}
