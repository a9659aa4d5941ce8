package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At the very edges: of what calendars know, of single windows, of days with breaks. */
class CalendarBoundsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant EARLIEST = CompiledCalendar.EARLIEST;
    private static final Instant LATEST = CompiledCalendar.LATEST;
    private static final Duration ALL = Duration.between(EARLIEST, LATEST);
    private static final Duration MICRO = Duration.ofNanos(1_000);
    private static final BusinessCalendar ALWAYS = BusinessCalendar.of(UTC, BusinessHours.always());
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);

    private static final BusinessCalendar ONCE = BusinessCalendar.of(
            UTC, BusinessHours.never().with(DayRule.extra(DateRule.on(DATE), TimeRange.of("09:00", "17:00"))));

    private static final Instant OPENING = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant CLOSING = Instant.parse("2026-03-03T17:00:00Z");

    @Test
    void allThereIsCanBeUsedUpAndNoMore() {
        assertThat(ALWAYS.compile().add(EARLIEST, ALL)).contains(LATEST);
        assertThat(ALWAYS.compile().add(EARLIEST, ALL.plus(MICRO))).isEmpty();
        assertThat(ALWAYS.compile().add(LATEST.minus(MICRO), MICRO)).contains(LATEST);
        assertThat(ALWAYS.compile().add(LATEST, MICRO)).isEmpty();
        assertThat(ALWAYS.compile().subtract(LATEST, ALL)).contains(EARLIEST);
        assertThat(ALWAYS.compile().subtract(LATEST, ALL.plus(MICRO))).isEmpty();
        assertThat(ALWAYS.compile().subtract(EARLIEST.plus(MICRO), MICRO)).contains(EARLIEST);
        assertThat(ALWAYS.compile().subtract(EARLIEST, MICRO)).isEmpty();
        assertThat(ALWAYS.compile().openTimeBetween(EARLIEST, LATEST)).isEqualTo(ALL);
    }

    @Test
    void nothingIsAddedToNothingHoweverItIsAsked() {
        CompiledCalendar calendar = ONCE.compile();
        assertThat(calendar.addMicros(5, 0)).isEqualTo(5);
        assertThat(calendar.subtractMicros(5, 0)).isEqualTo(5);
        assertThat(calendar.addMicros(Long.MAX_VALUE, 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(calendar.add(Instant.MAX, Duration.ZERO)).contains(Instant.MAX.minusNanos(999));
        assertThat(calendar.subtract(Instant.MIN, Duration.ofNanos(999))).contains(Instant.MIN);
    }

    @Test
    void theBoundsThemselves() {
        CompiledCalendar calendar = ALWAYS.compile();
        assertThat(calendar.isOpen(EARLIEST)).isTrue();
        assertThat(calendar.isOpen(EARLIEST.minus(MICRO))).isFalse();
        assertThat(calendar.isOpen(LATEST.minus(MICRO))).isTrue();
        assertThat(calendar.isOpen(LATEST)).isFalse();
        assertThat(calendar.lastOpen(EARLIEST)).contains(EARLIEST);
        assertThat(calendar.lastOpen(LATEST)).contains(LATEST);
        assertThat(calendar.lastOpen(LATEST.plus(MICRO))).contains(LATEST);
        assertThat(calendar.nextOpen(EARLIEST.minus(MICRO))).contains(EARLIEST);
        assertThat(calendar.nextOpening(EARLIEST)).isEmpty();
        assertThat(calendar.nextClosing(LATEST.minus(MICRO))).contains(LATEST);
        assertThat(calendar.nextClosing(LATEST)).isEmpty();
        assertThat(calendar.previousOpening(EARLIEST)).isEmpty();
        assertThat(calendar.previousOpening(EARLIEST.plus(MICRO))).contains(EARLIEST);
        assertThat(calendar.previousClosing(LATEST)).isEmpty();
        assertThat(calendar.windows(EARLIEST, EARLIEST)).isEmpty();
        assertThat(calendar.windows(Instant.MIN, Instant.MAX)).containsExactly(new Window(EARLIEST, LATEST));
    }

    /** So far apart that what is known grows, both ways, several times. */
    @Test
    void decadesAwayIsAsNearBy() {
        Instant now = Instant.parse("2026-03-03T12:00:00Z");
        for (int years : new int[] {1, 3, 30, 100}) {
            Duration open = Duration.ofDays(365L * years);
            assertThat(ALWAYS.compile().subtract(now, open)).contains(now.minus(open));
            assertThat(ALWAYS.compile().add(now, open)).contains(now.plus(open));
        }
        CompiledCalendar once = ONCE.compile();
        assertThat(once.nextOpening(Instant.parse("1950-01-01T00:00:00Z"))).contains(OPENING);
        assertThat(ONCE.compile().previousClosing(Instant.parse("2150-01-01T00:00:00Z")))
                .contains(CLOSING);
    }

    /** What a question made known ends where it ended; whether it is open there is not known by that. */
    @Test
    void whereAnEarlierQuestionEndedItIsOpenToo() {
        CompiledCalendar calendar = ALWAYS.compile();
        Instant far = Instant.parse("2026-03-03T12:00:00Z");
        for (int i = 0; i < 5; i++) {
            calendar.openTimeBetween(OPENING, far);
            assertThat(calendar.isOpen(far)).isTrue();
            assertThat(calendar.lastOpen(far)).contains(far);
            far = far.plus(Duration.ofDays(700));
        }
        // a year is known around each question
        for (Duration year :
                new Duration[] {Duration.ofDays(366), Duration.ofDays(366).plus(MICRO)}) {
            CompiledCalendar fresh = ALWAYS.compile();
            assertThat(fresh.isOpen(OPENING)).isTrue();
            assertThat(fresh.isOpen(OPENING.plus(year))).isTrue();
        }
    }

    /** Each question is a little later than all before it: what is known must not be worked out anew each time. */
    @Test
    @Timeout(20)
    void whoAsksLaterAndLaterPaysOnceInAWhile() {
        CompiledCalendar calendar = BusinessCalendar.of(UTC, BusinessHours.weekdays(TimeRange.of("09:00", "17:00")))
                .compile();
        for (int day = 0; day < 50_000; day++) {
            calendar.isOpen(OPENING.plus(Duration.ofDays(day)));
        }
        assertThat(calendar.isOpen(OPENING)).isTrue();
    }

    @Test
    void oneWindowInAllTime() {
        CompiledCalendar once = ONCE.compile();
        assertThat(once.previousOpening(OPENING)).isEmpty();
        assertThat(once.previousOpening(OPENING.plus(MICRO))).contains(OPENING);
        assertThat(once.previousClosing(CLOSING)).isEmpty();
        assertThat(once.previousClosing(CLOSING.plus(MICRO))).contains(CLOSING);
        assertThat(once.nextOpening(OPENING)).isEmpty();
        assertThat(once.nextOpening(OPENING.minus(MICRO))).contains(OPENING);
        assertThat(once.nextClosing(CLOSING)).isEmpty();
        assertThat(once.nextClosing(CLOSING.minus(MICRO))).contains(CLOSING);
        assertThat(once.lastOpen(OPENING.minus(MICRO))).isEmpty();
        assertThat(once.add(OPENING, Duration.ofHours(8))).contains(CLOSING);
        assertThat(once.add(OPENING, Duration.ofHours(8).plus(MICRO))).isEmpty();
        assertThat(once.subtract(CLOSING, Duration.ofHours(8))).contains(OPENING);
        assertThat(once.subtract(CLOSING, Duration.ofHours(8).plus(MICRO))).isEmpty();
        assertThat(once.subtract(LATEST, Duration.ofHours(2))).contains(CLOSING.minus(Duration.ofHours(2)));
        assertThat(once.openTimeBetween(Instant.MIN, Instant.MAX)).isEqualTo(Duration.ofHours(8));
    }

    /** Windows are found by an index: if it led nowhere near, this would take minutes. */
    @Test
    @Timeout(20)
    void anAnswerIsAFewStepsAwayHoweverLongTheTable() {
        CompiledCalendar calendar = BusinessCalendar.of(
                        UTC,
                        BusinessHours.always()
                                .with(DayRule.pause(
                                        DateRule.between(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31)),
                                        TimeRange.of("12:00", "13:00"))))
                .compile();
        long all = calendar.openMicrosBetween(Long.MIN_VALUE, Long.MAX_VALUE);
        long first = EARLIEST.getEpochSecond() * 1_000_000;
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            long open = 1 + random.nextLong(all);
            long due = calendar.addMicros(first, open);
            assertOpen(calendar.openMicrosBetween(first, due), open);
            assertOpen(calendar.openMicrosBetween(calendar.subtractMicros(Long.MAX_VALUE, open), Long.MAX_VALUE), open);
        }
    }

    private static void assertOpen(long open, long expected) {
        if (open != expected) {
            throw new AssertionError(open + " instead of " + expected);
        }
    }

    @Test
    void daysWithBreaks() {
        BusinessCalendar calendar = BusinessCalendar.of(
                UTC,
                BusinessHours.weekdays(TimeRange.of("09:00", "17:00"))
                        .with(
                                DayRule.pause(DateRule.on(DATE), TimeRange.of("12:00", "13:00")),
                                DayRule.pause(DateRule.on(DATE.plusDays(1)), TimeRange.of("20:00", "10:00")),
                                DayRule.pause(DateRule.on(DATE.plusDays(6)), TimeRange.of("00:00", "24:00"))));
        assertThat(calendar.workingTimeOf(DATE)).isEqualTo(Duration.ofHours(7));
        assertThat(calendar.windowsOf(DATE)).hasSize(2);
        assertThat(calendar.workingTimeOf(DATE.plusDays(1))).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.workingTimeOf(DATE.plusDays(2))).isEqualTo(Duration.ofHours(7));
        assertThat(calendar.isWorkingDay(DATE.plusDays(6))).isFalse();
        assertThat(calendar.endOfWorkingDay(DATE.plusDays(6))).isEmpty();
        assertThat(calendar.endOfWorkingDay(DATE)).contains(CLOSING);
    }

    /** What is taken away two days before and after a window that runs over midnight. */
    @Test
    void nightsWithBreaksOfTheNextDay() {
        BusinessCalendar calendar = BusinessCalendar.of(
                UTC,
                BusinessHours.weekdays(TimeRange.of("22:00", "06:00"))
                        .with(DayRule.pause(DateRule.on(DATE.plusDays(1)), TimeRange.of("01:00", "02:00"))));
        assertThat(calendar.workingTimeOf(DATE)).isEqualTo(Duration.ofHours(7));
        assertThat(calendar.workingTimeOf(DATE.plusDays(1))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void workingDaysEndWithTheCalendar() {
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2199, 12, 31);
        assertThat(ALWAYS.isWorkingDay(first)).isTrue();
        assertThat(ALWAYS.isWorkingDay(first.minusDays(1))).isFalse();
        assertThat(ALWAYS.isWorkingDay(last)).isTrue();
        assertThat(ALWAYS.isWorkingDay(last.plusDays(1))).isFalse();
        assertThat(ALWAYS.plusWorkingDays(first.plusDays(1), -1)).contains(first);
        assertThat(ALWAYS.plusWorkingDays(first, -1)).isEmpty();
        assertThat(ALWAYS.plusWorkingDays(last.minusDays(1), 1)).contains(last);
        assertThat(ALWAYS.plusWorkingDays(last, 1)).isEmpty();
        assertThat(ALWAYS.plusWorkingDays(last.plusDays(9), -1)).contains(last);
        assertThat(ALWAYS.plusWorkingDays(first.minusDays(9), 1)).contains(first);
        assertThat(ALWAYS.plusWorkingDays(LocalDate.MIN, 3)).contains(first.plusDays(2));
        assertThat(ALWAYS.plusWorkingDays(LocalDate.MAX, -3)).contains(last.minusDays(2));
        assertThat(ALWAYS.plusWorkingDays(LocalDate.MIN, -1)).isEmpty();
        assertThat(ALWAYS.plusWorkingDays(LocalDate.MAX, 1)).isEmpty();
        assertThat(ALWAYS.plusWorkingDays(LocalDate.MAX, 0)).contains(LocalDate.MAX);
        assertThat(ALWAYS.workingDaysBetween(first.minusDays(9), first.plusDays(1)))
                .isEqualTo(1);
        assertThat(ALWAYS.workingDaysBetween(last, last.plusDays(9))).isEqualTo(1);
    }

    @Test
    void whatTheySayOfThemselves() {
        assertThat(ALWAYS.zone()).isEqualTo(UTC);
        assertThat(ALWAYS).hasToString("BusinessCalendar[UTC, 1 version(s)]");
        assertThat(TimeRange.of("09:00", "24:00")).hasToString("09:00–24:00");
        assertThat(TimeRange.of("09:00", "17:30")).hasToString("09:00–17:30");
        assertThat(new Window(OPENING, CLOSING).contains(OPENING)).isTrue();
        assertThat(new Window(OPENING, CLOSING).contains(CLOSING)).isFalse();
        assertThat(new Window(OPENING, CLOSING).contains(OPENING.minus(MICRO))).isFalse();
    }

    @Test
    void whatCannotBeIsSaidAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(OPENING, OPENING));
        assertThatIllegalArgumentException().isThrownBy(() -> DateRule.between(DATE, DATE.minusDays(1)));
        assertThat(DateRule.between(DATE, DATE).contains(DATE)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.windows(CLOSING, OPENING));
        assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.union(ONCE).windows(CLOSING, OPENING));
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.clip(List.of(), CLOSING, OPENING));
        assertThat(ALWAYS.windows(OPENING, OPENING)).isEmpty();
    }
}
