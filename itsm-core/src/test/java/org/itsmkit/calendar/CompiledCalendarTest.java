package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business time by examples: what people expect of it, and where other systems go wrong. */
class CompiledCalendarTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours OFFICE = BusinessHours.weekdays(TimeRange.of("09:00", "17:00"));
    private static final CompiledCalendar OFFICE_UTC = of(UTC, OFFICE);

    private static CompiledCalendar of(ZoneId zone, BusinessHours hours) {
        return BusinessCalendar.of(zone, hours).compile();
    }

    private static Instant utc(String local) {
        return Instant.parse(local + "Z");
    }

    private static Instant in(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Nested
    class Deadlines {

        @ParameterizedTest
        @CsvSource({
            // 2026-03-02 is a Monday
            "2026-03-02T09:00:00,     PT8H,        2026-03-02T17:00:00",
            "2026-03-02T09:00:00,     PT8H0.001S,  2026-03-03T09:00:00.001",
            "2026-03-02T16:59:59.999, PT0.002S,    2026-03-03T09:00:00.001",
            "2026-03-06T16:00:00,     PT2H,        2026-03-09T10:00:00",
            "2026-03-07T12:00:00,     PT1H,        2026-03-09T10:00:00",
            "2026-03-02T03:00:00,     PT0S,        2026-03-02T03:00:00",
            "2026-03-02T10:00:00,     PT-2H,       2026-02-27T16:00:00",
            "2026-03-02T17:00:00,     PT-8H,       2026-03-02T09:00:00",
        })
        void fallOnTheEarliestInstant(String from, Duration open, String due) {
            assertThat(OFFICE_UTC.add(utc(from), open)).contains(utc(due));
            assertThat(OFFICE_UTC.subtract(utc(from), open.negated())).contains(utc(due));
        }

        @Test
        void mayBeMovedToTheNextOpening() {
            Instant monday = utc("2026-03-02T09:00:00");
            assertThat(OFFICE_UTC.add(monday, Duration.ofHours(8), DeadlineEdge.NEXT_OPENING))
                    .contains(utc("2026-03-03T09:00:00"));
            assertThat(OFFICE_UTC.add(utc("2026-03-07T12:00:00"), Duration.ZERO, DeadlineEdge.NEXT_OPENING))
                    .contains(utc("2026-03-09T09:00:00"));
            assertThat(OFFICE_UTC.add(monday, Duration.ofHours(7), DeadlineEdge.NEXT_OPENING))
                    .contains(utc("2026-03-02T16:00:00"));
        }

        @Test
        void stayOnAnOpeningWhereTheyAreCountedBack() {
            assertThat(OFFICE_UTC.subtract(utc("2026-03-03T12:00:00"), Duration.ofHours(3)))
                    .contains(utc("2026-03-03T09:00:00"));
        }

        @Test
        void passOverLunch() {
            CompiledCalendar lunch =
                    of(UTC, BusinessHours.weekdays(TimeRange.of("09:00", "12:00"), TimeRange.of("13:00", "18:00")));
            assertThat(lunch.add(utc("2026-03-02T11:00:00"), Duration.ofHours(2)))
                    .contains(utc("2026-03-02T14:00:00"));
            assertThat(lunch.add(utc("2026-03-02T11:00:00"), Duration.ofHours(1)))
                    .contains(utc("2026-03-02T12:00:00"));
        }
    }

    @Nested
    class Nights {

        private final CompiledCalendar nights = of(
                UTC,
                BusinessHours.weekdays(TimeRange.of("22:00", "06:00"))
                        .with(DayRule.holiday("Closed", LocalDate.of(2026, 3, 4))));

        @Test
        void runIntoTheNextDay() {
            assertThat(nights.isOpen(utc("2026-03-03T05:59:59"))).isTrue();
            assertThat(nights.isOpen(utc("2026-03-03T06:00:00"))).isFalse();
            assertThat(nights.isOpen(utc("2026-03-07T03:00:00")))
                    .as("of Friday")
                    .isTrue();
            assertThat(nights.isOpen(utc("2026-03-02T03:00:00")))
                    .as("of Sunday")
                    .isFalse();
        }

        @Test
        void aHolidayClosesWhatWouldBeginOnItsDateAndNoMore() {
            assertThat(nights.isOpen(utc("2026-03-04T05:00:00")))
                    .as("begun the evening before")
                    .isTrue();
            assertThat(nights.isOpen(utc("2026-03-04T23:00:00"))).isFalse();
            assertThat(nights.isOpen(utc("2026-03-05T05:00:00"))).isFalse();
        }
    }

    @Nested
    class ChangesOfTheClock {

        /** 29 March 2026: two o'clock is three o'clock. 25 October 2026: three o'clock is two o'clock again. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-29, 09:00, 17:00, PT8H",
            "2026-03-29, 00:00, 24:00, PT23H",
            "2026-03-29, 01:00, 04:00, PT2H",
            "2026-03-29, 02:15, 02:45, PT30M",
            "2026-03-29, 02:30, 03:15, PT0S",
            "2026-10-25, 00:00, 24:00, PT25H",
            "2026-10-25, 01:00, 04:00, PT4H",
            "2026-10-25, 02:00, 02:30, PT30M",
            "2026-10-25, 02:30, 03:30, PT2H",
        })
        void windowsAreLocalAndTimeIsElapsed(LocalDate sunday, String from, String to, Duration open) {
            BusinessCalendar calendar =
                    BusinessCalendar.of(BERLIN, BusinessHours.never().on(DayOfWeek.SUNDAY, TimeRange.of(from, to)));
            assertThat(calendar.workingTimeOf(sunday)).isEqualTo(open);
            Instant begin = sunday.atStartOfDay(BERLIN).toInstant();
            assertThat(calendar.compile()
                            .openTimeBetween(
                                    begin,
                                    sunday.plusDays(1).atStartOfDay(BERLIN).toInstant()))
                    .isEqualTo(open);
        }

        @Test
        void aMidnightThatDoesNotExistIsAnHourLater() {
            ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
            CompiledCalendar always = of(saoPaulo, BusinessHours.always());
            assertThat(always.windows(utc("2015-10-17T00:00:00"), utc("2015-10-20T00:00:00")))
                    .hasSize(1);
            assertThat(BusinessCalendar.of(saoPaulo, BusinessHours.always())
                            .endOfWorkingDay(LocalDate.of(2015, 10, 17)))
                    .contains(utc("2015-10-18T03:00:00"));
        }

        @Test
        void aDayThatAZoneLeftOutHasNoTime() {
            BusinessCalendar apia = BusinessCalendar.of(
                    ZoneId.of("Pacific/Apia"),
                    BusinessHours.never().on(DayOfWeek.FRIDAY, TimeRange.of("09:00", "17:00")));
            assertThat(apia.compile().openTimeBetween(utc("2011-12-28T00:00:00"), utc("2012-01-02T00:00:00")))
                    .as("Friday the 30th of December 2011 did not happen, its hours fall on the 31st")
                    .isEqualTo(Duration.ofHours(8));
        }
    }

    @Nested
    class Exceptions {

        @Test
        void overNewYear() {
            CompiledCalendar calendar = of(
                    UTC,
                    BusinessHours.always()
                            .with(DayRule.holiday(
                                    "Shutdown", DateRule.yearly(MonthDay.of(12, 24), MonthDay.of(1, 2)))));
            assertThat(calendar.isOpen(utc("2025-12-23T12:00:00"))).isTrue();
            assertThat(calendar.isOpen(utc("2025-12-24T00:00:00"))).isFalse();
            assertThat(calendar.isOpen(utc("2026-01-02T23:59:59"))).isFalse();
            assertThat(calendar.isOpen(utc("2026-01-03T00:00:00"))).isTrue();
        }

        @Test
        void aHolidayIsBeforeAShiftAndABreakBeforeBothAndAnExtraOpeningOpensNonetheless() {
            LocalDate monday = LocalDate.of(2026, 3, 2);
            LocalDate tuesday = monday.plusDays(1);
            CompiledCalendar calendar = of(
                    UTC,
                    OFFICE.with(
                            DayRule.shift(DateRule.between(monday, tuesday), TimeRange.of("06:00", "14:00")),
                            DayRule.holiday("Feast", monday),
                            DayRule.pause(DateRule.on(tuesday), TimeRange.of("08:00", "09:00")),
                            DayRule.extra(DateRule.on(monday), TimeRange.of("10:00", "11:00"))));
            assertThat(calendar.windows(utc("2026-03-02T00:00:00"), utc("2026-03-04T00:00:00")))
                    .containsExactly(
                            new Window(utc("2026-03-02T10:00:00"), utc("2026-03-02T11:00:00")),
                            new Window(utc("2026-03-03T06:00:00"), utc("2026-03-03T08:00:00")),
                            new Window(utc("2026-03-03T09:00:00"), utc("2026-03-03T14:00:00")));
        }

        @Test
        void aSourceKnowsOfHolidays() {
            BusinessCalendar calendar =
                    BusinessCalendar.of(UTC, OFFICE.with(year -> Map.of(LocalDate.of(year, 5, 1), "Labour Day")));
            assertThat(calendar.holidayOn(LocalDate.of(2026, 5, 1))).contains("Labour Day");
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 5, 1))).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 5, 4))).isTrue();
        }

        @Test
        void rulesThatSayNothingAreRefused() {
            LocalDate day = LocalDate.of(2026, 3, 2);
            assertThatIllegalArgumentException().isThrownBy(() -> DayRule.pause(DateRule.on(day)));
            assertThatIllegalArgumentException().isThrownBy(() -> DayRule.extra(DateRule.on(day)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new DayRule(DateRule.on(day), DayRule.Effect.HOLIDAY, List.of(TimeRange.ALL_DAY), ""));
            assertThatIllegalArgumentException().isThrownBy(() -> DateRule.between(day, day.minusDays(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("9", "17:00"));
            assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("09:00:00.0000001", "17:00"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BusinessHours.weekdays(IntStream.rangeClosed(0, BusinessHours.MOST_RANGES)
                            .mapToObj(i -> TimeRange.of("09:00", "10:00"))
                            .toArray(TimeRange[]::new)));
        }
    }

    @Nested
    class Versions {

        @Test
        void whatWasAgreedForAnEarlierTimeStays() {
            BusinessCalendar before = BusinessCalendar.of(UTC, OFFICE);
            BusinessCalendar after =
                    before.from(LocalDate.of(2026, 3, 4), BusinessHours.weekdays(TimeRange.of("12:00", "13:00")));
            Instant monday = utc("2026-03-02T00:00:00");
            Instant wednesday = utc("2026-03-04T00:00:00");
            assertThat(after.compile().openTimeBetween(monday, wednesday))
                    .isEqualTo(before.compile().openTimeBetween(monday, wednesday));
            assertThat(after.compile().openTimeBetween(wednesday, utc("2026-03-06T00:00:00")))
                    .isEqualTo(Duration.ofHours(2));
            assertThat(after.hoursOn(LocalDate.of(2026, 3, 3))).isEqualTo(OFFICE);
        }

        @Test
        void whatBeginsOnADateGoesByItsHoursToTheEnd() {
            BusinessCalendar calendar = BusinessCalendar.of(UTC, BusinessHours.weekdays(TimeRange.of("22:00", "06:00")))
                    .from(LocalDate.of(2026, 3, 4), BusinessHours.never());
            assertThat(calendar.compile().isOpen(utc("2026-03-04T05:00:00"))).isTrue();
            assertThat(calendar.compile().isOpen(utc("2026-03-04T22:00:00"))).isFalse();
        }
    }

    @Nested
    class Edges {

        @Test
        void nextAndPrevious() {
            Instant opening = utc("2026-03-02T09:00:00");
            Instant closing = utc("2026-03-02T17:00:00");
            assertThat(OFFICE_UTC.nextOpening(opening)).contains(utc("2026-03-03T09:00:00"));
            assertThat(OFFICE_UTC.nextOpening(opening.minusNanos(1_000))).contains(opening);
            assertThat(OFFICE_UTC.nextClosing(closing)).contains(utc("2026-03-03T17:00:00"));
            assertThat(OFFICE_UTC.nextClosing(opening)).contains(closing);
            assertThat(OFFICE_UTC.previousOpening(opening)).contains(utc("2026-02-27T09:00:00"));
            assertThat(OFFICE_UTC.previousClosing(closing)).contains(utc("2026-02-27T17:00:00"));
            assertThat(OFFICE_UTC.nextOpen(opening)).contains(opening);
            assertThat(OFFICE_UTC.nextOpen(closing)).contains(utc("2026-03-03T09:00:00"));
            assertThat(OFFICE_UTC.lastOpen(closing)).contains(closing);
            assertThat(OFFICE_UTC.lastOpen(utc("2026-03-02T20:00:00"))).contains(closing);
            assertThat(OFFICE_UTC.lastOpen(utc("2026-03-02T08:00:00"))).contains(utc("2026-02-27T17:00:00"));
        }

        @Test
        void aroundTheClockNothingOpensOrClosesButAtTheBounds() {
            CompiledCalendar always = of(BERLIN, BusinessHours.always());
            Instant now = utc("2026-03-02T09:00:00");
            assertThat(always.nextClosing(now)).contains(CompiledCalendar.LATEST);
            assertThat(always.nextOpening(now)).isEmpty();
            assertThat(always.previousOpening(now)).contains(CompiledCalendar.EARLIEST);
            assertThat(always.add(now, Duration.ofDays(3_650))).contains(now.plus(Duration.ofDays(3_650)));
        }
    }

    @Nested
    class FarAway {

        private final CompiledCalendar never = of(UTC, BusinessHours.never());

        @Test
        void whatIsNeverOpenHasNoDeadlines() {
            Instant now = utc("2026-03-02T09:00:00");
            assertThat(never.add(now, Duration.ofNanos(1_000))).isEmpty();
            assertThat(never.subtract(now, Duration.ofNanos(1_000))).isEmpty();
            assertThat(never.add(now, Duration.ZERO)).contains(now);
            assertThat(never.nextOpening(now)).isEmpty();
            assertThat(never.nextClosing(now)).isEmpty();
            assertThat(never.previousOpening(now)).isEmpty();
            assertThat(never.previousClosing(now)).isEmpty();
            assertThat(never.nextOpen(now)).isEmpty();
            assertThat(never.lastOpen(now)).isEmpty();
            assertThat(never.openTimeBetween(Instant.MIN, Instant.MAX)).isZero();
        }

        @Test
        void theEndsOfTimeHaveAnswers() {
            for (Instant far : List.of(Instant.MIN, Instant.MAX, CompiledCalendar.EARLIEST, CompiledCalendar.LATEST)) {
                assertThat(OFFICE_UTC.openTimeBetween(far, far)).isZero();
                OFFICE_UTC.isOpen(far);
                OFFICE_UTC.nextOpen(far);
                OFFICE_UTC.lastOpen(far);
                OFFICE_UTC.nextClosing(far);
                OFFICE_UTC.previousOpening(far);
            }
            assertThat(OFFICE_UTC.isOpen(Instant.MAX)).isFalse();
            assertThat(OFFICE_UTC.add(Instant.MAX, Duration.ofHours(1))).isEmpty();
            assertThat(OFFICE_UTC.subtract(Instant.MIN, Duration.ofHours(1))).isEmpty();
            assertThat(OFFICE_UTC.nextOpening(Instant.MIN)).contains(utc("1900-01-01T09:00:00"));
            assertThat(OFFICE_UTC.previousClosing(Instant.MAX)).contains(utc("2199-12-31T17:00:00"));
            assertThat(OFFICE_UTC.add(Instant.MIN, Duration.ofHours(1))).contains(utc("1900-01-01T10:00:00"));
            assertThat(OFFICE_UTC.openTimeBetween(Instant.MIN, Instant.MAX))
                    .isEqualTo(OFFICE_UTC.openTimeBetween(CompiledCalendar.EARLIEST, CompiledCalendar.LATEST))
                    .isEqualTo(
                            OFFICE_UTC.openTimeBetween(Instant.MAX, Instant.MIN).negated());
        }

        @Test
        void theLongestDurationsHaveAnswers() {
            Instant now = utc("2026-03-02T09:00:00");
            for (long seconds : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 1_000_000, 1L << 43}) {
                assertThat(OFFICE_UTC.add(now, Duration.ofSeconds(seconds))).isEmpty();
                assertThat(OFFICE_UTC.subtract(now, Duration.ofSeconds(seconds)))
                        .isEmpty();
            }
            for (long edge :
                    new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
                for (long other : new long[] {Long.MIN_VALUE, -1, 1, Long.MAX_VALUE}) {
                    OFFICE_UTC.addMicros(edge, other);
                    OFFICE_UTC.subtractMicros(edge, other);
                    assertThat(OFFICE_UTC.openMicrosBetween(edge, other))
                            .isEqualTo(-OFFICE_UTC.openMicrosBetween(other, edge));
                }
            }
        }
    }

    @Nested
    class WorkingDays {

        private final BusinessCalendar calendar =
                BusinessCalendar.of(UTC, OFFICE.with(DayRule.holiday("Feast", LocalDate.of(2026, 3, 3))));

        @ParameterizedTest
        @CsvSource({
            "2026-03-02, 0, 2026-03-02",
            "2026-03-02, 1, 2026-03-04",
            "2026-03-06, 1, 2026-03-09",
            "2026-03-07, 1, 2026-03-09",
            "2026-03-07, 0, 2026-03-07",
            "2026-03-04, -1, 2026-03-02",
            "2026-03-08, -6, 2026-02-26",
        })
        void areCountedFromADate(LocalDate from, int days, LocalDate to) {
            assertThat(calendar.plusWorkingDays(from, days)).contains(to);
        }

        @Test
        void lieBetweenDates() {
            LocalDate monday = LocalDate.of(2026, 3, 2);
            assertThat(calendar.workingDaysBetween(monday, monday.plusDays(7))).isEqualTo(4);
            assertThat(calendar.workingDaysBetween(monday.plusDays(7), monday)).isEqualTo(-4);
            assertThat(calendar.workingDaysBetween(monday, monday)).isZero();
            assertThat(calendar.endOfWorkingDay(monday)).contains(utc("2026-03-02T17:00:00"));
            assertThat(calendar.endOfWorkingDay(monday.plusDays(1))).isEmpty();
        }

        @Test
        void thatNeverComeHaveAnAnswerToo() {
            BusinessCalendar never = BusinessCalendar.of(UTC, BusinessHours.never());
            assertThat(never.plusWorkingDays(LocalDate.of(2026, 3, 2), 1)).isEmpty();
            assertThat(never.plusWorkingDays(LocalDate.MIN, -1)).isEmpty();
            assertThat(never.plusWorkingDays(LocalDate.MAX, 1)).isEmpty();
            assertThat(never.workingDaysBetween(LocalDate.MIN, LocalDate.MAX)).isZero();
            assertThat(never.isWorkingDay(LocalDate.MIN)).isFalse();
            assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 3, 2), Integer.MIN_VALUE))
                    .isEmpty();
        }
    }

    /** Whoever asks first works it out; all get the same answer. */
    @Test
    void manyMayAskAtOnce() throws Exception {
        CompiledCalendar shared = of(BERLIN, OFFICE);
        Instant from = in(BERLIN, "2026-03-02T09:00");
        List<Optional<Instant>> expected = IntStream.range(0, 64)
                .mapToObj(i -> of(BERLIN, OFFICE).add(from, Duration.ofHours(i * 200L)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Instant>>> questions = IntStream.range(0, 64)
                    .<Callable<Optional<Instant>>>mapToObj(i -> () -> shared.add(from, Duration.ofHours(i * 200L)))
                    .toList();
            var answers = threads.invokeAll(questions);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i));
            }
        } finally {
            threads.shutdown();
        }
    }
}
