package org.itsmkit.benchmarks.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;

/**
 * The business calendar of jBPM: from the instant of its clock, by expressions; it reads {@code PT48H} as two business days and {@code
 * 48h} as 48 business hours, so the latter is what it is asked.
 */
final class JbpmCalendar {

    private final Clock clock = new Clock();
    private final BusinessCalendarImpl calendar;

    JbpmCalendar(Week week) {
        Properties properties = new Properties();
        properties.setProperty(BusinessCalendarImpl.START_HOUR, "9");
        properties.setProperty(BusinessCalendarImpl.END_HOUR, "17");
        properties.setProperty(BusinessCalendarImpl.HOURS_PER_DAY, "8");
        properties.setProperty(BusinessCalendarImpl.TIMEZONE, week.zone().getId());
        properties.setProperty(
                BusinessCalendarImpl.HOLIDAYS,
                week.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(",")));
        calendar = new BusinessCalendarImpl(properties, clock);
    }

    /** For whole hours. */
    Instant deadline(Instant from, Duration open) {
        clock.millis = from.toEpochMilli();
        return calendar.calculateBusinessTimeAsDate(open.toHours() + "h").toInstant();
    }

    private static final class Clock implements SessionClock {

        private long millis;

        @Override
        public long getCurrentTime() {
            return millis;
        }
    }
}
