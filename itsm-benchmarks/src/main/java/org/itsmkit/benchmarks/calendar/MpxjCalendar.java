package org.itsmkit.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.sf.mpxj.Duration;
import net.sf.mpxj.LocalTimeRange;
import net.sf.mpxj.ProjectCalendar;
import net.sf.mpxj.ProjectFile;
import net.sf.mpxj.TimeUnit;

/** The calendar of MPXJ: it has hours, and knows no zones. */
final class MpxjCalendar {

    private final ProjectCalendar calendar = new ProjectFile().addDefaultBaseCalendar();
    private final ZoneId zone;

    MpxjCalendar(Week week) {
        zone = week.zone();
        for (DayOfWeek day : DayOfWeek.values()) {
            calendar.setWorkingDay(day, week.days().contains(day));
            calendar.removeCalendarHours(day);
            if (week.days().contains(day)) {
                var hours = calendar.addCalendarHours(day);
                for (LocalTime[] pair : week.hours()) {
                    hours.add(new LocalTimeRange(pair[0], pair[1]));
                }
            }
        }
        for (LocalDate holiday : week.holidays()) {
            calendar.addCalendarException(holiday);
        }
    }

    java.time.Duration elapsed(Instant from, Instant to) {
        Duration work = calendar.getWork(
                LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone), TimeUnit.MINUTES);
        return java.time.Duration.ofMillis(Math.round(work.getDuration() * 60_000));
    }

    Instant deadline(Instant from, java.time.Duration amount) {
        return calendar.getDate(
                        LocalDateTime.ofInstant(from, zone),
                        Duration.getInstance((double) amount.toSeconds() / 60, TimeUnit.MINUTES))
                .atZone(zone)
                .toInstant();
    }
}
