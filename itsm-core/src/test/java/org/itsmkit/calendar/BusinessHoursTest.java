package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hours, rules of dates and sets of windows, each by an example. 2026-03-02 is a Monday. */
class BusinessHoursTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final TimeRange MORNING = TimeRange.of("08:00", "12:00");
    private static final TimeRange DAY = TimeRange.of("10:00", "16:00");

    private static List<Window> on(LocalDate date, OpenWindows windows) {
        Instant midnight = date.atStartOfDay(UTC).toInstant();
        return windows.windows(midnight, midnight.plus(Duration.ofDays(1)));
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse("2026-03-02T" + from + ":00Z"), Instant.parse("2026-03-02T" + to + ":00Z"));
    }

    @Test
    void setsOfWindows() {
        OpenWindows mornings = BusinessCalendar.of(UTC, BusinessHours.weekdays(MORNING));
        OpenWindows days = BusinessCalendar.of(UTC, BusinessHours.weekdays(DAY));

        assertThat(on(MONDAY, mornings.union(days))).containsExactly(window("08:00", "16:00"));
        assertThat(on(MONDAY, mornings.intersection(days))).containsExactly(window("10:00", "12:00"));
        assertThat(on(MONDAY, mornings.difference(days))).containsExactly(window("08:00", "10:00"));
        assertThat(on(MONDAY, days.difference(mornings))).containsExactly(window("12:00", "16:00"));
    }

    @Test
    void eachDayOfTheWeekKeepsItsHours() {
        BusinessHours hours =
                BusinessHours.never().on(DayOfWeek.MONDAY, MORNING).on(DayOfWeek.TUESDAY, DAY);

        assertThat(hours.weekly())
                .containsOnly(
                        Map.entry(DayOfWeek.MONDAY, List.of(MORNING)), Map.entry(DayOfWeek.TUESDAY, List.of(DAY)));
    }

    @Test
    void ofSeveralShiftsTheLastHolds() {
        BusinessCalendar calendar = BusinessCalendar.of(
                UTC,
                BusinessHours.weekdays(DAY)
                        .with(
                                DayRule.shift(DateRule.on(MONDAY), TimeRange.of("06:00", "07:00")),
                                DayRule.shift(DateRule.on(MONDAY), MORNING)));

        assertThat(on(MONDAY, calendar)).containsExactly(window("08:00", "12:00"));
    }

    @Test
    void theSameDayEveryYear() {
        DateRule may = DateRule.yearly(MonthDay.of(5, 1));

        assertThat(may.contains(LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(may.contains(LocalDate.of(2027, 5, 1))).isTrue();
        assertThat(may.contains(LocalDate.of(2026, 5, 2))).isFalse();
        assertThat(may.contains(LocalDate.of(2026, 4, 30))).isFalse();
    }

    @Test
    void ninetySixRangesAreADayFull() {
        TimeRange[] most =
                Stream.generate(() -> MORNING).limit(BusinessHours.MOST_RANGES).toArray(TimeRange[]::new);

        assertThat(BusinessHours.weekdays(most).weekly().get(DayOfWeek.MONDAY)).hasSize(BusinessHours.MOST_RANGES);
    }

    @Test
    void timesAreWholeMicroseconds() {
        assertThat(TimeRange.of("09:00:00.000001", "17:00:00.000002").runsIntoNextDay())
                .isFalse();
        assertThat(BusinessCalendar.of(UTC, BusinessHours.weekdays(TimeRange.of("09:00:00.25", "09:00:01.250003")))
                        .compile()
                        .add(window("08:00", "12:00").fromInclusive(), Duration.ofMillis(500)))
                .contains(Instant.parse("2026-03-02T09:00:00.75Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("09:00:00.000001001", "17:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("09:00", "17:00:00.000001001"));
    }
}
