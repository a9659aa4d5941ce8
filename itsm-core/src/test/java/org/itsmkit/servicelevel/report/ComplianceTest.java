package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.VIENNA;
import static org.itsmkit.servicelevel.report.Service.at;
import static org.itsmkit.servicelevel.report.Service.judged;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

/** How often promises were kept, by any groups. */
class ComplianceTest {

    private static final Labels HOSPITAL = Labels.of("customer", "hospital");
    private static final Labels SCHOOL = Labels.of("customer", "school");

    @Test
    void twoCustomersByMonth() {
        List<Judged> all = List.of(
                judged(HOSPITAL, ClockState.MET, at("2026-03-02T10:00")),
                judged(HOSPITAL, ClockState.MET, at("2026-03-31T23:59")),
                judged(HOSPITAL, ClockState.BREACHED, at("2026-03-05T10:00")),
                judged(HOSPITAL, ClockState.MET, at("2026-04-01T00:00")),
                judged(SCHOOL, ClockState.RUNNING, at("2026-04-02T10:00")),
                judged(SCHOOL, ClockState.PAUSED, at("2026-04-02T10:00")),
                judged(SCHOOL, ClockState.CANCELLED, at("2026-04-02T10:00")));

        Grouped<Compliance> found = all.stream()
                .collect(By.labels("customer").per(ReportPeriod.MONTH, VIENNA).collect(Compliance.collector()));

        assertThat(found.groups())
                .containsExactly(
                        Map.entry(HOSPITAL.and("period", "2026-03"), new Compliance(2, 1, 0, 0)),
                        Map.entry(HOSPITAL.and("period", "2026-04"), new Compliance(1, 0, 0, 0)),
                        Map.entry(SCHOOL.and("period", "2026-04"), new Compliance(0, 0, 2, 1)));
        assertThat(found.total()).isEqualTo(new Compliance(3, 1, 2, 1));
        assertThat(found.total().ratio()).contains(Ratio.of(3, 4));
        assertThat(found.of(HOSPITAL.and("period", "2026-03"))
                        .orElseThrow()
                        .ratio()
                        .orElseThrow()
                        .toPerCent(2))
                .isEqualTo(new BigDecimal("66.66"));
    }

    @Test
    void whereNothingIsDecidedThereIsNoShare() {
        Compliance open = new Compliance(0, 0, 5, 1);

        assertThat(open.ratio()).isEmpty();
        assertThat(open.meets(BigDecimal.ZERO)).isEmpty();
        assertThat(new Compliance(0, 1, 0, 0).meets(BigDecimal.ZERO)).contains(true);
    }

    @Test
    void nothingButAllIsShownAsAllAndATargetIsMetExactly() {
        Compliance nearly = new Compliance(99_999, 1, 0, 0);

        assertThat(nearly.ratio().orElseThrow().toPerCent(2)).isEqualTo(new BigDecimal("99.99"));
        assertThat(nearly.meets(new BigDecimal("0.99999"))).contains(true);
        assertThat(nearly.meets(new BigDecimal("0.999991"))).contains(false);
    }

