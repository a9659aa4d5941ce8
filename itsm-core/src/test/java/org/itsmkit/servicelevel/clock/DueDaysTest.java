package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.clock.Week.BERLIN;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.NINE_TO_FIVE;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.fri;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.nextMon;
import static org.itsmkit.servicelevel.clock.Week.nextTue;
import static org.itsmkit.servicelevel.clock.Week.sat;
import static org.itsmkit.servicelevel.clock.Week.thu;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "Three days" is three different things. */
class DueDaysTest {

    private static Target days(int days, Amount.DayEnd end) {
        return Target.of(Metric.RESOLUTION, new Amount.WorkingDays(days, end));
    }

    private static Optional<Instant> due(Instant start, Target target) {
        return at(start, life(fresh(start)), target).due();
    }

    private static Optional<Instant> due(Instant start, Target target, BusinessHours hours) {
        ServiceHours desk = ServiceHours.of("desk", BusinessCalendar.of(BERLIN, hours));
        return ServiceLevelClock.evaluate(life(fresh(start)), target, desk, start)
                .due();
    }

    @Nested
    class WorkingDays {

        private final Amount.DayEnd sameTime = new Amount.DayEnd.SameTime();
        private final Amount.DayEnd untilClosing = new Amount.DayEnd.SameTimeUntilClosing();
        private final Amount.DayEnd close = new Amount.DayEnd.CloseOfDay();
        private final Amount.DayEnd byFour = new Amount.DayEnd.By(LocalTime.of(16, 0));

        @Test
        void atTheSameTime() {
            assertThat(due(mon("10:30"), days(3, sameTime))).contains(thu("10:30"));
            assertThat(due(fri("10:30"), days(1, sameTime))).contains(nextMon("10:30"));
            assertThat(due(mon("20:00"), days(1, sameTime))).contains(tue("20:00")); // closed, but the same time
        }

        @Test
        void atTheSameTimeUntilClosing() {
            assertThat(due(mon("10:30"), days(3, untilClosing))).contains(thu("10:30"));
            assertThat(due(mon("20:00"), days(1, untilClosing))).contains(tue("17:00"));
            // From a day off it is from the opening of the next working day.
            assertThat(due(sat("12:00"), days(1, untilClosing))).contains(nextTue("09:00"));
        }

        @Test
        void byTheCloseOfTheDay() {
            assertThat(due(mon("10:30"), days(3, close))).contains(thu("17:00"));
            assertThat(due(thu("10:30"), days(3, close))).contains(nextTue("17:00"));
        }

        @Test
        void byFour() {
            assertThat(due(mon("10:30"), days(3, byFour))).contains(thu("16:00"));
            assertThat(due(sat("10:30"), days(1, byFour))).contains(nextMon("16:00"));
        }

        @Test
        void aHolidayIsNoWorkingDay() {
            BusinessHours hours = NINE_TO_FIVE.with(DayRule.holiday("Founders' Day", LocalDate.of(2026, 3, 4)));

            assertThat(due(mon("10:30"), days(3, close), hours)).contains(fri("17:00")); // Tuesday, Thursday, Friday
            assertThat(due(tue("10:30"), days(1, sameTime), hours)).contains(thu("10:30"));
        }

        /** GLPI: a yearly range over new year never matches. */
        @Test
        void holidaysRunOverNewYear() {
            BusinessHours hours = NINE_TO_FIVE.with(
                    DayRule.holiday("Year's end", DateRule.yearly(MonthDay.of(12, 24), MonthDay.of(1, 1))));
            Instant wednesday = Instant.parse("2026-12-23T09:00:00Z");

            // From the 24th to the 1st is closed, the 2nd and 3rd are a weekend.
            assertThat(due(wednesday, days(1, close), hours)).contains(Instant.parse("2027-01-04T16:00:00Z"));
        }

        @Test
        void onADayOffItIsCountedFromThere() {
            assertThat(due(sat("12:00"), days(1, close))).contains(nextMon("17:00"));
            assertThat(due(sat("12:00"), days(1, sameTime))).contains(nextMon("12:00"));
        }

        @Test
        void noDaysIsTheSameDay() {
            assertThat(due(mon("10:30"), days(0, close))).contains(mon("17:00"));
            assertThat(due(mon("10:30"), days(0, byFour))).contains(mon("16:00"));
            assertThat(due(mon("10:30"), days(0, sameTime))).contains(mon("10:30"));
        }

