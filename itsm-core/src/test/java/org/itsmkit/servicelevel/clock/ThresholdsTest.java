package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private static final Threshold HALF = Threshold.atPercent(50);
    private static final Threshold SOON = new Threshold(
            "soon",
            new Threshold.Point.Before(Duration.ofHours(1)),
            new ThresholdAction.EscalateToGroup(GroupId.of("second-line")));
    private static final Threshold OVER = new Threshold(
            "over", new Threshold.Point.After(Duration.ofMinutes(30)), new ThresholdAction.EscalateToManager());
    private static final Target TARGET = hours(4).withThresholds(HALF, SOON, OVER);

    private static List<Optional<Instant>> instants(Evaluation evaluation) {
        return evaluation.crossings().stream().map(Crossing::at).toList();
    }

    private static List<Boolean> reached(Evaluation evaluation) {
        return evaluation.crossings().stream().map(Crossing::isReached).toList();
    }

    @Test
    void theyAreReachedWhereSoMuchIsUsed() {
        // From 14:00, 4 h are due on Tuesday at ten: half is used at four, 3 h at five, 4.5 h on Tuesday at 10:30.
        Timeline life = life(fresh(mon("14:00")));
        Evaluation evaluation = at(mon("14:00"), life, TARGET);

        assertThat(instants(evaluation))
                .containsExactly(Optional.of(mon("16:00")), Optional.of(mon("17:00")), Optional.of(tue("10:30")));
        assertThat(reached(evaluation)).containsExactly(false, false, false);
        assertThat(reached(at(tue("10:30"), life, TARGET))).containsExactly(true, true, true);
        assertThat(instants(at(tue("16:00"), life, TARGET))).isEqualTo(instants(evaluation));
    }

    @Test
    void noneIsReachedAMicrosecondEarly() {
        Timeline life = life(fresh(mon("14:00")));

        assertThat(reached(at(mon("16:00").minus(MICRO), life, TARGET))).containsExactly(false, false, false);
        assertThat(reached(at(mon("16:00"), life, TARGET))).containsExactly(true, false, false);
        assertThat(reached(at(tue("10:30").minus(MICRO), life, TARGET))).containsExactly(true, true, false);
    }

    @Test
    void aPartOfAMicrosecondIsRoundedUp() {
        // 33.3 % of 10 microseconds are 3.33: the fourth.
        Threshold third = new Threshold(
                "third", new Threshold.Point.Percent(new BigDecimal("33.3")), new ThresholdAction.TellAssignee());
        Target target = Week.within(Duration.ofNanos(10_000)).withThresholds(third);

        assertThat(instants(at(mon("10:00"), life(fresh(mon("09:00"))), target)))
                .containsExactly(Optional.of(mon("09:00:00.000004")));
    }

    @Test
    void aPauseMovesThoseToCome() {
        Timeline life = life(fresh(mon("09:00")), waiting(mon("11:00")), active(mon("13:00")));

        assertThat(instants(at(mon("12:00"), life, TARGET)))
                .containsExactly(Optional.of(mon("11:00")), Optional.empty(), Optional.empty());
        assertThat(instants(at(mon("13:00"), life, TARGET)))
                .containsExactly(Optional.of(mon("11:00")), Optional.of(mon("14:00")), Optional.of(mon("15:30")));
    }

    @Test
    void whatIsDoneReachesNoMore() {
        Timeline life = life(fresh(mon("09:00")), resolved(mon("11:30")));
        Evaluation evaluation = at(tue("12:00"), life, TARGET);

        assertThat(reached(evaluation)).containsExactly(true, false, false);
        assertThat(evaluation.nextInstantOfInterest()).isEmpty();
    }

    @Test
    void soonerThanThereEverWasIsAtOnce() {
        Target target = Week.within(Duration.ofMinutes(30)).withThresholds(SOON);

        assertThat(instants(at(mon("09:00"), life(fresh(mon("09:00"))), target)))
                .containsExactly(Optional.of(mon("09:00")));
    }

    /** Of four hours four are left when the clock starts, though it stands still there. */
    @Test
    void allThatThereIsIsLeftAtTheStart() {
        Target target = hours(4).withThresholds(new Threshold(
                "all", new Threshold.Point.Before(Duration.ofHours(4)), new ThresholdAction.TellAssignee()));
        Timeline waits = life(waiting(mon("09:00")));
        Timeline goesOn = life(waiting(mon("09:00")), Week.active(mon("10:00")));

        assertThat(instants(at(mon("09:30"), waits, target))).containsExactly(Optional.of(mon("09:00")));
        assertThat(instants(at(mon("11:00"), goesOn, target))).containsExactly(Optional.of(mon("09:00")));
        assertThat(instants(at(mon("11:00"), life(fresh(mon("09:00"))), target)))
                .containsExactly(Optional.of(mon("09:00")));
    }

    @Test
    void theNextInstantOfInterestIsTheNextThatChangesSomething() {
        Timeline life = life(fresh(mon("09:00")));

        assertThat(at(mon("09:00"), life, TARGET).nextInstantOfInterest()).contains(mon("11:00"));
        assertThat(at(mon("11:00"), life, TARGET).nextInstantOfInterest()).contains(mon("12:00"));
        assertThat(at(mon("12:00"), life, TARGET).nextInstantOfInterest()).contains(mon("13:00:00.000001"));
        assertThat(at(mon("13:30"), life, TARGET).nextInstantOfInterest()).isEmpty();
    }

    @Test
    void whatIsHiddenReachesNothingAndIsNotLateWhileItIs() {
        // Hidden from ten to four. In the middle of it all would be used.
        Target hiding = TARGET.withPolicy(ClockPolicy.standard().withPauses(ClockPolicy.Pauses.HIDE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("10:00")), active(mon("16:00")));

        Evaluation hidden = at(mon("15:00"), life, hiding);
        assertThat(hidden.state()).isEqualTo(ClockState.PAUSED);
        assertThat(hidden.breachedAt()).isEmpty();
        assertThat(reached(hidden)).containsExactly(false, false, false);
        assertThat(hidden.nextInstantOfInterest()).isEmpty();
        Evaluation after = at(mon("16:00"), life, hiding);
        assertThat(after.state()).isEqualTo(ClockState.BREACHED);
        assertThat(after.due()).contains(mon("13:00"));
        assertThat(after.breachedAt()).contains(mon("13:00:00.000001"));
        assertThat(reached(after)).containsExactly(true, true, true);
    }

    /** At eleven half is used, and at that very instant it begins to wait: what is used then was used before. */
    @Test
    void whatIsReachedWhenItIsHiddenWasReached() {
        Target hiding = TARGET.withPolicy(ClockPolicy.standard().withPauses(ClockPolicy.Pauses.HIDE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("11:00")));

        assertThat(instants(at(mon("12:00"), life, hiding)))
                .containsExactly(Optional.of(mon("11:00")), Optional.empty(), Optional.empty());
        assertThat(reached(at(mon("12:00"), life, hiding))).containsExactly(true, false, false);
    }

    @Test
    void whatWasLateBeforeItIsHiddenStaysLate() {
        Target hiding = TARGET.withPolicy(ClockPolicy.standard().withPauses(ClockPolicy.Pauses.HIDE));
        Timeline life = life(fresh(mon("09:00")), waiting(mon("14:00")));

        assertThat(at(mon("15:00"), life, hiding).state()).isEqualTo(ClockState.BREACHED);
        assertThat(reached(at(mon("15:00"), life, hiding))).containsExactly(true, true, true);
        assertThat(at(tue("15:00"), life.and(resolved(mon("16:00"))), hiding).state())
                .isEqualTo(ClockState.BREACHED);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold.Point.Before(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Point.After(Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Point.After(Duration.ofHours(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold.Point.Percent(new BigDecimal("1E-2000000000")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Point.Percent(BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> hours(1).withThresholds(HALF, HALF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClockPolicy.standard().withPauseCap(Optional.of(Duration.ofSeconds(Long.MAX_VALUE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockPolicy.Start.At(Instant.MAX))
                .withMessageContaining("1 to 9999");
    }
}
