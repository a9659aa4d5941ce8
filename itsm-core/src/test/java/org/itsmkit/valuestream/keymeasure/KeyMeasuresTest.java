package org.itsmkit.valuestream.keymeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.valuestream.keymeasure.March.MARCH;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmkit.practice.catalogue.Practice;
import org.itsmkit.practice.catalogue.PracticeGroup;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.practice.measure.Source;
import org.junit.jupiter.api.Test;

/** What practices name is there, and what is there is named. */
class KeyMeasuresTest {

    private static final KeyMeasures STANDARD = KeyMeasures.standard();

    private static Set<String> named() {
        return Practices.all().stream()
                .flatMap(practice -> practice.measures().stream())
                .filter(KeyMeasure::isComputed)
                .map(KeyMeasure::figure)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFunctionThatAPracticeNamesIsThereAndEveryOneThatIsThereIsNamed() {
        assertThat(new TreeSet<>(STANDARD.functions())).isEqualTo(named());
    }

    @Test
    void twentyEightPracticesHaveAMeasureThatTheKitComputes() {
        List<Practice> some = Practices.all().stream()
                .filter(practice -> practice.measures().stream().anyMatch(KeyMeasure::isComputed))
                .toList();

        assertThat(some).hasSizeGreaterThanOrEqualTo(20).hasSize(28);
        assertThat(some)
                .filteredOn(practice -> practice.group() == PracticeGroup.GENERAL)
                .hasSize(12);
        assertThat(some)
                .filteredOn(practice -> practice.group() == PracticeGroup.SERVICE)
                .hasSize(13);
        assertThat(some)
                .filteredOn(practice -> practice.group() == PracticeGroup.TECHNICAL)
                .hasSize(3);
    }

    @Test
    void ofAnEmptyWorldNothingIsSaidAndWhyNot() {
        MeasuredWorld empty = MeasuredWorld.empty(MARCH);

        for (String function : STANDARD.functions()) {
            Figure figure = STANDARD.figure(function, empty);
            assertThat(figure.value()).as(function).isEmpty();
            assertThat(figure.reason()).as(function).endsWith(".");
            assertThat(figure.sentence()).isEqualTo(figure.reason());
            assertThat(figure.cases()).isZero();
            assertThat(figure.period()).isEqualTo(MARCH);
        }
    }

    @Test
    void whatIsNotComputedSaysWhy() {
        MeasuredWorld empty = MeasuredWorld.empty(MARCH);
        Practice portfolio = Practices.get("portfolio-management");

        assertThat(STANDARD.figures(portfolio, empty))
                .extracting(Figure::reason)
                .containsExactlyElementsOf(portfolio.measures().stream()
                        .map(measure -> ((Source.NotComputable) measure.source()).reason())
                        .toList());
    }

    @Test
    void aHostComputesWhatTheKitDoesNot() {
        KeyMeasures more = STANDARD.with(
                "plans-exercised",
                world -> Figure.of("plans-exercised", Quantity.of(3, 4), 4, world.period(), "Plans exercised"));

        Figure figure = more.figure("plans-exercised", MeasuredWorld.empty(MARCH));

        assertThat(figure.sentence()).isEqualTo("Plans exercised: 3 of 4 (75.0 %), 4 cases.");
        assertThat(STANDARD.functions()).doesNotContain("plans-exercised");
        assertThat(Practices.get("service-continuity-management")
                        .measure("plans-exercised")
                        .orElseThrow()
                        .isToldBy(figure))
                .isTrue();
    }

    @Test
    void whatIsNotThereIsNotComputed() {
        MeasuredWorld empty = MeasuredWorld.empty(MARCH);
        KeyMeasures wrong = STANDARD.with("mine", world -> Figure.none("yours", "No.", world.period()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.figure("nothing", empty))
                .withMessageContaining("nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrong.figure("mine", empty))
                .withMessageContaining("yours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.with("no code", world -> Figure.none("no code", "No.", world.period())));
    }
}
