package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.AffectedUsers;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Availability;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.servicelevel.availability.Reliability;
import org.itsmkit.servicelevel.availability.Weighting;
import org.itsmkit.servicelevel.credit.CreditSchedule;
import org.itsmkit.servicelevel.credit.CreditTerms;
import org.itsmkit.servicelevel.credit.CreditTier;
import org.itsmkit.servicelevel.credit.Measured;
import org.itsmkit.servicelevel.credit.MeasurementWindow;
import org.itsmkit.servicelevel.credit.ServiceCredit;
import org.itsmkit.servicelevel.dependency.DependencyGraph;
import org.itsmkit.servicelevel.dependency.Requirement;
import org.itsmkit.servicelevel.errorbudget.BurnForecast;
import org.itsmkit.servicelevel.errorbudget.BurnRateAlert;
import org.itsmkit.servicelevel.errorbudget.ErrorBudget;
import org.itsmkit.servicelevel.errorbudget.ErrorBudgetPolicy;
import org.itsmkit.servicelevel.errorbudget.Objective;
import org.itsmkit.servicelevel.errorbudget.TimeIndicator;
import org.junit.jupiter.api.Test;

/** The snippets about availability, error budgets and service credits. */
class AvailabilityDocTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void availability() {
        Window patchNight = new Window(Instant.parse("2026-06-10T16:00:00Z"), Instant.parse("2026-06-10T22:00:00Z"));
        Instant tuesday = Instant.parse("2026-06-02T08:00:00Z");
        Instant friday = Instant.parse("2026-06-05T06:00:00Z");
        // spotless:off
        // snippet: availability
        AgreedServiceTime agreed = AgreedServiceTime
                .of(BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of("06:00", "20:00"))))
                .without(OpenWindows.of(List.of(patchNight)));

        List<Outage> outages = List.of(
                Outage.of("INC0001042", tuesday, tuesday.plus(Duration.ofHours(2)), OutageCause.PROVIDER),
                Outage.of("INC0001077", friday, friday.plus(Duration.ofHours(3)), OutageCause.SUPPLIER)
                        .withSeverity(new BigDecimal("0.5"))             // slow, not down
                        .withAffected(AffectedUsers.of(40, "Graz")));

        Window june = MeasurementWindow.MONTH.containing(tuesday, VIENNA);
        Optional<Availability> found = Availability.over(june, agreed, outages);
        Optional<Availability> byUsers = Availability.over(june, agreed, outages, Weighting.byUsers(200));

        boolean isMet = found.orElseThrow().meets(new BigDecimal("0.99"));       // exact, however it is shown
        BigDecimal shown = found.orElseThrow().ratio().toPerCent(2);
        // end

        // snippet: availability-reliability
        Reliability reliability = Reliability.over(june, agreed, outages);

        Optional<Duration> betweenFailures = reliability.mtbf();
        Optional<Duration> toRestore = reliability.mtrs();
        // end
        // spotless:on

        // 22 · 14 h less 2 h of maintenance (18:00 to 20:00 in Vienna): 306 h, of which 2 + 1.5 are lost
        assertThat(found.orElseThrow().agreed()).isEqualTo(Duration.ofHours(306));
        assertThat(shown).isEqualTo(new BigDecimal("98.85"));
        assertThat(isMet).isFalse();
        // 2 h of all and 3 h of 20 in 200
        assertThat(byUsers.orElseThrow().ratio().toPerCent(2)).isEqualTo(new BigDecimal("99.24"));
        assertThat(betweenFailures).contains(Duration.ofMinutes(301 * 30));
        assertThat(toRestore).contains(Duration.ofMinutes(150));
    }

    @Test
    void dependencies() {
        Instant noon = Instant.parse("2026-06-02T12:00:00Z");
        Window databaseDown = new Window(noon, noon.plusSeconds(600));
        Window firstDown = new Window(noon.plusSeconds(3_600), noon.plusSeconds(7_200));
        Window thirdDown = new Window(noon.plusSeconds(5_400), noon.plusSeconds(9_000));
        // spotless:off
        // snippet: availability-dependencies
        DependencyGraph shop = DependencyGraph.of(Map.of(
                "shop", List.of(Requirement.allOf("database"), Requirement.atLeast(2, "web-1", "web-2", "web-3")),
                "web-1", List.of(Requirement.allOf("rack-a")),
                "web-2", List.of(Requirement.allOf("rack-a")),
                "web-3", List.of(Requirement.allOf("rack-b"))));

        List<Window> down = shop.downWindows("shop", Map.of(                     // what happened
                "database", List.of(databaseDown),
                "web-1", List.of(firstDown),
                "web-3", List.of(thirdDown)));

        BigDecimal expected = shop.availability("shop", Map.of(                  // what would, if all failed independently
                "database", new BigDecimal("0.999"),
                "web-1", new BigDecimal("0.99"), "web-2", new BigDecimal("0.99"), "web-3", new BigDecimal("0.99"),
                "rack-a", new BigDecimal("0.9999"), "rack-b", new BigDecimal("0.9999")));
        // end
        // spotless:on
        assertThat(down).containsExactly(databaseDown, new Window(thirdDown.fromInclusive(), firstDown.toExclusive()));
        // rack a is needed by two: 0.999 · 0.9999 · (0.99² + 2 · 0.99 · 0.01 · 0.99 · 0.9999)
        assertThat(expected).isEqualByComparingTo("0.99860046972622398");
    }

    @Test
    void errorBudget() {
        Instant start = Instant.parse("2026-06-01T00:00:00Z");
        Window thirtyDays = new Window(start, start.plus(Duration.ofDays(30)));
        Instant now = start.plus(Duration.ofDays(10));
        List<Outage> outages = List.of(
                Outage.of("INC1", start, start.plus(Duration.ofMinutes(12)), OutageCause.PROVIDER),
                Outage.ongoing("INC2", now.minus(Duration.ofMinutes(28)), OutageCause.PROVIDER));
        // spotless:off
        // snippet: error-budget
        Objective threeNines = Objective.of("0.999");
        TimeIndicator uptime = TimeIndicator.of(AgreedServiceTime.always(), outages);    // or EventIndicator.of(counts)

        ErrorBudget budget = ErrorBudget.of(threeNines, uptime, thirtyDays, now).orElseThrow();
        BigDecimal left = budget.remainingShare(3);

        List<BurnRateAlert.Check> firing = BurnRateAlert.standard().stream()
                .map(alert -> alert.check(threeNines, uptime, now))
                .filter(BurnRateAlert.Check::isFiring)
                .toList();

        BurnForecast.Exhaustion gone = BurnForecast.over(Duration.ofHours(1))
                .of(budget, uptime, now, thirtyDays.toExclusive());

        ErrorBudgetPolicy policy = ErrorBudgetPolicy.below(new BigDecimal("0.1"), "emergency", "fix");
        ErrorBudgetPolicy.Decision decision = policy.decide(budget, "normal");
        // end
        // spotless:on
        // 40 of 43.2 minutes are gone: 3.2 / 43.2; 28 minutes an hour: 3.2 are gone in 6 min 51.428571… s
        assertThat(left).isEqualTo(new BigDecimal("0.074"));
        assertThat(firing).hasSize(3);
        assertThat(gone.exhaustedAt()).contains(now.plusNanos(411_428_572_000L));
        assertThat(decision.isFrozen()).isTrue();
        assertThat(decision.sentence())
                .isEqualTo("7.40 % of the error budget remain, less than 10 %: changes are frozen");
    }

    @Test
    void serviceCredits() {
        Instant june = Instant.parse("2026-06-15T00:00:00Z");
        Window month = MeasurementWindow.MONTH.containing(june, VIENNA);
        List<Outage> outages = List.of(
                Outage.of("INC1", june, june.plus(Duration.ofHours(9)), OutageCause.PROVIDER),
                Outage.of("INC2", june, june.plus(Duration.ofHours(90)), OutageCause.CUSTOMER));
        // spotless:off
        // snippet: service-credits
        CreditTerms terms = CreditTerms.builder()
                .putTargets("availability", CreditSchedule.of(
                        CreditTier.of("0.99", "0.999", "0.10"),          // 99 % and more, but less than 99.9 %: 10 % of the fee
                        CreditTier.of("0.95", "0.99", "0.25"),
                        CreditTier.of("0", "0.95", "0.50")))
                .combination(CreditTerms.Combination.SUM)
                .addExclusions(OutageCause.CUSTOMER, OutageCause.FORCE_MAJEURE)
                .capOfFee(new BigDecimal("0.3"))
                .capPerContractYear(new BigDecimal("5000"))
                .currency(Currency.getInstance("EUR")).rounding(RoundingMode.HALF_UP)
                .window(MeasurementWindow.MONTH).zone(VIENNA).contractStart(LocalDate.of(2026, 1, 1))
                .build();

        Measured measured = Measured.of(month, new BigDecimal("1999.90"))
                .withAvailability("availability", terms, AgreedServiceTime.always(), outages);
        ServiceCredit credit = terms.credits(List.of(measured)).get(0);
        // end
        // spotless:on
        // 9 of 720 hours: 98.75 %; a quarter of the fee is 499.975
        assertThat(credit.amount()).isEqualTo(new BigDecimal("499.98"));
        assertThat(credit.measured().excluded()).extracting(Outage::reference).containsExactly("INC2");
        assertThat(credit.caps()).isEmpty();
    }
}
