package org.itsmkit.valuestream.flow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.valuestream.flow.measure.FlowMeasuresTest.hours;
import static org.itsmkit.valuestream.flow.measure.FlowMeasuresTest.period;
import static org.itsmkit.valuestream.flow.measure.FlowMeasuresTest.visit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.Effort;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.junit.jupiter.api.Test;

/** A stream as it is against how it is to be. */
class ComparisonTest {

    private static final ValueStream AS_IS = ValueStream.named("orders")
            .begin(Step.of("order", ValueChainActivity.ENGAGE))
            .step(Step.of("approve", ValueChainActivity.PLAN))
            .step(Step.of("buy", ValueChainActivity.OBTAIN_BUILD))
            .along("order", "approve", "buy")
            .build();

    /** Ordering takes 1 h, approval is waited for for 10 h and then 20 h, buying takes 4 h and comes back once. */
    private static FlowMeasures asIs() {
        return FlowMeasures.of(
                AS_IS,
                period(0, 100),
                FlowTime.elapsed(),
                Stream.of(
                        Journey.of(
                                "one",
                                List.of(
                                        visit("order", Effort.PROCESS, 0, 1),
                                        visit("approve", Effort.WAIT, 1, 11),
                                        visit("buy", Effort.PROCESS, 11, 15))),
                        Journey.of(
                                "two",
                                List.of(
                                        visit("order", Effort.PROCESS, 0, 1),
                                        visit("approve", Effort.WAIT, 1, 21),
                                        visit("order", Effort.PROCESS, 21, 22),
                                        visit("buy", Effort.PROCESS, 22, 26)))));
    }

    @Test
    void againstTargets() {
        Comparison comparison = Comparison.of(
                asIs(),
                List.of(
                        StepTarget.of("approve").waited(hours(5)),
                        StepTarget.of("order").worked(hours(2)).completeAndAccurate(Fraction.ONE)));

        assertThat(comparison.gains()).extracting(Comparison.Gain::step).containsExactly("order", "approve", "buy");
        Comparison.Gain approve = comparison.gains().get(1);
        assertThat(approve.lessEach()).as("(10 + 20) / 2 − 5").isEqualTo(hours(10));
        assertThat(approve.lessInAll()).as("of two").isEqualTo(hours(20));
        assertThat(comparison.gains().get(0).lessInAll())
                .as("three visits, each an hour more")
                .isEqualTo(hours(-3));
        assertThat(comparison.gains().get(2).lessEach()).as("stays as it is").isZero();
        assertThat(comparison.gained()).isEqualTo(hours(17));
        assertThat(comparison.rolledNow()).as("order: 2 of 3").contains(Fraction.of(2, 3));
        assertThat(comparison.rolledThen()).contains(Fraction.ONE);
        assertThat(comparison.sentences())
                .containsExactly(
                        "All together 17 h would be gained.",
                        "approve: 10 h less for each (work 0 s, wait 10 h), 20 h for all 2.",
                        "order: −1 h less for each (work −1 h, wait 0 s), −3 h for all 3.",
                        "Complete and accurate at every step: 66.6 % now, 100.0 % then.");
    }

    @Test
    void againstATrialWithoutApproval() {
        ValueStream toBe = ValueStream.named("orders")
                .begin(Step.of("order", ValueChainActivity.ENGAGE))
                .step(Step.of("buy", ValueChainActivity.OBTAIN_BUILD))
                .step(Step.of("check", ValueChainActivity.IMPROVE))
                .along("order", "buy", "check")
                .build();
        FlowMeasures trial = FlowMeasures.of(
                toBe,
                period(0, 100),
                FlowTime.elapsed(),
                Stream.of(Journey.of(
                        "three",
                        List.of(
                                visit("order", Effort.PROCESS, 0, 1),
                                visit("buy", Effort.WAIT, 1, 2),
                                visit("check", Effort.PROCESS, 2, 3)))));

        Comparison comparison = Comparison.of(asIs(), trial);

        assertThat(comparison.added()).containsExactly("check");
        assertThat(comparison.greatest()).extracting(Comparison.Gain::step).containsExactly("approve", "buy");
        assertThat(comparison.gains().get(1).removed()).isTrue();
        assertThat(comparison.gains().get(2).lessWork()).isEqualTo(hours(4));
        assertThat(comparison.gains().get(2).lessWait()).isEqualTo(hours(-1));
        assertThat(comparison.gained()).as("15 · 2 + 3 · 2").isEqualTo(hours(36));
        assertThat(comparison.sentences())
                .contains(
                        "approve is no more: 15 h less for each (work 0 s, wait 15 h), 1 d 6 h for all 2.",
                        "check is new; what it takes is not known of the stream as it is.");
    }

    @Test
    void againstItselfNothingIsGained() {
        Comparison comparison = Comparison.of(asIs(), asIs());

        assertThat(comparison.gained()).isZero();
        assertThat(comparison.greatest()).isEmpty();
        assertThat(Comparison.of(asIs(), List.of()).gains()).isEqualTo(comparison.gains());
    }

    @Test
    void targetsAreOfStepsThatThereAreAndPossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(asIs(), List.of(StepTarget.of("elsewhere"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(asIs(), List.of(StepTarget.of("buy"), StepTarget.of("buy"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepTarget.of("buy").waited(Duration.ofHours(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepTarget.of("buy").completeAndAccurate(Fraction.of(3, 2)));
    }
}
