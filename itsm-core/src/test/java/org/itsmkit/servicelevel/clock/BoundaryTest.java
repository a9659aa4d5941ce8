package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.MICRO;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** iTop's stopwatch compares by three rules at one deadline. Here there is one, and two others to choose. */
class BoundaryTest {

    private static final Instant DUE = mon("11:00");

    private static Target by(ClockPolicy.Boundary boundary) {
        return hours(2).withPolicy(ClockPolicy.standard().withBoundary(boundary));
    }

    private static ClockState doneAt(Instant done, ClockPolicy.Boundary boundary) {
        return at(wed("12:00"), life(fresh(mon("09:00")), resolved(done)), by(boundary))
                .state();
    }

    private static ClockState openAt(Instant now, ClockPolicy.Boundary boundary) {
        return at(now, life(fresh(mon("09:00"))), by(boundary)).state();
    }

    @Nested
    class Deadlines {

        @Test
        void whatIsDoneAtTheDeadlineIsInTime() {
            ClockPolicy.Boundary ours = ClockPolicy.Boundary.MET_AT_DUE;

            assertThat(doneAt(DUE.minus(MICRO), ours)).isEqualTo(ClockState.MET);
            assertThat(doneAt(DUE, ours)).isEqualTo(ClockState.MET);
            assertThat(doneAt(DUE.plus(MICRO), ours)).isEqualTo(ClockState.BREACHED);
            assertThat(openAt(DUE, ours)).isEqualTo(ClockState.RUNNING);
            assertThat(openAt(DUE.plus(MICRO), ours)).isEqualTo(ClockState.BREACHED);
        }

        @Test
        void whatIsDoneAtTheDeadlineIsLateByTheOtherRule() {
            ClockPolicy.Boundary other = ClockPolicy.Boundary.BREACHED_AT_DUE;

            assertThat(doneAt(DUE.minus(MICRO), other)).isEqualTo(ClockState.MET);
            assertThat(doneAt(DUE, other)).isEqualTo(ClockState.BREACHED);
            assertThat(openAt(DUE.minus(MICRO), other)).isEqualTo(ClockState.RUNNING);
            assertThat(openAt(DUE, other)).isEqualTo(ClockState.BREACHED);
            assertThat(at(DUE, life(fresh(mon("09:00"))), by(other)).breachedAt())
                    .contains(DUE);
        }

        @Test
        void aWholeMinuteMoreIsLateByTheThird() {
            ClockPolicy.Boundary minutes = ClockPolicy.Boundary.WHOLE_MINUTES;
            Instant minute = DUE.plusSeconds(60);

            assertThat(doneAt(DUE.plus(MICRO), minutes)).isEqualTo(ClockState.MET);
            assertThat(doneAt(minute.minus(MICRO), minutes)).isEqualTo(ClockState.MET);
            assertThat(doneAt(minute, minutes)).isEqualTo(ClockState.BREACHED);
            assertThat(openAt(DUE, minutes)).isEqualTo(ClockState.RUNNING);
            assertThat(openAt(DUE.plus(MICRO), minutes)).isEqualTo(ClockState.BREACHED);
        }

        /** However late the hour, at the deadline itself it stands still: it is late when it runs again. */
        @Test
        void aClockThatStandsStillAtTheDeadlineIsNotLateByAnyRule() {
            Timeline paused = life(fresh(mon("09:00")), waiting(DUE));
            Timeline resumed = paused.and(active(tue("10:00")));
            for (ClockPolicy.Boundary boundary : ClockPolicy.Boundary.values()) {
                Instant late = boundary == ClockPolicy.Boundary.BREACHED_AT_DUE
                        ? tue("10:00")
                        : tue("10:00").plus(MICRO);

                assertThat(at(DUE, paused, by(boundary)).state()).isEqualTo(ClockState.PAUSED);
                assertThat(at(mon("16:00"), paused, by(boundary)).state()).isEqualTo(ClockState.PAUSED);
                assertThat(at(tue("12:00"), resumed, by(boundary)).breachedAt()).contains(late);
                assertThat(at(tue("12:00"), paused.and(resolved(tue("10:00"))), by(boundary))
                                .state())
                        .isEqualTo(ClockState.MET);
            }
        }

