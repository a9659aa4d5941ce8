package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.clock.Week.BERLIN;
import static org.itsmkit.servicelevel.clock.Week.DESK;
import static org.itsmkit.servicelevel.clock.Week.fresh;
import static org.itsmkit.servicelevel.clock.Week.hours;
import static org.itsmkit.servicelevel.clock.Week.life;
import static org.itsmkit.servicelevel.clock.Week.mon;
import static org.itsmkit.servicelevel.clock.Week.resolved;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.spi.Micros;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Test;

/** The first instant and the last, the most that may be promised, and nothing at all: an answer each time. */
class FarAwayTest {

    private static final Duration MOST = Duration.ofDays(100_000);
    private static final Threshold MOST_PERCENT = new Threshold(
            "most", new Threshold.Point.Percent(BigDecimal.valueOf(100_000)), new ThresholdAction.TellAssignee());
    private static final List<Amount> AMOUNTS = List.of(
            Amount.openTime(Duration.ZERO),
            Amount.openTime(MOST),
            Amount.elapsedTime(MOST),
            Amount.workingDays(0),
            Amount.workingDays(10_000),
            Amount.workingDaysBy(100, LocalTime.MAX),
            new Amount.WorkingDays(1, new Amount.DayEnd.SameTime()),
            new Amount.WorkingDays(0, new Amount.DayEnd.SameTimeUntilClosing()));
    private static final List<ServiceHours> HOURS = List.of(
            DESK, ServiceHours.always(), ServiceHours.of("never", BusinessCalendar.of(BERLIN, BusinessHours.never())));

    @Test
    void everyAmountHasAnAnswerInEveryCentury() {
        for (ServiceHours hours : HOURS) {
            for (Amount amount : AMOUNTS) {
                Target target = Target.of(Metric.RESOLUTION, amount).withThresholds(MOST_PERCENT);
                for (Instant begin : List.of(Micros.MIN, mon("09:00"), Micros.MAX)) {
                    for (Instant at : List.of(Micros.MIN, mon("09:00"), Micros.MAX)) {
                        Evaluation evaluation = ServiceLevelClock.evaluate(life(fresh(begin)), target, hours, at);

                        assertThat(evaluation.cycles()).hasSize(begin.isAfter(at) ? 0 : 1);
                    }
                }
            }
        }
    }

    @Test
    void allTimeIsExplained() {
        for (ServiceHours hours : HOURS) {
            Explanation explanation = ServiceLevelClock.explain(life(fresh(Micros.MIN)), hours(1), hours, Micros.MAX);

            assertThat(explanation.counted(1))
                    .isEqualTo(explanation.evaluation().elapsed());
            assertThat(explanation
                            .intervals()
                            .get(explanation.intervals().size() - 1)
                            .toExclusive())
                    .isEqualTo(Micros.MAX);
        }
    }

    @Test
    void howeverTheMostChangesThereIsAnAnswer() {
        for (ClockPolicy.Change change : ClockPolicy.Change.values()) {
            for (Amount first : AMOUNTS) {
                for (Amount second : AMOUNTS) {
                    Target next = Target.of(Metric.RESOLUTION, second)
                            .withPolicy(ClockPolicy.standard().withChange(change))
                            .withThresholds(MOST_PERCENT);
                    Evaluation evaluation = ServiceLevelClock.evaluate(
                            life(fresh(Micros.MIN)),
                            List.of(
                                    new Since(Micros.MIN, Target.of(Metric.RESOLUTION, first), ServiceHours.always()),
                                    new Since(Instant.parse("2180-01-01T00:00:00Z"), next, ServiceHours.always())),
                            Micros.MAX);

                    assertThat(evaluation.cycle().flatMap(Cycle::budget).filter(Duration::isNegative))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsBeyondTheYearsThatAreKeptIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), hours(1), DESK, Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> life(fresh(Instant.MIN)));
        assertThatIllegalArgumentException().isThrownBy(() -> Amount.openTime(MOST.plusNanos(1_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Amount.openTime(Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Amount.openTime(Duration.ofNanos(-1_000)));
    }

    @Test
    void targetsMustBeThereAndInOrder() {
        Since later = Week.since(mon("10:00"), hours(1));
        Since earlier = Week.since(mon("09:00"), hours(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), List.of(), mon("10:00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ServiceLevelClock.evaluate(life(fresh(mon("09:00"))), List.of(later, earlier), mon("10:00")));
        assertThatIllegalArgumentException().isThrownBy(() -> Timeline.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life(fresh(mon("09:00")), new Mark(mon("08:00"), "called")));
    }

    /** Of what comes at one instant, the later in the list holds; nothing lasts no time. */
    @Test
    void situationsMayComeInAnyOrderAndAtOneInstant() {
        Timeline life = life(resolved(mon("11:00")), fresh(mon("09:00")), Week.waiting(mon("11:00")));

        assertThat(Week.at(mon("12:00"), life, hours(4)).state()).isEqualTo(ClockState.PAUSED);
        assertThat(Week.at(mon("12:00"), life.and(resolved(mon("11:00"))), hours(4))
                        .state())
                .isEqualTo(ClockState.MET);
    }
}
