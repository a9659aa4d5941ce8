package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.BERLIN;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.fri;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.since;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A record's priority, agreement or calendar changes while its clock runs. */
class ChangesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NINE = mon("09:00");

    private static Target by(ClockPolicy.Change change, long hours) {
        return by(change, hours(hours));
    }

    private static Target by(ClockPolicy.Change change, Target target) {
        return target.withPolicy(target.policy().withChange(change));
    }

    /** 8 h are promised from nine; 2 h are pause; at one, 2 h are used, and {@code next} comes. */
    private static Evaluation changedAtOne(Target next, Instant at) {
        Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("12:00")));
        return at(at, life, since(NINE, hours(8)), since(mon("13:00"), next));
    }

    @Nested
    class InHours {

        /** glpi-project/glpi#6902, glpi-project/glpi#15605: what it waited was lost, and it was late at once. */
        @Test
        void aRetroactiveChangeKeepsWhatWasUsedAndWhatWasPause() {
            Evaluation evaluation = changedAtOne(by(ClockPolicy.Change.RETROACTIVE, 3), mon("13:00"));

            assertThat(evaluation.state()).isEqualTo(ClockState.RUNNING);
            assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
            assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
            assertThat(evaluation.due()).contains(mon("14:00")); // lost, the pause would have made it twelve
        }

        @Test
        void aRetroactiveChangeMayFindThatItHasBeenLate() {
            Evaluation evaluation = changedAtOne(by(ClockPolicy.Change.RETROACTIVE, 1), mon("13:00"));

            // All of 1 h is used at ten, when it waits; it runs again at twelve.
            assertThat(evaluation.breachedAt()).contains(mon("12:00:00.000001"));
        }

        @Test
        void aRetroactiveChangeMayFindThatItHasNot() {
            Timeline life = life(fresh(NINE));
            Since first = since(NINE, hours(2));
            Since second = since(mon("12:00"), hours(8));

            assertThat(at(mon("11:30"), life, first, second).state()).isEqualTo(ClockState.BREACHED);
            assertThat(at(mon("12:00"), life, first, second).state()).isEqualTo(ClockState.RUNNING);
            assertThat(at(mon("12:00"), life, first, second).due()).contains(mon("17:00"));
        }

        @Test
        void aForwardChangeGrantsFromThere() {
            Evaluation evaluation = changedAtOne(by(ClockPolicy.Change.FORWARD, 3), mon("13:00"));

            assertThat(evaluation.due()).contains(mon("16:00"));
            assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
            assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
        }

        @Test
        void aForwardChangeThatGrantsNothingIsDueThere() {
            // In the evening: nothing is granted from eight on, and it was not late before.
            Evaluation evaluation = at(
                    mon("21:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(9)),
                    since(mon("20:00"), by(ClockPolicy.Change.FORWARD, 0)));

            assertThat(evaluation.due()).contains(mon("20:00"));
            assertThat(evaluation.breachedAt()).contains(mon("20:00:00.000001"));
        }

        @Test
        void aProportionalChangeUsesTheSamePart() {
            // A quarter of 8 h is used; of 4 h there are 3 left.
            Evaluation evaluation = changedAtOne(by(ClockPolicy.Change.PROPORTIONAL, 4), mon("13:00"));

            assertThat(evaluation.due()).contains(mon("16:00"));
            assertThat(evaluation.remaining()).contains(HOUR.multipliedBy(3));
            assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
        }

        @Test
        void aProportionalChangeOfWhatIsUsedUpLeavesNothingAndKeepsTheDeadline() {
            // 6 h of 4 h are used; the same part of 8 h would be 12 h.
            Evaluation evaluation = at(
                    mon("15:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(4)),
                    since(mon("15:00"), by(ClockPolicy.Change.PROPORTIONAL, 8)));

            assertThat(evaluation.due()).contains(mon("13:00"));
            assertThat(evaluation.breachedAt()).contains(mon("13:00:00.000001"));
            assertThat(evaluation.cycle().map(Cycle::overrun)).contains(HOUR.multipliedBy(2));
            assertThat(evaluation.percentUsed()).contains(new BigDecimal("150.00"));
        }

        @Test
        void theWorseIsKept() {
            assertThat(changedAtOne(by(ClockPolicy.Change.KEEP_WORSE, 3), mon("13:00"))
                            .due())
                    .contains(mon("14:00"));
            assertThat(changedAtOne(by(ClockPolicy.Change.KEEP_WORSE, 100), mon("13:00"))
                            .due())
                    .contains(tue("11:00")); // 6 h of the 8 h are left
        }

        @Test
        void aResetBeginsAnew() {
            Evaluation evaluation = changedAtOne(by(ClockPolicy.Change.RESET, 3), mon("13:00"));

            assertThat(evaluation.due()).contains(mon("16:00"));
            assertThat(evaluation.elapsed()).isZero();
            assertThat(evaluation.paused()).isZero();
            assertThat(evaluation.cycle().map(Cycle::startedAt)).contains(mon("13:00"));
        }

        @Test
        void aBreachOfTheOldStandsUnlessTheNewHoldsAsIfItAlwaysHad() {
            Timeline life = life(fresh(NINE));
            for (ClockPolicy.Change change : new ClockPolicy.Change[] {
                ClockPolicy.Change.FORWARD, ClockPolicy.Change.PROPORTIONAL, ClockPolicy.Change.KEEP_WORSE
            }) {
                Evaluation evaluation =
                        at(mon("13:00"), life, since(NINE, hours(2)), since(mon("12:00"), by(change, 40)));

                assertThat(evaluation.breachedAt()).contains(mon("11:00:00.000001"));
            }
        }

        @Test
        void whatIsDoneIsJudgedByWhatItWasDoneUnder() {
            Timeline life = life(fresh(NINE), resolved(mon("12:00")));

            assertThat(at(tue("09:00"), life, since(NINE, hours(4)), since(mon("13:00"), hours(1)))
                            .state())
                    .isEqualTo(ClockState.MET);
        }

        @Test
        void aChangeInAPauseDoesNotEndIt() {
            Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("14:00")));
            for (ClockPolicy.Change change : ClockPolicy.Change.values()) {
                Evaluation evaluation =
                        at(mon("13:00"), life, since(NINE, hours(8)), since(mon("12:00"), by(change, 4)));

                assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
            }
        }

        @Test
        void nothingIsLateAtOnceThatWasNotLate() {
            // However it changes to as much as there was: 2 h used, 2 h pause, 6 h left.
            for (ClockPolicy.Change change : new ClockPolicy.Change[] {
                ClockPolicy.Change.RETROACTIVE, ClockPolicy.Change.PROPORTIONAL, ClockPolicy.Change.KEEP_WORSE
            }) {
                assertThat(changedAtOne(by(change, 8), mon("13:00")).due()).contains(tue("11:00"));
            }
        }

        @Test
        void aMetricThatHasNotStartedMayBecomeOneThatHas() {
            Target answers = Target.of(
                    Metric.of("answers", Condition.marked(Mark.CUSTOMER_CONTACT), Condition.never()),
                    Amount.openTime(HOUR));
            Since first = since(NINE, answers);

            assertThat(at(mon("13:00"), life(fresh(NINE)), first, since(mon("12:00"), hours(4)))
                            .due())
                    .contains(mon("13:00"));
            assertThat(at(
                                    mon("13:00"),
                                    life(fresh(NINE)),
                                    first,
                                    since(mon("12:00"), by(ClockPolicy.Change.FORWARD, 4)))
                            .due())
                    .contains(mon("16:00"));
        }

        @Test
        void whatItWaitedMayBeGrantedThoughTheMetricDoesNotPause() {
            // 4 h are used until one; the 2 h of waiting are given back: 2 h of 4 h are left.
            Target own =
                    Target.of(Metric.TIME_TO_OWN.withPause(Condition.never()), Amount.openTime(HOUR.multipliedBy(4)));
            Target granting = own.withPolicy(ClockPolicy.standard().withChangeGrantsWaits(true));
            Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("12:00")));

            Evaluation evaluation = at(mon("13:00"), life, since(NINE, own), since(mon("13:00"), granting));
            assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
            assertThat(evaluation.due()).contains(mon("15:00"));
        }

        /** Three hours are used at noon, one more is granted, and is gone at one; what it waits after that is too late. */
        @Test
        void whatWasGrantedIsUsedUpBeforeThePauseAfterIt() {
            Timeline life = life(fresh(NINE), waiting(mon("14:00")), active(mon("15:00")));
            Evaluation evaluation = at(
                    mon("16:00"), life, since(NINE, hours(8)), since(mon("12:00"), by(ClockPolicy.Change.FORWARD, 1)));

            assertThat(evaluation.due()).contains(mon("13:00"));
            assertThat(evaluation.breachedAt()).contains(mon("13:00:00.000001"));
            assertThat(evaluation.cycle().map(Cycle::overrun)).contains(HOUR.multipliedBy(2));
        }

        /** Eight more hours are granted at eleven; at one an hour is promised that had been over at ten. */
        @Test
        void theWorseIsThatOfTheStartWhateverWasGrantedSince() {
            Evaluation evaluation = at(
                    mon("13:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(8)),
                    since(mon("11:00"), by(ClockPolicy.Change.FORWARD, 8)),
                    since(mon("13:00"), by(ClockPolicy.Change.KEEP_WORSE, 1)));

            assertThat(evaluation.due()).contains(mon("10:00"));
            assertThat(evaluation.breachedAt()).contains(mon("10:00:00.000001"));
            assertThat(evaluation.remaining()).contains(HOUR.multipliedBy(-3));
        }

        /** By hours that never come nothing could be used: all of the new is left. */
        @Test
        void ofWhatHasNoEndNoPartIsUsed() {
            ServiceHours never =
                    ServiceHours.of("never", BusinessCalendar.of(BERLIN, org.itsmkit.calendar.BusinessHours.never()));
            Evaluation evaluation = at(
                    mon("13:00"),
                    life(fresh(NINE)),
                    new Since(NINE, Target.of(Metric.RESOLUTION, Amount.workingDays(1)), never),
                    since(mon("12:00"), by(ClockPolicy.Change.PROPORTIONAL, 4)));

            assertThat(evaluation.due()).contains(mon("16:00"));
            assertThat(evaluation.remaining()).contains(HOUR.multipliedBy(3));
        }

        /** It waits an hour for the requester, which is pause, and two for the supplier, which is not and is granted. */
        @Test
        void whatWasPauseIsNotGrantedAgain() {
            Target target = hours(4).withMetric(Metric.RESOLUTION.withPause(Condition.waitsFor("awaiting-requester")));
            Target granting = target.withPolicy(ClockPolicy.standard().withChangeGrantsWaits(true));
            Timeline life = life(
                    fresh(NINE),
                    waiting(mon("10:00")),
                    Week.waitingFor("awaiting-supplier", mon("11:00")),
                    active(mon("13:00")));

            Evaluation evaluation = at(mon("14:00"), life, since(NINE, target), since(mon("14:00"), granting));
            assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
            assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(3));
            assertThat(evaluation.due()).contains(mon("16:00"));
        }

        /** Two hours were used at eleven; two of waiting are granted, and it is due at the very instant of the change. */
        @Test
        void whatIsGrantedMovesADeadlineThatIsOver() {
            Target own =
                    Target.of(Metric.TIME_TO_OWN.withPause(Condition.never()), Amount.openTime(HOUR.multipliedBy(2)));
            Target granting = own.withPolicy(ClockPolicy.standard().withChangeGrantsWaits(true));
            Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("12:00")));
            Since before = since(NINE, own);
            Since after = since(mon("13:00"), granting);

            assertThat(at(mon("12:30"), life, before, after).state()).isEqualTo(ClockState.BREACHED);
            assertThat(at(mon("13:00"), life, before, after).state()).isEqualTo(ClockState.RUNNING);
            assertThat(at(mon("13:00"), life, before, after).due()).contains(mon("13:00"));
            assertThat(at(mon("14:00"), life, before, after).due()).contains(mon("13:00"));
            assertThat(at(mon("14:00"), life, before, after).breachedAt()).contains(mon("13:00:00.000001"));
        }

        /** An hour is used when it waits; at noon three more are granted, and shown while it still waits. */
        @Test
        void whatIsGrantedInAPauseIsShownFromTheChange() {
            Target shown = hours(3).withPolicy(ClockPolicy.standard()
                    .withPausedDue(ClockPolicy.Shown.ALWAYS)
                    .withChange(ClockPolicy.Change.FORWARD));
            Timeline life = life(fresh(NINE), waiting(mon("10:00")));

            Evaluation evaluation = at(mon("13:00"), life, since(NINE, hours(8)), since(mon("12:00"), shown));
            assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
            assertThat(evaluation.due()).contains(mon("15:00"));
            assertThat(evaluation.dueIfResumed()).contains(mon("16:00"));
        }

        /** What happened where the clock started happened, whenever it is looked at. */
        @Test
        void aRetroactiveChangeKnowsWhatHappenedAtTheStart() {
            Metric called = Metric.of("call", Condition.always(), Condition.marked("called-back"));
            Timeline life = life(fresh(NINE), new Mark(NINE, "called-back"));

            assertThat(at(mon("13:00"), life, since(NINE, hours(4)), since(mon("12:00"), hours(8).withMetric(called)))
                            .state())
                    .isEqualTo(ClockState.MET);
        }
    }

    @Nested
    class OfHoursAndDays {

        private final ServiceHours longDays = ServiceHours.of(
                "long days", BusinessCalendar.of(BERLIN, BusinessHours.weekdays(TimeRange.of("07:00", "19:00"))));

        /** zammad/zammad#534: a calendar was edited, and nothing was worked out again. */
        @Test
        void hoursChangeRetroactively() {
            // From nine on Monday by longer days: 10 h on Monday, 2 h on Tuesday from seven.
            Evaluation evaluation = at(
                    mon("10:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(12)),
                    new Since(mon("10:00"), hours(12), longDays));

            assertThat(evaluation.due()).contains(tue("09:00"));
        }

        @Test
        void hoursChangeForward() {
            // 8 h used on Monday by nine to five, until eight; then 2 h by longer days: Tuesday at nine.
            Evaluation evaluation = at(
                    tue("07:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(12)),
                    new Since(mon("20:00"), by(ClockPolicy.Change.FORWARD, 2), longDays));

            assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(8));
            assertThat(evaluation.due()).contains(tue("09:00"));
        }

        @Test
        void workingDaysAreGrantedFromTheChange() {
            Target day = Target.of(Metric.RESOLUTION, Amount.workingDays(1));
            Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("12:00")));
            Evaluation evaluation = at(
                    tue("11:00"),
                    life,
                    since(NINE, hours(40)),
                    since(tue("10:00"), by(ClockPolicy.Change.FORWARD, day)));

            assertThat(evaluation.due()).contains(wed("17:00")); // the pause was before the change
        }

        /** Two hours of pause before the change move nothing, and one after it moves Wednesday's closing to Thursday at ten. */
        @Test
        void aPauseAfterTheChangeMovesWorkingDaysThatAreGrantedFromIt() {
            Target day = Target.of(Metric.RESOLUTION, Amount.workingDays(1));
            Timeline life = life(
                    fresh(NINE),
                    waiting(mon("10:00")),
                    active(mon("12:00")),
                    waiting(tue("11:00")),
                    active(tue("12:00")));
            Evaluation evaluation = at(
                    tue("13:00"),
                    life,
                    since(NINE, hours(40)),
                    since(tue("10:00"), by(ClockPolicy.Change.FORWARD, day)));

            assertThat(evaluation.due()).contains(Week.thu("10:00"));
        }

        @Test
        void aPauseBeforeTheChangeMovesWorkingDaysThatHoldRetroactively() {
            Target day = Target.of(Metric.RESOLUTION, Amount.workingDays(1));
            Timeline life = life(fresh(NINE), waiting(mon("10:00")), active(mon("12:00")));
            Evaluation evaluation = at(mon("13:00"), life, since(NINE, hours(40)), since(mon("13:00"), day));

            assertThat(evaluation.due()).contains(wed("11:00")); // Tuesday 17:00 and 2 h
        }

        @Test
        void aDeadlineThatIsOverIsNotGrantedForward() {
            // Noon of the day is over at two: the first noon that can be met is tomorrow's, whatever was pause before.
            Target noon = Target.of(Metric.RESOLUTION, Amount.workingDaysBy(0, LocalTime.NOON));
            Timeline life = life(fresh(NINE), waiting(mon("11:00")), active(mon("13:30")));
            Evaluation evaluation = at(
                    mon("15:00"),
                    life,
                    since(NINE, hours(40)),
                    since(mon("14:00"), by(ClockPolicy.Change.FORWARD, noon)));

            assertThat(evaluation.state()).isEqualTo(ClockState.RUNNING);
            assertThat(evaluation.due()).contains(tue("12:00"));
        }

        @Test
        void theWorseOfHoursAndWorkingDays() {
            // From the start: 2 days are 24 h, by Wednesday 17:00; 40 h are until Friday 17:00.
            Target days = Target.of(Metric.RESOLUTION, Amount.workingDays(2));
            Timeline life = life(fresh(NINE));

            assertThat(at(
                                    mon("13:00"),
                                    life,
                                    since(NINE, hours(40)),
                                    since(mon("13:00"), by(ClockPolicy.Change.KEEP_WORSE, days)))
                            .due())
                    .contains(wed("17:00"));
            assertThat(at(
                                    mon("13:00"),
                                    life,
                                    since(NINE, days),
                                    since(mon("13:00"), by(ClockPolicy.Change.KEEP_WORSE, 40)))
                            .due())
                    .contains(wed("17:00"));
        }

        @Test
        void thePartOfWorkingDaysIsThatOfTheirOpenTime() {
            // 4 days from the start are 40 h, by Friday 17:00: half of 8 h is used, so half of 40 h is left, by
            // Wednesday 17:00.
            Target days = Target.of(Metric.RESOLUTION, Amount.workingDays(4));
            Evaluation evaluation = at(
                    mon("13:00"),
                    life(fresh(NINE)),
                    since(NINE, hours(8)),
                    since(mon("13:00"), by(ClockPolicy.Change.PROPORTIONAL, days)));

            assertThat(evaluation.remaining()).contains(HOUR.multipliedBy(20));
            assertThat(evaluation.due()).contains(wed("17:00"));
        }
    }

    /** zammad/zammad#4353: a target was disabled, and its tickets stayed late. What is not promised is not asked for. */
    @Test
    void aTargetThatIsTakenAwayIsNotInAnyAnswer() {
        Since first = since(NINE, hours(1));
        Since none = since(mon("12:00"), hours(1).withMetric(Metric.RESOLUTION.withCancel(Condition.always())));

        assertThat(at(mon("11:00"), life(fresh(NINE)), first, none).state()).isEqualTo(ClockState.BREACHED);
        assertThat(at(mon("13:00"), life(fresh(NINE)), first, none).state()).isEqualTo(ClockState.CANCELLED);
    }

    /** frappe/helpdesk#1895: one clock for all tiers, and the last is to blame. Each has its own here. */
    @Test
    void eachTierHasItsOwnClockOnOneTimeline() {
        Timeline life = life(inGroup("first-line", NINE), inGroup("second-line", mon("12:00")), resolved(tue("10:00")));
        Target first = tier("first-line").withAmount(Amount.openTime(HOUR.multipliedBy(2)));
        Target second = tier("second-line").withAmount(Amount.openTime(HOUR.multipliedBy(8)));

        assertThat(at(tue("12:00"), life, first).state()).isEqualTo(ClockState.BREACHED);
        assertThat(at(tue("12:00"), life, first).elapsed()).isEqualTo(HOUR.multipliedBy(3));
        assertThat(at(tue("12:00"), life, second).state()).isEqualTo(ClockState.MET);
        assertThat(at(tue("12:00"), life, second).elapsed()).isEqualTo(HOUR.multipliedBy(6));
        assertThat(at(fri("12:00"), life, second).due()).contains(tue("12:00"));
        assertThat(DESK.choice()).isEmpty();
    }

    private static Target tier(String group) {
        Condition with = new Condition.WithGroup(java.util.Set.of(org.itsmkit.spi.GroupId.of(group)));
        return Target.of(Metric.of(group, with, with.not()), Amount.openTime(HOUR));
    }

    private static org.itsmkit.ticket.Stretch inGroup(String group, Instant from) {
        return new org.itsmkit.ticket.Stretch(
                from,
                active(from).status(),
                java.util.Optional.empty(),
                java.util.Optional.of(org.itsmkit.spi.GroupId.of(group)),
                java.util.Optional.empty());
    }
}