        @Test
        void theDeadlineOfWhatIsDoneIsShownAsThePolicySays() {
            Timeline met = life(fresh(mon("09:00")), resolved(mon("10:00")));
            Timeline late = life(fresh(mon("09:00")), resolved(mon("12:00")));
            Target ifMissed =
                    hours(2).withPolicy(ClockPolicy.standard().withFinishedDue(ClockPolicy.Shown.IF_BREACHED));
            Target never = hours(2).withPolicy(ClockPolicy.standard().withFinishedDue(ClockPolicy.Shown.NEVER));

            assertThat(at(tue("09:00"), met, hours(2)).due()).contains(DUE);
            assertThat(at(tue("09:00"), met, ifMissed).due()).isEmpty();
            assertThat(at(tue("09:00"), late, ifMissed).due()).contains(DUE);
            assertThat(at(tue("09:00"), late, never).due()).isEmpty();
        }

        @Test
        void aClockThatRanAMicrosecondBeyondItIs() {
            Timeline life = life(fresh(mon("09:00")), waiting(DUE.plus(MICRO)));

            assertThat(at(tue("12:00"), life, hours(2)).breachedAt()).contains(DUE.plus(MICRO));
        }
    }

    @Nested
    class Edges {

        private final Target onClosing = hours(8);
        private final Target onOpening =
                hours(8).withPolicy(ClockPolicy.standard().withEdge(ClockPolicy.Edge.NEXT_OPENING));

        @Test
        void aDeadlineThatUsesUpTheDayFallsOnClosing() {
            assertThat(at(mon("10:00"), life(fresh(mon("09:00"))), onClosing).due())
                    .contains(mon("17:00"));
            assertThat(at(mon("20:00"), life(fresh(mon("09:00"))), onClosing).breachedAt())
                    .contains(mon("17:00").plus(MICRO));
        }

        @Test
        void orOnTheNextOpening() {
            assertThat(at(mon("10:00"), life(fresh(mon("09:00"))), onOpening).due())
                    .contains(tue("09:00"));
            assertThat(at(mon("20:00"), life(fresh(mon("09:00"))), onOpening).state())
                    .isEqualTo(ClockState.RUNNING);
            assertThat(at(tue("09:00").plus(MICRO), life(fresh(mon("09:00"))), onOpening)
                            .state())
                    .isEqualTo(ClockState.BREACHED);
        }

        /** With lunch from twelve to one: three hours are used up at noon, seven when the day is over. */
        @Test
        void orOnTheNextDayUnlessItOpensAgain() {
            ServiceHours lunch = ServiceHours.of(
                    "desk",
                    BusinessCalendar.of(
                            Week.BERLIN,
                            BusinessHours.weekdays(TimeRange.of("09:00", "12:00"), TimeRange.of("13:00", "17:00"))));
            for (ClockPolicy.Edge edge : ClockPolicy.Edge.values()) {
                ClockPolicy policy = ClockPolicy.standard().withEdge(edge);
                Optional<Instant> noon = ServiceLevelClock.evaluate(
                                life(fresh(mon("09:00"))), hours(3).withPolicy(policy), lunch, mon("10:00"))
                        .due();
                Optional<Instant> evening = ServiceLevelClock.evaluate(
                                life(fresh(mon("09:00"))), hours(7).withPolicy(policy), lunch, mon("10:00"))
                        .due();

                assertThat(noon).contains(edge == ClockPolicy.Edge.NEXT_OPENING ? mon("13:00") : mon("12:00"));
                assertThat(evening).contains(edge == ClockPolicy.Edge.CLOSING ? mon("17:00") : tue("09:00"));
            }
        }

