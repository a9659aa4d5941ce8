package org.itsmkit.servicelevel.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.credit.CreditTerms.Combination;
import org.itsmkit.servicelevel.credit.ServiceCredit.Cap;
import org.itsmkit.servicelevel.credit.ServiceCredit.Capped;
import org.itsmkit.servicelevel.credit.ServiceCredit.Line;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreditTermsTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final String AVAILABILITY = "availability";
    private static final String RESOLUTION = "resolution in time";

    private static final CreditTier HALF = CreditTier.of("0", "0.95", "0.5");
    private static final CreditTier QUARTER = CreditTier.of("0.95", "0.99", "0.25");
    private static final CreditTier TENTH = CreditTier.of("0.99", "0.999", "0.10");
    private static final CreditTier FIFTH = CreditTier.of("0", "0.9", "0.2");

    private static final CreditTerms TERMS = CreditTerms.builder()
            .putTargets(AVAILABILITY, CreditSchedule.of(HALF, QUARTER, TENTH))
            .putTargets(RESOLUTION, CreditSchedule.of(FIFTH))
            .combination(Combination.SUM)
            .addExclusions(OutageCause.CUSTOMER, OutageCause.FORCE_MAJEURE)
            .currency(Currency.getInstance("EUR"))
            .rounding(RoundingMode.HALF_UP)
            .window(MeasurementWindow.MONTH)
            .zone(VIENNA)
            .contractStart(LocalDate.of(2026, 1, 1))
            .build();

    private static Window month(int month) {
        return MeasurementWindow.MONTH.containing(Instant.parse("2026-%02d-15T00:00:00Z".formatted(month)), VIENNA);
    }

    private static Measured measured(int month, String fee, String availability) {
        BigDecimal share = new BigDecimal(availability);
        return Measured.of(month(month), new BigDecimal(fee))
                .with(
                        AVAILABILITY,
                        new Ratio(
                                share.unscaledValue(),
                                BigDecimal.TEN.pow(share.scale()).toBigInteger()));
    }

    private static ServiceCredit credit(CreditTerms terms, Measured measured) {
        return terms.credits(List.of(measured)).get(0);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void whoMeetsAllTargetsGivesNothingBack() {
        ServiceCredit credit = credit(TERMS, measured(3, "1000", "0.999").with(RESOLUTION, Ratio.of(9, 10)));

        assertThat(credit.amount()).isEqualTo(decimal("0.00"));
        assertThat(credit.caps()).isEmpty();
        assertThat(credit.lines()).allSatisfy(line -> assertThat(line.tier()).isEmpty());
    }

    @Test
    void oneMissedTargetByHand() {
        ServiceCredit credit = credit(TERMS, measured(3, "1234.56", "0.985"));

        // 25 % of 1,234.56
        assertThat(credit.amount()).isEqualTo(decimal("308.64"));
        assertThat(credit.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(credit.lines())
                .containsExactly(
                        new Line(AVAILABILITY, Optional.of(Ratio.of(985, 1_000)), Optional.of(QUARTER), true),
                        new Line(RESOLUTION, Optional.empty(), Optional.empty(), false));
    }

    @Test
    void severalMissesAddUp() {
        Measured both = measured(3, "1000", "0.985").with(RESOLUTION, Ratio.of(8, 10));

        // 25 % and 20 %
        assertThat(credit(TERMS, both).amount()).isEqualTo(decimal("450.00"));
    }

    @Test
    void orTheHighestCounts() {
        Measured both = measured(3, "1000", "0.995").with(RESOLUTION, Ratio.of(8, 10));
        ServiceCredit credit = credit(TERMS.withCombination(Combination.HIGHEST), both);

        // of 10 % and 20 %
        assertThat(credit.amount()).isEqualTo(decimal("200.00"));
        assertThat(credit.lines()).extracting(Line::counts).containsExactly(false, true);
        assertThat(credit.lines()).extracting(Line::tier).containsExactly(Optional.of(TENTH), Optional.of(FIFTH));
    }

    /** Both give a fifth; what is given back does not say which of them it was for. */
    @Test
    void ofTwoThatGiveTheSameTheFirstCounts() {
        java.util.Map<String, CreditSchedule> inOrder = new java.util.LinkedHashMap<>();
        for (String target : List.of(RESOLUTION, AVAILABILITY, "response in time")) {
            inOrder.put(target, CreditSchedule.of(FIFTH));
        }
        Measured both = measured(3, "1000", "0.8").with("response in time", Ratio.of(8, 10));
        ServiceCredit credit = credit(TERMS.withCombination(Combination.HIGHEST).withTargets(inOrder), both);

        assertThat(credit.amount()).isEqualTo(decimal("200.00"));
        assertThat(credit.lines()).extracting(Line::target).containsExactlyElementsOf(inOrder.keySet());
        assertThat(credit.lines()).extracting(Line::counts).containsExactly(false, true, false);
    }

    @Nested
    class Rounding {

        @Test
        void isDoneOnceAndAsAgreed() {
            // 10 % of 100.05 and 20 % of it are 10.005 and 20.01: together 30.015, and not 10.01 + 20.01
            Measured both = measured(3, "100.05", "0.995").with(RESOLUTION, Ratio.of(8, 10));

            assertThat(credit(TERMS, both).uncapped()).isEqualByComparingTo("30.015");
            assertThat(credit(TERMS, both).amount()).isEqualTo(decimal("30.02"));
            assertThat(credit(TERMS.withRounding(RoundingMode.HALF_DOWN), both).amount())
                    .isEqualTo(decimal("30.01"));
            assertThat(credit(TERMS.withCurrency(Currency.getInstance("JPY")), both)
                            .amount())
                    .isEqualTo(decimal("30"));
        }

        @Test
        void exceedsNoCap() {
            CreditTerms up = TERMS.withRounding(RoundingMode.UP).withCapOfFee(decimal("0.5"));

            // half of 0.05 is 0.025: rounded up it would be 0.03, and more than half
            assertThat(credit(up, measured(3, "0.05", "0.5")).amount()).isEqualTo(decimal("0.02"));
        }
    }

    @Nested
    class Caps {

        @Test
        void ofTheFee() {
            ServiceCredit credit = credit(TERMS.withCapOfFee(decimal("0.3")), measured(3, "1000", "0.5"));

            assertThat(credit.amount()).isEqualTo(decimal("300.00"));
            assertThat(credit.caps()).containsExactly(new Capped(Cap.FEE, decimal("500.00"), decimal("300.00")));
        }

        /** Half of the fee is given back, and may be. */
        @Test
        void takeNothingFromWhatReachesThem() {
            CreditTerms half = TERMS.withCapOfFee(decimal("0.5")).withCapPerContractYear(decimal("500"));
            ServiceCredit credit = credit(half, measured(3, "1000", "0.5"));

            assertThat(credit.amount()).isEqualTo(decimal("500.00"));
            assertThat(credit.caps()).isEmpty();
            assertThat(credit(TERMS.withCapOfFee(BigDecimal.ONE), measured(3, "1000", "0.5"))
                            .caps())
                    .isEmpty();
        }

        @Test
        void mayBeNothingAtAll() {
            ServiceCredit credit = credit(TERMS.withCapPerContractYear(BigDecimal.ZERO), measured(3, "1000", "0.5"));

            assertThat(credit.amount()).isEqualTo(decimal("0.00"));
            assertThat(credit.caps())
                    .containsExactly(new Capped(Cap.CONTRACT_YEAR, decimal("500.00"), decimal("0.00")));
        }

        @Test
        void ofNoFeeNothingIsGivenBack() {
            assertThat(credit(TERMS, measured(3, "0", "0.5")).amount()).isEqualTo(decimal("0.00"));
        }

        @Test
        void nobodyGivesBackMoreThanTheFee() {
            CreditTerms generous = TERMS.withTargets(java.util.Map.of(
                    AVAILABILITY, CreditSchedule.of(CreditTier.of("0", "1", "0.8")),
                    RESOLUTION, CreditSchedule.of(CreditTier.of("0", "1", "0.8"))));
            Measured both = measured(3, "1000", "0.5").with(RESOLUTION, Ratio.of(1, 2));

            assertThat(credit(generous, both).amount()).isEqualTo(decimal("1000.00"));
            assertThat(credit(generous, both).uncapped()).isEqualByComparingTo("1600");
        }

        @Test
        void ofAYearOfTheContract() {
            CreditTerms capped =
                    TERMS.withCapPerContractYear(decimal("800")).withContractStart(LocalDate.of(2026, 2, 1));
            List<ServiceCredit> credits = capped.credits(List.of(
                    measured(2, "1000", "0.9"),
                    measured(3, "1000", "0.9"),
                    measured(4, "1000", "0.9"),
                    Measured.of(
                                    MeasurementWindow.MONTH.containing(Instant.parse("2027-02-15T00:00:00Z"), VIENNA),
                                    decimal("1000"))
                            .with(AVAILABILITY, Ratio.ZERO)));

            // 500 of 800, then the other 300, then nothing; in the next year all over again
            assertThat(credits)
                    .extracting(ServiceCredit::amount)
                    .containsExactly(decimal("500.00"), decimal("300.00"), decimal("0.00"), decimal("500.00"));
            assertThat(credits).extracting(ServiceCredit::contractYear).containsExactly(0, 0, 0, 1);
            assertThat(credits.get(1).caps())
                    .containsExactly(new Capped(Cap.CONTRACT_YEAR, decimal("500.00"), decimal("300.00")));
        }
    }

    @Nested
    class Exclusions {

        private final Instant noon = Instant.parse("2026-04-10T12:00:00Z");

        private Outage down(OutageCause cause, int fromHour, int toHour) {
            return Outage.of(
                    "INC" + fromHour,
                    noon.plus(Duration.ofHours(fromHour)),
                    noon.plus(Duration.ofHours(toHour)),
                    cause);
        }

        private final Outage provider = down(OutageCause.PROVIDER, 0, 6);
        private final Outage customer = down(OutageCause.CUSTOMER, 3, 30);
        private final Outage storm = down(OutageCause.FORCE_MAJEURE, 100, 148);

        @Test
        void areLeftOutAndNamed() {
            Measured april = Measured.of(month(4), decimal("1000"))
                    .withAvailability(
                            AVAILABILITY, TERMS, AgreedServiceTime.always(), List.of(provider, customer, storm));

            // April has 720 hours; six are the provider's, whatever else went on: 714 / 720 = 99.17 %
            assertThat(april.achieved()).containsEntry(AVAILABILITY, Ratio.of(714, 720));
            assertThat(april.excluded()).containsExactly(customer, storm);
            assertThat(credit(TERMS, april).amount()).isEqualTo(decimal("100.00"));
            assertThat(credit(TERMS, april).measured()).isEqualTo(april);
        }

        @Test
        void countWhereTheyAreNotAgreed() {
            CreditTerms strict = TERMS.withExclusions(Set.of());
            Measured april = Measured.of(month(4), decimal("1000"))
                    .withAvailability(
                            AVAILABILITY, strict, AgreedServiceTime.always(), List.of(provider, customer, storm));

            // 30 h and 48 h of 720
            assertThat(april.achieved()).containsEntry(AVAILABILITY, Ratio.of(642, 720));
            assertThat(april.excluded()).isEmpty();
        }

        @Test
        void ofOtherMonthsAreNotNamed() {
            assertThat(Measured.of(month(5), decimal("1000"))
                            .withAvailability(AVAILABILITY, TERMS, AgreedServiceTime.always(), List.of(storm))
                            .excluded())
                    .isEmpty();
        }

        @Test
        void whatWasNotAgreedIsNotMeasured() {
            Measured april = Measured.of(month(4), decimal("1000"))
                    .withAvailability(
                            AVAILABILITY, TERMS, AgreedServiceTime.of(OpenWindows.of(List.of())), List.of(provider));

            assertThat(april.achieved()).isEmpty();
            assertThat(credit(TERMS, april).amount()).isEqualTo(decimal("0.00"));
        }
    }

    @Nested
    class Windows {

        @Test
        void areThoseOfTheCalendarOnTheWall() {
            // summer time began on 29 March 2026: the month has an hour less
            assertThat(month(3))
                    .isEqualTo(
                            new Window(Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z")));
            assertThat(MeasurementWindow.QUARTER.containing(Instant.parse("2026-05-15T00:00:00Z"), VIENNA))
                    .isEqualTo(
                            new Window(Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-06-30T22:00:00Z")));
            assertThat(MeasurementWindow.HALF_YEAR.containing(Instant.parse("2026-12-31T22:59:59Z"), VIENNA))
                    .isEqualTo(
                            new Window(Instant.parse("2026-06-30T22:00:00Z"), Instant.parse("2026-12-31T23:00:00Z")));
            assertThat(MeasurementWindow.YEAR
                            .containing(Instant.parse("2026-12-31T23:00:00Z"), VIENNA)
                            .fromInclusive())
                    .isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
        }

        @Test
        void followEachOther() {
            for (MeasurementWindow window : MeasurementWindow.values()) {
                List<Window> all = window.covering(LocalDate.of(2024, 2, 29), LocalDate.of(2027, 3, 1), VIENNA);
                for (int i = 1; i < all.size(); i++) {
                    assertThat(all.get(i).fromInclusive())
                            .isEqualTo(all.get(i - 1).toExclusive());
                    assertThat(window.containing(all.get(i).fromInclusive(), VIENNA))
                            .isEqualTo(all.get(i));
                    assertThat(window.containing(all.get(i).toExclusive().minusNanos(1), VIENNA))
                            .isEqualTo(all.get(i));
                }
            }
            assertThat(MeasurementWindow.MONTH.covering(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 1), VIENNA))
                    .containsExactly(month(1), month(2));
        }

        @Test
        void thatAreOutOfPlaceAreRefused() {
            Measured april = measured(4, "1000", "0.9");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TERMS.credits(List.of(april, measured(3, "1000", "0.9"))))
                    .withMessageContaining("not in order");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TERMS.credits(List.of(april, april)))
                    .withMessageContaining("not in order");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> credit(TERMS.withContractStart(LocalDate.of(2026, 4, 2)), april))
                    .withMessageContaining("before the contract");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> credit(
                            TERMS,
                            Measured.of(new Window(month(4).fromInclusive(), month(5).toExclusive()), decimal("1000"))))
                    .withMessageContaining("not within one MONTH");
            assertThat(credit(TERMS.withWindow(MeasurementWindow.QUARTER), april)
                            .amount())
                    .isEqualTo(decimal("500.00"));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CreditTerms.builder().build())
                .withMessageContaining("currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TERMS.withTargets(java.util.Map.of()))
                .withMessage("no targets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TERMS.withTargets(java.util.Map.of(" ", CreditSchedule.of(FIFTH))))
                .withMessageContaining("target");
        assertThatIllegalArgumentException().isThrownBy(() -> TERMS.withCapOfFee(decimal("0")));
        assertThatIllegalArgumentException().isThrownBy(() -> TERMS.withCapOfFee(decimal("1.01")));
        assertThatIllegalArgumentException().isThrownBy(() -> TERMS.withCapPerContractYear(decimal("-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TERMS.withCurrency(Currency.getInstance("XAU")))
                .withMessageContaining("XAU");
        assertThatIllegalArgumentException().isThrownBy(() -> TERMS.withRounding(RoundingMode.UNNECESSARY));
        assertThatIllegalArgumentException().isThrownBy(() -> Measured.of(month(1), decimal("-0.01")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        credit(TERMS, Measured.of(month(1), BigDecimal.ONE).with("speed", Ratio.ONE)))
                .withMessage("not a target: speed");
    }

    /** Against whoever reckons in whole cents and thousandths: fees in tens of cents make every credit of whole per cents exact. */
    @Test
    void creditsAreWhatSomebodyReckonsInWholeNumbers() {
        Seeds.each(500, random -> {
            long capOfFee = 10L * random.nextInt(1, 11);
            long capOfYear = random.nextInt(400_000);
            boolean isSum = random.nextBoolean();
            CreditTerms terms = TERMS.withCapOfFee(BigDecimal.valueOf(capOfFee, 2))
                    .withCapPerContractYear(BigDecimal.valueOf(capOfYear, 2))
                    .withCombination(isSum ? Combination.SUM : Combination.HIGHEST);
            List<Measured> year = new ArrayList<>();
            List<BigDecimal> expected = new ArrayList<>();
            long given = 0;
            for (int month = 1; month <= 12; month++) {
                long fee = 100L * random.nextInt(2_000);
                int available = 900 + random.nextInt(101);
                int inTime = 80 + random.nextInt(21);
                long first = available < 950 ? 50 : available < 990 ? 25 : available < 999 ? 10 : 0;
                long second = inTime < 90 ? 20 : 0;
                long percent = isSum ? first + second : Math.max(first, second);
                long cents = Math.min(fee * percent / 100, fee * capOfFee / 100);
                cents = Math.min(cents, capOfYear - given);
                given += cents;
                expected.add(BigDecimal.valueOf(cents, 2));
                year.add(Measured.of(month(month), BigDecimal.valueOf(fee, 2))
                        .with(AVAILABILITY, Ratio.of(available, 1_000))
                        .with(RESOLUTION, Ratio.of(inTime, 100)));
            }
            assertThat(terms.credits(year)).extracting(ServiceCredit::amount).isEqualTo(expected);
        });
    }
}
