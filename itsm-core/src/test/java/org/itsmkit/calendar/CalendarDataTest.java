package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Calendars as plain data. */
class CalendarDataTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final BusinessHours OFFICE = BusinessHours.weekdays(TimeRange.of("09:00", "17:00"))
            .with(DayRule.holiday("Labour Day", LocalDate.of(2026, 5, 1)));

    private static Duration openIn(BusinessCalendar calendar, String from, String to) {
        return calendar.compile().openTimeBetween(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void whatWasAgreedAtATimeStaysWhatItWas() {
        CalendarData data = CalendarData.of(VIENNA, OFFICE).from(LocalDate.of(2026, 5, 4), BusinessHours.always());
        // Thursday 30 April from nine to five; the holiday; the weekend; Monday 4 May as a whole
        assertThat(openIn(data.toCalendar(), "2026-04-29T22:00:00Z", "2026-05-04T22:00:00Z"))
                .isEqualTo(Duration.ofHours(8 + 24));
        assertThat(data.toCalendar().holidayOn(LocalDate.of(2026, 5, 1))).contains("Labour Day");
        CalendarData sooner = data.from(LocalDate.of(2026, 4, 1), BusinessHours.never());
        assertThat(sooner.versions()).hasSize(2);
        assertThat(openIn(sooner.toCalendar(), "2026-04-01T00:00:00Z", "2027-04-01T00:00:00Z"))
                .isZero();
    }

    @Test
    void beforeTheFirstBeginningItIsClosed() {
        CalendarData data = new CalendarData(
                ZoneOffset.UTC,
                List.of(new CalendarData.Version(
                        Optional.of(LocalDate.of(2026, 3, 2)),
                        BusinessHours.always().weekly(),
                        List.of())));
        assertThat(openIn(data.toCalendar(), "2026-03-01T00:00:00Z", "2026-03-03T00:00:00Z"))
                .isEqualTo(Duration.ofHours(24));
    }

    /** Hours that are said one after the other are the calendar that is said as a whole. */
    @Test
    void dataIsTheCalendarThatItIsMadeOf() {
        Seeds.each(300, random -> {
            BusinessHours first = OFFICE.on(
                    java.time.DayOfWeek.of(1 + random.nextInt(7)),
                    TimeRange.of("20:00", "0" + random.nextInt(9) + ":00"));
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
            BusinessHours second = random.nextBoolean() ? BusinessHours.always() : BusinessHours.never();
            BusinessCalendar made = BusinessCalendar.of(VIENNA, first).from(date, second);
            BusinessCalendar kept =
                    CalendarData.of(VIENNA, first).from(date, second).toCalendar();
            Instant from = Instant.parse("2025-12-01T00:00:00Z");
            Instant to = Instant.parse("2027-01-01T00:00:00Z");
            assertThat(kept.windows(from, to)).isEqualTo(made.windows(from, to));
        });
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        CalendarData.Version plain = new CalendarData.Version(Optional.empty(), Map.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarData(VIENNA, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarData(VIENNA, List.of(plain, plain)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarData.of(VIENNA, OFFICE.with(year -> Map.of())))
                .withMessageContaining("no data");
        List<DayRule> tooMany = IntStream.rangeClosed(0, CalendarData.MOST_RULES)
                .mapToObj(day -> DayRule.holiday("", LocalDate.EPOCH.plusDays(day)))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarData.Version(Optional.empty(), Map.of(), tooMany));
    }
}