        @Test
        void whatNeverOpensAgainIsNeverDueOnOpening() {
            ServiceHours monday = ServiceHours.of(
                    "monday", OpenWindows.of(List.of(new Window(mon("09:00"), mon("17:00")))), Week.BERLIN);
            for (ClockPolicy.Edge edge : ClockPolicy.Edge.values()) {
                Target target = hours(8).withPolicy(ClockPolicy.standard().withEdge(edge));

                assertThat(ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), target, monday, mon("10:00"))
                                .due())
                        .isEqualTo(edge == ClockPolicy.Edge.CLOSING ? Optional.of(mon("17:00")) : Optional.empty());
            }
        }

        @Test
        void aPauseExactlyAtClosing() {
            // All 8 h are used at five, when it begins to wait until Tuesday at ten, where it runs again.
            Timeline life = life(fresh(mon("09:00")), waiting(mon("17:00")), active(tue("10:00")));

            assertThat(at(tue("10:00"), life, onClosing).due()).contains(tue("10:00"));
            assertThat(at(tue("10:00"), life, onOpening).due()).contains(tue("10:00"));
            assertThat(at(tue("10:00"), life, onClosing).paused()).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void aPauseThatIsOverBeforeOpening() {
            // It runs again in the night: by closings it is due there and then, by openings at nine.
            Timeline life = life(fresh(mon("09:00")), waiting(mon("17:00")), active(mon("20:00")));

            assertThat(at(tue("10:00"), life, onClosing).due()).contains(mon("20:00"));
            assertThat(at(tue("10:00"), life, onOpening).due()).contains(tue("09:00"));
        }

        @Test
        void aPauseAfterClosingDoesNotUndoTheBreach() {
            Timeline life = life(fresh(mon("09:00")), waiting(mon("18:00")), active(tue("10:00")));

            assertThat(at(tue("10:00"), life, onClosing).breachedAt())
                    .contains(mon("17:00").plus(MICRO));
            assertThat(at(tue("10:00"), life, onOpening).state()).isEqualTo(ClockState.RUNNING);
        }

        @Test
        void nothingToUseIsDueAtTheStart() {
            Timeline atNight = life(fresh(mon("20:00")));

            assertThat(at(mon("20:00"), atNight, hours(0)).due()).contains(mon("20:00"));
            assertThat(at(mon("20:00"), atNight, onOpening.withAmount(Amount.openTime(Duration.ZERO)))
                            .due())
                    .contains(tue("09:00"));
            assertThat(at(mon("21:00"), atNight, hours(0)).percentUsed()).isEmpty();
        }
    }

    @Nested
    class Percents {

        /** ServiceNow's breach percentage rounds 99.995 to a breach. */
        @Test
        void nothingButAllIsShownAsAll() {
            // 100,000 s are 27 h 46 min 40 s: three days of 8 h and 3:46:40 on Thursday; 5 s before that 99.995 % are
            // used.
            Target target = Week.within(Duration.ofSeconds(100_000));
            Timeline life = life(fresh(mon("09:00")));

            Evaluation almost = at(Week.thu("12:46:35"), life, target);
            assertThat(almost.percentUsed()).contains(new BigDecimal("99.99"));
            assertThat(almost.state()).isEqualTo(ClockState.RUNNING);
            assertThat(at(Week.thu("12:46:40").minus(MICRO), life, target).percentUsed())
                    .contains(new BigDecimal("99.99"));
            assertThat(at(Week.thu("12:46:40"), life, target).percentUsed()).contains(new BigDecimal("100.00"));
        }

        @Test
        void moreThanAllIsShownAsMore() {
            assertThat(at(mon("12:00"), life(fresh(mon("09:00"))), hours(2)).percentUsed())
                    .contains(new BigDecimal("150.00"));
        }
    }
}
