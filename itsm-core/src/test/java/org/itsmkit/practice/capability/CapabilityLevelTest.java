package org.itsmkit.practice.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.practice.measure.Direction;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.practice.measure.Unit;
import org.junit.jupiter.api.Test;

/** How far a baker's practice of baking has come: two criteria of each of the first two levels, one of each of the others. */
class CapabilityLevelTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final String BAKING = "baking";
    private static final KeyMeasure BURNT =
            KeyMeasure.computed("burnt-loaves", Unit.SHARE, Direction.DOWN, "Of loaves, those that were burnt");

    private static final List<Criterion> CRITERIA = List.of(
            criterion("bakes", 1),
            criterion("sells", 1),
            criterion("plans", 2),
            criterion("orders", 2),
            criterion("recipe", 3),
            new Criterion(
                    "told",
                    BAKING,
                    4,
                    Dimension.INFORMATION_AND_TECHNOLOGY,
                    "It is known how many are burnt.",
                    new Criterion.Demand.Told(BURNT)),
            new Criterion(
                    "better",
                    BAKING,
                    5,
                    Dimension.INFORMATION_AND_TECHNOLOGY,
                    "Fewer are burnt.",
                    new Criterion.Demand.Bettered(BURNT)));

    private static Criterion criterion(String code, int level) {
        return Criterion.of(code, BAKING, level, Dimension.VALUE_STREAMS_AND_PROCESSES, "The baker " + code + ".");
    }

    /** Accepted on Monday, good for so many days. */
    private static Evidence shown(String criterion, int days) {
        return shown(criterion, days, Optional.empty());
    }

    private static Evidence shown(String criterion, int days, Optional<Figure> figure) {
        return new Evidence(
                1,
                criterion,
                BEN,
                CARLA,
                MONDAY,
                MONDAY.plus(Duration.ofDays(days)),
                Set.of(),
                figure,
                "seen",
                Optional.empty());
    }

    /** So many of a hundred were burnt in that week of 2026. */
    private static Optional<Figure> burnt(int week, int loaves) {
        Instant from = Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofDays(7L * (week - 1)));
        return Optional.of(Figure.of(
                "burnt-loaves",
                Quantity.of(loaves, 100),
                100,
                new Window(from, from.plus(Duration.ofDays(7))),
                "Burnt"));
    }

    private static CapabilityLevel level(Instant at, Evidence... evidence) {
        return CapabilityLevel.of(BAKING, CRITERIA, List.of(evidence), at);
    }

    private static Instant day(int days) {
        return MONDAY.plus(Duration.ofDays(days));
    }

    @Test
    void aLevelIsReachedIfAllOfItAndOfThoseBelowIsShown() {
        assertThat(level(MONDAY).reached()).isZero();
        assertThat(level(MONDAY, shown("bakes", 9)).reached()).isZero();
        assertThat(level(MONDAY, shown("bakes", 9), shown("sells", 9)).reached())
                .isEqualTo(1);
        assertThat(level(MONDAY, shown("bakes", 9), shown("sells", 9), shown("plans", 9), shown("recipe", 9))
                        .reached())
                .as("orders are not shown, so that the recipe does not help")
                .isEqualTo(1);
    }

    /** Level 1 is shown for 30 and 10 days, level 2 for 20 and 5: it falls to 1 after 5 days, and to 0 after 10. */
    @Test
    void aLevelFallsWhenTheFirstOfItsEvidenceGrowsOld() {
        Evidence[] evidence = {shown("bakes", 30), shown("sells", 10), shown("plans", 20), shown("orders", 5)};

        assertThat(level(MONDAY, evidence).reached()).isEqualTo(2);
        assertThat(level(MONDAY, evidence).nextChange()).contains(day(5));
        assertThat(level(day(5).minusNanos(1_000), evidence).reached()).isEqualTo(2);
        assertThat(level(day(5), evidence).reached()).isEqualTo(1);
        assertThat(level(day(5), evidence).nextChange()).contains(day(10));
        assertThat(level(day(10), evidence).reached()).isZero();
        assertThat(level(day(10), evidence).nextChange()).isEmpty();
    }

    @Test
    void whatIsShownTwiceHoldsAsLongAsTheLonger() {
        CapabilityLevel level = level(MONDAY, shown("bakes", 3), shown("bakes", 8), shown("sells", 9));

        assertThat(level.nextChange()).contains(day(8));
        assertThat(level.rating()).isEqualTo(new Rating(BAKING, 1, MONDAY, Optional.of(day(8))));
    }

    @Test
    void whatIsWithdrawnOrNotYetAcceptedShowsNothing() {
        Evidence sells = shown("sells", 9);

        assertThat(level(day(3), shown("bakes", 9), sells.withdrawn(day(2))).reached())
                .isZero();
        assertThat(level(day(1), shown("bakes", 9), sells.withdrawn(day(2))).reached())
                .isEqualTo(1);
        assertThat(level(day(1), shown("bakes", 9), sells.withdrawn(day(2))).nextChange())
                .contains(day(2));
        assertThat(level(MONDAY.minusNanos(1_000), shown("bakes", 9), sells).reached())
                .isZero();
    }

    @Test
    void aFigureIsAskedForWhereACriterionNamesAMeasure() {
        assertThat(level4(shown("told", 9)).reached()).as("words do").isEqualTo(3);
        assertThat(level4(shown("told", 9, burnt(1, 4))).reached()).isEqualTo(4);
        assertThat(level4(shown(
                                "told",
                                9,
                                Optional.of(Figure.none(
                                        "burnt-loaves",
                                        "Nobody counted.",
                                        burnt(1, 1).orElseThrow().period()))))
                        .reached())
                .as("a figure without a value")
                .isEqualTo(3);
    }

    /** From 4 burnt in the first week to 3 in the second; 4 again, or the same week, is no better. */
    @Test
    void theHighestLevelAsksForAFigureThatHasBecomeBetter() {
        Evidence told = shown("told", 9, burnt(1, 4));

        assertThat(level4(told, shown("better", 9, burnt(1, 4)), shown("better", 9, burnt(2, 3)))
                        .reached())
                .isEqualTo(5);
        assertThat(level4(told, shown("better", 9, burnt(1, 4)), shown("better", 9, burnt(2, 4)))
                        .reached())
                .isEqualTo(4);
        assertThat(level4(told, shown("better", 9, burnt(1, 4)), shown("better", 9, burnt(1, 3)))
                        .reached())
                .isEqualTo(4);
        assertThat(level4(told, shown("better", 9, burnt(2, 3))).reached()).isEqualTo(4);
        assertThat(level4(
                                told,
                                shown("better", 9, burnt(1, 2)),
                                shown("better", 9, burnt(2, 4)),
                                shown("better", 9, burnt(3, 3)))
                        .reached())
                .as("better than the last time")
                .isEqualTo(5);
    }

    /** The baseline is valid for 2 days only: after these nothing shows that it became better. */
    @Test
    void whatShowsABettermentHoldsAsLongAsBothFigures() {
        CapabilityLevel level =
                level4(shown("told", 9, burnt(1, 4)), shown("better", 2, burnt(1, 4)), shown("better", 9, burnt(2, 3)));

        assertThat(level.nextChange()).contains(day(2));
    }

    private static CapabilityLevel level4(Evidence... more) {
        List<Evidence> all = new ArrayList<>(List.of(
                shown("bakes", 9), shown("sells", 9), shown("plans", 9), shown("orders", 9), shown("recipe", 9)));
        all.addAll(List.of(more));
        return CapabilityLevel.of(BAKING, CRITERIA, all, MONDAY);
    }

    @Test
    void theGapsToALevel() {
        CapabilityLevel level = level(MONDAY, shown("bakes", 30), shown("sells", 10), shown("plans", 10));

        assertThat(level.gapsTo(2, Duration.ofDays(10)))
                .extracting(Gap::sentence)
                .containsExactly(
                        "Level 1, shown until 2026-03-12T09:00:00Z: The baker sells.",
                        "Level 2, shown until 2026-03-12T09:00:00Z: The baker plans.",
                        "Level 2, not shown: The baker orders.");
        assertThat(level.gapsTo(2, Duration.ofDays(9)))
                .extracting(Gap::sentence)
                .containsExactly("Level 2, not shown: The baker orders.");
        assertThat(level.gapsTo(1, Duration.ZERO)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> level.gapsTo(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> level.gapsTo(6, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> level.gapsTo(1, Duration.ofDays(-1)));
    }

    @Test
    void whereNothingIsAskedNothingIsReached() {
        CapabilityLevel level = CapabilityLevel.of(
                BAKING, List.of(criterion("bakes", 1), criterion("recipe", 3)), List.of(shown("bakes", 9)), MONDAY);

        assertThat(level.reached()).isEqualTo(1);
        assertThat(level.gapsTo(3, Duration.ZERO))
                .extracting(Gap::sentence)
                .containsExactly(
                        "Level 2: nothing says what it asks of baking.", "Level 3, not shown: The baker recipe.");
    }

    @Test
    void evidenceKeepsItsBounds() {
        Evidence good = shown("bakes", 1);

        assertThatIllegalArgumentException().isThrownBy(() -> shown("bakes", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(
                        0,
                        "bakes",
                        BEN,
                        CARLA,
                        good.at(),
                        good.validUntil(),
                        Set.of(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> criterion("bakes", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> criterion("bakes", 6));
    }
}
