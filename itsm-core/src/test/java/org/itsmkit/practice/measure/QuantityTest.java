package org.itsmkit.practice.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Test;

/** What figures say, exactly. */
class QuantityTest {

    private static final Window DAY =
            new Window(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void theyAreWrittenAsPeopleReadThem() {
        assertThat(Quantity.of(3, 40)).hasToString("3 of 40 (7.5 %)");
        assertThat(Quantity.of(2, 3)).hasToString("2 of 3 (66.6 %)");
        assertThat(Quantity.of(Duration.ofMinutes(26 * 60 + 5))).hasToString("1 d 2 h 5 min");
        assertThat(Quantity.of(Duration.ofSeconds(42))).hasToString("42 s");
        assertThat(Quantity.of(new BigDecimal("100.50"))).hasToString("100.5");
        assertThat(Quantity.of(-100)).hasToString("-100");
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Quantity.of(new BigDecimal("1.50"))).isEqualTo(Quantity.of(new BigDecimal("1.5")));
        assertThat(Quantity.of(new BigDecimal("0.00"))).isEqualTo(Quantity.of(0));
    }

    @Test
    void whichWayIsBetter() {
        assertThat(Direction.UP.isBetter(Quantity.of(3, 4), Quantity.of(50, 100)))
                .isTrue();
        assertThat(Direction.UP.isBetter(Quantity.of(1, 2), Quantity.of(50, 100)))
                .isFalse();
        assertThat(Direction.DOWN.isBetter(Quantity.of(Duration.ofHours(1)), Quantity.of(Duration.ofHours(2))))
                .isTrue();
        assertThat(Direction.DOWN.isBetter(Quantity.of(2), Quantity.of(2))).isFalse();
    }

    @Test
    void whatIsOfDifferentSortsCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(1).compareWith(Quantity.of(1, 2)))
                .withMessageContaining("cannot be compared");
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(1, 2).compareWith(Quantity.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(Duration.ZERO).compareWith(Quantity.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(0, 0));
    }

    @Property
    void sharesCompareAsFractionsDo(
            @ForAll @IntRange(min = 0, max = 50) int part,
            @ForAll @IntRange(min = 0, max = 50) int otherPart,
            @ForAll @IntRange(min = 50, max = 99) int whole,
            @ForAll @IntRange(min = 50, max = 99) int otherWhole) {
        int difference = Quantity.of(part, whole).compareWith(Quantity.of(otherPart, otherWhole));

        assertThat(Integer.signum(difference)).isEqualTo(Integer.signum(part * otherWhole - otherPart * whole));
    }

    @Test
    void aFigureSaysSomethingOrWhyNot() {
        Figure told = Figure.of("load", Quantity.of(2), 1, DAY, "Load");

        assertThat(told.sentence()).isEqualTo("Load: 2, 1 case.");
        assertThat(Figure.none("load", "Nobody works here.", DAY).value()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Figure("load", Optional.empty(), "", 0, DAY, "?"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Figure("load", told.value(), "because", 1, DAY, "?"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Figure("load", told.value(), "", -1, DAY, "?"));
    }

    @Test
    void aMeasureIsToldByItsOwnFiguresInItsUnit() {
        KeyMeasure load = KeyMeasure.computed("load", Unit.NUMBER, Direction.DOWN, "How much there is to do");

        assertThat(load.isToldBy(Figure.of("load", Quantity.of(2), 1, DAY, "Load")))
                .isTrue();
        assertThat(load.isToldBy(Figure.of("load", Quantity.of(1, 2), 1, DAY, "Load")))
                .isFalse();
        assertThat(load.isToldBy(Figure.of("cost", Quantity.of(2), 1, DAY, "Cost")))
                .isFalse();
        assertThat(load.isToldBy(Figure.none("load", "Nobody works here.", DAY)))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyMeasure.notComputable("load", Unit.NUMBER, Direction.UP, "Load", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyMeasure.computed("load", Unit.NUMBER, Direction.UP, " "));
    }
}
