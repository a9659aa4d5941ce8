package org.itsmkit.examples.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurring windows, by the examples of RFC 5545 itself (3.8.5.3 and 3.3.10), where the clock changes, and where rules are none. */
class RecurringWindowsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);

    private static List<String> dates(RecurringWindows windows, ZoneId zone, int count) {
        return windows.windows(CompiledCalendar.EARLIEST, Instant.parse("2012-01-01T00:00:00Z")).stream()
                .limit(count)
                .map(window -> window.fromInclusive().atZone(zone).toLocalDate().toString())
                .toList();
    }

    /** When it starts, the rule, and the dates on which it recurs; three dots where it goes on. */
    // spotless:off
    private static final String EXAMPLES = """
        1997-09-02 | FREQ=DAILY;INTERVAL=10;COUNT=5                                               | 1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12
        1997-09-02 | FREQ=DAILY;UNTIL=19971224T000000Z;INTERVAL=56                                | 1997-09-02 1997-10-28 1997-12-23
        1997-09-02 | FREQ=WEEKLY;UNTIL=19970917T035959Z                                           | 1997-09-02 1997-09-09 1997-09-16
        1997-09-02 | FREQ=WEEKLY;UNTIL=19970916                                                   | 1997-09-02 1997-09-09 1997-09-16
        1997-09-02 | FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH                           | 1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16
        1997-09-05 | FREQ=MONTHLY;COUNT=10;BYDAY=1FR                                              | 1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05
        1997-09-22 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO                                              | 1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16
        1997-09-28 | FREQ=MONTHLY;BYMONTHDAY=-3                                                   | 1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26 ...
        1997-09-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1                                | 1997-09-30 1997-10-31 1997-11-28 1997-12-31 1998-01-30 1998-02-27 1998-03-31 ...
        1997-09-02 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13                                          | 1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 ...
        1996-11-05 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8          | 1996-11-05 2000-11-07 2004-11-02 ...
        1997-05-12 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO                                             | 1997-05-12 1998-05-11 1999-05-17 ...
        1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO                           | 1997-08-05 1997-08-10 1997-08-19 1997-08-24
        1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU                           | 1997-08-05 1997-08-17 1997-08-19 1997-08-31
        2007-01-15 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5                                        | 2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30
        """;
    // spotless:on

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXAMPLES)
    void theExamplesOfTheStandard(String start, String rule, String dates) {
        List<String> expected = Arrays.stream(dates.split(" "))
                .filter(date -> !date.equals("..."))
                .toList();
        RecurringWindows windows = RecurringWindows.of(rule, LocalDateTime.parse(start + "T09:00"), NEW_YORK, HOUR);

        assertThat(dates(windows, NEW_YORK, dates.endsWith("...") ? expected.size() : 100))
                .isEqualTo(expected);
    }

    @Test
    void theyBeginByTheClockOnTheWallAndLastForElapsedTime() {
        RecurringWindows nights =
                RecurringWindows.of("FREQ=DAILY", LocalDateTime.parse("2026-03-27T02:30"), BERLIN, HOUR);

        assertThat(nights.windows(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")))
                .containsExactly(
                        window("2026-03-28T01:30:00Z", "2026-03-28T02:30:00Z"),
                        // 02:30 does not exist: an hour later
                        window("2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"),
                        window("2026-03-30T00:30:00Z", "2026-03-30T01:30:00Z"));
        // 02:30 exists twice: the first
        assertThat(nights.windows(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-26T00:00:00Z")))
                .containsExactly(window("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void someAreLeftOutAndSomeComeBesides() {
        RecurringWindows windows = RecurringWindows.of(
                        "FREQ=WEEKLY;COUNT=3", LocalDateTime.parse("2026-03-02T09:00"), BERLIN, HOUR)
                .without(LocalDateTime.parse("2026-03-09T09:00"))
                .besides(LocalDateTime.parse("2026-03-10T09:00"), LocalDateTime.parse("2026-03-16T09:30"));

        assertThat(windows.windows(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")))
                .containsExactly(
                        window("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z"),
                        window("2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z"),
                        window("2026-03-16T08:00:00Z", "2026-03-16T09:30:00Z"));
    }

    @Test
    void whatIsUnderWayIsCutOffAtBothEnds() {
        RecurringWindows long_ = RecurringWindows.of(
                "FREQ=MONTHLY", LocalDateTime.parse("2026-01-01T00:00"), ZoneId.of("UTC"), Duration.ofDays(10));

        assertThat(long_.windows(Instant.parse("2026-03-09T12:00:00Z"), Instant.parse("2026-04-02T00:00:00Z")))
                .containsExactly(
                        window("2026-03-09T12:00:00Z", "2026-03-11T00:00:00Z"),
                        window("2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"));
    }

    @Test
    void endlessRulesEndWhereCalendarsDo() {
        RecurringWindows maintenance = RecurringWindows.of(
                "FREQ=MONTHLY;BYDAY=3TU", LocalDateTime.parse("2026-01-01T22:00"), BERLIN, Duration.ofHours(4));
        CompiledCalendar compiled = maintenance.compile();

        assertThat(compiled.nextOpening(Instant.parse("2026-11-01T00:00:00Z")))
                .contains(Instant.parse("2026-11-17T21:00:00Z"));
        assertThat(compiled.previousClosing(Instant.MAX)).contains(Instant.parse("2199-12-18T01:00:00Z"));
        assertThat(maintenance.windows(Instant.MIN, Instant.MAX)).hasSize(174 * 12);
        assertThat(maintenance.windows(Instant.MIN, Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(maintenance.windows(Instant.MAX, Instant.MAX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "FREQ=NEVER",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;UNTIL=soon",
                "FREQ=DAILY;COUNT=3;UNTIL=20300101",
                "FREQ=WEEKLY;BYWEEKNO=3",
                "FREQ=DAILY;BYHOUR=99",
                "FREQ=DAILY;COUNT=99999999999999",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
            })
    void whatIsNoRuleIsToldWithTheRule(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurringWindows.of(rule, LocalDateTime.parse("2026-01-01T09:00"), BERLIN, HOUR))
                .withMessageContaining(rule);
    }

    @Test
    void lengthsAndBeginningsHaveBounds() {
        LocalDateTime start = LocalDateTime.parse("2026-01-01T09:00");
        for (Duration length : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(367))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RecurringWindows.of("FREQ=DAILY", start, BERLIN, length));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurringWindows.of("FREQ=DAILY", start.plusNanos(1), BERLIN, HOUR));
        RecurringWindows windows = RecurringWindows.of("FREQ=DAILY", start, BERLIN, HOUR);
        assertThatIllegalArgumentException().isThrownBy(() -> windows.windows(Instant.MAX, Instant.MIN));
    }
}
