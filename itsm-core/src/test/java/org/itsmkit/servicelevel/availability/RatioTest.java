package org.itsmkit.servicelevel.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void nothingButAllIsShownAsAll() {
        // 19,999 / 20,000 = 0.99995
        Ratio almost = Ratio.of(19_999, 20_000);
        assertThat(almost.toPerCent(3)).isEqualByComparingTo("99.995");
        assertThat(almost.toPerCent(2)).isEqualTo(new BigDecimal("99.99"));
        assertThat(almost.toPerCent(0)).isEqualTo(new BigDecimal("99"));
        assertThat(Ratio.of(Long.MAX_VALUE - 1, Long.MAX_VALUE).toPerCent(9)).isLessThan(BigDecimal.valueOf(100));
        assertThat(Ratio.ONE.toPerCent(2)).isEqualTo(new BigDecimal("100.00"));
        assertThat(almost).hasToString("99.995 %");
    }

    @Test
    void aTargetIsMetExactlyOrNot() {
        Ratio almost = Ratio.of(19_999, 20_000);
        assertThat(almost.isAtLeast(new BigDecimal("0.99995"))).isTrue();
        assertThat(almost.isAtLeast(new BigDecimal("0.9999500000000000000000000000000000001")))
                .isFalse();
        // 2/3 is no decimal number, and yet is on one side of each
        assertThat(Ratio.of(2, 3).isAtLeast(new BigDecimal("0.66666666666666666666")))
                .isTrue();
        assertThat(Ratio.of(2, 3).isAtLeast(new BigDecimal("0.66666666666666666667")))
                .isFalse();
    }

    @Test
    void equalSharesAreEqual() {
        assertThat(Ratio.of(2, 4)).isEqualTo(Ratio.of(1, 2)).hasSameHashCodeAs(Ratio.of(1, 2));
        assertThat(Ratio.of(0, 7)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of(1, 3).complement()).isEqualTo(Ratio.of(2, 3));
        assertThat(Ratio.of(1, 3)).isLessThan(Ratio.of(2, 5));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 0)).withMessageContaining("1 of 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(3, 2));
    }

    /** Whatever is shown meets a target with as many digits exactly if what it stands for does. */
    @Test
    void whatIsShownIsOnTheSameSideOfATargetWithAsManyDigits() {
        Seeds.each(2_000, random -> {
            int whole = 1 + random.nextInt(1_000_000);
            Ratio ratio = Ratio.of(random.nextInt(whole + 1), whole);
            BigDecimal target = BigDecimal.valueOf(random.nextInt(10_001), 2);
            assertThat(ratio.toPerCent(2).compareTo(target) >= 0).isEqualTo(ratio.isAtLeast(target.movePointLeft(2)));
        });
    }
}
