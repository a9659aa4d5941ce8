package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.clock.Week.BERLIN;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.active;
import static org.itsmkit.servicelevel.clock.Week.answer;
import static org.itsmkit.servicelevel.clock.Week.assigned;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;
import static org.itsmkit.servicelevel.clock.Week.waitingFor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may be promised, and of what. */
class PromisesTest {

    private static final Duration MOST = Duration.ofDays(100_000);
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Nested
    class Amounts {

        @Test
        void areNothingToAHundredThousandDays() {
            for (Duration duration : List.of(Duration.ZERO, MICRO, MOST)) {
                assertThat(Amount.openTime(duration)).isEqualTo(new Amount.OpenTime(duration));
                assertThat(Amount.elapsedTime(duration)).isEqualTo(new Amount.ElapsedTime(duration));
                assertThat(new Threshold.Point.Before(duration).left()).isEqualTo(duration);
                assertThat(new Threshold.Point.After(duration).over()).isEqualTo(duration);
            }
            for (Duration duration : List.of(MICRO.negated(), MOST.plus(MICRO), MICRO.plusNanos(1))) {
                assertThatIllegalArgumentException().isThrownBy(() -> Amount.openTime(duration));
                assertThatIllegalArgumentException().isThrownBy(() -> Amount.elapsedTime(duration));
                assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Point.Before(duration));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ClockPolicy.standard().withPauseCap(Optional.of(duration)));
            }
        }

        @Test
        void areUpToTenThousandWorkingDays() {
            assertThat(Amount.workingDays(0)).isEqualTo(new Amount.WorkingDays(0, new Amount.DayEnd.CloseOfDay()));
            assertThat(Amount.workingDaysBy(10_000, LocalTime.NOON))
                    .isEqualTo(new Amount.WorkingDays(10_000, new Amount.DayEnd.By(LocalTime.NOON)));
            assertThatIllegalArgumentException().isThrownBy(() -> Amount.workingDays(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> Amount.workingDays(10_001));
        }

        @Test
        void ofWorkingDaysNeedHoursThatHaveDays() {
            ServiceHours windows =
                    ServiceHours.of("some", OpenWindows.of(List.of(new Window(mon("09:00"), mon("17:00")))), BERLIN);
            Target day = Target.of(Metric.RESOLUTION, Amount.workingDays(1));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), day, windows, mon("10:00")))
                    .withMessageContaining("some");
            assertThat(ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), hours(2), windows, mon("10:00"))
                            .due())
                    .contains(mon("11:00"));
        }
    }

    @Nested
    class Thresholds {

        private Target with(int count) {
            List<Threshold> thresholds = new ArrayList<>();
            for (int percent = 1; percent <= count; percent++) {
                thresholds.add(Threshold.atPercent(percent));
            }
            return hours(4).withThresholds(thresholds);
        }

        @Test
        void areTwentyAtMost() {
            assertThat(with(20).thresholds()).hasSize(20);
            assertThatIllegalArgumentException().isThrownBy(() -> with(21)).withMessageContaining("20");
        }

        @Test
        void lieUpToAThousandTimesTheTime() {
            for (String percent : List.of("0.000000001", "100000")) {
                assertThat(new Threshold.Point.Percent(new BigDecimal(percent)).percent())
                        .isEqualByComparingTo(percent);
            }
            for (String percent : List.of("0", "-1", "100000.1", "0.0000000001")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Threshold.Point.Percent(new BigDecimal(percent)));
            }
        }

        @Test
        void tellWhoeverHasItUnlessTheyDoSomethingElse() {
            Threshold half = Threshold.atPercent(50);

            assertThat(half)
                    .isEqualTo(new Threshold(
                            "percent-50",
                            new Threshold.Point.Percent(BigDecimal.valueOf(50)),
                            new ThresholdAction.TellAssignee()));
            assertThat(half.doing(new ThresholdAction.EscalateToManager()))
                    .isEqualTo(new Threshold("percent-50", half.point(), new ThresholdAction.EscalateToManager()));
        }
    }

    @Nested
    class Conditions {

        private final Stretch desk = new Stretch(
                mon("09:00"),
                active(mon("09:00")).status(),
                Optional.empty(),
                Optional.of(GroupId.of("desk")),
                Optional.empty());
        private final Stretch waits = waitingFor("awaiting-supplier", mon("09:00"));
        private final Stretch bens = assigned("ben", mon("09:00"));

        private boolean holds(Condition condition, Stretch situation, String... marks) {
            return condition.holds(situation, Set.of(marks));
        }

        @Test
        void areOfASituation() {
            assertThat(holds(Condition.phase(Phase.ACTIVE, Phase.WAITING), desk))
                    .isTrue();
            assertThat(holds(Condition.phase(Phase.ACTIVE, Phase.WAITING), waits))
                    .isTrue();
            assertThat(holds(Condition.phase(Phase.ACTIVE), waits)).isFalse();
            assertThat(holds(Condition.status("on-hold", "in-testing"), waits)).isTrue();
            assertThat(holds(Condition.status("in-testing"), waits)).isFalse();
            assertThat(holds(Condition.waitsFor("awaiting-supplier"), waits)).isTrue();
            assertThat(holds(Condition.waitsFor("awaiting-requester"), waits)).isFalse();
            assertThat(holds(Condition.waitsFor("awaiting-supplier"), desk)).isFalse();
            Condition ofTheDesk = new Condition.WithGroup(Set.of(GroupId.of("desk")));
            assertThat(holds(ofTheDesk, desk)).isTrue();
            assertThat(holds(ofTheDesk, bens)).isFalse();
            assertThat(holds(new Condition.WithGroup(Set.of(GroupId.of("network"))), desk))
                    .isFalse();
            assertThat(holds(new Condition.Assigned(), bens)).isTrue();
            assertThat(holds(new Condition.Assigned(), desk)).isFalse();
        }

        @Test
        void orOfWhatHappens() {
            Condition called = Condition.marked("called", "called-back");

            assertThat(holds(called, desk)).isFalse();
            assertThat(holds(called, desk, "called")).isTrue();
            assertThat(holds(called, desk, "wrote", "called-back")).isTrue();
            assertThat(holds(called, desk, "wrote")).isFalse();
        }

        @Test
        void areJoined() {
            Condition active = Condition.phase(Phase.ACTIVE);
            Condition called = Condition.marked("called");

            assertThat(holds(active.and(called), desk, "called")).isTrue();
            assertThat(holds(active.and(called), desk)).isFalse();
            assertThat(holds(active.and(called), waits, "called")).isFalse();
            assertThat(holds(active.or(called), desk)).isTrue();
            assertThat(holds(active.or(called), waits, "called")).isTrue();
            assertThat(holds(active.or(called), waits)).isFalse();
            assertThat(holds(active.not(), waits)).isTrue();
            assertThat(holds(active.not(), desk)).isFalse();
            assertThat(holds(Condition.always(), desk)).isTrue();
            assertThat(holds(Condition.never(), desk)).isFalse();
            assertThat(holds(new Condition.All(List.of()), desk)).isTrue();
            assertThat(holds(new Condition.Any(List.of()), desk)).isFalse();
        }

        @Test
        void ofPhasesAreEqualIfTheirPhasesAre() {
            Set<Phase> phases = ((Condition.InPhase) Condition.phase(Phase.NEW, Phase.CLOSED)).phases();

            assertThat(phases)
                    .containsExactlyInAnyOrder(Phase.NEW, Phase.CLOSED)
                    .hasSize(2);
            assertThat(phases.contains(Phase.CLOSED)).isTrue();
            assertThat(phases.contains(Phase.ACTIVE)).isFalse();
            assertThat(new ArrayList<Object>(phases).contains("new")).isFalse();
            assertThat(Condition.phase(Phase.NEW)).isNotEqualTo(Condition.phase(Phase.CLOSED));
        }
    }

    @Nested
    class Timelines {

        @Test
        void areOfSituationsAndMarksInAnyOrder() {
            Timeline ordered = Timeline.of(
                    List.of(fresh(mon("09:00")), active(mon("10:00")), resolved(mon("12:00"))),
                    List.of(answer(mon("09:30")), answer(mon("11:00"))));
            Timeline shuffled = Timeline.of(
                    List.of(resolved(mon("12:00")), fresh(mon("09:00")), active(mon("10:00"))),
                    List.of(answer(mon("11:00")), answer(mon("09:30"))));

            assertThat(shuffled.stretches()).isEqualTo(ordered.stretches());
            assertThat(shuffled.marks()).isEqualTo(ordered.marks());
            assertThat(shuffled.begin()).isEqualTo(mon("09:00"));
        }

        @Test
        void knowWhatHappenedWhen() {
            Timeline timeline = Timeline.of(
                    List.of(fresh(mon("09:00")), active(mon("10:00"))),
                    List.of(
                            answer(mon("09:00")),
                            new Mark(mon("10:00"), "called"),
                            answer(mon("10:00")),
                            new Mark(mon("11:00"), "called")));

            assertThat(timeline.points()).isEqualTo(3);
            assertThat(timeline.marks(0)).containsExactly(Mark.AGENT_CONTACT);
            assertThat(timeline.marks(1)).containsExactlyInAnyOrder("called", Mark.AGENT_CONTACT);
            assertThat(timeline.marks(2)).containsExactly("called");
            assertThat(timeline.and(active(mon("12:00"))).marks(3)).isEmpty();
            assertThat(timeline.stretches()).containsExactly(fresh(mon("09:00")), active(mon("10:00")));
        }

        @Test
        void beginWithASituation() {
            assertThatIllegalArgumentException().isThrownBy(() -> Timeline.of(List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Timeline.of(List.of(fresh(mon("09:00"))), List.of(answer(mon("08:59")))))
                    .withMessageContaining("before the first");
        }

        @Test
        void mayBeThoughtFurther() {
            Timeline life = life(fresh(mon("09:00")));

            assertThat(life.and(resolved(mon("10:00"))).stretches())
                    .containsExactly(fresh(mon("09:00")), resolved(mon("10:00")));
            assertThat(life.and(answer(mon("10:00"))).marks()).containsExactly(answer(mon("10:00")));
        }
    }

    @Test
    void whatIsPromisedIsPutTogether() {
        ClockPolicy standard = ClockPolicy.standard();
        ClockPolicy policy = ClockPolicy.builder()
                .start(new ClockPolicy.Start.Creation())
                .retroactivePause(true)
                .pauses(ClockPolicy.Pauses.EXTEND)
                .pauseUnit(ClockPolicy.PauseUnit.EXACT)
                .reopen(ClockPolicy.Reopen.RESUME)
                .change(ClockPolicy.Change.RETROACTIVE)
                .changeGrantsWaits(false)
                .boundary(ClockPolicy.Boundary.MET_AT_DUE)
                .edge(ClockPolicy.Edge.CLOSING)
                .pausedDue(ClockPolicy.Shown.NEVER)
                .finishedDue(ClockPolicy.Shown.ALWAYS)
                .build();
        Metric metric = Metric.builder()
                .name("answer")
                .start(Condition.always())
                .pause(Condition.phase(Phase.WAITING))
                .stop(Condition.marked("answered"))
                .next(Condition.never())
                .reset(Condition.never())
                .cancel(Condition.phase(Phase.CANCELLED))
                .build();
        Target target = Target.builder()
                .name("answer")
                .metric(metric)
                .amount(Amount.openTime(Duration.ofHours(1)))
                .policy(policy)
                .build();

        assertThat(policy).isEqualTo(standard);
        assertThat(metric).isEqualTo(Metric.of("answer", Condition.always(), Condition.marked("answered")));
        assertThat(target).isEqualTo(Target.of(metric, Amount.openTime(Duration.ofHours(1))));
    }

    @Test
    void aClockHasTargetsInOrder() {
        Timeline life = life(fresh(mon("09:00")));
        Since first = Week.since(mon("09:00"), hours(4));
        Since second = Week.since(mon("11:00"), hours(8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceLevelClock.evaluate(life, List.of(), mon("10:00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceLevelClock.explain(life, List.of(second, first), mon("12:00")));
        assertThat(ServiceLevelClock.evaluate(life, List.of(first, first, second), mon("12:00"))
                        .due())
                .contains(mon("17:00"));
        assertThat(ServiceLevelClock.evaluate(life, List.of(first, second), mon("10:00"))
                        .target())
                .isEqualTo(hours(4));
    }

    @Test
    void aClockThatDidNotStartHasUsedNothing() {
        Target asked = hours(4).withMetric(Metric.of("answer", Condition.marked("asked"), Condition.never()));
        Evaluation evaluation = Week.at(mon("10:00"), life(fresh(mon("09:00"))), asked);

        assertThat(evaluation.state()).isEqualTo(ClockState.NOT_STARTED);
        assertThat(evaluation.cycle()).isEmpty();
        assertThat(evaluation.elapsed()).isZero();
        assertThat(evaluation.paused()).isZero();
        assertThat(evaluation.remaining()).isEmpty();
        assertThat(evaluation.percentUsed()).isEmpty();
        assertThat(evaluation.wasEverBreached()).isFalse();
        assertThat(evaluation.nextInstantOfInterest()).isEmpty();
        assertThat(evaluation.at()).isEqualTo(mon("10:00"));
    }

    @Test
    void hoursHaveANameAndMayHaveAReason() {
        ServiceHours desk = ServiceHours.of("desk", BusinessCalendar.of(BERLIN, Week.NINE_TO_FIVE));
        ServiceHours chosen = desk.because("the service");

        assertThat(desk).hasToString("desk in Europe/Berlin");
        assertThat(desk.choice()).isEmpty();
        assertThat(chosen.choice()).isEqualTo("the service");
        assertThat(chosen.name()).isEqualTo("desk");
        assertThat(chosen.zone()).isEqualTo(BERLIN);
        assertThat(chosen.days()).isEqualTo(desk.days()).isPresent();
        assertThat(ServiceHours.always()).hasToString("always in Z");
        Evaluation always =
                ServiceLevelClock.evaluate(life(fresh(mon("20:00"))), hours(4), ServiceHours.always(), mon("21:00"));
        assertThat(always.due()).contains(mon("20:00").plus(Duration.ofHours(4)));
    }

    /** Before 1970 seconds are counted backwards, and parts of them are not. */
    @Test
    void longAgoIsNoDifferent() {
        // 1969-12-31 was a Wednesday
        Instant ten = Instant.parse("1969-12-31T09:00:00.25Z");
        Target target = hours(2).withPolicy(ClockPolicy.standard().withPauseUnit(ClockPolicy.PauseUnit.MINUTE));
        Timeline life = life(fresh(ten), Week.waiting(ten.plusSeconds(630)), active(ten.plusSeconds(1_250)));
        Evaluation evaluation = ServiceLevelClock.evaluate(life, target, DESK, Instant.parse("1969-12-31T10:00:00.5Z"));

        // from 10:10:30.25 to 10:20:50.25, cut off to minutes
        assertThat(evaluation.paused()).isEqualTo(Duration.ofMinutes(10));
        assertThat(evaluation.elapsed()).isEqualTo(Duration.ofMinutes(50).plusMillis(250));
        assertThat(evaluation.due()).contains(ten.plus(Duration.ofMinutes(130)));
    }
}