        /** What is over cannot be met: not before the clock started, and not where nothing is open. */
        @Test
        void noDaysIsTheNextWorkingDayWhereTheSameIsOver() {
            assertThat(due(mon("18:00"), days(0, close))).contains(tue("17:00"));
            assertThat(due(mon("16:30"), days(0, byFour))).contains(tue("16:00"));
            assertThat(due(sat("12:00"), days(0, close))).contains(nextMon("17:00"));
            assertThat(due(sat("12:00"), days(0, byFour))).contains(nextMon("16:00"));
            assertThat(due(mon("18:00"), days(0, untilClosing))).contains(tue("17:00"));
        }

        @Test
        void aPauseMovesThemByItsOpenTime() {
            // Wednesday 17:00 and 3 h of pause: Thursday 12:00.
            Timeline life = life(fresh(mon("10:00")), waiting(tue("10:00")), active(tue("13:00")));

            assertThat(at(tue("13:00"), life, days(2, close)).due()).contains(thu("12:00"));
            assertThat(at(tue("12:00"), life, days(2, close)).dueIfResumed()).contains(thu("11:00"));
        }

        /** As with hours: what stands still where it is due is late when it runs again, not while it stands. */
        @Test
        void aPauseAtTheDeadlineIsNotLateBeforeItRunsAgain() {
            // Due on Tuesday at 20:00, when it waits; nothing is open until Wednesday at nine, so nothing moves.
            Target target = days(1, sameTime);
            Timeline waits = life(fresh(mon("20:00")), waiting(tue("18:00")));
            Timeline runs = waits.and(active(wed("09:00")));

            assertThat(at(tue("19:00"), waits, target).dueIfResumed()).contains(tue("20:00"));
            assertThat(at(tue("21:00"), waits, target).state()).isEqualTo(ClockState.PAUSED);
            assertThat(at(tue("21:00"), waits, target).dueIfResumed()).contains(tue("21:00"));
            assertThat(at(wed("09:00"), runs, target).due()).contains(wed("09:00"));
            assertThat(at(wed("10:00"), runs, target).breachedAt()).contains(wed("09:00:00.000001"));
        }

        @Test
        void thousandsOfThemAreFarAway() {
            assertThat(due(mon("10:00"), days(10_000, close)))
                    .contains(Instant.parse("2064-06-30T15:00:00Z")); // 2,000 weeks
        }
    }

    @Nested
    class OtherDays {

        /** GLPI takes a month for 30 days: here a day is 24 h, or so many working hours, or a working day, as the target says. */
        @Test
        void anElapsedDayHas24HoursWhateverIsOpen() {
            Target target = Target.of(Metric.RESOLUTION, Amount.elapsedTime(Duration.ofDays(3)));

            assertThat(due(fri("10:00"), target)).contains(nextMon("10:00"));
        }

        @Test
        void inElapsedTimeAPauseIsAsLongAsItLasts() {
            Target target = Target.of(Metric.RESOLUTION, Amount.elapsedTime(Duration.ofDays(1)));
            Timeline life = life(fresh(mon("10:00")), waiting(mon("20:00")), active(tue("08:00")));

            assertThat(at(tue("08:00"), life, target).due()).contains(tue("22:00"));
        }

        @Test
        void aDayOfWorkingHoursIsSoManyHours() {
            assertThat(due(fri("10:00"), hours(24))).contains(Week.day(9, "10:00")); // 7 + 8 + 8 + 1 h
        }

        /** fivetran/dbt_zendesk#25: business minutes were wrong across the change of the clock. */
        @Test
        void theDayOfTheChangeOfTheClockIsAsLongAsItIs() {
            // On Sunday, 29 March 2026, 02:00 is 03:00: the night from ten to six has 7 h, and from nine to five are 8
            // h.
            BusinessHours nights =
                    BusinessHours.never().on(java.time.DayOfWeek.SATURDAY, TimeRange.of("22:00", "06:00"));
            BusinessHours sundays =
                    BusinessHours.never().on(java.time.DayOfWeek.SUNDAY, TimeRange.of("09:00", "17:00"));
            Instant start = Instant.parse("2026-03-28T12:00:00Z");

            assertThat(due(start, hours(7), nights)).contains(Instant.parse("2026-03-29T04:00:00Z"));
            assertThat(due(start, hours(8), sundays)).contains(Instant.parse("2026-03-29T15:00:00Z"));
            assertThat(due(start, Target.of(Metric.RESOLUTION, Amount.elapsedTime(Duration.ofDays(1)))))
                    .contains(Instant.parse("2026-03-29T12:00:00Z"));
            // A working day later at the same time is 23 h later.
            assertThat(due(start, days(1, new Amount.DayEnd.SameTime()), sundays))
                    .contains(Instant.parse("2026-03-29T11:00:00Z"));
        }

