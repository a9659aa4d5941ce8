package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.DESK;
import static org.itsmkit.servicelevel.report.Service.VIENNA;
import static org.itsmkit.servicelevel.report.Service.at;
import static org.itsmkit.servicelevel.report.Service.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.junit.jupiter.api.Test;

/** Whether what is promised inside is enough for what is promised outside. */
class ConsistencyCheckTest {

    private static final Instant MONDAY = at("2026-03-02T00:00");
    private static final Instant NEXT_MONDAY = at("2026-03-09T00:00");
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private static Target within(Amount amount) {
        return Target.of(Metric.RESOLUTION, amount);
    }

    private static Target open(long minutes) {
        return within(Amount.openTime(Duration.ofMinutes(minutes)));
    }

    private static InternalPlan one(String name, long minutes, ServiceHours hours) {
        return InternalPlan.one(name, open(minutes), hours);
    }

    private static ConsistencyCheck week(Target external, ServiceHours hours, InternalPlan plan) {
        return ConsistencyCheck.of(external, hours, plan, MONDAY, NEXT_MONDAY);
    }

    @Test
    void theSameHoursFitIfTheyAddUp() {
        InternalPlan plan = InternalPlan.inSequence(one("desk", 120, DESK), one("network", 360, DESK));

        assertThat(week(open(480), DESK, plan).fits()).isTrue();
        assertThat(week(open(480), DESK, plan).tightest().orElseThrow().margin())
                .contains(Duration.ZERO);
        assertThat(week(open(479), DESK, plan).fits()).isFalse();
    }

    /** Who calls at nine has the desk's answer at one and the supplier's, which closes at four, at nine of the next day. */
    @Test
    void theSameSumByOtherHoursDoesNotFit() {
        ServiceHours supplier = hours("supplier", "08:00", "16:00");
        InternalPlan plan = InternalPlan.inSequence(one("desk", 240, DESK), one("supplier", 240, supplier));

        ConsistencyCheck atNine = ConsistencyCheck.of(
                open(480),
                DESK,
                plan,
                at("2026-03-02T09:00"),
                at("2026-03-02T09:00").plus(MICRO));
        assertThat(atNine.violations())
                .containsExactly(new ConsistencyCheck.Violation(
                        new Window(
                                at("2026-03-02T09:00"), at("2026-03-02T09:00").plus(MICRO)),
                        new ConsistencyCheck.Case(
                                at("2026-03-02T09:00"),
                                Optional.of(at("2026-03-03T09:00")),
                                at("2026-03-02T17:00"),
                                Optional.of(Duration.ofHours(-16)),
                                List.of(
                                        new ConsistencyCheck.Step(
                                                "desk", at("2026-03-02T09:00"), Optional.of(at("2026-03-02T13:00"))),
                                        new ConsistencyCheck.Step(
                                                "supplier",
                                                at("2026-03-02T13:00"),
                                                Optional.of(at("2026-03-03T09:00")))))));
    }

