package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.answer;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.cancelled;
import static org.itsmkit.servicelevel.clock.Week.closed;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.since;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.time.Duration;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

/** Two hours are used until eleven, then it is resolved; it is reopened at three. */
class ReopeningTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Timeline LIFE =
            life(fresh(mon("09:00")), resolved(mon("11:00")), closed(mon("12:00")), active(mon("15:00")));

    private static Target by(ClockPolicy.Reopen reopen) {
        return hours(4).withPolicy(ClockPolicy.standard().withReopen(reopen));
    }

    /** zammad/zammad#188: escalation was wrong after a reopening. glpi-project/glpi#23359: what lies between was shown as pending. */
    @Test
    void itGoesOnAndWhatLiesBetweenIsNeitherUsedNorPause() {
        Evaluation evaluation = at(mon("16:00"), LIFE, by(ClockPolicy.Reopen.RESUME));

        assertThat(evaluation.state()).isEqualTo(ClockState.RUNNING);
        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(3));
        assertThat(evaluation.paused()).isZero();
        assertThat(evaluation.due()).contains(mon("17:00"));
        assertThat(evaluation.cycles()).hasSize(1);
    }

    /** znuny/Znuny#369: that the clock starts again was asked for and refused. */
    @Test
    void itsCycleBeginsAnew() {
        Evaluation evaluation = at(mon("16:00"), LIFE, by(ClockPolicy.Reopen.RESET));

        assertThat(evaluation.elapsed()).isEqualTo(HOUR);
        assertThat(evaluation.due()).contains(tue("11:00")); // 2 h today, 2 h tomorrow
        assertThat(evaluation.cycles()).hasSize(1);
        assertThat(evaluation.cycle().map(Cycle::startedAt)).contains(mon("15:00"));
    }

    @Test
    void anotherCycleBegins() {
        Evaluation evaluation = at(mon("16:00"), LIFE, by(ClockPolicy.Reopen.NEW_CYCLE));

        assertThat(evaluation.cycles()).extracting(Cycle::state).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(evaluation.cycles().get(0).due()).contains(mon("13:00"));
        assertThat(evaluation.due()).contains(tue("11:00"));
    }

    @Test
    void itGoesOnAsIfItHadNeverBeenDone() {
        Evaluation evaluation = at(mon("16:00"), LIFE, by(ClockPolicy.Reopen.COUNT_CLOSED_TIME));

        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(7));
        assertThat(evaluation.due()).contains(mon("13:00"));
        assertThat(evaluation.breachedAt()).contains(mon("13:00:00.000001"));
        assertThat(at(mon("14:00"), LIFE, by(ClockPolicy.Reopen.COUNT_CLOSED_TIME))
                        .state())
                .isEqualTo(ClockState.MET);
    }

    @Test
    void itStaysDone() {
        Evaluation evaluation = at(tue("16:00"), LIFE, by(ClockPolicy.Reopen.NEVER));

        assertThat(evaluation.state()).isEqualTo(ClockState.MET);
        assertThat(evaluation.cycle().flatMap(Cycle::stoppedAt)).contains(mon("11:00"));
    }

    @Test
    void aVerdictOfBeforeIsVoidWhereTheCycleBeginsAnewAndStandsWhereAnotherDoes() {
        Timeline late = life(fresh(mon("09:00")), resolved(mon("14:00")), active(mon("15:00")));

        assertThat(at(mon("16:00"), late, by(ClockPolicy.Reopen.RESET)).wasEverBreached())
                .isFalse();
        assertThat(at(mon("16:00"), late, by(ClockPolicy.Reopen.NEW_CYCLE)).wasEverBreached())
                .isTrue();
        assertThat(at(mon("16:00"), late, by(ClockPolicy.Reopen.RESUME)).breachedAt())
                .contains(mon("13:00:00.000001"));
    }

    @Test
    void itMayBeReopenedIntoAPause() {
        Timeline life = life(fresh(mon("09:00")), resolved(mon("11:00")), waiting(mon("15:00")), active(mon("16:00")));
        Evaluation evaluation = at(mon("16:00"), life, hours(4));

        assertThat(evaluation.paused()).isEqualTo(HOUR);
        assertThat(evaluation.due()).contains(tue("10:00"));
    }

    /** Tuesday's closing, and an hour of pause and two in which it was done: Wednesday at twelve. */
    @Test
    void workingDaysMoveByWhatLiesBetweenToo() {
        Target day = Target.of(Metric.RESOLUTION, Amount.workingDays(1));
        Timeline life = life(
                fresh(mon("09:00")),
                waiting(mon("10:00")),
                active(mon("11:00")),
                resolved(mon("12:00")),
                active(mon("14:00")));

        assertThat(at(mon("15:00"), life, day).due()).contains(wed("12:00"));
        assertThat(at(mon("15:00"), life, day).paused()).isEqualTo(HOUR);
        assertThat(at(mon("15:00"), life, day).elapsed()).isEqualTo(HOUR.multipliedBy(3));
    }

    @Test
    void itMayBeReopenedAgainAndAgain() {
        // 2 h + 1 h + 1 h: all is used on Tuesday at ten.
        Timeline life = life(
                fresh(mon("09:00")),
                resolved(mon("11:00")),
                active(mon("15:00")),
                resolved(mon("16:00")),
                active(tue("09:00")));

        assertThat(at(tue("09:00"), life, hours(4)).due()).contains(tue("10:00"));
    }

    @Test
    void whatWasSaidOfTheFirstResponseIsNotTakenBack() {
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:30")), resolved(mon("11:00")), active(mon("15:00")));

        assertThat(at(wed("12:00"), life, respond).state()).isEqualTo(ClockState.MET);
    }

    /** The answer and the resolution are one step of the desk, at one instant. */
    @Test
    void anAnswerThatResolvesIsAnAnswerAfterAReopeningToo() {
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:30")), resolved(mon("09:30")), active(mon("15:00")));

        Evaluation evaluation = at(wed("12:00"), life, respond);
        assertThat(evaluation.state()).isEqualTo(ClockState.MET);
        assertThat(evaluation.elapsed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void anAnswerAfterASilentResolutionIsAnAnswerAfterAReopeningToo() {
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), resolved(mon("09:30")), answer(mon("09:40")), active(mon("15:00")));

        assertThat(at(wed("12:00"), life, respond).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void whoResolvedWithoutAWordStillOwesOneWhenItIsReopened() {
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), resolved(mon("09:30")), active(mon("15:00")));

        assertThat(at(mon("15:00"), life, respond).due()).contains(mon("15:30"));
    }

    @Test
    void whatWasCancelledAndIsTakenUpAgainIsAnotherCycle() {
        Timeline life = life(fresh(mon("09:00")), cancelled(mon("10:00")), active(mon("15:00")));
        Evaluation evaluation = at(mon("16:00"), life, hours(4));

        assertThat(evaluation.cycles())
                .extracting(Cycle::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(evaluation.due()).contains(tue("11:00"));
    }

    @Test
    void aTargetThatChangedWhileItWasDoneHoldsOnceItIsReopened() {
        // Met by 4 h while it is done; reopened, the 3 h of since then hold: 2 h are used, 1 h is left.
        Since before = since(mon("09:00"), hours(4));
        Since after = since(mon("12:00"), hours(3));

        assertThat(at(mon("14:00"), LIFE, before, after).cycle().flatMap(Cycle::due))
                .contains(mon("13:00"));
        assertThat(at(mon("15:00"), LIFE, before, after).due()).contains(mon("16:00"));
    }

    /** Done is what was fixed and confirmed, or resolved: fixed when it was resolved, and confirmed before it was reopened, it is both. */
    @Test
    void whatHappenedWhileItWasDoneIsNotForgotten() {
        Condition both = Condition.marked("fixed").and(Condition.marked("confirmed"));
        Target target = hours(4).withMetric(
                        Metric.RESOLUTION.withStop(Metric.RESOLUTION.stop().or(both)));
        Timeline fixed = life(
                fresh(mon("09:00")),
                resolved(mon("10:00")),
                new Mark(mon("10:00"), "fixed"),
                closed(mon("11:00")),
                active(mon("15:00")));
        Timeline confirmed = fixed.and(new Mark(mon("10:30"), "confirmed"));

        assertThat(at(mon("16:00"), fixed, target).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(mon("16:00"), confirmed, target).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void whatLiesBetweenIsToldAsCountedIfItIs() {
        Explanation explanation =
                ServiceLevelClock.explain(LIFE, by(ClockPolicy.Reopen.COUNT_CLOSED_TIME), Week.DESK, mon("16:00"));

        assertThat(explanation.counted(1)).isEqualTo(HOUR.multipliedBy(7));
        assertThat(explanation.intervals()).extracting(Interval::cause).containsOnly(Interval.Cause.COUNTED);
        assertThat(explanation.intervals().get(0).fromInclusive()).isEqualTo(mon("09:00"));
        assertThat(explanation
                        .intervals()
                        .get(explanation.intervals().size() - 1)
                        .toExclusive())
                .isEqualTo(mon("16:00"));
    }

    /** While it was done, four hours more were granted for when it goes on: it goes on waiting. */
    @Test
    void aTargetThatChangedWhileItWasDoneDoesNotEndAPause() {
        Timeline life = life(fresh(mon("09:00")), resolved(mon("10:00")), waiting(mon("12:00")));
        Target forward = hours(4).withPolicy(ClockPolicy.standard().withChange(ClockPolicy.Change.FORWARD));
        Evaluation evaluation = at(mon("13:00"), life, since(mon("09:00"), hours(8)), since(mon("11:00"), forward));

        assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
        assertThat(evaluation.paused()).isEqualTo(HOUR);
        assertThat(evaluation.dueIfResumed()).contains(mon("17:00"));
    }
}
