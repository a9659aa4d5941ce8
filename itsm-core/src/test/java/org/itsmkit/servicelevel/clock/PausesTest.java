package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.in;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.nextMon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.since;
import static org.itsmkit.servicelevel.clock.Week.thu;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;
import static org.itsmkit.servicelevel.clock.Week.waitingFor;
import static org.itsmkit.servicelevel.clock.Week.wed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aPauseMovesTheDeadlineByTheOpenTimeThatItTook() {
        // 1 h of 8 used until ten, 2 h of pause; the other 7 h from twelve: 5 h on Monday, 2 h on Tuesday.
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("12:00")));
        Evaluation evaluation = at(mon("13:00"), life, hours(8));

        assertThat(evaluation.state()).isEqualTo(ClockState.RUNNING);
        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.remaining()).contains(HOUR.multipliedBy(6));
        assertThat(evaluation.due()).contains(tue("11:00"));
    }

    @Test
    void aPauseOverClosedHoursCostsNothing() {
        Timeline without = life(fresh(mon("16:00")));
        Timeline overNight = life(fresh(mon("16:00")), waiting(mon("17:00")), active(tue("09:00")));

        assertThat(at(tue("09:00"), without, hours(4)).due()).contains(tue("12:00"));
        assertThat(at(tue("09:00"), overNight, hours(4)).due()).contains(tue("12:00"));
        assertThat(at(tue("09:00"), overNight, hours(4)).paused()).isZero();
    }

    @Test
    void aPauseOverTheWeekendTakesWhatIsOpenOfIt() {
        // Friday from four: 1 h; Monday until ten: 1 h.
        Timeline life = life(fresh(Week.fri("15:00")), waiting(Week.fri("16:00")), active(nextMon("10:00")));
        Evaluation evaluation = at(nextMon("10:00"), life, hours(2));

        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.due()).contains(nextMon("11:00"));
    }

    @Test
    void noDeadlineIsShownWhileTheClockStandsStillButWhatItWouldBe() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")));
        Evaluation evaluation = at(mon("11:00"), life, hours(4));

        assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
        assertThat(evaluation.due()).isEmpty();
        assertThat(evaluation.dueIfResumed()).contains(mon("14:00")); // 3 h are left
        assertThat(evaluation.nextInstantOfInterest()).isEmpty();
        assertThat(at(mon("10:00"), life, hours(4)).dueIfResumed()).contains(mon("13:00"));
        assertThat(at(mon("09:30"), life, hours(4)).dueIfResumed()).isEmpty();
    }

    @Test
    void theDeadlineOfBeforeIsShownInAPauseIfThePolicySaysSo() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")));
        Target shown = hours(4).withPolicy(ClockPolicy.standard().withPausedDue(ClockPolicy.Shown.ALWAYS));

        assertThat(at(mon("11:00"), life, shown).due()).contains(mon("13:00"));
    }

    /** In time it is judged by the deadline that the pause had moved, an hour of 4 h used; late by the one that it missed. */
    @Test
    void whatIsDoneInAPauseIsJudgedByWhereThePauseHadMovedTheDeadline() {
        Timeline inTime = life(fresh(mon("09:00")), waiting(mon("10:00")), resolved(mon("12:00")));
        Timeline late = life(fresh(mon("09:00")), waiting(mon("12:00")), resolved(mon("14:00")));

        assertThat(at(mon("16:00"), inTime, hours(4)).due()).contains(mon("15:00"));
        assertThat(at(mon("16:00"), inTime, hours(4)).state()).isEqualTo(ClockState.MET);
        assertThat(at(mon("16:00"), late, hours(2)).due()).contains(mon("11:00"));
        assertThat(at(mon("16:00"), late, hours(2)).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void aCapBoundsWhatMayBePause() {
        // Of 5 h of waiting 2 h are pause, until twelve; 1 h + 3 h count.
        Target capped = hours(6).withPolicy(ClockPolicy.standard().withPauseCap(Optional.of(HOUR.multipliedBy(2))));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("15:00")));

        Evaluation inPause = at(mon("11:00"), life, capped);
        assertThat(inPause.state()).isEqualTo(ClockState.PAUSED);
        assertThat(inPause.nextInstantOfInterest()).contains(mon("12:00"));
        Evaluation used = at(mon("12:00"), life, capped);
        assertThat(used.state()).isEqualTo(ClockState.RUNNING);
        assertThat(used.due()).contains(mon("17:00"));
        Evaluation later = at(mon("15:00"), life, capped);
        assertThat(later.elapsed()).isEqualTo(HOUR.multipliedBy(4));
        assertThat(later.paused()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(later.due()).contains(mon("17:00"));
    }

    @Test
    void aCapIsForAllPausesOfACycleTogether() {
        Target capped = hours(6).withPolicy(ClockPolicy.standard().withPauseCap(Optional.of(Duration.ofMinutes(90))));
        Timeline life = life(
                fresh(mon("09:00")),
                waiting(mon("10:00")),
                active(mon("11:00")),
                waiting(mon("12:00")),
                active(mon("13:00")));
        Evaluation evaluation = at(mon("13:00"), life, capped);

        assertThat(evaluation.paused()).isEqualTo(Duration.ofMinutes(90));
        assertThat(evaluation.elapsed()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void aCapOfNothingIsNoPause() {
        Target capped = hours(2).withPolicy(ClockPolicy.standard().withPauseCap(Optional.of(Duration.ZERO)));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")));

        assertThat(at(mon("11:00"), life, capped).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(mon("11:30"), life, capped).breachedAt()).contains(mon("11:00:00.000001"));
    }

    @Test
    void whatWasWaitedBeforeTheTargetWasAttachedIsPauseToo() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("14:00")));
        Since late = since(mon("12:00"), hours(4));

        Evaluation evaluation = at(mon("14:00"), life, late);
        assertThat(evaluation.elapsed()).isEqualTo(HOUR);
        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(4));
        assertThat(evaluation.due()).contains(tue("09:00").minus(16, ChronoUnit.HOURS)); // 17:00
    }

    @Test
    void whatWasWaitedBeforeTheTargetWasAttachedCountsIfPausesAreNotRetroactive() {
        // 1 h new and 2 h of waiting until twelve count; the 2 h after are pause.
        Target target = hours(4).withPolicy(ClockPolicy.standard().withRetroactivePause(false));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("14:00")));

        Evaluation evaluation = at(mon("14:00"), life, since(mon("12:00"), target));
        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(3));
        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.due()).contains(mon("15:00"));
    }

    @Test
    void aPauseAfterABreachStopsTheTimeAndTheBreachStays() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("12:00")));
        Evaluation evaluation = at(wed("12:00"), life, hours(2));

        assertThat(evaluation.state()).isEqualTo(ClockState.BREACHED);
        assertThat(evaluation.breachedAt()).contains(mon("11:00:00.000001"));
        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(3));
        assertThat(evaluation.cycle().map(Cycle::overrun)).contains(HOUR);
        assertThat(evaluation.due()).contains(mon("11:00"));
    }

    /** It is late once it runs again. */
    @Test
    void aPauseAtTheVeryDeadlineIsNotLate() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("11:00")));

        assertThat(at(mon("16:00"), life, hours(2)).state()).isEqualTo(ClockState.PAUSED);
        assertThat(at(mon("16:00"), life, hours(2)).dueIfResumed()).contains(mon("16:00"));
        Timeline resumed = life.and(active(tue("10:00")));
        assertThat(at(tue("10:00"), resumed, hours(2)).state()).isEqualTo(ClockState.RUNNING);
        assertThat(at(tue("12:00"), resumed, hours(2)).breachedAt()).contains(tue("10:00:00.000001"));
        Timeline done = life.and(resolved(tue("10:00")));
        assertThat(at(tue("12:00"), done, hours(2)).state()).isEqualTo(ClockState.MET);
    }

    /** Zammad's {@code ticket_biz_break} keeps one break for each minute, and no seconds. */
    @Test
    void twoPausesInOneMinuteAreTwo() {
        // 10 s + 5.5 s of pause in the minute from ten; seconds are kept.
        Timeline life = life(
                fresh(mon("09:00")),
                waiting(mon("10:00:10")),
                active(mon("10:00:20")),
                waiting(mon("10:00:30")),
                active(mon("10:00:35.5")));
        Evaluation evaluation = at(mon("11:00"), life, hours(4));

        assertThat(evaluation.paused()).isEqualTo(Duration.ofMillis(15_500));
        assertThat(evaluation.due()).contains(mon("13:00:15.5"));
    }

    @Test
    void aPauseOfAMicrosecondIsAPause() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("10:00:00.000001")));

        assertThat(at(mon("11:00"), life, hours(4)).due()).contains(mon("13:00:00.000001"));
    }

    @Test
    void edgesOfPausesAreCutOffToMinutesIfThePolicySaysSo() {
        // 10:00:50 to 10:02:10 is 10:00 to 10:02.
        Target target = hours(4).withPolicy(ClockPolicy.standard().withPauseUnit(ClockPolicy.PauseUnit.MINUTE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00:50")), active(mon("10:02:10")));

        assertThat(at(mon("11:00"), life, target).paused()).isEqualTo(Duration.ofMinutes(2));
        assertThat(at(mon("11:00"), life, target).elapsed()).isEqualTo(Duration.ofMinutes(118));
    }

    /** zammad/zammad#188: only some of the statuses that wait paused; frappe/helpdesk#2367: those of one's own had no say. */
    @Test
    void aStatusOfOnesOwnPausesByItsPhase() {
        Timeline life =
                life(fresh(mon("09:00")), in("with-the-carrier", Phase.WAITING, mon("10:00")), active(mon("12:00")));

        assertThat(at(mon("12:00"), life, hours(4)).paused()).isEqualTo(HOUR.multipliedBy(2));
    }

    @Test
    void someReasonsPauseAndOthersDoNot() {
        Target target = hours(4).withMetric(Metric.RESOLUTION.withPause(Condition.waitsFor("awaiting-requester")));
        Timeline life = life(
                fresh(mon("09:00")),
                waitingFor("awaiting-requester", mon("10:00")),
                waitingFor("awaiting-supplier", mon("11:00")),
                active(mon("13:00")));

        assertThat(at(mon("13:00"), life, target).paused()).isEqualTo(HOUR);
        assertThat(at(mon("13:00"), life, target).elapsed()).isEqualTo(HOUR.multipliedBy(3));
    }

    @Test
    void someStatusesPauseByNameWhateverTheirPhase() {
        Target target = hours(4).withMetric(Metric.RESOLUTION.withPause(Condition.status("in-testing")));
        Timeline life = life(fresh(mon("09:00")), in("in-testing", Phase.ACTIVE, mon("10:00")), active(mon("12:00")));

        assertThat(at(mon("12:00"), life, target).paused()).isEqualTo(HOUR.multipliedBy(2));
    }

    /** glpi-project/glpi#24481: a pause extended what was promised of resolution only. */
    @Test
    void aPauseExtendsOwnershipTooAndFirstResponse() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("12:00")));
        Target own = Target.of(Metric.TIME_TO_OWN, Amount.openTime(HOUR.multipliedBy(4)));
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR.multipliedBy(4)));

        assertThat(at(mon("12:00"), life, own).due()).contains(mon("15:00"));
        assertThat(at(mon("12:00"), life, respond).due()).contains(mon("15:00"));
    }

    @Test
    void whatDoesNotExtendHidesTheDeadlineAndTheTimeCounts() {
        Target hiding = hours(4).withPolicy(ClockPolicy.standard().withPauses(ClockPolicy.Pauses.HIDE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("12:00")));

        assertThat(at(mon("11:00"), life, hiding).state()).isEqualTo(ClockState.PAUSED);
        assertThat(at(mon("11:00"), life, hiding).due()).isEmpty();
        assertThat(at(mon("12:00"), life, hiding).due()).contains(mon("13:00"));
        assertThat(at(mon("12:00"), life, hiding).paused()).isZero();
    }

    @Test
    void whatIfItWaitedFromNowUntilThen() {
        Timeline life = life(fresh(mon("09:00")));
        Timeline what = life.and(waiting(mon("10:00"))).and(active(thu("09:00")));

        assertThat(at(mon("10:00"), life, hours(4)).due()).contains(mon("13:00"));
        assertThat(at(thu("09:00"), what, hours(4)).due()).contains(thu("12:00"));
        assertThat(at(mon("10:00"), life, hours(4)).due()).contains(mon("13:00")); // the record's life is what it was
    }

    @Test
    void thePastMayBeAskedFor() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("12:00")), resolved(mon("13:00")));
        Instant then = mon("11:00");

        assertThat(at(then, life, hours(4)).state()).isEqualTo(ClockState.PAUSED);
        assertThat(at(then, life, hours(4)))
                .isEqualTo(at(then, life(fresh(mon("09:00")), waiting(mon("10:00"))), hours(4)));
        assertThat(at(mon("08:00"), life, hours(4)).state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(ServiceLevelClock.explain(life, hours(4), DESK, mon("08:00")).intervals())
                .isEmpty();
    }

    /** An hour of waiting before it was attached counts, three hours after it are pause. */
    @Test
    void whatIsWaitedAfterTheTargetWasAttachedIsPause() {
        Target target = hours(4).withPolicy(ClockPolicy.standard().withRetroactivePause(false));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("14:00")));

        Evaluation evaluation = at(mon("14:00"), life, since(mon("11:00"), target));
        assertThat(evaluation.elapsed()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(3));
        assertThat(evaluation.due()).contains(mon("16:00"));
    }
}
