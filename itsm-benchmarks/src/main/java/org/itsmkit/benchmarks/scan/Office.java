package org.itsmkit.benchmarks.scan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Threshold;

/** What is promised: an answer in two hours, a solution in sixteen, Monday to Friday from nine to five in Berlin. */
final class Office {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(17, 0);

    static final Target RESPONSE = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(Duration.ofHours(2)));
    static final Target RESOLUTION = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(16)));

    /** The same, where something is done at three quarters of the time and at the end. */
    static final Target RESPONSE_WITH_THRESHOLDS = RESPONSE.withThresholds(thresholds());

    static final Target RESOLUTION_WITH_THRESHOLDS = RESOLUTION.withThresholds(thresholds());

    private static final List<MonthDay> HOLIDAYS = Stream.of(
                    "--01-01", "--01-06", "--03-08", "--04-18", "--05-01", "--05-29", "--08-15", "--10-03", "--10-31",
                    "--11-01", "--12-25", "--12-26")
            .map(MonthDay::parse)
            .toList();

    private Office() {}

    private static List<Threshold> thresholds() {
        return List.of(Threshold.atPercent(75), Threshold.atPercent(100));
    }

    static boolean isOpen(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !HOLIDAYS.contains(MonthDay.from(date));
    }

    static ServiceHours hours() {
        BusinessHours hours = BusinessHours.never();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours = day.compareTo(DayOfWeek.FRIDAY) <= 0 ? hours.on(day, new TimeRange(OPENS, CLOSES)) : hours;
        }
        DayRule[] holidays = HOLIDAYS.stream()
                .map(day -> DayRule.holiday("", DateRule.yearly(day)))
                .toArray(DayRule[]::new);
        return ServiceHours.of("office", BusinessCalendar.of(BERLIN, hours.with(holidays)));
    }
}