    @Test
    void whatIsLateBelongsToThePeriodInWhichItBecameSo() {
        Target target = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(4)));
        Timeline life = Timeline.of(List.of(
                Service.in(Phase.NEW, "desk", at("2026-03-31T10:00")),
                Service.in(Phase.RESOLVED, "desk", at("2026-04-02T10:00"))));

        for (String asOf : List.of("2026-03-31T15:00", "2026-04-03T10:00")) {
            Evaluation evaluation = ServiceLevelClock.evaluate(life, target, Service.DESK, at(asOf));
            Judged judged = Judged.of(HOSPITAL, evaluation).get(0);

            assertThat(judged.at()).isEqualTo(at("2026-03-31T14:00").plusNanos(1_000));
            assertThat(judged.labels()).isEqualTo(HOSPITAL.and("target", "resolution"));
        }
        Evaluation open = ServiceLevelClock.evaluate(life, target, Service.DESK, at("2026-03-31T12:00"));
        assertThat(Judged.of(HOSPITAL, open)).extracting(Judged::at).containsExactly(at("2026-03-31T12:00"));
    }

    @Test
    void whatHasNoSuchLabelIsInAGroupOfItsOwnAfterTheOthers() {
        List<Judged> all = List.of(
                judged(HOSPITAL, ClockState.MET, at("2026-03-02T10:00")),
                judged(HOSPITAL.and("priority", "P2"), ClockState.MET, at("2026-03-02T10:00")),
                judged(HOSPITAL.and("priority", "P1"), ClockState.BREACHED, at("2026-03-02T10:00")));

        assertThat(all.stream()
                        .collect(By.labels("priority").collect(Compliance.collector()))
                        .groups()
                        .keySet())
                .containsExactly(Labels.of("priority", "P1"), Labels.of("priority", "P2"), Labels.NONE);
    }

    @Test
    void groupsAreThoseOfWhoeverLooksAtEachOneByOne() {
        Seeds.each(300, random -> {
            List<Judged> all = Service.any(random);
            ReportPeriod period = ReportPeriod.values()[random.nextInt(4)];
            Map<String, long[]> expected = new HashMap<>();
            for (Judged judged : all) {
                String group = judged.labels().get("priority") + " " + period.containing(judged.at(), VIENNA);
                int column = List.of(ClockState.MET, ClockState.BREACHED, ClockState.RUNNING, ClockState.CANCELLED)
                        .indexOf(
                                judged.cycle().state() == ClockState.PAUSED
                                        ? ClockState.RUNNING
                                        : judged.cycle().state());
                expected.computeIfAbsent(group, any -> new long[4])[column]++;
            }
            By by = By.labels("priority").per(period, VIENNA);
            Grouped<Compliance> found = all.stream().collect(by.collect(Compliance.collector()));

            assertThat(found.groups().values())
                    .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                            .map(counts -> new Compliance(counts[0], counts[1], counts[2], counts[3]))
                            .toList());
            assertThat(all.parallelStream().collect(by.collect(Compliance.collector())))
                    .isEqualTo(found);
            Compliance sum = found.groups().values().stream()
                    .reduce(
                            Compliance.NONE,
                            (one, other) -> new Compliance(
                                    one.met() + other.met(),
                                    one.breached() + other.breached(),
                                    one.open() + other.open(),
                                    one.cancelled() + other.cancelled()));
            assertThat(found.total()).isEqualTo(sum);
        });
    }

    @Test
    void periodsHaveTheNamesOfTheCalendarOnTheWall() {
        Instant newYear = at("2027-01-01T00:00");

        assertThat(ReportPeriod.WEEK.name(newYear, VIENNA)).isEqualTo("2026-W53");
        assertThat(ReportPeriod.MONTH.name(newYear, VIENNA)).isEqualTo("2027-01");
        assertThat(ReportPeriod.QUARTER.name(newYear.minusNanos(1), VIENNA)).isEqualTo("2026-Q4");
        assertThat(ReportPeriod.YEAR.name(newYear.minusNanos(1), VIENNA)).isEqualTo("2026");
    }

    @Test
    void labelsAreShownInTheOrderOfTheirNames() {
        assertThat(Labels.of("team", "desk").and("customer", "hospital")).hasToString("{customer=hospital, team=desk}");
    }

    @Test
    void periodsLieSideBySideAndHaveOneNameEach() {
        Seeds.each(300, random -> {
            Instant at = Instant.ofEpochSecond(random.nextInt());
            for (ReportPeriod period : ReportPeriod.values()) {
                var window = period.containing(at, VIENNA);
                assertThat(window.contains(at)).isTrue();
                assertThat(period.containing(window.toExclusive(), VIENNA).fromInclusive())
                        .isEqualTo(window.toExclusive());
                assertThat(List.of(window.fromInclusive(), window.toExclusive().minusNanos(1)))
                        .allMatch(edge -> period.name(edge, VIENNA).equals(period.name(at, VIENNA)));
                assertThat(period.name(window.toExclusive(), VIENNA)).isNotEqualTo(period.name(at, VIENNA));
            }
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> By.labels("team", "team")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> By.labels("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Labels.of("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> By.labels("period").per(ReportPeriod.WEEK, VIENNA))
                .isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < 4; i++) {
            long[] counts = new long[4];
            counts[i] = -1;
            assertThatThrownBy(() -> new Compliance(counts[0], counts[1], counts[2], counts[3]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> List.of(judged(HOSPITAL, ClockState.NOT_STARTED, at("2026-03-02T10:00"))).stream()
                        .collect(Compliance.collector()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void durationsAreOfWhatIsDoneAndWhatIsOpenIsCounted() {
        List<Judged> all = IntStream.rangeClosed(1, 100)
                .mapToObj(hours -> Judged.of(
                        SCHOOL,
                        Service.cycle(ClockState.MET, at("2026-03-02T10:00"), Duration.ofHours(hours)),
                        at("2026-03-02T10:00")))
                .toList();
        List<Judged> open = List.of(
                judged(SCHOOL, ClockState.RUNNING, at("2026-03-02T10:00")),
                judged(SCHOOL, ClockState.BREACHED, at("2026-03-02T10:00")),
                judged(SCHOOL, ClockState.CANCELLED, at("2026-03-02T10:00")));

        Grouped<Durations> found = java.util.stream.Stream.concat(all.stream(), open.stream())
                .collect(By.labels("customer").collect(Durations.collector()));

        Durations school = found.of(SCHOOL).orElseThrow();
        assertThat(school.elapsed().percentile(90)).contains(Duration.ofHours(90));
        assertThat(school.used().percentile(90)).contains(Duration.ofHours(45));
        assertThat(school.elapsed().mean()).contains(Duration.ofMinutes(50 * 60 + 30));
        assertThat(school.open()).isEqualTo(2);
        assertThat(found.of(HOSPITAL)).isEqualTo(Optional.empty());
    }

    @Test
    void durationsOfGroupsAreThoseOfWhoeverSortsThem() {
        Seeds.each(200, random -> {
            List<Judged> all = Service.any(random);
            Grouped<Durations> found =
                    all.parallelStream().collect(By.labels("customer").collect(Durations.collector()));

            found.groups().forEach((group, durations) -> {
                List<Duration> sorted = all.stream()
                        .filter(judged -> judged.labels().get("customer").equals(group.get("customer")))
                        .filter(judged -> judged.cycle().state() == ClockState.MET)
                        .map(judged -> Duration.between(judged.cycle().startedAt(), judged.at()))
                        .sorted()
                        .toList();
                assertThat(durations.elapsed().cases()).isEqualTo(sorted.size());
                assertThat(durations.open())
                        .isEqualTo(all.stream()
                                .filter(judged ->
                                        judged.labels().get("customer").equals(group.get("customer")))
                                .filter(judged -> judged.cycle().stoppedAt().isEmpty())
                                .count());
                if (!sorted.isEmpty()) {
                    int rank = (sorted.size() * 95 + 99) / 100;
                    assertThat(durations.elapsed().percentile(95)).contains(sorted.get(rank - 1));
                    assertThat(durations.elapsed().sum())
                            .isEqualTo(sorted.stream().reduce(Duration.ZERO, Duration::plus));
                }
            });
        });
    }
}
