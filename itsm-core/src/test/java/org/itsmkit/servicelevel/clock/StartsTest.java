package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.answer;
import static org.itsmkit.servicelevel.clock.Week.assigned;
import static org.itsmkit.servicelevel.clock.Week.at;
import static org.itsmkit.servicelevel.clock.Week.cancelled;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.since;
import static org.itsmkit.servicelevel.clock.Week.tue;
import static org.itsmkit.servicelevel.clock.Week.waiting;

import java.time.Duration;
import java.time.Instant;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

class StartsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Target starting(ClockPolicy.Start start) {
        return hours(4).withPolicy(ClockPolicy.standard().withStart(start));
    }

    @Test
    void aClockStartsWithTheRecordThoughItsTargetIsAttachedLater() {
        Evaluation evaluation = at(mon("12:00"), life(fresh(mon("09:00"))), since(mon("11:00"), hours(4)));

        assertThat(evaluation.cycle().map(Cycle::startedAt)).contains(mon("09:00"));
        assertThat(evaluation.due()).contains(mon("13:00"));
    }

    @Test
    void orWhenItsTargetIsAttached() {
        Target target = starting(new ClockPolicy.Start.Attachment());
        Timeline life = life(fresh(mon("09:00")));

        assertThat(at(mon("10:00"), life, since(mon("11:00"), target)).state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(at(mon("12:00"), life, since(mon("11:00"), target)).due()).contains(mon("15:00"));
    }

    @Test
    void orAtAnInstantToCome() {
        Target target = starting(new ClockPolicy.Start.At(mon("14:00")));
        Timeline life = life(fresh(mon("09:00")));

        Evaluation before = at(mon("12:00"), life, target);
        assertThat(before.state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(before.nextInstantOfInterest()).contains(mon("14:00"));
        assertThat(at(mon("14:00"), life, target).due()).contains(tue("10:00")); // 3 h today, 1 h tomorrow
    }

    @Test
    void orAtAnInstantBeforeTheRecordWasLogged() {
        Target target = starting(new ClockPolicy.Start.At(mon("10:00")));

        assertThat(at(mon("13:00"), life(fresh(mon("12:00"))), target).due()).contains(mon("14:00"));
        assertThat(at(mon("13:00"), life(fresh(mon("12:00"))), target).elapsed())
                .isEqualTo(HOUR.multipliedBy(3));
    }

    @Test
    void whatWaitsWhereItStartsStandsStillFromThere() {
        Target target = starting(new ClockPolicy.Start.At(mon("11:00")));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("13:00")));

        Evaluation evaluation = at(mon("13:00"), life, target);
        assertThat(evaluation.paused()).isEqualTo(HOUR.multipliedBy(2));
        assertThat(evaluation.due()).contains(mon("17:00"));
    }

    @Test
    void aClockMayStartByWhatHappens() {
        Metric answer =
                Metric.of("answer", Condition.marked(Mark.CUSTOMER_CONTACT), Condition.marked(Mark.AGENT_CONTACT));
        Target target = Target.of(answer, Amount.openTime(HOUR));
        Timeline life = life(
                fresh(mon("09:00")),
                new Mark(mon("10:00"), Mark.CUSTOMER_CONTACT),
                new Mark(mon("10:20"), Mark.CUSTOMER_CONTACT), // says it again: the clock runs already
                answer(mon("10:50")));

        assertThat(at(mon("09:30"), life, target).state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(at(mon("10:30"), life, target).due()).contains(mon("11:00"));
        Evaluation done = at(mon("12:00"), life, target);
        assertThat(done.state()).isEqualTo(ClockState.MET);
        assertThat(done.elapsed()).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void aClockThatStartsWhenItIsClosedRunsFromOpening() {
        assertThat(at(mon("07:00"), life(fresh(mon("06:00"))), hours(4)).due()).contains(mon("13:00"));
        assertThat(at(mon("07:00"), life(fresh(mon("06:00"))), hours(4)).elapsed())
                .isZero();
    }

    @Test
    void firstResponseIsDoneByAnAnswerAndOnce() {
        Target target = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:40")), answer(mon("12:00")));

        Evaluation evaluation = at(mon("13:00"), life, target);
        assertThat(evaluation.state()).isEqualTo(ClockState.MET);
        assertThat(evaluation.cycle().flatMap(Cycle::stoppedAt)).contains(mon("09:40"));
    }

    /** glpi-project/glpi#14423: the clock of an internal target began anew each time that a technician joined. */
    @Test
    void timeToOwnIsNotBegunAnewByWhoJoins() {
        Target target = Target.of(Metric.TIME_TO_OWN, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), assigned("ben", mon("09:30")), assigned("eva", mon("12:00")));

        Evaluation evaluation = at(mon("13:00"), life, target);
        assertThat(evaluation.state()).isEqualTo(ClockState.MET);
        assertThat(evaluation.cycles()).hasSize(1);
        assertThat(evaluation.elapsed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void timeToApproveIsDoneByAnApproval() {
        Target target = Target.of(Metric.TIME_TO_APPROVE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), new Mark(mon("10:00"), Mark.APPROVED));

        assertThat(at(mon("13:00"), life, target).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void nothingIsPromisedOfWhatIsCancelled() {
        Timeline life = life(fresh(mon("09:00")), cancelled(mon("10:00")));
        Evaluation evaluation = at(tue("12:00"), life, hours(2));

        assertThat(evaluation.state()).isEqualTo(ClockState.CANCELLED);
        assertThat(evaluation.due()).isEmpty();
        assertThat(evaluation.breachedAt()).isEmpty();
        assertThat(evaluation.nextInstantOfInterest()).isEmpty();
    }

    @Test
    void updatesArePromisedAgainAndAgain() {
        // From one answer to the next within 2 h: 1 h 30, then 3 h, which is late at 12:30, then open since 13:30.
        Target target = Target.of(Metric.NEXT_UPDATE, Amount.openTime(HOUR.multipliedBy(2)));
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:00:30")), answer(mon("10:30")), answer(mon("13:30")));

        Evaluation evaluation = at(mon("14:00"), life, target);
        assertThat(evaluation.cycles())
                .extracting(Cycle::number, Cycle::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, ClockState.MET),
                        org.assertj.core.groups.Tuple.tuple(2, ClockState.BREACHED),
                        org.assertj.core.groups.Tuple.tuple(3, ClockState.RUNNING));
        assertThat(evaluation.cycles().get(1).breachedAt()).contains(mon("12:30:00.000001"));
        assertThat(evaluation.due()).contains(mon("15:30"));
        assertThat(evaluation.wasEverBreached()).isTrue();
        assertThat(at(tue("09:00"), life.and(resolved(mon("15:00"))), target).state())
                .isEqualTo(ClockState.MET);
    }

    /** zammad/zammad#5177: the shorter promise of updates came before that of the first response. */
    @Test
    void aShorterPromiseOfUpdatesNeverComesBeforeTheFirstResponse() {
        Target respond = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR.multipliedBy(4)));
        Target update = Target.of(Metric.NEXT_UPDATE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")));
        Instant now = mon("12:00");

        assertThat(at(now, life, respond).due()).contains(mon("13:00"));
        assertThat(at(now, life, update).state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(at(now, life, update).due()).isEmpty();
        assertThat(at(now, life.and(answer(mon("11:30"))), update).due()).contains(mon("12:30"));
    }

    @Test
    void aMetricMayBeginItsCycleAnew() {
        // "Reset" takes the first hour back.
        Target target = hours(4).withMetric(Metric.RESOLUTION.withReset(Condition.marked("vendor-replaced")));
        Timeline life = life(fresh(mon("09:00")), new Mark(mon("10:00"), "vendor-replaced"));

        Evaluation evaluation = at(mon("11:00"), life, target);
        assertThat(evaluation.cycles()).hasSize(1);
        assertThat(evaluation.elapsed()).isEqualTo(HOUR);
        assertThat(evaluation.due()).contains(mon("14:00"));
    }

    /** It waits from half past nine on, and begins anew at ten: from there it waits still, and what was before is told and does not count. */
    @Test
    void whatBeginsAnewWhileItWaitsStandsStillFromThere() {
        Target target = hours(4).withMetric(Metric.RESOLUTION.withReset(Condition.marked("vendor-replaced")));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("09:30")), new Mark(mon("10:00"), "vendor-replaced"));

        Evaluation evaluation = at(mon("11:00"), life, target);
        assertThat(evaluation.state()).isEqualTo(ClockState.PAUSED);
        assertThat(evaluation.elapsed()).isZero();
        assertThat(evaluation.paused()).isEqualTo(HOUR);
        assertThat(ServiceLevelClock.explain(life, target, Week.DESK, mon("11:00"))
                        .intervals())
                .extracting(Interval::fromInclusive, Interval::toExclusive, Interval::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(mon("09:00"), mon("09:30"), Interval.Cause.TAKEN_BACK),
                        org.assertj.core.groups.Tuple.tuple(mon("09:30"), mon("10:00"), Interval.Cause.TAKEN_BACK),
                        org.assertj.core.groups.Tuple.tuple(mon("10:00"), mon("11:00"), Interval.Cause.PAUSED));
    }

    /** An answer is owed for each question: asked at ten and answered at half past, asked again at noon. */
    @Test
    void whoAsksAgainAfterAnAnswerIsOwedAnother() {
        Metric answer =
                Metric.of("answer", Condition.marked(Mark.CUSTOMER_CONTACT), Condition.marked(Mark.AGENT_CONTACT));
        Target target = Target.of(answer, Amount.openTime(HOUR));
        Mark question = new Mark(mon("12:00"), Mark.CUSTOMER_CONTACT);
        Timeline answered =
                life(fresh(mon("09:00")), new Mark(mon("10:00"), Mark.CUSTOMER_CONTACT), answer(mon("10:30")));

        Evaluation asked = at(mon("12:30"), answered.and(question), target);
        assertThat(asked.cycles()).extracting(Cycle::state).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(asked.cycles().get(0).stoppedAt()).contains(mon("10:30"));
        assertThat(asked.due()).contains(mon("13:00"));
        Evaluation whileItWaits =
                at(mon("12:30"), answered.and(waiting(mon("11:00"))).and(question), target);
        assertThat(whileItWaits.state()).isEqualTo(ClockState.PAUSED);
        assertThat(whileItWaits.paused()).isEqualTo(Duration.ofMinutes(30));
        Evaluation atOnce = at(mon("12:30"), answered.and(question).and(answer(mon("12:00"))), target);
        assertThat(atOnce.cycles()).extracting(Cycle::state).containsExactly(ClockState.MET);
        Evaluation noted = at(mon("12:30"), answered.and(new Mark(mon("12:00"), "noted")), target);
        assertThat(noted.cycles()).extracting(Cycle::state).containsExactly(ClockState.MET);
    }

    /** What starts with the record is not asked again by a word. */
    @Test
    void aFirstResponseIsNotOwedAgain() {
        Target target = Target.of(Metric.FIRST_RESPONSE, Amount.openTime(HOUR));
        Timeline life = life(fresh(mon("09:00")), answer(mon("09:40")), new Mark(mon("12:00"), Mark.CUSTOMER_CONTACT));

        assertThat(at(mon("13:00"), life, target).cycles())
                .extracting(Cycle::state)
                .containsExactly(ClockState.MET);
    }
}
