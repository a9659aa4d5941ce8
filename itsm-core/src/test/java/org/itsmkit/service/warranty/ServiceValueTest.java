package org.itsmkit.service.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.service.warranty.Verdict.FAILED;
import static org.itsmkit.service.warranty.Verdict.MET;
import static org.itsmkit.service.warranty.Verdict.UNKNOWN;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whether a service is fit for purpose and fit for use, from facts. */
class ServiceValueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static final Aim ANSWERS = Aim.outcome("answers", "Customers are answered on the same day");
    private static final Aim ORDERS = Aim.outcome("orders", "Orders are placed at night");
    private static final Aim POST = Aim.constraint("post", "Nobody waits for the post");

    static final WarrantyTargets TARGETS = WarrantyTargets.builder()
            .availability(new AvailabilityTarget(new BigDecimal("0.995")))
            .capacity(new CapacityTarget(new BigDecimal("0.2"), Duration.ofDays(90)))
            .continuity(new ContinuityTarget(Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(365)))
            .security(new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup", "two-factor")))
            .build();

    static final WarrantyFacts GOOD = WarrantyFacts.builder()
            .availability(new AvailabilityTarget.Measured(Duration.ofHours(200), Duration.ofHours(1)))
            .capacity(new CapacityTarget.Measured(new BigDecimal("700"), new BigDecimal("1000"), new BigDecimal("2")))
            .continuity(new ContinuityTarget.Tested(
                    NOW.minus(Duration.ofDays(30)), Optional.of(Duration.ofHours(3)), Duration.ofMinutes(20)))
            .security(new SecurityTarget.Reviewed(
                    Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup", "two-factor"), Set.of()))
            .build();

    private static final Utility USEFUL =
            new Utility(List.of(ANSWERS), List.of(AimFact.reached("answers", "94 of 100 in the survey")));

    private static Verdict verdict(WarrantyFacet facet, WarrantyFacts facts) {
        return new Warranty(TARGETS, facts).finding(facet, NOW).verdict();
    }

    @Test
    void whatIsUsefulAndReliableHasValue() {
        ServiceValue value = ServiceValue.of(USEFUL, new Warranty(TARGETS, GOOD), NOW);

        assertThat(value.isFitForPurpose()).isTrue();
        assertThat(value.isFitForUse()).isTrue();
        assertThat(value.hasValue()).isTrue();
        assertThat(value.failing()).isEmpty();
        assertThat(value.unknown()).isEmpty();
        assertThat(value.sentences()).containsExactly("It is fit for purpose, fit for use: it has value.");
    }

    @Test
    void thereIsNoValueWithoutBoth() {
        Utility useless = new Utility(List.of(ANSWERS), List.of(AimFact.missed("answers", "30 of 100")));
        WarrantyFacts slow =
                GOOD.withAvailability(new AvailabilityTarget.Measured(Duration.ofHours(200), Duration.ofHours(2)));

        ServiceValue reliable = ServiceValue.of(useless, new Warranty(TARGETS, GOOD), NOW);
        ServiceValue useful = ServiceValue.of(USEFUL, new Warranty(TARGETS, slow), NOW);

        assertThat(reliable.isFitForUse()).isTrue();
        assertThat(reliable.verdict()).isEqualTo(FAILED);
        assertThat(reliable.sentences())
                .containsExactly(
                        "It is not fit for purpose, fit for use: it has no value as it is.",
                        "It does not support: Customers are answered on the same day (30 of 100)");
        assertThat(useful.isFitForPurpose()).isTrue();
        assertThat(useful.hasValue()).isFalse();
        assertThat(useful.failing()).extracting(Finding::what).containsExactly("availability");
        assertThat(useful.sentences())
                .contains("It was available for 99.000 % of the agreed time; at least 99.5 % are wanted.");
    }

    @Test
    void whatNobodyKnowsIsNoValue() {
        ServiceValue value = ServiceValue.of(
                new Utility(List.of(ANSWERS), List.of()), new Warranty(TARGETS, WarrantyFacts.none()), NOW);

        assertThat(value.verdict()).isEqualTo(UNKNOWN);
        assertThat(value.hasValue()).isFalse();
        assertThat(value.unknown())
                .extracting(Finding::what)
                .containsExactly("answers", "availability", "capacity", "continuity", "security");
        assertThat(value.sentences())
                .startsWith("It is not known to be fit for purpose, not known to be fit for use:"
                        + " nobody knows whether it has value.")
                .hasSize(6);
    }

    @Test
    void whatNobodyWantedIsNotKnownToBeMet() {
        assertThat(new Warranty(WarrantyTargets.none(), GOOD).findings(NOW))
                .hasSize(4)
                .extracting(Finding::verdict)
                .containsOnly(UNKNOWN);
        assertThat(WarrantyTargets.none().missing()).containsExactly(WarrantyFacet.values());
        assertThat(TARGETS.missing()).isEmpty();
        assertThat(new Utility(List.of(), List.of()).verdict()).isEqualTo(UNKNOWN);
    }

    /** Either all outcomes are supported, or all constraints removed. */
    @Test
    void eitherSideOfUtilityIsEnough() {
        List<Aim> aims = List.of(ANSWERS, ORDERS, POST);
        AimFact answers = AimFact.reached("answers", "survey");
        AimFact noOrders = AimFact.missed("orders", "none came");
        AimFact post = AimFact.reached("post", "seen");
        AimFact stillPost = AimFact.missed("post", "seen");

        assertThat(new Utility(aims, List.of(answers, noOrders, post)).verdict())
                .isEqualTo(MET);
        assertThat(new Utility(aims, List.of(answers, noOrders, stillPost)).verdict())
                .isEqualTo(FAILED);
        assertThat(new Utility(aims, List.of(answers, noOrders)).verdict()).isEqualTo(UNKNOWN);
        assertThat(new Utility(aims, List.of(answers, stillPost)).verdict()).isEqualTo(UNKNOWN);
        Utility outcomes = new Utility(List.of(ANSWERS, ORDERS), List.of(answers, noOrders));
        assertThat(outcomes.verdict()).as("no constraint counts for nothing").isEqualTo(FAILED);
        assertThat(outcomes.verdict(Aim.Kind.CONSTRAINT)).isEqualTo(UNKNOWN);
        assertThat(new Utility(aims, List.of(post)).findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "Nobody knows whether it supports: Customers are answered on the same day",
                        "Nobody knows whether it supports: Orders are placed at night",
                        "It removes: Nobody waits for the post (seen)");
    }

    @Test
    void factsAreAboutAimsAndHaveEvidence() {
        AimFact answers = AimFact.reached("answers", "survey");

        assertThatIllegalArgumentException().isThrownBy(() -> new Utility(List.of(ANSWERS, ANSWERS), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Utility(List.of(ANSWERS), List.of(answers, answers)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Utility(List.of(POST), List.of(answers)));
        assertThatIllegalArgumentException().isThrownBy(() -> AimFact.reached("answers", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Aim.outcome("answers", "two\nlines"));
        assertThatIllegalArgumentException().isThrownBy(() -> Aim.outcome("answers", "x".repeat(501)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Utility(
                        IntStream.range(0, 51)
                                .mapToObj(i -> Aim.outcome("a" + i, "An aim"))
                                .toList(),
                        List.of()));
    }

    /** 200 hours less 1 are 99.5 per cent, which is enough; a microsecond more is not. */
    @Test
    void availabilityIsExact() {
        Duration agreed = Duration.ofHours(200);
        Duration hour = Duration.ofHours(1);

        assertThat(verdict(
                        WarrantyFacet.AVAILABILITY,
                        GOOD.withAvailability(new AvailabilityTarget.Measured(agreed, hour))))
                .isEqualTo(MET);
        assertThat(verdict(
                        WarrantyFacet.AVAILABILITY,
                        GOOD.withAvailability(new AvailabilityTarget.Measured(agreed, hour.plusNanos(1_000)))))
                .isEqualTo(FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvailabilityTarget.Measured(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new AvailabilityTarget.Measured(hour, agreed));
        assertThatIllegalArgumentException().isThrownBy(() -> new AvailabilityTarget(new BigDecimal("1.001")));
        assertThatIllegalArgumentException().isThrownBy(() -> new AvailabilityTarget(new BigDecimal("-0.1")));
        assertThat(new AvailabilityTarget(new BigDecimal("0.990")))
                .isEqualTo(new AvailabilityTarget(new BigDecimal("0.99")));
    }

    /** Whether by seconds, as whole numbers, or by the kit: the same. */
    @Property(tries = 200)
    void availabilityIsAsWholeNumbersHaveIt(@ForAll int some, @ForAll int other, @ForAll int target) {
        long agreed = 1 + Math.floorMod(some, 1_000_000L);
        long down = Math.floorMod(other, agreed + 1);
        long perMille = Math.floorMod(target, 1_001L);

        Finding finding = new AvailabilityTarget(BigDecimal.valueOf(perMille, 3))
                .judge(Optional.of(
                        new AvailabilityTarget.Measured(Duration.ofSeconds(agreed), Duration.ofSeconds(down))));

        assertThat(finding.verdict()).isEqualTo((agreed - down) * 1_000 >= perMille * agreed ? MET : FAILED);
    }

    /** 1000 less 700 are 300, which at 2 a day last for 150 days; at 4 for 75, at 3.33 for 90.09, at 3.34 for 89.8. */
    @Test
    void capacityLastsForAWhile() {
        assertThat(measured("700", "2").exhaustedIn()).contains(Duration.ofDays(150));
        assertThat(measured("700", "4").exhaustedIn()).contains(Duration.ofDays(75));
        assertThat(capacity("700", "2")).isEqualTo(MET);
        assertThat(capacity("700", "3.33")).isEqualTo(MET);
        assertThat(capacity("700", "3.34")).isEqualTo(FAILED);
        assertThat(capacity("700", "4")).isEqualTo(FAILED);
        assertThat(measured("700", "0").exhaustedIn()).as("no growth").isEmpty();
        assertThat(measured("700", "-5").exhaustedIn()).as("it shrinks").isEmpty();
        assertThat(measured("700", "0.001").exhaustedIn()).as("300,000 days").isEmpty();
        assertThat(measured("1000", "2").exhaustedIn()).as("nothing is free").contains(Duration.ZERO);
        assertThat(capacity("800", "0")).as("a fifth is free").isEqualTo(MET);
        assertThat(capacity("801", "0")).isEqualTo(FAILED);
        assertThat(capacity("1200", "-5")).as("overbooked").isEqualTo(FAILED);
        assertThat(new Warranty(TARGETS, GOOD)
                        .finding(WarrantyFacet.CAPACITY, NOW)
                        .sentence())
                .isEqualTo("Free is 30.000 % of the capacity, which lasts for 150 days; wanted are 20 % and 90 days.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CapacityTarget.Measured(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> measured("-1", "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CapacityTarget.Measured(BigDecimal.ONE, new BigDecimal("1E+1000000"), BigDecimal.ONE));
    }

    private static CapacityTarget.Measured measured(String used, String growth) {
        return new CapacityTarget.Measured(new BigDecimal(used), new BigDecimal("1000"), new BigDecimal(growth));
    }

    private static Verdict capacity(String used, String growth) {
        return verdict(WarrantyFacet.CAPACITY, GOOD.withCapacity(measured(used, growth)));
    }

    @Test
    void continuityIsShownByATestThatIsNotOld() {
        Duration three = Duration.ofHours(3);
        Duration year = Duration.ofDays(365);

        assertThat(continuity(NOW.minus(year), Optional.of(three), Duration.ZERO))
                .as("exactly a year old")
                .isEqualTo(MET);
        assertThat(continuity(NOW.minus(year).minusNanos(1_000), Optional.of(three), Duration.ZERO))
                .as("older: counts as failed")
                .isEqualTo(FAILED);
        assertThat(continuity(NOW, Optional.of(Duration.ofHours(4)), Duration.ofHours(1)))
                .as("just in time")
                .isEqualTo(MET);
        assertThat(continuity(NOW, Optional.of(Duration.ofHours(4).plusNanos(1)), Duration.ZERO))
                .as("back too late")
                .isEqualTo(FAILED);
        assertThat(continuity(NOW, Optional.of(three), Duration.ofHours(1).plusNanos(1)))
                .as("lost too much")
                .isEqualTo(FAILED);
        assertThat(continuity(NOW, Optional.empty(), Duration.ZERO))
                .as("did not come back")
                .isEqualTo(FAILED);
        assertThat(continuity(NOW.plusSeconds(1), Optional.of(three), Duration.ZERO))
                .as("still to come")
                .isEqualTo(UNKNOWN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContinuityTarget(Duration.ofHours(-1), Duration.ZERO, year));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContinuityTarget.Tested(NOW, Optional.of(three.negated()), Duration.ZERO));
    }

    private static Verdict continuity(Instant at, Optional<Duration> took, Duration lost) {
        return verdict(WarrantyFacet.CONTINUITY, GOOD.withContinuity(new ContinuityTarget.Tested(at, took, lost)));
    }

    @Test
    void securityCountsWhatIsOpen() {
        Set<String> both = Set.of("backup", "two-factor");

        assertThat(security(Map.of(SecurityTarget.Severity.LOW, 5), both, Set.of()))
                .isEqualTo(MET);
        assertThat(security(Map.of(SecurityTarget.Severity.LOW, 6), both, Set.of()))
                .isEqualTo(FAILED);
        assertThat(security(Map.of(SecurityTarget.Severity.HIGH, 1), both, Set.of()))
                .as("of which none is allowed")
                .isEqualTo(FAILED);
        assertThat(security(Map.of(), Set.of("backup"), Set.of("two-factor"))).isEqualTo(FAILED);
        assertThat(security(Map.of(), Set.of("backup"), Set.of()))
                .as("nobody looked at the other")
                .isEqualTo(UNKNOWN);
        assertThat(security(Map.of(), both, Set.of("cameras")))
                .as("which nobody wants")
                .isEqualTo(MET);
        assertThat(new Warranty(
                                TARGETS,
                                GOOD.withSecurity(new SecurityTarget.Reviewed(
                                        Map.of(
                                                SecurityTarget.Severity.LOW, 7,
                                                SecurityTarget.Severity.CRITICAL, 1),
                                        Set.of(),
                                        Set.of("two-factor", "backup"))))
                        .finding(WarrantyFacet.SECURITY, NOW)
                        .sentence())
                .isEqualTo("Weaknesses are open: 1 critical where 0 are allowed; 7 low where 5 are allowed;"
                        + " backup is not in place; two-factor is not in place.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityTarget.Reviewed(Map.of(), both, Set.of("backup")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, -1), Set.of()));
    }

    private static Verdict security(Map<SecurityTarget.Severity, Integer> open, Set<String> met, Set<String> failed) {
        return verdict(WarrantyFacet.SECURITY, GOOD.withSecurity(new SecurityTarget.Reviewed(open, met, failed)));
    }

    @Test
    void theWorstOfNothingIsUnknown() {
        assertThat(Verdict.worst(List.of())).isEqualTo(UNKNOWN);
        assertThat(Verdict.worst(List.of(MET, UNKNOWN))).isEqualTo(UNKNOWN);
        assertThat(Verdict.worst(List.of(MET, UNKNOWN, FAILED))).isEqualTo(FAILED);
        assertThat(MET.or(FAILED)).isEqualTo(MET);
    }
}
