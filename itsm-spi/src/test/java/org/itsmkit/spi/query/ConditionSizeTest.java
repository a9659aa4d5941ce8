package org.itsmkit.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No condition can be made that is too large to be carried out. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConditionSizeTest {

    private static final FieldKey COST = FieldKey.of("cost", FieldType.DECIMAL);
    private static final FieldKey TITLE = FieldKey.of("title", FieldType.TEXT);
    private static final Condition LEAF = Condition.eq(COST, FieldValue.number(1));

    static Stream<UnaryOperator<Condition>> nestings() {
        return Stream.of(Condition::not, inner -> new Condition.And(List.of(inner)), inner -> Condition.or(inner));
    }

    private static Condition nested(Condition innermost, UnaryOperator<Condition> nesting, int levels) {
        Condition condition = innermost;
        for (int i = 1; i < levels; i++) {
            condition = nesting.apply(condition);
        }
        return condition;
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void fiftyLevelsAreTheMost(UnaryOperator<Condition> nesting) {
        Condition fifty = nested(LEAF, nesting, 50);

        assertThat(fifty).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nesting.apply(fifty))
                .withMessageContaining("50");
        assertThatIllegalArgumentException().isThrownBy(() -> nested(LEAF, nesting, 100_000));
        assertThatIllegalArgumentException().isThrownBy(() -> nested(Condition.and(), nesting, 100_000));
    }

    @Test
    void oneBranchThatIsTooDeepIsEnough() {
        Condition fifty = nested(LEAF, Condition::not, 50);

        assertThatIllegalArgumentException().isThrownBy(() -> Condition.or(LEAF, LEAF, fifty));
    }

    private static Condition choice(int values) {
        return Condition.in(COST, Collections.nCopies(values, FieldValue.number(1)));
    }

    @Test
    void tenThousandValuesAreTheMost() {
        List<Condition> tenThousand = Collections.nCopies(10, choice(1_000));

        assertThat(new Condition.Or(tenThousand).conditions()).hasSize(10);
        assertThat(new Condition.And(Collections.nCopies(10_000, LEAF)).conditions())
                .hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Or(tenThousand).and(LEAF))
                .withMessageContaining("10000");
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.And(Collections.nCopies(10_001, LEAF)));
    }

    @Test
    void wordsCountAsValues() {
        Set<String> words = IntStream.range(0, 200).mapToObj(i -> "w" + i).collect(Collectors.toSet());
        Condition twoHundred = new Condition.HasWords(TITLE, words);

        assertThat(new Condition.Or(Collections.nCopies(50, twoHundred))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.Or(Collections.nCopies(51, twoHundred)));
    }

    @Test
    void whatHoldsNothingCountsToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Or(Collections.nCopies(10_001, Condition.and())));
    }

    @Test
    void doublingEndsSoon() {
        long start = System.nanoTime();
        for (Condition innermost : List.of(LEAF, Condition.and(), Condition.or(), Condition.all())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nested(innermost, inner -> Condition.and(inner, inner), 50));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void noSumIsTooLargeToBeSeen() {
        Condition tenThousand = new Condition.Or(Collections.nCopies(10, choice(1_000)));
        // 214,749 times 10,000 is more than an int holds.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Or(Collections.nCopies(214_749, tenThousand)));
    }
}