    /** A call at two is answered at four, when the team closes; one a microsecond later at nine of the next day. */
    @Test
    void edgesOfWindowsAloneWouldNotShowIt() {
        ServiceHours team = hours("team", "09:00", "16:00");
        ConsistencyCheck found = ConsistencyCheck.of(
                within(Amount.elapsedTime(Duration.ofHours(18))),
                DESK,
                one("team", 120, team),
                at("2026-03-02T09:00"),
                at("2026-03-02T17:00"));

        assertThat(found.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.starts())
                    .isEqualTo(new Window(at("2026-03-02T14:00").plus(MICRO), at("2026-03-02T17:00")));
            assertThat(violation.worst().start())
                    .isEqualTo(at("2026-03-02T14:00").plus(MICRO));
            assertThat(violation.worst().margin()).contains(Duration.ofHours(-1));
        });
    }

    private static Window starts(Instant from, Instant to) {
        return new Window(from, to);
    }

    private static InternalPlan elapsed(String name, Duration duration) {
        return InternalPlan.one(name, within(Amount.elapsedTime(duration)), DESK);
    }

    /**
     * An hour of the desk is promised, and who does it takes two around the clock. A night's calls are due at ten: those from before eight are
     * in time. By day it is an hour too late, until at four the hour falls into the next morning.
     */
    @Test
    void eachDayHasItsOwnStartsThatAreTooLate() {
        for (ClockPolicy.Boundary boundary :
                List.of(ClockPolicy.Boundary.MET_AT_DUE, ClockPolicy.Boundary.BREACHED_AT_DUE)) {
            // what is done at the deadline is in time, or too late
            Duration first = boundary == ClockPolicy.Boundary.MET_AT_DUE ? MICRO : Duration.ZERO;
            ConsistencyCheck found = ConsistencyCheck.of(
                    open(60).withPolicy(ClockPolicy.standard().withBoundary(boundary)),
                    DESK,
                    elapsed("team", Duration.ofHours(2)),
                    at("2026-03-03T00:00"),
                    at("2026-03-05T00:00"));

            assertThat(found.violations())
                    .extracting(ConsistencyCheck.Violation::starts)
                    .containsExactly(
                            starts(
                                    at("2026-03-03T08:00").plus(first),
                                    at("2026-03-03T16:00").plus(MICRO)),
                            starts(
                                    at("2026-03-04T08:00").plus(first),
                                    at("2026-03-04T16:00").plus(MICRO)));
            assertThat(found.violations())
                    .extracting(violation -> violation.worst().start())
                    .containsExactly(at("2026-03-03T09:00"), at("2026-03-04T09:00"));
            assertThat(found.tightest().orElseThrow().start()).isEqualTo(at("2026-03-03T09:00"));
        }
    }

    /**
     * A night's calls are promised for half past ten. Side by side the desk is done at ten, and the team two hours after the call: of calls from
     * eight on the team is the last, and of those after half past eight too late.
     */
    @Test
    void sideBySideNowOneIsTheLastAndThenTheOther() {
        InternalPlan desk = one("desk", 60, DESK);
        InternalPlan team = elapsed("team", Duration.ofHours(2));
        for (InternalPlan plan : List.of(InternalPlan.inParallel(desk, team), InternalPlan.inParallel(team, desk))) {
            assertThat(ConsistencyCheck.of(open(90), DESK, plan, at("2026-03-03T00:00"), at("2026-03-03T17:00"))
                            .violations())
                    .extracting(ConsistencyCheck.Violation::starts)
                    .containsExactly(starts(
                            at("2026-03-03T08:30").plus(MICRO),
                            at("2026-03-03T15:30").plus(MICRO)));
        }
    }

    /** The desk takes an hour around the clock, and hands over: of calls after three the team's hour begins after four, and ends on Tuesday. */
    @Test
    void whatComesAfterHasTheHoursThatItStartsIn() {
        InternalPlan plan = InternalPlan.inSequence(elapsed("desk", Duration.ofHours(1)), one("team", 60, DESK));

        assertThat(ConsistencyCheck.of(
                                within(Amount.elapsedTime(Duration.ofHours(3))),
                                DESK,
                                plan,
                                at("2026-03-02T09:00"),
                                at("2026-03-02T17:00"))
                        .violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(starts(at("2026-03-02T15:00").plus(MICRO), at("2026-03-02T17:00")));
    }

    /** The supplier is there on Monday only: what comes in the last hour of it, or later, is never done. */
    @Test
    void fromWhereOnAPlanNeverEnds() {
        ServiceHours monday = ServiceHours.of(
                "monday", OpenWindows.of(List.of(starts(at("2026-03-02T09:00"), at("2026-03-02T17:00")))), VIENNA);
        Target twoDays = within(Amount.elapsedTime(Duration.ofDays(2)));
        for (InternalPlan plan : List.of(
                one("supplier", 60, monday),
                InternalPlan.inSequence(one("supplier", 60, monday), elapsed("desk", Duration.ofHours(1))),
                InternalPlan.inParallel(elapsed("desk", Duration.ofHours(1)), one("supplier", 60, monday)))) {
            ConsistencyCheck found =
                    ConsistencyCheck.of(twoDays, DESK, plan, at("2026-03-02T10:00"), at("2026-03-03T10:00"));

            assertThat(found.violations())
                    .extracting(ConsistencyCheck.Violation::starts)
                    .containsExactly(starts(at("2026-03-02T16:00").plus(MICRO), at("2026-03-03T10:00")));
            ConsistencyCheck.Case worst = found.violations().get(0).worst();
            assertThat(worst.internalEnd()).isEmpty();
            assertThat(worst.margin()).isEmpty();
        }
    }

    /** Whoever would come after one that never ends has no start to be told. */
    @Test
    void afterWhatNeverEndsNothingStarts() {
        ServiceHours never = ServiceHours.of("never", BusinessCalendar.of(VIENNA, BusinessHours.never()));
        ConsistencyCheck found =
                week(open(60), DESK, InternalPlan.inSequence(one("nobody", 1, never), one("desk", 1, DESK)));

        assertThat(found.tightest().orElseThrow().steps())
                .containsExactly(new ConsistencyCheck.Step("nobody", MONDAY, Optional.empty()));
        assertThat(found.violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(starts(MONDAY, NEXT_MONDAY));
    }

    /** The customer is served on Monday only: later starts are never due, and do not make it less tight. */
    @Test
    void fromWhereOnNothingIsDueNothingIsTooLate() {
        ServiceHours monday = ServiceHours.of(
                "monday", OpenWindows.of(List.of(starts(at("2026-03-02T09:00"), at("2026-03-02T17:00")))), VIENNA);
        ConsistencyCheck found = ConsistencyCheck.of(
                open(60), monday, elapsed("desk", Duration.ofHours(2)), at("2026-03-02T10:00"), at("2026-03-03T10:00"));

        assertThat(found.violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(
                        starts(at("2026-03-02T10:00"), at("2026-03-02T16:00").plus(MICRO)));
        assertThat(found.tightest().orElseThrow().margin()).contains(Duration.ofHours(-1));
        assertThat(found.tightest().orElseThrow().start()).isEqualTo(at("2026-03-02T10:00"));
    }

    /** Of an hour and half a second the last of a day begins half a second before four; there the period begins, too. */
    @Test
    void partsOfSecondsCount() {
        Instant last = at("2026-03-02T16:00").minusMillis(500);
        InternalPlan plan = InternalPlan.one(
                "desk", within(Amount.openTime(Duration.ofHours(1).plusMillis(500))), DESK);
        Target twoHours = within(Amount.elapsedTime(Duration.ofHours(2)));
        for (Instant from : List.of(last.minusSeconds(60), last)) {
            assertThat(ConsistencyCheck.of(twoHours, DESK, plan, from, at("2026-03-02T17:00"))
                            .violations())
                    .extracting(ConsistencyCheck.Violation::starts)
                    .containsExactly(starts(last.plus(MICRO), at("2026-03-02T17:00")));
        }
    }

    /** What comes on Monday is due on Tuesday at five, and what comes at midnight a day later: the last start of the period. */
    @Test
    void aDayBeginsAtMidnight() {
        Instant midnight = at("2026-03-03T00:00");
        ConsistencyCheck found = ConsistencyCheck.of(
                within(Amount.elapsedTime(Duration.ofDays(1))),
                DESK,
                InternalPlan.one("desk", within(Amount.workingDays(1)), DESK),
                at("2026-03-02T17:00"),
                midnight.plus(MICRO));

        assertThat(found.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.starts()).isEqualTo(starts(midnight, midnight.plus(MICRO)));
            assertThat(violation.worst().margin()).contains(Duration.ofHours(-17));
        });
    }

    /**
     * Tuesday closes at four: what comes on Monday until four is due a day later, and what comes after it at Tuesday's closing. Of 23½ hours
     * that is half an hour too late, and in time from half past four on.
     */
    @Test
    void timesOfDayMatterAtWhichAnotherDayCloses() {
        ServiceHours hours = ServiceHours.of(
                "short-tuesday",
                BusinessCalendar.of(
                        VIENNA,
                        BusinessHours.weekdays(TimeRange.of("09:00", "17:00"))
                                .on(DayOfWeek.TUESDAY, TimeRange.of("09:00", "16:00"))));
        InternalPlan plan = InternalPlan.one(
                "team", within(new Amount.WorkingDays(1, new Amount.DayEnd.SameTimeUntilClosing())), hours);

        assertThat(ConsistencyCheck.of(
                                within(Amount.elapsedTime(Duration.ofMinutes(23 * 60 + 30))),
                                DESK,
                                plan,
                                at("2026-03-02T09:00"),
                                at("2026-03-02T17:00"))
                        .violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(starts(at("2026-03-02T09:00"), at("2026-03-02T16:30")));
    }

    /** In the night to 29 March three follows on two: the same time of the next day is an hour nearer from three on. */
    @Test
    void timesOfDayMatterAtWhichTheClocksChangeOnAnother() {
        ServiceHours always = ServiceHours.of("always", BusinessCalendar.of(VIENNA, BusinessHours.always()));
        InternalPlan plan =
                InternalPlan.one("team", within(new Amount.WorkingDays(1, new Amount.DayEnd.SameTime())), always);

        assertThat(ConsistencyCheck.of(
                                within(Amount.elapsedTime(Duration.ofMinutes(23 * 60 + 30))),
                                DESK,
                                plan,
                                at("2026-03-28T01:00"),
                                at("2026-03-28T12:00"))
                        .violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(starts(at("2026-03-28T01:00"), at("2026-03-28T03:00")));
    }

    @Test
    void sideBySideTheLastCounts() {
        InternalPlan plan = InternalPlan.inSequence(
                one("desk", 60, DESK), InternalPlan.inParallel(one("network", 120, DESK), one("storage", 300, DESK)));

        assertThat(week(open(360), DESK, plan).fits()).isTrue();
        assertThat(week(open(359), DESK, plan).fits()).isFalse();
        assertThat(week(open(359), DESK, plan).tightest().orElseThrow().steps())
                .extracting(ConsistencyCheck.Step::name)
                .containsExactly("desk", "network", "storage");
    }

    @Test
    void whereWhatIsDoneAtTheDeadlineIsTooLateSomeMarginIsNeeded() {
        Target strict = open(480).withPolicy(ClockPolicy.standard().withBoundary(ClockPolicy.Boundary.BREACHED_AT_DUE));

        assertThat(week(strict, DESK, one("desk", 480, DESK)).fits()).isFalse();
        assertThat(week(strict, DESK, one("desk", 479, DESK)).fits()).isTrue();
    }

    @Test
    void whatNeverEndsDoesNotFitAndWhatIsNeverDueIsNotViolated() {
        ServiceHours never = ServiceHours.of("never", BusinessCalendar.of(VIENNA, BusinessHours.never()));

        ConsistencyCheck endless = week(open(60), DESK, one("nobody", 1, never));
        assertThat(endless.violations())
                .extracting(ConsistencyCheck.Violation::starts)
                .containsExactly(new Window(MONDAY, NEXT_MONDAY));
        assertThat(endless.tightest().orElseThrow().margin()).isEmpty();
        ConsistencyCheck notDue = week(open(60), never, one("desk", 60, DESK));
        assertThat(notDue.fits()).isTrue();
        assertThat(notDue.tightest()).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> InternalPlan.inSequence()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InternalPlan.inParallel()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConsistencyCheck.of(open(1), DESK, one("desk", 1, DESK), MONDAY, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every minute of three days, and a microsecond before and after it, through the clock itself. */
    @Test
    void whoeverLooksAtEveryMinuteFindsNothingElse() {
        Seeds.each(100, random -> {
            // the clocks change in the night to 29 March
            LocalDate day =
                    LocalDate.of(2026, random.nextInt(3) == 0 ? 10 : 3, 21).plusDays(random.nextInt(8));
            Instant from = day.atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(VIENNA)
                    .toInstant();
            Instant to = from.plus(Duration.ofHours(1 + random.nextInt(40)));
            Target external = within(amount(random, 3));
            ServiceHours hours = anyHours(random);
            InternalPlan plan = plan(random, 2);
            ConsistencyCheck found = ConsistencyCheck.of(external, hours, plan, from, to);
            Optional<Duration> least = Optional.empty();
            for (Instant minute = from; !minute.isAfter(to); minute = minute.plusSeconds(60)) {
                for (Instant start : List.of(minute, minute.plus(MICRO), minute.minus(MICRO))) {
                    if (start.isBefore(from) || !start.isBefore(to)) {
                        continue;
                    }
                    Duration margin = Duration.between(end(plan, start), due(external, hours, start));
                    least = least.filter(so -> so.compareTo(margin) <= 0).or(() -> Optional.of(margin));
                    assertThat(found.violations().stream()
                                    .anyMatch(violation -> violation.starts().contains(start)))
                            .as("from %s with %s by %s of %s", start, margin, plan, external)
                            .isEqualTo(margin.isNegative());
                }
            }
            assertThat(found.tightest().orElseThrow().margin()).isEqualTo(least);
            ConsistencyCheck.Case tightest = found.tightest().orElseThrow();
            assertThat(tightest.internalEnd()).contains(end(plan, tightest.start()));
            assertThat(tightest.externalDue()).isEqualTo(due(external, hours, tightest.start()));
        });
    }

    private static Instant due(Target target, ServiceHours hours, Instant start) {
        Timeline life = Timeline.of(List.of(Service.in(Phase.NEW, "desk", start)));
        return ServiceLevelClock.evaluate(life, target, hours, start).due().orElseThrow();
    }

    private static Instant end(InternalPlan plan, Instant start) {
        if (plan instanceof InternalPlan.One one) {
            return due(one.target(), one.hours(), start);
        }
        if (plan instanceof InternalPlan.InSequence sequence) {
            Instant end = start;
            for (InternalPlan step : sequence.plans()) {
                end = end(step, end);
            }
            return end;
        }
        return ((InternalPlan.InParallel) plan)
                .plans().stream()
                        .map(step -> end(step, start))
                        .max(Instant::compareTo)
                        .orElseThrow();
    }

    private static InternalPlan plan(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            Target target = within(amount(random, 1));
            ClockPolicy.Edge[] edges = ClockPolicy.Edge.values();
            ClockPolicy.Edge edge = random.nextBoolean() ? ClockPolicy.Edge.CLOSING : edges[random.nextInt(3)];
            return InternalPlan.one(
                    "team", target.withPolicy(ClockPolicy.standard().withEdge(edge)), anyHours(random));
        }
        List<InternalPlan> plans = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            plans.add(plan(random, depth - 1));
        }
        return random.nextBoolean() ? new InternalPlan.InSequence(plans) : new InternalPlan.InParallel(plans);
    }

    private static Amount amount(Random random, int scale) {
        return switch (random.nextInt(7)) {
            case 0 -> Amount.elapsedTime(Duration.ofMinutes(random.nextInt(scale * 1_440)));
            case 1 -> Amount.workingDays(random.nextInt(scale + 1));
            case 2 -> Amount.workingDaysBy(random.nextInt(scale + 1), LocalTime.of(random.nextInt(24), 30));
            case 3 ->
                new Amount.WorkingDays(
                        random.nextInt(scale + 1),
                        random.nextBoolean() ? new Amount.DayEnd.SameTime() : new Amount.DayEnd.SameTimeUntilClosing());
            default -> Amount.openTime(Duration.ofMinutes(random.nextInt(scale * 480)));
        };
    }

    private static ServiceHours anyHours(Random random) {
        BusinessHours hours = BusinessHours.never();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.MONDAY || random.nextInt(4) > 0) {
                int from = random.nextInt(20);
                hours = hours.on(
                        day,
                        TimeRange.of(
                                LocalTime.of(from, 15 * random.nextInt(4)).toString(),
                                LocalTime.of(from + 1 + random.nextInt(23 - from), 0)
                                        .toString()));
            }
        }
        return ServiceHours.of("hours", BusinessCalendar.of(VIENNA, hours));
    }
}
