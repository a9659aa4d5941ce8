package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.servicelevel.report.Answer;
import org.itsmkit.servicelevel.report.Attribution;
import org.itsmkit.servicelevel.report.BacklogAges;
import org.itsmkit.servicelevel.report.By;
import org.itsmkit.servicelevel.report.Compliance;
import org.itsmkit.servicelevel.report.ConsistencyCheck;
import org.itsmkit.servicelevel.report.Durations;
import org.itsmkit.servicelevel.report.Grouped;
import org.itsmkit.servicelevel.report.Handled;
import org.itsmkit.servicelevel.report.HandlingFigures;
import org.itsmkit.servicelevel.report.Holder;
import org.itsmkit.servicelevel.report.InternalPlan;
import org.itsmkit.servicelevel.report.Judged;
import org.itsmkit.servicelevel.report.Labels;
import org.itsmkit.servicelevel.report.OpenRecord;
import org.itsmkit.servicelevel.report.ReportPeriod;
import org.itsmkit.servicelevel.report.Responsibility;
import org.itsmkit.servicelevel.report.Satisfaction;
import org.itsmkit.servicelevel.report.WatermelonCheck;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

/** The snippets about reports of service levels. */
class ServiceLevelReportsDocTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ServiceHours DESK = hours("desk", "09:00", "17:00");
    private static final Target RESOLUTION = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(8)));

    private static ServiceHours hours(String name, String from, String to) {
        return ServiceHours.of(name, BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of(from, to))));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Stretch in(Phase phase, String group, String from) {
        Optional<String> reason = phase == Phase.WAITING ? Optional.of("awaiting-supplier") : Optional.empty();
        Status status = Status.of(phase.name().toLowerCase(java.util.Locale.ROOT), phase);
        return new Stretch(at(from), status, reason, Optional.of(GroupId.of(group)), Optional.empty());
    }

    private static Timeline solved(String from, String to) {
        return Timeline.of(List.of(in(Phase.NEW, "desk", from), in(Phase.RESOLVED, "desk", to)));
    }

    @Test
    void complianceAndDurations() {
        Instant now = at("2026-04-02T12:00");
        List<Timeline> timelines = List.of(
                solved("2026-03-02T09:00", "2026-03-02T12:00"),
                solved("2026-03-03T09:00", "2026-03-04T10:00"),
                solved("2026-03-05T09:00", "2026-03-05T10:00"),
                solved("2026-04-02T09:00", "2026-04-03T10:00"));
        Labels hospital = Labels.of("customer", "hospital").and("priority", "P2");
        // spotless:off
        // snippet: report-compliance
        List<Judged> promises = timelines.stream()
                .flatMap(life -> Judged.of(hospital, ServiceLevelClock.evaluate(life, RESOLUTION, DESK, now)).stream())
                .toList();

        Grouped<Compliance> kept = promises.stream()
                .collect(By.labels("customer", "priority").per(ReportPeriod.MONTH, VIENNA).collect(Compliance.collector()));

        Compliance march = kept.of(hospital.and("period", "2026-03")).orElseThrow();
        Optional<Boolean> isMet = march.meets(new BigDecimal("0.95"));           // exact, however it is shown
        BigDecimal shown = march.ratio().orElseThrow().toPerCent(1);
        Compliance all = kept.total();
        // end

        // snippet: report-durations
        Grouped<Durations> took = promises.stream()
                .collect(By.labels(Labels.TARGET).collect(Durations.collector()));

        Optional<Duration> nineOfTen = took.total().used().percentile(90);       // open time, without pauses
        Optional<Duration> mean = took.total().elapsed().mean();                 // around the clock
        long notDone = took.total().open();
        // end
        // spotless:on
        assertThat(march).isEqualTo(new Compliance(2, 1, 0, 0));
        assertThat(isMet).contains(false);
        assertThat(shown).isEqualTo(new BigDecimal("66.6"));
        assertThat(all).isEqualTo(new Compliance(2, 1, 1, 0));
        assertThat(nineOfTen).contains(Duration.ofHours(9));
        // 3, 25 and 1 hours
        assertThat(mean).contains(Duration.ofMinutes(29 * 20));
        assertThat(notDone).isEqualTo(1);
    }

    @Test
    void attribution() {
        // spotless:off
        // snippet: report-attribution
        Timeline life = Timeline.of(List.of(
                in(Phase.ACTIVE, "desk", "2026-03-02T09:00"),
                in(Phase.WAITING, "desk", "2026-03-02T15:00"),                   // for a supplier
                in(Phase.ACTIVE, "network", "2026-03-03T10:00"),
                in(Phase.RESOLVED, "network", "2026-03-03T10:30")));
        Target strict = RESOLUTION.withMetric(Metric.RESOLUTION.withPause(Condition.never()));
        Explanation why = ServiceLevelClock.explain(life, strict, DESK, at("2026-03-03T12:00"));

        Attribution whose = Attribution.of(why, Responsibility.byGroup().withSupplier("awaiting-supplier", "Acme Networks"))
                .orElseThrow();
        // end
        // spotless:on
        assertThat(whose.shares())
                .containsExactly(
                        share(Holder.team("desk"), 360, 0),
                        share(Holder.supplier("Acme Networks"), 120, 60),
                        share(Holder.team("network"), 0, 30));
        assertThat(whose.heldAtBreach()).contains(Holder.supplier("Acme Networks"));
    }

    private static Attribution.Share share(Holder holder, long within, long over) {
        return new Attribution.Share(
                holder,
                Duration.ofMinutes(within + over),
                Duration.ofMinutes(within),
                Duration.ofMinutes(over),
                Duration.ZERO);
    }

    @Test
    void backlogAndHandling() {
        Labels desk = Labels.of("team", "desk");
        Stream<OpenRecord> records = Stream.of(
                new OpenRecord(desk, at("2026-03-06T15:00"), Optional.empty()),
                new OpenRecord(desk, at("2026-03-02T09:00"), Optional.empty()));
        Stream<Handled> handled = Stream.of(
                new Handled(desk, at("2026-03-02T09:00"), true, 0),
                new Handled(desk, at("2026-03-02T09:00"), false, 3));
        // spotless:off
        // snippet: report-backlog
        Instant monday = at("2026-03-09T10:00");
        List<Duration> bounds = List.of(Duration.ofHours(8), Duration.ofHours(40));

        Grouped<BacklogAges> ages = records
                .collect(By.labels("team").collect(BacklogAges.at(monday, bounds, DESK.time())));
        // end

        // snippet: report-handling
        Grouped<HandlingFigures> handling = handled.collect(By.labels("team").collect(HandlingFigures.collector()));

        BigDecimal atFirstContact = handling.total().firstContactRate().orElseThrow().toPerCent(0);
        Optional<BigDecimal> fromGroupToGroup = handling.total().meanReassignments(1);
        // end
        // spotless:on
        assertThat(ages.total().buckets())
                .extracting(BacklogAges.Bucket::records)
                .containsExactly(1L, 0L, 1L);
        assertThat(atFirstContact).isEqualTo(new BigDecimal("50"));
        assertThat(fromGroupToGroup).contains(new BigDecimal("1.5"));
    }

    @Test
    void watermelons() {
        Labels mail = Labels.of("service", "mail");
        Grouped<Compliance> kept =
                new Grouped<>(java.util.Map.of(mail, new Compliance(97, 3, 0, 0)), new Compliance(97, 3, 0, 0));
        List<Answer> answers = Stream.of("2", "3", "3", "4", "2")
                .map(score -> new Answer(mail, at("2026-03-02T09:00"), new BigDecimal(score)))
                .toList();
        // spotless:off
        // snippet: report-watermelons
        Satisfaction.Scale stars = Satisfaction.Scale.of(1, 5);
        Grouped<Satisfaction> satisfied = answers.stream()
                .collect(By.labels("service").collect(Satisfaction.collector(stars)));

        List<WatermelonCheck.Finding> watermelons =
                new WatermelonCheck(new BigDecimal("0.95"), new BigDecimal("3.5"), stars, 5)
                        .findings(kept, satisfied).stream()
                        .filter(WatermelonCheck.Finding::isWatermelon)
                        .toList();
        // end
        // spotless:on
        assertThat(watermelons).singleElement().satisfies(found -> {
            assertThat(found.group()).isEqualTo(mail);
            assertThat(found.satisfaction().mean(1)).contains(new BigDecimal("2.8"));
        });
    }

    @Test
    void consistency() {
        // spotless:off
        // snippet: report-consistency
        ServiceHours acmeHours = hours("acme", "08:00", "16:00");
        Target fourHours = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(4)));
        InternalPlan plan = InternalPlan.inSequence(
                InternalPlan.one("desk", fourHours, DESK),
                InternalPlan.one("Acme Networks", fourHours, acmeHours));

        ConsistencyCheck check = ConsistencyCheck.of(RESOLUTION, DESK, plan, at("2026-01-01T00:00"), at("2027-01-01T00:00"));

        boolean fits = check.fits();
        ConsistencyCheck.Violation first = check.violations().get(0);
        // end
        // spotless:on
        assertThat(fits).isFalse();
        assertThat(first.worst().margin()).contains(Duration.ofHours(-16));
        assertThat(check.tightest().orElseThrow().margin().orElseThrow()).isLessThan(Duration.ofHours(-16));
    }
}
