package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.DESK;
import static org.itsmkit.servicelevel.report.Service.at;
import static org.itsmkit.servicelevel.report.Service.in;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

/** Who used the time of a promise that was not kept. */
class AttributionTest {

    private static final Target EIGHT_HOURS = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(8)));
    private static final Metric NEVER_PAUSES = Metric.RESOLUTION.withPause(Condition.never());
    private static final Responsibility USUAL =
            Responsibility.byGroup().withSupplier("awaiting-supplier", "Acme Networks");

    /** On Monday nobody has it for an hour, the desk for six; on Tuesday the network team for two, then it is done. */
    private static final Timeline LAST_IS_NOT_TO_BLAME = Timeline.of(List.of(
            in(Phase.NEW, "", at("2026-03-02T09:00")),
            in(Phase.ACTIVE, "desk", at("2026-03-02T10:00")),
            in(Phase.ACTIVE, "network", at("2026-03-02T16:00")),
            in(Phase.RESOLVED, "network", at("2026-03-03T10:30"))));

    @Test
    void whoHadItLastHasWhatTheyUsedAndNoMore() {
        Explanation why = ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, EIGHT_HOURS, DESK, at("2026-03-04T09:00"));

        Attribution found = Attribution.of(why, USUAL).orElseThrow();

        assertThat(found.shares())
                .containsExactly(
                        share(Holder.nobody(), 60, 60, 0, 0),
                        share(Holder.team("desk"), 360, 360, 0, 0),
                        share(Holder.team("network"), 150, 60, 90, 0));
        assertThat(found.heldAtBreach()).contains(Holder.team("network"));
        assertThat(found.usedUpBy()).contains(Holder.team("network"));
        assertThat(found.shareOfUsed(Holder.team("desk"))).contains(Ratio.of(360, 570));
        assertThat(found.shareOfOverrun(Holder.team("network"))).contains(Ratio.ONE);
        assertThat(found.shareOfOverrun(Holder.team("desk"))).contains(Ratio.ZERO);
    }

    @Test
    void aSupplierForWhomTheClockRunsUsesItsTime() {
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "desk", at("2026-03-02T09:00")),
                in(Phase.WAITING, "desk", at("2026-03-02T11:00")),
                in(Phase.ACTIVE, "desk", at("2026-03-03T12:00")),
                in(Phase.RESOLVED, "desk", at("2026-03-03T13:00"))));
        Explanation runs =
                ServiceLevelClock.explain(life, EIGHT_HOURS.withMetric(NEVER_PAUSES), DESK, at("2026-03-04T09:00"));
        Explanation pauses = ServiceLevelClock.explain(life, EIGHT_HOURS, DESK, at("2026-03-04T09:00"));

        Attribution late = Attribution.of(runs, USUAL).orElseThrow();
        assertThat(late.shares())
                .containsExactly(
                        share(Holder.team("desk"), 180, 120, 60, 0),
                        share(Holder.supplier("Acme Networks"), 540, 360, 180, 0));
        assertThat(late.heldAtBreach()).contains(Holder.supplier("Acme Networks"));

        Attribution inTime = Attribution.of(pauses, USUAL).orElseThrow();
        assertThat(inTime.shares())
                .containsExactly(
                        share(Holder.team("desk"), 180, 180, 0, 0),
                        share(Holder.supplier("Acme Networks"), 0, 0, 0, 540));
        assertThat(inTime.heldAtBreach()).isEmpty();
        assertThat(inTime.usedUpBy()).isEmpty();
        assertThat(inTime.shareOfOverrun(Holder.team("desk"))).isEmpty();
    }

    @Test
    void whatIsSaidOfATimeComesBeforeWhatFollowsFromSituations() {
        Window withAcme = new Window(at("2026-03-02T15:00"), at("2026-03-02T16:30"));
        Explanation why = ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, EIGHT_HOURS, DESK, at("2026-03-04T09:00"));

        Attribution found = Attribution.of(why, USUAL.during(withAcme, Holder.supplier("Acme Networks")))
                .orElseThrow();

        assertThat(found.shares())
                .containsExactly(
                        share(Holder.nobody(), 60, 60, 0, 0),
                        share(Holder.team("desk"), 300, 300, 0, 0),
                        share(Holder.supplier("Acme Networks"), 90, 90, 0, 0),
                        share(Holder.team("network"), 120, 30, 90, 0));
    }

    /** It is late from a microsecond after closing on; the overrun is all the network team's, the budget all the desk's. */
    @Test
    void whoHoldsItWhenItIsLateNeedNotHaveUsedAnything() {
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "desk", at("2026-03-02T09:00")),
                in(Phase.ACTIVE, "network", at("2026-03-02T17:00")),
                in(Phase.RESOLVED, "network", at("2026-03-03T09:10"))));
        Attribution found = Attribution.of(
                        ServiceLevelClock.explain(life, EIGHT_HOURS, DESK, at("2026-03-04T09:00")), USUAL)
                .orElseThrow();

        assertThat(found.heldAtBreach()).contains(Holder.team("network"));
        assertThat(found.usedUpBy()).contains(Holder.team("desk"));
        assertThat(found.of(Holder.team("desk"))).contains(share(Holder.team("desk"), 480, 480, 0, 0));
        assertThat(found.of(Holder.team("network"))).contains(share(Holder.team("network"), 10, 0, 10, 0));
    }

    /** Half a second of the desk's and a quarter of the network team's, of which a quarter is overrun. */
    @Test
    void sharesAreExactToTheMicrosecond() {
        Instant nine = at("2026-03-02T09:00");
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "desk", nine),
                in(Phase.ACTIVE, "network", nine.plusMillis(500)),
                in(Phase.RESOLVED, "network", nine.plusMillis(750))));
        Target half = EIGHT_HOURS.withAmount(Amount.openTime(Duration.ofMillis(500)));
        Attribution found = Attribution.of(ServiceLevelClock.explain(life, half, DESK, at("2026-03-04T09:00")), USUAL)
                .orElseThrow();

        assertThat(found.shareOfUsed(Holder.team("desk"))).contains(Ratio.of(2, 3));
        assertThat(found.shareOfUsed(Holder.team("network"))).contains(Ratio.of(1, 3));
        assertThat(found.shareOfUsed(Holder.nobody())).contains(Ratio.ZERO);
        assertThat(found.shareOfOverrun(Holder.team("network"))).contains(Ratio.ONE);
        assertThat(found.usedUpBy()).contains(Holder.team("desk"));
        assertThat(found.heldAtBreach()).contains(Holder.team("network"));
    }

    /** A second and a half against half a second: whole seconds and parts of them count alike. */
    @Test
    void secondsAndPartsOfThemCount() {
        Instant nine = at("2026-03-02T09:00");
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "desk", nine),
                in(Phase.ACTIVE, "network", nine.plusMillis(1_500)),
                in(Phase.RESOLVED, "network", nine.plusMillis(2_000))));
        Attribution found = Attribution.of(
                        ServiceLevelClock.explain(life, EIGHT_HOURS, DESK, at("2026-03-04T09:00")), USUAL)
                .orElseThrow();

        assertThat(found.shareOfUsed(Holder.team("desk"))).contains(Ratio.of(3, 4));
    }

    /** The supplier has what waits for it, the field engineers what is given to nobody, and the desk the rest. */
    @Test
    void whoHasItFollowsFromItsSituation() {
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "", at("2026-03-02T09:00")),
                in(Phase.ACTIVE, "desk", at("2026-03-02T10:00")),
                in(Phase.WAITING, "desk", at("2026-03-02T12:00")),
                in(Phase.RESOLVED, "desk", at("2026-03-02T15:00"))));
        Explanation why =
                ServiceLevelClock.explain(life, EIGHT_HOURS.withMetric(NEVER_PAUSES), DESK, at("2026-03-04T09:00"));
        Responsibility byGroup = Responsibility.byGroup();
        Responsibility field = byGroup.with(
                situation -> situation.group().isEmpty() ? Optional.of(Holder.team("field")) : Optional.empty());

        assertThat(Attribution.of(why, byGroup).orElseThrow().shares())
                .containsExactly(share(Holder.nobody(), 60, 60, 0, 0), share(Holder.team("desk"), 300, 300, 0, 0));
        assertThat(Attribution.of(why, field.withSupplier("awaiting-supplier", "Acme Networks"))
                        .orElseThrow()
                        .shares())
                .containsExactly(
                        share(Holder.team("field"), 60, 60, 0, 0),
                        share(Holder.team("desk"), 120, 120, 0, 0),
                        share(Holder.supplier("Acme Networks"), 180, 180, 0, 0));
        assertThat(Attribution.of(why, field.withSupplier("awaiting-requester", "Acme Networks"))
                        .orElseThrow()
                        .of(Holder.team("desk")))
                .contains(share(Holder.team("desk"), 300, 300, 0, 0));
    }

    @Test
    void ofNoBudgetNobodyUsedTheLast() {
        Target atOnce = EIGHT_HOURS.withAmount(Amount.openTime(Duration.ZERO));
        Attribution found = Attribution.of(
                        ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, atOnce, DESK, at("2026-03-02T12:00")), USUAL)
                .orElseThrow();

        assertThat(found.usedUpBy()).isEmpty();
        assertThat(found.shares())
                .containsExactly(share(Holder.nobody(), 60, 0, 60, 0), share(Holder.team("desk"), 120, 0, 120, 0));
        assertThat(found.heldAtBreach()).contains(Holder.nobody());
    }

    @Test
    void whereNothingWasUsedThereIsNoShareOfIt() {
        Explanation why = ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, EIGHT_HOURS, DESK, at("2026-03-02T09:00"));

        assertThat(Attribution.of(why, USUAL).orElseThrow().shareOfUsed(Holder.nobody()))
                .isEmpty();
    }

    @Test
    void theyAreShownByTheirNames() {
        assertThat(List.of(Holder.team("desk"), Holder.supplier("Acme Networks"), Holder.nobody()))
                .extracting(Object::toString)
                .containsExactly("desk", "Acme Networks", "nobody");
    }

    @Test
    void sharesOfManyAreAddedUp() {
        Attribution one = Attribution.of(
                        ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, EIGHT_HOURS, DESK, at("2026-03-04T09:00")),
                        USUAL)
                .orElseThrow();

        assertThat(java.util.stream.Stream.of(one, one, one).parallel().collect(Attribution.sums()))
                .containsExactly(
                        Map.entry(Holder.nobody(), share(Holder.nobody(), 180, 180, 0, 0)),
                        Map.entry(Holder.team("desk"), share(Holder.team("desk"), 1_080, 1_080, 0, 0)),
                        Map.entry(Holder.team("network"), share(Holder.team("network"), 450, 180, 270, 0)));
    }

    @Test
    void whatAChangeOfTargetGrantsIsUsedByNobody() {
        ClockPolicy grants = ClockPolicy.standard().withChangeGrantsWaits(true);
        Timeline life = Timeline.of(List.of(
                in(Phase.NEW, "desk", at("2026-03-02T09:00")),
                in(Phase.WAITING, "desk", at("2026-03-02T11:00")),
                in(Phase.ACTIVE, "network", at("2026-03-02T12:00"))));
        Target target = EIGHT_HOURS.withMetric(NEVER_PAUSES);
        List<Since> targets = List.of(
                new Since(life.begin(), target, DESK),
                new Since(at("2026-03-02T13:00"), target.withPolicy(grants), DESK));

        Attribution found = Attribution.of(ServiceLevelClock.explain(life, targets, at("2026-03-02T14:00")), USUAL)
                .orElseThrow();

        assertThat(found.cycle().elapsed()).isEqualTo(Duration.ofHours(4));
        assertThat(found.shares())
                .containsExactly(
                        share(Holder.team("desk"), 120, 120, 0, 0),
                        share(Holder.supplier("Acme Networks"), 0, 0, 0, 60),
                        share(Holder.team("network"), 120, 120, 0, 0));
    }

    @Test
    void whatDidNotBeginIsNobodysAndAStrangeCycleIsRefused() {
        Target notYet = EIGHT_HOURS.withMetric(Metric.RESOLUTION.withStart(Condition.never()));
        Explanation why = ServiceLevelClock.explain(LAST_IS_NOT_TO_BLAME, notYet, DESK, at("2026-03-04T09:00"));

        assertThat(Attribution.of(why, USUAL)).isEmpty();
        assertThatThrownBy(() -> Attribution.of(why, 1, USUAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAddUpAndAreWhatEveryMinuteShows() {
        Seeds.each(1_500, random -> {
            Instant begin = at("2026-03-02T08:00");
            int length = 5 * 24 * 60;
            List<Stretch> stretches = new ArrayList<>();
            stretches.add(in(Phase.NEW, "", begin));
            Phase[] phases = {Phase.ACTIVE, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED};
            for (int i = random.nextInt(8); i > 0; i--) {
                stretches.add(in(
                        phases[random.nextInt(phases.length)],
                        List.of("", "desk", "network").get(random.nextInt(3)),
                        begin.plusSeconds(60L * random.nextInt(length))));
            }
            ClockPolicy.Reopen[] ways = ClockPolicy.Reopen.values();
            Target target = Target.of(
                            random.nextBoolean() ? Metric.RESOLUTION : NEVER_PAUSES,
                            Amount.openTime(Duration.ofMinutes(random.nextInt(20 * 60))))
                    .withPolicy(ClockPolicy.standard()
                            .withReopen(ways[random.nextInt(ways.length)])
                            .withPauseCap(
                                    random.nextBoolean()
                                            ? Optional.empty()
                                            : Optional.of(Duration.ofMinutes(random.nextInt(300)))));
            Instant until = begin.plusSeconds(60L * random.nextInt(length));
            Window elsewhere = new Window(until.minusSeconds(60L * (1 + random.nextInt(length))), until);
            Responsibility who = random.nextBoolean() ? USUAL : USUAL.during(elsewhere, Holder.supplier("Backbone"));
            Explanation why = ServiceLevelClock.explain(
                    Timeline.of(stretches), target, DESK, begin.plusSeconds(60L * random.nextInt(length)));
            for (Cycle cycle : why.evaluation().cycles()) {
                Attribution found = Attribution.of(why, cycle.number(), who);
                assertThat(sum(found, Attribution.Share::used)).isEqualTo(cycle.elapsed());
                assertThat(sum(found, Attribution.Share::overrun)).isEqualTo(cycle.overrun());
                assertThat(sum(found, Attribution.Share::paused)).isEqualTo(cycle.paused());
                assertThat(found.heldAtBreach().isPresent())
                        .isEqualTo(cycle.breachedAt().isPresent());
                Map<Holder, Duration> used = new HashMap<>();
                Map<Holder, Duration> over = new HashMap<>();
                Duration all = Duration.ZERO;
                for (var interval : why.intervals()) {
                    for (Instant minute = interval.fromInclusive();
                            interval.isCounted()
                                    && interval.cycle() == cycle.number()
                                    && minute.isBefore(interval.toExclusive());
                            minute = minute.plusSeconds(60)) {
                        Holder holder = who.holder(interval.situation(), minute);
                        all = all.plusMinutes(1);
                        used.merge(holder, Duration.ofMinutes(1), Duration::plus);
                        if (all.compareTo(cycle.budget().orElseThrow()) > 0) {
                            over.merge(holder, Duration.ofMinutes(1), Duration::plus);
                        }
                    }
                }
                for (Attribution.Share share : found.shares()) {
                    assertThat(share.used()).isEqualTo(used.getOrDefault(share.holder(), Duration.ZERO));
                    assertThat(share.overrun()).isEqualTo(over.getOrDefault(share.holder(), Duration.ZERO));
                    assertThat(share.withinBudget().plus(share.overrun())).isEqualTo(share.used());
                }
            }
        });
    }

    private static Duration sum(Attribution found, java.util.function.Function<Attribution.Share, Duration> part) {
        return found.shares().stream().map(part).reduce(Duration.ZERO, Duration::plus);
    }

    private static Attribution.Share share(Holder holder, long used, long within, long over, long paused) {
        return new Attribution.Share(
                holder,
                Duration.ofMinutes(used),
                Duration.ofMinutes(within),
                Duration.ofMinutes(over),
                Duration.ofMinutes(paused));
    }
}
