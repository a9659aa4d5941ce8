package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PainValueTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static PainValue pain(long incidents, Duration each, long users, String cost) {
        return new PainValue(incidents, each, users, new BigDecimal(cost), EUR);
    }

    @Test
    void incidentsTimesDurationTimesUsersTimesCost() {
        PainValue mail = pain(12, Duration.ofMinutes(90), 40, "35.50");

        assertThat(mail.value()).isEqualTo(new BigDecimal("25560.00"));
        assertThat(mail.userHours()).isEqualByComparingTo("720");
        assertThat(mail.explanation())
                .isEqualTo("12 incidents × PT1H30M × 40 users × 35.5 EUR per user and hour = 25560.00 EUR");
    }

    @Test
    void theGreaterHurtsMoreEvenByLessThanACent() {
        PainValue less = pain(1, Duration.ofNanos(1_000), 1, "1");
        PainValue more = pain(1, Duration.ofNanos(2_000), 1, "1");

        assertThat(less.value()).isEqualByComparingTo(more.value());
        assertThat(List.of(more, less).stream().sorted()).containsExactly(less, more);
        assertThat(pain(2, Duration.ofHours(1), 3, "5")).isEqualByComparingTo(pain(3, Duration.ofHours(2), 1, "5.0"));
    }

    @Test
    void noSizeIsTooGreat() {
        PainValue all = pain(Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE, "3600");

        assertThat(all.value().toBigIntegerExact())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).pow(3));
    }

    @Test
    void nothingIsNegativeAndCurrenciesAreNotMixed() {
        assertThatIllegalArgumentException().isThrownBy(() -> pain(-1, Duration.ZERO, 1, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> pain(1, Duration.ofNanos(-1), 1, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> pain(1, Duration.ZERO, -1, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> pain(1, Duration.ZERO, 1, "-1"));
        PainValue francs = new PainValue(1, Duration.ZERO, 1, BigDecimal.ONE, Currency.getInstance("CHF"));
        assertThatIllegalArgumentException().isThrownBy(() -> francs.compareTo(pain(1, Duration.ZERO, 1, "1")));
    }
}
