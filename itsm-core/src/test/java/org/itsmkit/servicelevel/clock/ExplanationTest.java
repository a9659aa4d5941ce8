package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.BERLIN;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.answer;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.fri;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.since;
import static org.itsmkit.servicelevel.clock.Week.thu;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final BusinessHours WITH_LUNCH = BusinessHours.weekdays(
                    TimeRange.of("09:00", "12:00"), TimeRange.of("13:00", "17:00"))
            .with(DayRule.holiday("Founders' Day", LocalDate.of(2026, 3, 4)));
    private static final ServiceHours LUNCH =
            ServiceHours.of("desk", BusinessCalendar.of(BERLIN, WITH_LUNCH)).because("the caller's location");
    private static final Timeline LIFE = life(
            fresh(mon("11:00")),
            answer(mon("14:00")),
            waiting(tue("10:00")),
            active(thu("10:00")),
            resolved(fri("11:00")));

    private static Explanation week(Instant at) {
        return ServiceLevelClock.explain(LIFE, hours(16), LUNCH, at);
    }

    /** Counted are 1 + 4 + 1 + 2 + 4 + 2 = 14 h, pause are 2 + 4 + 1 = 7 h; the 2 h that were left would end on Friday at two. */
    @Test
    void aWeekInSentences() {
        assertThat(week(fri("12:00")).sentences())
                .containsExactly(
                        "Mon 2026-03-02 11:00:00 to Mon 2026-03-02 12:00:00: 1 h count in new.",
                        "Mon 2026-03-02 12:00:00 to Mon 2026-03-02 13:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Mon 2026-03-02 13:00:00 to Mon 2026-03-02 17:00:00: 4 h count in new.",
                        "Mon 2026-03-02 17:00:00 to Tue 2026-03-03 09:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Tue 2026-03-03 09:00:00 to Tue 2026-03-03 10:00:00: 1 h count in new.",
                        "Tue 2026-03-03 10:00:00 to Tue 2026-03-03 12:00:00: pause of 2 h in on-hold for awaiting-requester.",
                        "Tue 2026-03-03 12:00:00 to Tue 2026-03-03 13:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Tue 2026-03-03 13:00:00 to Tue 2026-03-03 17:00:00: pause of 4 h in on-hold for awaiting-requester.",
                        "Tue 2026-03-03 17:00:00 to Wed 2026-03-04 00:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Wed 2026-03-04 00:00:00 to Thu 2026-03-05 00:00:00: closed by desk in Europe/Berlin, chosen by the caller's location, holiday: Founders' Day.",
                        "Thu 2026-03-05 00:00:00 to Thu 2026-03-05 09:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Thu 2026-03-05 09:00:00 to Thu 2026-03-05 10:00:00: pause of 1 h in on-hold for awaiting-requester.",
                        "Thu 2026-03-05 10:00:00 to Thu 2026-03-05 12:00:00: 2 h count in in-progress.",
                        "Thu 2026-03-05 12:00:00 to Thu 2026-03-05 13:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Thu 2026-03-05 13:00:00 to Thu 2026-03-05 17:00:00: 4 h count in in-progress.",
                        "Thu 2026-03-05 17:00:00 to Fri 2026-03-06 09:00:00: closed by desk in Europe/Berlin, chosen by the caller's location.",
                        "Fri 2026-03-06 09:00:00 to Fri 2026-03-06 11:00:00: 2 h count in in-progress.",
                        "Fri 2026-03-06 11:00:00 to Fri 2026-03-06 12:00:00: done in resolved.",
                        "resolution: met, 14 h used of 16 h, due Fri 2026-03-06 14:00:00.");
    }

    @Test
    void theSameAsData() {
        Explanation week = week(fri("12:00"));

        assertThat(week.counted(1)).isEqualTo(Duration.ofHours(14));
        assertThat(week.evaluation().elapsed()).isEqualTo(Duration.ofHours(14));
        assertThat(week.evaluation().paused()).isEqualTo(Duration.ofHours(7));
        Interval holiday = week.intervals().get(9);
        assertThat(holiday)
                .isEqualTo(new Interval(
                        wed("00:00"),
                        thu("00:00"),
                        Interval.Cause.CLOSED,
                        1,
                        Optional.of(waiting(tue("10:00"))),
                        Optional.of("Founders' Day"),
                        LUNCH));
    }

    @Test
    void aWeekAsAPicture() {
        assertThat(week(fri("12:00")).toMermaid()).isEqualTo("""
                ---
                displayMode: compact
                ---
                gantt
                    title resolution, met, times in Europe/Berlin
                    dateFormat YYYY-MM-DDTHH:mm:ss
                    axisFormat %d %b %H:%M
                    section Counted
                    new :active, 2026-03-02T11:00:00, 2026-03-02T12:00:00
                    new :active, 2026-03-02T13:00:00, 2026-03-02T17:00:00
                    new :active, 2026-03-03T09:00:00, 2026-03-03T10:00:00
                    in-progress :active, 2026-03-05T10:00:00, 2026-03-05T12:00:00
                    in-progress :active, 2026-03-05T13:00:00, 2026-03-05T17:00:00
                    in-progress :active, 2026-03-06T09:00:00, 2026-03-06T11:00:00
                    section Paused
                    on-hold for awaiting-requester :done, 2026-03-03T10:00:00, 2026-03-03T12:00:00
                    on-hold for awaiting-requester :done, 2026-03-03T13:00:00, 2026-03-03T17:00:00
                    on-hold for awaiting-requester :done, 2026-03-05T09:00:00, 2026-03-05T10:00:00
                    section Closed
                    desk :2026-03-02T12:00:00, 2026-03-02T13:00:00
                    desk :2026-03-02T17:00:00, 2026-03-03T09:00:00
                    desk :2026-03-03T12:00:00, 2026-03-03T13:00:00
                    desk :2026-03-03T17:00:00, 2026-03-04T00:00:00
                    Founders' Day :2026-03-04T00:00:00, 2026-03-05T00:00:00
                    desk :2026-03-05T00:00:00, 2026-03-05T09:00:00
                    desk :2026-03-05T12:00:00, 2026-03-05T13:00:00
                    desk :2026-03-05T17:00:00, 2026-03-06T09:00:00
                    section Not running
                    resolved :2026-03-06T11:00:00, 2026-03-06T12:00:00
                    section Deadline
                    due :milestone, 2026-03-06T14:00:00, 0d
                """);
    }

    @Test
    void aPictureOfWhatIsLateShowsSinceWhen() {
        Explanation late = ServiceLevelClock.explain(life(fresh(mon("09:00"))), hours(1), DESK, mon("12:00"));

        assertThat(late.toMermaid()).contains("title resolution, breached,").endsWith("""
                    section Deadline
                    due :milestone, 2026-03-02T10:00:00, 0d
                    late :crit, milestone, 2026-03-02T10:00:00, 0d
                """.indent(4)
                .replaceAll("(?m)^ {4}", ""));
    }

    @Test
    void aPictureAcrossTheChangeOfTheClockIsInUtc() {
        Instant saturday = Instant.parse("2026-03-28T12:00:00Z");
        Explanation weekend =
                ServiceLevelClock.explain(life(fresh(saturday)), hours(1), DESK, saturday.plusSeconds(86_400));

        assertThat(weekend.toMermaid())
                .contains("times in UTC")
                .contains("desk :2026-03-28T12:00:00, 2026-03-29T12:00:00");
    }

    @Test
    void aPictureIsNotMadeOfNames() {
        ServiceHours odd = ServiceHours.of("9:00; #1,\n5 %", BusinessCalendar.of(BERLIN, BusinessHours.never()));

        assertThat(ServiceLevelClock.explain(life(fresh(mon("09:00"))), hours(1), odd, mon("10:00"))
                        .toMermaid())
                .contains("    9 00   1  5 :2026-03-02T09:00:00, 2026-03-02T10:00:00\n");
        assertThat(ServiceLevelClock.explain(life(fresh(mon("09:00"))), hours(1), odd, mon("08:00"))
                        .toMermaid())
                .doesNotContain("section");
    }

    @Test
    void aPictureCallsAHolidayWithoutANameByItsHours() {
        BusinessHours hours = Week.NINE_TO_FIVE
                .with(DayRule.holiday("", LocalDate.of(2026, 3, 3)))
                .with(DayRule.holiday("Founders' Day", LocalDate.of(2026, 3, 4)));
        ServiceHours desk = ServiceHours.of("desk", BusinessCalendar.of(BERLIN, hours));

        assertThat(ServiceLevelClock.explain(life(fresh(Week.tue("09:00"))), hours(1), desk, thu("00:00"))
                        .toMermaid())
                .contains("""
                    section Closed
                    desk :2026-03-03T09:00:00, 2026-03-04T00:00:00
                    Founders' Day :2026-03-04T00:00:00, 2026-03-05T00:00:00
                """);
    }

    @Test
    void whatHappensOnTheWayDoesNotPartAnInterval() {
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:30")), answer(mon("10:00")));

        assertThat(ServiceLevelClock.explain(life, hours(4), DESK, mon("11:00")).intervals())
                .hasSize(1);
    }

    @Test
    void whatIsDoneForWeeksIsOneInterval() {
        Timeline life = life(fresh(mon("09:00")), resolved(mon("10:00")));

        assertThat(ServiceLevelClock.explain(life, hours(4), DESK, mon("10:00").plus(Duration.ofDays(60)))
                        .sentences())
                .hasSize(3)
                .element(1)
                .isEqualTo("Mon 2026-03-02 10:00:00 to Fri 2026-05-01 11:00:00: done in resolved.");
    }

    @Test
    void eachCauseHasItsWords() {
        ClockPolicy policy = ClockPolicy.standard()
                .withStart(new ClockPolicy.Start.At(mon("10:00")))
                .withPauseCap(Optional.of(Duration.ofMinutes(90)))
                .withReopen(ClockPolicy.Reopen.RESET);
        Timeline life =
                life(fresh(mon("09:00")), resolved(mon("11:00")), waiting(mon("12:00")), Week.cancelled(mon("14:00")));

        assertThat(ServiceLevelClock.explain(life, hours(4).withPolicy(policy), DESK, mon("15:00"))
                        .sentences())
                .containsExactly(
                        "Mon 2026-03-02 09:00:00 to Mon 2026-03-02 10:00:00: the clock has not started.",
                        "Mon 2026-03-02 10:00:00 to Mon 2026-03-02 11:00:00: does not count, as the clock began anew.",
                        "Mon 2026-03-02 11:00:00 to Mon 2026-03-02 12:00:00: done in resolved.",
                        "Mon 2026-03-02 12:00:00 to Mon 2026-03-02 13:30:00: pause of 1 h 30 min in on-hold for awaiting-requester.",
                        "Mon 2026-03-02 13:30:00 to Mon 2026-03-02 14:00:00: 30 min count in on-hold for awaiting-requester, as no more of it may be pause.",
                        "Mon 2026-03-02 14:00:00 to Mon 2026-03-02 15:00:00: cancelled.",
                        "resolution: cancelled, 30 min used of 4 h.");
    }

    @Test
    void aClockThatStartedBeforeTheRecordIsExplainedFromThere() {
        Target target = hours(4).withPolicy(ClockPolicy.standard().withStart(new ClockPolicy.Start.At(mon("09:00"))));

        assertThat(ServiceLevelClock.explain(life(fresh(mon("10:00"))), target, DESK, mon("11:00"))
                        .sentences())
                .startsWith("Mon 2026-03-02 09:00:00 to Mon 2026-03-02 10:00:00: 1 h count, before it was logged.");
    }

    @Test
    void hoursThatChangedAreNamedEach() {
        ServiceHours long_ = ServiceHours.of(
                "long days", BusinessCalendar.of(BERLIN, BusinessHours.weekdays(TimeRange.of("07:00", "19:00"))));
        Target forward = hours(4).withPolicy(ClockPolicy.standard().withChange(ClockPolicy.Change.FORWARD));
        List<String> sentences = ServiceLevelClock.explain(
                        life(fresh(mon("16:00"))),
                        List.of(since(mon("16:00"), hours(8)), new Since(mon("18:00"), forward, long_)),
                        tue("08:00"))
                .sentences();

        assertThat(sentences)
                .containsExactly(
                        "Mon 2026-03-02 16:00:00 to Mon 2026-03-02 17:00:00: 1 h count in new.",
                        "Mon 2026-03-02 17:00:00 to Mon 2026-03-02 18:00:00: closed by desk in Europe/Berlin.",
                        "Mon 2026-03-02 18:00:00 to Mon 2026-03-02 19:00:00: 1 h count in new.",
                        "Mon 2026-03-02 19:00:00 to Tue 2026-03-03 07:00:00: closed by long days in Europe/Berlin.",
                        "Tue 2026-03-03 07:00:00 to Tue 2026-03-03 08:00:00: 1 h count in new.",
                        "resolution: running, 3 h used of 5 h, due Tue 2026-03-03 10:00:00.");
    }

    @Test
    void whatIsLateIsSaidToBeLateSinceWhen() {
        assertThat(ServiceLevelClock.explain(life(fresh(mon("09:00"))), hours(2), DESK, mon("12:00"))
                        .sentences())
                .containsExactly(
                        "Mon 2026-03-02 09:00:00 to Mon 2026-03-02 12:00:00: 3 h count in new.",
                        "resolution: breached, 3 h used of 2 h, due Mon 2026-03-02 11:00:00, late since Mon 2026-03-02 11:00:00.");
    }

    /** Of the week from Friday to Wednesday only what lies in these two windows is open. */
    @Test
    void hoursWithoutDaysAreClosedWithoutHolidays() {
        ServiceHours windows = ServiceHours.of(
                "on call",
                OpenWindows.of(List.of(
                        new Window(fri("09:00"), fri("10:00")),
                        new Window(Week.nextMon("22:00"), Week.nextTue("02:00")))),
                BERLIN);

        assertThat(ServiceLevelClock.explain(life(fresh(fri("08:00"))), hours(3), windows, Week.nextTue("03:00"))
                        .sentences())
                .containsExactly(
                        "Fri 2026-03-06 08:00:00 to Fri 2026-03-06 09:00:00: closed by on call in Europe/Berlin.",
                        "Fri 2026-03-06 09:00:00 to Fri 2026-03-06 10:00:00: 1 h count in new.",
                        "Fri 2026-03-06 10:00:00 to Mon 2026-03-09 22:00:00: closed by on call in Europe/Berlin.",
                        "Mon 2026-03-09 22:00:00 to Tue 2026-03-10 02:00:00: 4 h count in new.",
                        "Tue 2026-03-10 02:00:00 to Tue 2026-03-10 03:00:00: closed by on call in Europe/Berlin.",
                        "resolution: breached, 5 h used of 3 h, due Tue 2026-03-10 00:00:00, late since Tue 2026-03-10 00:00:00.");
    }

    /** 1900 and 2199 are the first year and the last of which calendars know the days; the 3rd of January 1900 was a Wednesday. */
    @Test
    void theFirstYearAndTheLastHaveTheirHolidays() {
        ServiceHours hours = ServiceHours.of(
                "desk",
                BusinessCalendar.of(
                        java.time.ZoneOffset.UTC,
                        Week.NINE_TO_FIVE
                                .with(DayRule.holiday("New Year", LocalDate.of(1900, 1, 1)))
                                .with(DayRule.holiday("Last Day", LocalDate.of(2199, 12, 31)))));
        Instant wednesday = Instant.parse("1900-01-03T17:00:00Z");
        Instant eve = Instant.parse("2199-12-30T17:00:00Z");

        assertThat(ServiceLevelClock.explain(life(fresh(wednesday)), hours(1), hours, wednesday.plusSeconds(16 * 3_600))
                        .intervals())
                .extracting(Interval::fromInclusive, Interval::toExclusive, Interval::holiday)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        wednesday, wednesday.plusSeconds(16 * 3_600), Optional.empty()));
        assertThat(ServiceLevelClock.explain(life(fresh(eve)), hours(1), hours, eve.plusSeconds(24 * 3_600))
                        .intervals())
                .extracting(Interval::toExclusive, Interval::holiday)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Instant.parse("2199-12-31T00:00:00Z"), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(eve.plusSeconds(24 * 3_600), Optional.of("Last Day")));
    }

    /** Cut to minutes, a pause is over when the minute in which it ends begins: the rest of that minute counts, whatever ends it. */
    @Test
    void nothingIsLeftOutWherePausesAreCutOffToMinutes() {
        Target target = hours(4).withPolicy(ClockPolicy.standard().withPauseUnit(ClockPolicy.PauseUnit.MINUTE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00:20")), resolved(mon("10:05:50")));

        assertThat(ServiceLevelClock.explain(life, target, DESK, mon("10:06")).intervals())
                .extracting(Interval::cause, Interval::toExclusive)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Interval.Cause.COUNTED, mon("10:00")),
                        org.assertj.core.groups.Tuple.tuple(Interval.Cause.PAUSED, mon("10:05")),
                        org.assertj.core.groups.Tuple.tuple(Interval.Cause.COUNTED, mon("10:05:50")),
                        org.assertj.core.groups.Tuple.tuple(Interval.Cause.STOPPED, mon("10:06")));
    }

    /** As if the new target had always held: what was told by the old one is told by the new. */
    @Test
    void whatAnotherTargetChangesRetroactivelyIsToldOnce() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")));
        Explanation explanation = ServiceLevelClock.explain(
                life,
                List.of(
                        since(mon("09:00"), hours(4)),
                        since(mon("11:00"), hours(8).withMetric(Metric.RESOLUTION.withPause(Condition.never())))),
                mon("12:00"));

        assertThat(explanation.intervals())
                .extracting(Interval::fromInclusive, Interval::toExclusive, Interval::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(mon("09:00"), mon("10:00"), Interval.Cause.COUNTED),
                        org.assertj.core.groups.Tuple.tuple(mon("10:00"), mon("12:00"), Interval.Cause.COUNTED));
        assertThat(explanation.counted(1)).isEqualTo(Duration.ofHours(3));
    }
}
