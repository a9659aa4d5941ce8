package org.itsmkit.improvement.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.itsmkit.improvement.measure.Metric;
import org.junit.jupiter.api.Test;

/** Factors, indicators and metrics of a service desk. */
class MetricTreeTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Metric RESTORE = Metric.lowerIsBetter("time-to-restore", "min");
    private static final Metric SOLVED = Metric.higherIsBetter("first-contact", "%");
    private static final Metric BUSY = new Metric("busy", "%", Metric.Better.LOWER);

    private static final SuccessFactor HAPPY = SuccessFactor.of("happy-users", "Users can work", RollUp.worst());
    private static final SuccessFactor QUICK =
            SuccessFactor.of("quick", "Help is quick", RollUp.weighted()).below("happy-users", "1");
    private static final Indicator MEAN = Indicator.of(
                    "mean-restore", "Restored soon", "quick", "time-to-restore", Thresholds.atMost("60", "90"), WEEK)
            .weighing("0.7");
    private static final Indicator FIRST = Indicator.of(
                    "solved-first", "Solved at once", "quick", "first-contact", Thresholds.atLeast("70", "60"), WEEK)
            .weighing("0.3");
    private static final Indicator LOAD = Indicator.of(
            "load",
            "People are busy enough",
            "happy-users",
            "busy",
            new Thresholds.Between(number("50"), number("60"), number("85"), number("95")),
            WEEK);

    private static final MetricTree DESK =
            new MetricTree(List.of(RESTORE, SOLVED, BUSY), List.of(HAPPY, QUICK), List.of(MEAN, FIRST, LOAD));

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private static Reading read(String metric, String value) {
        return new Reading(metric, number(value), NOW.minus(Duration.ofDays(1)));
    }

    private static Standing stand(Reading... readings) {
        return DESK.standAt(List.of(readings), NOW).get(0);
    }

    private static Standing find(Standing standing, String code) {
        return standing.all().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    /** 55 min is green (0.7), 65 % amber (0.3 / 2): 0.85, and green is from 0.8 on. 80 % busy is within 60 to 85. */
    @Test
    void aFactorIsAsItsWorstIndicatorOrByWeights() {
        Standing all = stand(read("time-to-restore", "55"), read("first-contact", "65"), read("busy", "80"));

        assertThat(all.health()).isEqualTo(Health.GREEN);
        assertThat(find(all, "quick").health()).isEqualTo(Health.GREEN);
        assertThat(find(all, "solved-first").health()).isEqualTo(Health.AMBER);
        assertThat(all.sentences())
                .containsExactly(
                        "Users can work is green: all below it is.",
                        "Help is quick is green: 0.7 × Restored soon (green) + 0.3 × Solved at once (amber) come to 0.85;"
                                + " green is from 0.8 on, amber from 0.5.",
                        "Restored soon is green: time-to-restore was 55 min at 2026-08-31T12:00:00Z; the target is at"
                                + " most 60.",
                        "Solved at once is amber: first-contact was 65 % at 2026-08-31T12:00:00Z; the target is at least"
                                + " 70.",
                        "People are busy enough is green: busy was 80 % at 2026-08-31T12:00:00Z; the target is 60 to 85.");
    }

    @Test
    void oneThatIsRedMakesAllRedAboveIt() {
        Standing all = stand(read("time-to-restore", "55"), read("first-contact", "75"), read("busy", "99"));

        assertThat(all.health()).isEqualTo(Health.RED);
        assertThat(all.reason()).isEqualTo("it is as the worst below it: People are busy enough.");
    }

    @Test
    void boundsAreOnTheBetterSide() {
        Thresholds atMost = Thresholds.atMost("60", "90");
        Thresholds atLeast = Thresholds.atLeast("70", "60");
        Thresholds between = LOAD.thresholds();

        assertThat(List.of(
                        atMost.of(number("60")),
                        atMost.of(number("60.01")),
                        atMost.of(number("90")),
                        atMost.of(number("90.01"))))
                .containsExactly(Health.GREEN, Health.AMBER, Health.AMBER, Health.RED);
        assertThat(List.of(
                        atLeast.of(number("70.0")),
                        atLeast.of(number("69.9")),
                        atLeast.of(number("60")),
                        atLeast.of(number("59.9"))))
                .containsExactly(Health.GREEN, Health.AMBER, Health.AMBER, Health.RED);
        assertThat(List.of(
                        between.of(number("49")),
                        between.of(number("50")),
                        between.of(number("60")),
                        between.of(number("85")),
                        between.of(number("95")),
                        between.of(number("96"))))
                .containsExactly(Health.RED, Health.AMBER, Health.GREEN, Health.GREEN, Health.AMBER, Health.RED);
    }

    @Test
    void whatNobodyMeasuredLatelyIsUnknown() {
        Reading old = new Reading("busy", number("80"), NOW.minus(WEEK).minusNanos(1));
        Reading justFresh = new Reading("busy", number("80"), NOW.minus(WEEK));
        Reading future = new Reading("busy", number("10"), NOW.plusNanos(1));

        assertThat(find(stand(old), "load").health()).isEqualTo(Health.UNKNOWN);
        assertThat(find(stand(old), "load").reason()).contains("good for PT168H only");
        assertThat(find(stand(justFresh, future), "load").health()).isEqualTo(Health.GREEN);
        assertThat(find(stand(), "load").reason()).isEqualTo("busy was never measured.");
        assertThat(stand().health()).isEqualTo(Health.UNKNOWN);
    }

    /**
     * Of what is unknown the best and the worst is supposed: 0.7 green and 0.3 unknown is 0.7 to 1, amber to green; 0.7
     * red is 0 to 0.3, red.
     */
    @Test
    void whatMakesNoDifferenceNeedNotBeKnown() {
        assertThat(find(stand(read("time-to-restore", "55")), "quick").health()).isEqualTo(Health.UNKNOWN);
        assertThat(find(stand(read("time-to-restore", "55")), "quick").reason()).contains("come to 0.7 to 1;");
        assertThat(find(stand(read("time-to-restore", "95")), "quick").health()).isEqualTo(Health.RED);
        assertThat(stand(read("time-to-restore", "95")).health()).isEqualTo(Health.RED);
    }

    @Test
    void theLatestReadingCounts() {
        Reading before = new Reading("busy", number("99"), NOW.minus(Duration.ofDays(2)));

        assertThat(find(stand(before, read("busy", "80")), "load").health()).isEqualTo(Health.GREEN);
        assertThat(find(stand(read("busy", "80"), before), "load").health()).isEqualTo(Health.GREEN);
        assertThat(stand(read("what-else", "1")).health()).isEqualTo(Health.UNKNOWN);
    }

    private static List<String> mistakes(List<SuccessFactor> factors, Indicator... indicators) {
        return MetricTree.mistakes(List.of(RESTORE, SOLVED), factors, List.of(indicators));
    }

    private static SuccessFactor factor(String code, String above) {
        return new SuccessFactor(code, code, Optional.of(above), BigDecimal.ONE, RollUp.worst());
    }

    private static Indicator shows(String factor) {
        return Indicator.of("shows-" + factor, "Shows", factor, "first-contact", Thresholds.atLeast("2", "1"), WEEK);
    }

    @Test
    void whatIsNoTreeIsRefusedAndNamed() {
        assertThat(mistakes(List.of(factor("a", "b"), factor("b", "c"), factor("c", "a")), shows("a")))
                .containsExactly("A circle: a is part of b is part of c is part of a.");
        assertThat(mistakes(List.of(factor("a", "a")), shows("a"))).containsExactly("A circle: a is part of a.");
        assertThat(mistakes(List.of(HAPPY, HAPPY), shows("happy-users")))
                .containsExactly("Two are called happy-users.");
        assertThat(MetricTree.mistakes(List.of(RESTORE, RESTORE), List.of(), List.of()))
                .containsExactly("Two metrics are called time-to-restore.");
        assertThat(mistakes(List.of(factor("a", "nowhere")), shows("a"), shows("b")))
                .containsExactly(
                        "a is part of nowhere, which is no factor.", "shows-b is to show b, which is no factor.");
        assertThat(mistakes(List.of(HAPPY), LOAD)).containsExactly("load has no metric: there is no busy.");
        assertThat(mistakes(List.of(HAPPY))).containsExactly("Nothing shows whether happy-users is met.");
        assertThat(mistakes(List.of(HAPPY, QUICK), MEAN, FIRST.weighing("0.31")))
                .containsExactly("The weights below quick are 1.01 together, not 1.");
        assertThat(mistakes(List.of(SuccessFactor.of("a", "two\nlines", RollUp.worst())), shows("a")))
                .containsExactly("Of a: The title must be one line.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetricTree(List.of(), List.of(HAPPY), List.of()))
                .withMessage("Nothing shows whether happy-users is met.");
    }

    @Test
    void whatIsNoBoundIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.atLeast("60", "70"));
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.atMost("90", "60"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds.Between(number("1"), number("3"), number("2"), number("4")));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUp.Weighted(number("0.5"), number("0.8")));
        assertThatIllegalArgumentException().isThrownBy(() -> MEAN.weighing("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indicator.of("a", "a", "b", "c", Thresholds.atLeast("1", "0"), Duration.ZERO));
    }

    /** What the worst of some is, said by somebody who has a list of what is worse. */
    @Property(tries = 200)
    void aFactorIsNeverBetterThanItsWorst(@ForAll @Size(3) List<Health> healths) {
        List<Reading> readings = new ArrayList<>();
        List<String> metrics = List.of("time-to-restore", "first-contact", "busy");
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            indicators.add(
                    Indicator.of("kpi-" + i, "KPI", "happy-users", metrics.get(i), Thresholds.atLeast("2", "1"), WEEK));
            switch (healths.get(i)) {
                case GREEN -> readings.add(read(metrics.get(i), "2"));
                case AMBER -> readings.add(read(metrics.get(i), "1"));
                case RED -> readings.add(read(metrics.get(i), "0"));
                case UNKNOWN -> {}
            }
        }
        MetricTree tree = new MetricTree(List.of(RESTORE, SOLVED, BUSY), List.of(HAPPY), indicators);
        Health expected = List.of(Health.RED, Health.UNKNOWN, Health.AMBER, Health.GREEN).stream()
                .filter(healths::contains)
                .findFirst()
                .orElseThrow();

        assertThat(tree.standAt(readings, NOW).get(0).health()).isEqualTo(expected);
    }

    @Test
    void itIsDrawn() {
        List<Standing> standings =
                List.of(stand(read("time-to-restore", "55"), read("first-contact", "65"), read("busy", "99")));

        assertThat(DESK.toMermaid(standings)).isEqualTo("""
                flowchart TD
                    n0("Users can work"):::red
                    n1("Help is quick"):::green
                    n2["Restored soon#58; at most 60"]:::green
                    n3["Solved at once#58; at least 70"]:::amber
                    n4["People are busy enough#58; 60 to 85"]:::red
                    m0(["time-to-restore, min"])
                    m1(["first-contact, #37;"])
                    m2(["busy, #37;"])
                    n0 --> n1
                    n1 --> n2
                    n2 --> m0
                    n1 --> n3
                    n3 --> m1
                    n0 --> n4
                    n4 --> m2
                    classDef green fill:#c8e6c9
                    classDef amber fill:#ffe0b2
                    classDef red fill:#ffcdd2
                    classDef unknown fill:#eeeeee
                """);
        assertThat(DESK.toMermaid()).doesNotContain(":::").doesNotContain("classDef");
    }

    @Test
    void hostileTitlesChangeNoLine() {
        SuccessFactor hostile = SuccessFactor.of("a", "x\")] --> y; %%{init}%% <b>", RollUp.worst());
        String drawn = new MetricTree(List.of(SOLVED), List.of(hostile), List.of(shows("a"))).toMermaid();

        assertThat(drawn.lines()).hasSize(6);
        assertThat(drawn).doesNotContain("%%").doesNotContain("<b>").doesNotContain("x\"");
    }
}