        /** glpi-project/glpi#15429: the calendar was meant in the zone of the server; RT switches the zone of the process. */
        @Test
        void hoursAreMeantInTheirZoneWhateverTheMachineSays() {
            BusinessHours hours = NINE_TO_FIVE;
            ServiceHours tokyo =
                    ServiceHours.of("tokyo", BusinessCalendar.of(java.time.ZoneId.of("Asia/Tokyo"), hours));
            Instant start = Instant.parse("2026-03-02T06:00:00Z"); // 15:00 there
            Evaluation evaluation = ServiceLevelClock.evaluate(life(fresh(start)), hours(4), tokyo, start);

            assertThat(evaluation.due()).contains(Instant.parse("2026-03-03T02:00:00Z")); // 11:00 there
        }

        /** osTicket/osTicket#6847, frappe/helpdesk#2212, chatwoot/chatwoot#14009. */
        @Test
        void lunchBreaksAndPartialWeeks() {
            BusinessHours hours = BusinessHours.weekdays(TimeRange.of("09:00", "12:00"), TimeRange.of("13:00", "17:00"))
                    .on(java.time.DayOfWeek.FRIDAY, TimeRange.of("09:00", "12:00"))
                    .on(java.time.DayOfWeek.MONDAY);

            // Thursday from eleven: 1 h, lunch, 4 h; Friday: 3 h; Tuesday: 2 h.
            assertThat(due(thu("11:00"), hours(10), hours)).contains(nextTue("11:00"));
            assertThat(due(thu("11:00"), hours(1), hours)).contains(thu("12:00"));
        }

        @Test
        void secondsAndMicrosecondsAreKept() {
            assertThat(due(mon("16:59:59.999999"), Week.within(Duration.ofMillis(1))))
                    .contains(tue("09:00:00.000999"));
        }
    }

    @Nested
    class NothingIsEverOpen {

        private final ServiceHours never = ServiceHours.of("never", BusinessCalendar.of(BERLIN, BusinessHours.never()));

        @Test
        void thereIsNoneIfItIsResumedEither() {
            for (Target target : new Target[] {hours(1), days(1, new Amount.DayEnd.CloseOfDay())}) {
                Evaluation evaluation = ServiceLevelClock.evaluate(
                        life(fresh(mon("09:00")), waiting(mon("10:00"))), target, never, fri("17:00"));

                assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
                assertThat(evaluation.dueIfResumed()).isEmpty();
                assertThat(evaluation.nextInstantOfInterest()).isEmpty();
            }
        }

        @Test
        void thereIsNoDeadline() {
            for (Target target : new Target[] {hours(1), days(1, new Amount.DayEnd.CloseOfDay())}) {
                Evaluation evaluation =
                        ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), target, never, fri("17:00"));

                assertThat(evaluation.state()).isEqualTo(ClockState.RUNNING);
                assertThat(evaluation.due()).isEmpty();
                assertThat(evaluation.elapsed()).isZero();
                assertThat(evaluation.nextInstantOfInterest()).isEmpty();
            }
        }

        @Test
        void workingDaysThatNeverComeAreABudgetWithoutEnd() {
            Evaluation evaluation = ServiceLevelClock.evaluate(
                    life(fresh(mon("09:00"))), days(1, new Amount.DayEnd.CloseOfDay()), never, fri("17:00"));

            assertThat(evaluation.remaining()).isEmpty();
            assertThat(evaluation.percentUsed()).isEmpty();
        }

        @Test
        void windowsWithoutDaysHaveNoWorkingDays() {
            ServiceHours windows = ServiceHours.of("windows", OpenWindows.always(), BERLIN);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ServiceLevelClock.evaluate(
                            life(fresh(mon("09:00"))), days(1, new Amount.DayEnd.CloseOfDay()), windows, mon("09:00")))
                    .withMessageContaining("windows");
        }
    }

    @Test
    void hoursThatWereAgreedLaterChangeNothingOfBefore() {
        BusinessCalendar longer = BusinessCalendar.of(BERLIN, NINE_TO_FIVE)
                .from(LocalDate.of(2026, 3, 4), BusinessHours.weekdays(TimeRange.of("08:00", "20:00")));
        Evaluation evaluation = ServiceLevelClock.evaluate(
                life(fresh(tue("16:00"))), hours(4), ServiceHours.of("desk", longer), tue("16:00"));

        assertThat(evaluation.due()).contains(wed("11:00")); // 1 h on Tuesday, 3 h from eight
        assertThat(at(tue("16:00"), life(fresh(tue("16:00"))), hours(4)).due()).contains(wed("12:00"));
        assertThat(DESK.toString()).isEqualTo("desk in Europe/Berlin");
    }
}
