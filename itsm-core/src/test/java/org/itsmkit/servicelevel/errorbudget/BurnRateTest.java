package org.itsmkit.servicelevel.errorbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.errorbudget.Samples.START;
import static org.itsmkit.servicelevel.errorbudget.Samples.THREE_NINES;
import static org.itsmkit.servicelevel.errorbudget.Samples.after;
import static org.itsmkit.servicelevel.errorbudget.Samples.decimal;
import static org.itsmkit.servicelevel.errorbudget.Samples.requests;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.errorbudget.BurnRateAlert.Response;
import org.junit.jupiter.api.Test;

class BurnRateTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static List<Boolean> firing(Indicator indicator, int minute) {
        return BurnRateAlert.standard().stream()
                .map(alert -> alert.check(THREE_NINES, indicator, after(Duration.ofMinutes(minute)))
                        .isFiring())
                .toList();
    }

    @Test
    void byHand() {
        // 20 of 1,000 requests are bad in half of the hour: 600 of 60,000 are 1 %, ten times what may be
        BurnRate rate = BurnRate.of(THREE_NINES, requests(120, 20, 90, 120), after(Duration.ofHours(2)), HOUR);

        assertThat(rate.toDecimal(2)).isEqualTo(decimal("10.00"));
        assertThat(rate.exceeds(decimal("9.9999999999"))).isTrue();
        assertThat(rate.exceeds(BigDecimal.TEN)).isFalse();
        assertThat(rate.isZero()).isFalse();
    }

    @Test
    void whereNothingHappensNothingBurns() {
        BurnRate rate = BurnRate.of(THREE_NINES, requests(0, 0, 0, 0), START, HOUR);

        assertThat(rate.toDecimal(1)).isEqualTo(decimal("0.0"));
        assertThat(rate.isZero()).isTrue();
        assertThat(rate.exceeds(BigDecimal.ZERO)).isFalse();
    }

    @Test
    void theStandardFactorsAreSharesOfABudgetOfThirtyDays() {
        Duration month = Duration.ofDays(30);
        List<BurnRateAlert> standard = BurnRateAlert.standard();

        // 0.02 · 720 h / 1 h = 14.4; 0.05 · 720 / 6 = 6; 0.1 · 720 / 72 = 1
        assertThat(BurnRateAlert.spending(decimal("0.02"), month, HOUR, Duration.ofMinutes(5), Response.PAGE)
                        .factor())
                .isEqualByComparingTo(standard.get(0).factor());
        assertThat(BurnRateAlert.spending(
                                decimal("0.05"), month, Duration.ofHours(6), Duration.ofMinutes(30), Response.PAGE)
                        .factor())
                .isEqualByComparingTo(standard.get(1).factor());
        assertThat(BurnRateAlert.spending(
                                decimal("0.1"), month, Duration.ofDays(3), Duration.ofHours(6), Response.TICKET)
                        .factor())
                .isEqualByComparingTo(standard.get(2).factor());
        // and of 28 days
        assertThat(BurnRateAlert.spending(
                                decimal("0.02"), Duration.ofDays(28), HOUR, Duration.ofMinutes(5), Response.PAGE)
                        .factor())
                .isEqualByComparingTo("13.44");
    }

    @Test
    void bothWindowsMustBurn() {
        // from minute 6,000 on, 2 % are bad for an hour: a rate of 20
        Indicator hour = requests(10_000, 20, 6_000, 6_060);

        assertThat(firing(hour, 6_000)).containsExactly(false, false, false);
        // 40 minutes at 20: 13.3 over the hour; over six hours 2.2, over three days 0.2
        assertThat(firing(hour, 6_040)).containsExactly(false, false, false);
        // 44 minutes at 20: 14.67 over the hour
        assertThat(firing(hour, 6_044)).containsExactly(true, false, false);
        // five minutes after its end the short window has nothing of it
        assertThat(firing(hour, 6_060)).containsExactly(true, false, false);
        assertThat(firing(hour, 6_065)).containsExactly(false, false, false);
    }

    @Test
    void exactlyTheFactorIsNotMoreThanIt() {
        // 14.4 ‰ bad: at most 14.4 over both windows; one more request, and it is more
        BurnRateAlert page = BurnRateAlert.standard().get(0);
        assertThat(new BurnRateAlert.Check(
                                page,
                                new BurnRate(THREE_NINES, Tally.of(144, 10_000)),
                                new BurnRate(THREE_NINES, Tally.of(144, 10_000)))
                        .isFiring())
                .isFalse();
        assertThat(new BurnRateAlert.Check(
                                page,
                                new BurnRate(THREE_NINES, Tally.of(145, 10_000)),
                                new BurnRate(THREE_NINES, Tally.of(145, 10_000)))
                        .isFiring())
                .isTrue();
    }

    @Test
    void aSlowBurnMakesATicket() {
        // 2 ‰ for three days: a rate of 2
        assertThat(firing(requests(5_000, 2, 0, 5_000), 4_500)).containsExactly(false, false, true);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRateAlert(HOUR, HOUR, BigDecimal.ONE, Response.PAGE))
                .withMessageContaining("shorter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRateAlert(HOUR, Duration.ZERO, BigDecimal.ONE, Response.PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnRateAlert(HOUR, Duration.ofMinutes(5), BigDecimal.ZERO, Response.PAGE))
                .withMessageContaining("positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BurnRateAlert.spending(BigDecimal.ONE, HOUR, Duration.ZERO, Duration.ZERO, Response.PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BurnRate.of(THREE_NINES, requests(1, 0, 0, 0), START, Duration.ofSeconds(-1)));
    }

    /** Decided on numbers so small that whole numbers do: {@code bad · 1000 > factor · total} for three nines. */
    @Test
    void aRateExceedsAFactorExactly() {
        Seeds.each(2_000, random -> {
            long total = random.nextLong(1, 100_001);
            long bad = random.nextInt((int) Math.min(total, 2_000) + 1);
            long factor = random.nextLong(1, 31);
            BurnRate rate = new BurnRate(THREE_NINES, Tally.of(bad, total));
            assertThat(rate.exceeds(BigDecimal.valueOf(factor))).isEqualTo(bad * 1_000 > factor * total);
            assertThat(rate.toDecimal(0)).isEqualByComparingTo(BigDecimal.valueOf(bad * 1_000 / total));
        });
    }
}
