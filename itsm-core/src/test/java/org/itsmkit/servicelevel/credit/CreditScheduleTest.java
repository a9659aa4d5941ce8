package org.itsmkit.servicelevel.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.itsmkit.servicelevel.availability.Ratio;
import org.junit.jupiter.api.Test;

class CreditScheduleTest {

    private static final CreditTier HALF = CreditTier.of("0", "0.95", "0.5");
    private static final CreditTier QUARTER = CreditTier.of("0.95", "0.99", "0.25");
    private static final CreditTier TENTH = CreditTier.of("0.99", "0.999", "0.10");
    private static final CreditSchedule SCHEDULE = CreditSchedule.of(TENTH, HALF, QUARTER);

    @Test
    void whoeverReachesTheUpperEdgeIsInTheBetterTier() {
        assertThat(SCHEDULE.target()).isEqualByComparingTo("0.999");
        assertThat(SCHEDULE.tierOf(Ratio.of(999, 1_000))).isEmpty();
        assertThat(SCHEDULE.tierOf(Ratio.ONE)).isEmpty();
        assertThat(SCHEDULE.tierOf(Ratio.of(998_999, 1_000_000))).contains(TENTH);
        assertThat(SCHEDULE.tierOf(Ratio.of(99, 100))).contains(TENTH);
        assertThat(SCHEDULE.tierOf(Ratio.of(989_999, 1_000_000))).contains(QUARTER);
        assertThat(SCHEDULE.tierOf(Ratio.of(95, 100))).contains(QUARTER);
        assertThat(SCHEDULE.tierOf(Ratio.ZERO)).contains(HALF);
    }

    /** 99.8999…, that is 999 of 1,000 but for one in a million million, misses 99.9 per cent, whatever it is rounded to. */
    @Test
    void whatIsRoundedDoesNotDecide() {
        assertThat(SCHEDULE.tierOf(Ratio.of(998_999_999_999L, 1_000_000_000_000L)))
                .contains(TENTH);
    }

    @Test
    void tiersFollowFromWhatIsMissed() {
        assertThat(CreditSchedule.below(Map.of(
                        new BigDecimal("0.999"), new BigDecimal("0.10"),
                        new BigDecimal("0.95"), new BigDecimal("0.5"),
                        new BigDecimal("0.99"), new BigDecimal("0.25"))))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(SCHEDULE);
    }

    @Test
    void contradictionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(HALF, TENTH))
                .withMessage("a gap: nothing is said from 0.95 to 0.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(HALF, CreditTier.of("0.94", "0.99", "0.25")))
                .withMessage("an overlap: two tiers from 0.94 to 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(HALF, CreditTier.of("0.1", "0.2", "0.25")))
                .withMessage("an overlap: two tiers from 0.1 to 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(HALF, HALF))
                .withMessage("an overlap: two tiers from 0 to 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(HALF, CreditTier.of("0.95", "0.99", "0.6")))
                .withMessage("less is given for less: 0.5 below 0.95, but 0.6 above");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditSchedule.of(QUARTER))
                .withMessage("nothing is said of less than 0.95");
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditSchedule(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditSchedule.below(Map.of()));
    }

    @Test
    void neighboursMayGiveTheSameAndTheWorstAllOfTheFee() {
        CreditSchedule all = CreditSchedule.of(CreditTier.of("0", "0.5", "1"), CreditTier.of("0.5", "1", "1"));

        assertThat(all.target()).isEqualByComparingTo("1");
        assertThat(all.tierOf(Ratio.of(1, 4)).map(CreditTier::credit)).contains(BigDecimal.ONE);
        assertThat(all.tierOf(Ratio.of(3, 4)).map(CreditTier::credit)).contains(BigDecimal.ONE);
    }

    @Test
    void whatIsNoTierIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("0.5", "0.5", "0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("-0.1", "0.5", "0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("0.5", "1.1", "0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("0", "1", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("0", "1", "1.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditTier.of("0", "one", "1"));
    }
}
