package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.examples.calendar.PublicHolidays;
import org.itsmkit.examples.calendar.RecurringWindows;
import org.junit.jupiter.api.Test;

/** The snippets about business time. */
class BusinessTimeDocTest {

    @Test
    void aServiceDesk() {
        // spotless:off
        // snippet: business-calendar
        BusinessCalendar desk = BusinessCalendar.of(ZoneId.of("Europe/Vienna"), BusinessHours
                .weekdays(TimeRange.of("08:00", "12:00"), TimeRange.of("13:00", "17:30"))
                .on(DayOfWeek.FRIDAY, TimeRange.of("08:00", "14:00"))
                .with(
                        DayRule.holiday("Labour Day", DateRule.yearly(MonthDay.of(5, 1))),
                        DayRule.holiday("Year's end", DateRule.yearly(MonthDay.of(12, 24), MonthDay.of(1, 1))),
                        DayRule.extra(DateRule.on(LocalDate.of(2026, 12, 28)), TimeRange.of("09:00", "12:00"))));

        BusinessCalendar longer = desk.from(LocalDate.of(2027, 1, 1), BusinessHours.always());  // 2026 stays as it was
        // end

        // snippet: business-time
        CompiledCalendar time = desk.compile();     // keep it: it remembers what it worked out

        Instant logged = Instant.parse("2026-04-30T11:00:00Z");     // Thursday, 13:00; tomorrow is a holiday
        Optional<Instant> due = time.add(logged, Duration.ofHours(8));
        Duration open = time.openTimeBetween(logged, due.orElseThrow());

        Optional<LocalDate> third = desk.plusWorkingDays(LocalDate.of(2026, 4, 30), 3);
        Optional<Instant> byCloseOfThirdDay = third.flatMap(desk::endOfWorkingDay);
        // end
        assertThat(due).contains(Instant.parse("2026-05-04T09:30:00Z"));
        assertThat(open).isEqualTo(Duration.ofHours(8));
        assertThat(third).contains(LocalDate.of(2026, 5, 6));
        assertThat(byCloseOfThirdDay).contains(Instant.parse("2026-05-06T15:30:00Z"));
        assertThat(longer.compile().openTimeBetween(logged, due.orElseThrow())).isEqualTo(open);

        // snippet: business-sets
        BusinessCalendar nights = BusinessCalendar.of(ZoneId.of("Asia/Tokyo"), BusinessHours.weekdays(TimeRange.of("09:00", "18:00")));
        BusinessCalendar maintenance = BusinessCalendar.of(ZoneId.of("UTC"), BusinessHours.never()
                .on(DayOfWeek.SUNDAY, TimeRange.of("22:00", "02:00")));

        OpenWindows followTheSun = desk.union(nights).difference(maintenance);
        // end
        assertThat(followTheSun.compile().isOpen(Instant.parse("2026-04-30T01:00:00Z"))).isTrue();
        assertThat(followTheSun.compile().isOpen(Instant.parse("2026-04-27T00:30:00Z"))).isFalse();

        // snippet: business-adapters
        BusinessHours office = BusinessHours.weekdays(TimeRange.of("09:00", "17:00")).with(PublicHolidays.of("de", "by"));

        RecurringWindows patchNight = RecurringWindows.of(
                "FREQ=MONTHLY;BYDAY=3TU", LocalDateTime.parse("2026-01-01T22:00"), ZoneId.of("Europe/Berlin"), Duration.ofHours(4));
        OpenWindows available = BusinessCalendar.of(ZoneId.of("Europe/Berlin"), BusinessHours.always()).difference(patchNight);
        // end
        assertThat(BusinessCalendar.of(ZoneId.of("Europe/Berlin"), office).isWorkingDay(LocalDate.of(2026, 1, 6))).isFalse();
        assertThat(available.compile().isOpen(Instant.parse("2026-03-17T22:00:00Z"))).isFalse();
        assertThat(available.compile().isOpen(Instant.parse("2026-03-18T01:00:00Z"))).isTrue();
        // spotless:on
    }
}
