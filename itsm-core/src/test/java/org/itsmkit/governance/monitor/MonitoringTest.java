package org.itsmkit.governance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.DirectiveLifecycle;
import org.itsmkit.governance.Observation;
import org.itsmkit.governance.PlannedMilestone;
import org.itsmkit.governance.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured against what was planned, with figures that were worked out by hand. */
class MonitoringTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(double days) {
        return START.plusSeconds(Math.round(days * 86_400));
    }

    /** From 80 to 90 in 100 days, 82 after 50; within 1. */
    private static Direction slowFirst() {
        return Direction.builder()
                .statement("Test first")
                .accountable(BEN)
                .target(target("80", "90"))
                .addMilestones(new PlannedMilestone(day(50), new BigDecimal("82")))
                .reportEvery(Duration.ofDays(10))
                .build();
    }

    private static Target target(String baseline, String goal) {
        return new Target(
                "change-success-rate",
                "%",
                new BigDecimal(baseline),
                START,
                new BigDecimal(goal),
                day(100),
                BigDecimal.ONE);
    }

    private static Directive directive(Direction direction, Object... daysAndValues) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            observations.add(new Observation(
                    new BigDecimal((String) daysAndValues[i + 1]),
                    day(((Number) daysAndValues[i]).doubleValue()),
                    "records",
                    BEN));
        }
        return Directive.builder()
                .number("DIR0000001")
                .title("Fewer failed changes")
                .owner(DORA)
                .status(DirectiveLifecycle.IN_FORCE)
                .direction(direction)
                .directedAt(START)
                .observations(observations)
                .createdAt(START)
                .updatedAt(START)
                .build();
    }

    /** 80 to 82 in 50 days is 0.04 a day; 82 to 90 in 50 days is 0.16 a day. */
    @ParameterizedTest
    @CsvSource({"-5,80", "0,80", "25,81", "50,82", "75,86", "99.5,89.92", "100,90", "200,90"})
    void thePlanRunsStraightBetweenMilestones(double days, String expected) {
        assertThat(slowFirst().expectedAt(day(days))).isEqualByComparingTo(expected);
    }

    /** A third of the way from 0 to 1 is not a decimal: rounded to ten digits. */
    @Test
    void whatIsNoDecimalIsRounded() {
        Direction direction = slowFirst()
                .withMilestones()
                .withTarget(new Target("m", "", BigDecimal.ZERO, START, BigDecimal.ONE, day(3), BigDecimal.ZERO));

        assertThat(direction.expectedAt(day(1))).isEqualTo(new BigDecimal("0.3333333333"));
        assertThat(direction.expectedAt(day(2))).isEqualTo(new BigDecimal("0.6666666667"));
    }

    /** Expected after 75 days is 86; within 1 is 85 to 87. */
    @ParameterizedTest
    @CsvSource({
        "84.9,BEHIND,-1.1",
        "85,ON_TRACK,-1",
        "86,ON_TRACK,0",
        "87,ON_TRACK,1",
        "87.1,AHEAD,1.1",
        "90,ACHIEVED,4",
        "91,ACHIEVED,5"
    })
    void whatWasMeasuredIsHeldAgainstThePlan(String value, Standing standing, String variance) {
        Monitoring monitoring = Monitoring.of(directive(slowFirst(), 75, value), day(80));

        assertThat(monitoring.standing()).isEqualTo(standing);
        assertThat(monitoring.variance().orElseThrow()).isEqualByComparingTo(variance);
        assertThat(monitoring.expected().orElseThrow()).as("86 + 5 x 0.16").isEqualByComparingTo("86.8");
    }

    @Test
    void lessMayBeBetter() {
        Direction fewer = slowFirst().withMilestones().withTarget(target("20", "10"));

        Monitoring monitoring = Monitoring.of(directive(fewer, 50, "18"), day(50));
        assertThat(monitoring.variance().orElseThrow()).as("15 planned").isEqualByComparingTo("-3");
        assertThat(monitoring.standing()).isEqualTo(Standing.BEHIND);
        assertThat(Monitoring.of(directive(fewer, 50, "10"), day(50)).standing())
                .isEqualTo(Standing.ACHIEVED);
    }

    @Test
    void whatIsOldOrLateIsSaid() {
        assertThat(Monitoring.of(directive(slowFirst(), 20, "81"), day(40)).standing())
                .as("20 days, twice the time between reports")
                .isEqualTo(Standing.ON_TRACK);
        assertThat(Monitoring.of(directive(slowFirst(), 20, "81"), day(40.5)).standing())
                .isEqualTo(Standing.STALE);
        Direction unreported = slowFirst().withReportEvery(Optional.empty());
        assertThat(Monitoring.of(directive(unreported, 20, "81"), day(51)).standing())
                .as("31 days")
                .isEqualTo(Standing.ON_TRACK);
        assertThat(Monitoring.of(directive(unreported, 20, "81"), day(51.5)).standing())
                .isEqualTo(Standing.STALE);
        assertThat(Monitoring.of(directive(slowFirst(), 99, "89"), day(100)).standing())
                .isEqualTo(Standing.MISSED);
        assertThat(Monitoring.of(directive(slowFirst()), day(10)).standing()).isEqualTo(Standing.NO_DATA);
        assertThat(Monitoring.of(directive(slowFirst(), 30, "81"), day(20)).standing())
                .as("what was measured later is not known yet")
                .isEqualTo(Standing.NO_DATA);
    }

    /** (0, 80), (10, 82), (20, 81): slope 0.05 a day, through (10, 81); 90 is 9 / 0.05 = 180 days after day 10. */
    @Test
    void theForecastIsTheLineOfLeastSquares() {
        Monitoring monitoring = Monitoring.of(directive(slowFirst(), 0, "80", 10, "82", 20, "81"), day(20));

        assertThat(monitoring.forecast()).contains(day(190));
        assertThat(monitoring.sentences())
                .containsExactly(
                        "DIR0000001: change-success-rate is to go from 80 % to 90 % before 2026-04-11T00:00:00Z; now"
                                + " 80.8 % are expected.",
                        "DIR0000001: it was 81 % at 2026-01-21T00:00:00Z, 0.2 % ahead of plan then: on track.",
                        "DIR0000001: if it goes on so, the goal is reached at 2026-07-10T00:00:00Z, too late.");
    }

    /** Half of ten thousand years is half of the way, though no clock counts them in nanoseconds. */
    @Test
    void aPlanMayBeLong() {
        Instant start = Instant.parse("0001-01-01T00:00:00Z");
        Direction direction = slowFirst()
                .withMilestones()
                .withTarget(new Target(
                        "m",
                        "",
                        BigDecimal.ZERO,
                        start,
                        BigDecimal.TEN,
                        start.plus(Duration.ofDays(3_600_000)),
                        BigDecimal.ZERO));

        assertThat(direction.expectedAt(start.plus(Duration.ofDays(1_800_000)).plusNanos(1)))
                .isEqualByComparingTo("5");
    }

    @Test
    void nothingIsForecastWithoutATrend() {
        assertThat(Monitoring.of(directive(slowFirst(), 10, "81"), day(20)).forecast())
                .isEmpty();
        assertThat(Monitoring.of(directive(slowFirst(), 10, "81", 20, "81"), day(20))
                        .forecast())
                .isEmpty();
        Monitoring falling = Monitoring.of(directive(slowFirst(), 10, "81", 20, "80.5"), day(20));
        assertThat(falling.forecast()).isEmpty();
        assertThat(falling.sentences()).contains("DIR0000001: as it goes, the goal is never reached.");
        assertThat(Monitoring.of(directive(slowFirst(), 10, "81", 20, "81.0000000001"), day(20))
                        .forecast())
                .as("in billions of years")
                .isEmpty();
    }

    @Test
    void aReportIsOverdue() {
        Monitoring monitoring = Monitoring.of(directive(slowFirst(), 5, "81"), day(15));

        assertThat(monitoring.reportOverdueSince()).contains(day(15));
        assertThat(monitoring.sentences()).endsWith("DIR0000001: a report is overdue since 2026-01-16T00:00:00Z.");
        assertThat(Monitoring.of(directive(slowFirst(), 5, "81"), day(14.9)).reportOverdueSince())
                .isEmpty();
    }

    @Test
    void whereNothingIsDirectedNothingCanBeSaid() {
        Directive directive = directive(slowFirst()).withDirection(Optional.empty());

        Monitoring monitoring = Monitoring.of(directive, day(10));

        assertThat(monitoring.standing()).isEqualTo(Standing.NO_DATA);
        assertThat(monitoring.expected()).isEmpty();
        assertThat(monitoring.sentences()).containsExactly("DIR0000001: nothing is directed.");
    }

    @Test
    void whatWasMeasuredBeforeTheBaselineDoesNotCount() {
        Directive before = directive(slowFirst(), 5, "81");
        Target later = new Target(
                "change-success-rate",
                "%",
                new BigDecimal("81"),
                day(10),
                new BigDecimal("90"),
                day(100),
                BigDecimal.ONE);
        Directive anew = before.withDirection(slowFirst().withTarget(later));

        assertThat(Monitoring.of(anew, day(15)).standing()).isEqualTo(Standing.NO_DATA);
    }

    /** The plan never runs backwards, and is at its points where it says. */
    @Property(tries = 100)
    void thePlanRisesFromPointToPoint(
            @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 99) Integer> days,
            @ForAll @IntRange(max = 99) int asked) {
        List<PlannedMilestone> milestones = new ArrayList<>();
        int value = 80;
        for (int at : new TreeSet<>(days)) {
            milestones.add(new PlannedMilestone(day(at), BigDecimal.valueOf(++value)));
        }
        Direction direction = slowFirst().withMilestones(milestones);

        milestones.forEach(one -> assertThat(direction.expectedAt(one.at())).isEqualByComparingTo(one.expected()));
        assertThat(direction.expectedAt(day(asked + 1))).isGreaterThanOrEqualTo(direction.expectedAt(day(asked)));
    }

    /** Against the normal equations in fractions of whole numbers, solved by Cramer's rule on whole days. */
    @Property(tries = 200)
    void theForecastIsThatOfTheNormalEquations(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(min = 70, max = 89) Integer> values) {
        Object[] observed = new Object[2 * values.size()];
        BigInteger n = BigInteger.valueOf(values.size());
        BigInteger x1 = BigInteger.ZERO;
        BigInteger y1 = BigInteger.ZERO;
        BigInteger x2 = BigInteger.ZERO;
        BigInteger xy = BigInteger.ZERO;
        for (int i = 0; i < values.size(); i++) {
            observed[2 * i] = i;
            observed[2 * i + 1] = Integer.toString(values.get(i));
            BigInteger x = BigInteger.valueOf(i);
            BigInteger y = BigInteger.valueOf(values.get(i));
            x1 = x1.add(x);
            y1 = y1.add(y);
            x2 = x2.add(x.multiply(x));
            xy = xy.add(x.multiply(y));
        }
        // a n + b Σx = Σy and a Σx + b Σx² = Σxy; a and b over the same determinant.
        BigInteger determinant = n.multiply(x2).subtract(x1.multiply(x1));
        BigInteger a = y1.multiply(x2).subtract(x1.multiply(xy));
        BigInteger b = n.multiply(xy).subtract(x1.multiply(y1));

        Optional<Instant> forecast =
                Monitoring.of(directive(slowFirst(), observed), day(20)).forecast();

        assertThat(forecast.isPresent()).isEqualTo(b.signum() > 0);
        forecast.ifPresent(when -> {
            // (90 - a) / b in days, in microseconds, rounded up
            BigInteger micros = BigInteger.valueOf(90)
                    .multiply(determinant)
                    .subtract(a)
                    .multiply(BigInteger.valueOf(86_400_000_000L));
            BigInteger[] parts = micros.divideAndRemainder(b);
            BigInteger expected = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
            assertThat(BigInteger.valueOf(ChronoUnit.MICROS.between(START, when)))
                    .isEqualTo(expected);
        });
    }
}
