package org.itsmkit.examples.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays as governments published them. */
class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "de, '', 2026, 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
        "de, by mu, 2024, 01-01 01-06 03-29 04-01 05-01 05-09 05-20 05-30 08-15 10-03 11-01 12-25 12-26",
        "gb, eng, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "fr, '', 2026, 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25",
    })
    void areThoseThatWerePublished(String country, String parts, int year, String days) {
        PublicHolidays holidays = PublicHolidays.of(country, parts.isEmpty() ? new String[0] : parts.split(" "));

        assertThat(holidays.holidays(year).keySet())
                .containsExactlyElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> MonthDay.parse("--" + day).atYear(year))
                        .toList());
    }

    @Test
    void areObservedOnAnotherDayWhereThatIsTheLaw() {
        // 4 July 2026 is a Saturday
        assertThat(PublicHolidays.of("us").holidays(2026))
                .containsEntry(LocalDate.of(2026, 7, 3), "Independence Day")
                .doesNotContainKey(LocalDate.of(2026, 7, 4));
    }

    @Test
    void closeACalendar() {
        BusinessCalendar desk = BusinessCalendar.of(
                ZoneId.of("Europe/Berlin"),
                BusinessHours.weekdays(TimeRange.of("09:00", "17:00")).with(PublicHolidays.of("de")));

        assertThat(desk.holidayOn(LocalDate.of(2026, 4, 6))).contains("Easter Monday");
        assertThat(desk.compile().isOpen(Instant.parse("2026-04-06T09:00:00Z"))).isFalse();
        assertThat(desk.compile().isOpen(Instant.parse("2026-04-07T09:00:00Z"))).isTrue();
        assertThat(desk.workingDaysBetween(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)))
                .isEqualTo(20);
    }

    @Test
    void ofPlacesThatNobodyKnowsAreNotPassedOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicHolidays.of("xx"))
                .withMessageContaining("xx");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicHolidays.of("de", "atlantis"))
                .withMessageContaining("atlantis");
    }
}
