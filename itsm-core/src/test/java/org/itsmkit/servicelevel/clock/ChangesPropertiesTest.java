package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

/** Targets that change, and deadlines, agree with whoever counts minutes. */
class ChangesPropertiesTest {

    private static final int MINUTES = 40 * 24 * 60;
    private static final long FIRST = Minutes.minute(Lives.BEGIN) - 24 * 60;

    private static LongPredicate openMinutes(BusinessCalendar calendar) {
        boolean[] open = new boolean[MINUTES];
        for (Window window : calendar.windows(at(FIRST), at(FIRST + MINUTES))) {
            for (long m = Minutes.minute(window.fromInclusive()); m < Minutes.minute(window.toExclusive()); m++) {
                open[(int) (m - FIRST)] = true;
            }
        }
        return minute -> open[(int) (minute - FIRST)];
    }

    private static Instant at(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    private static Timeline life(Random random, Phase... phases) {
        List<Stretch> stretches = new ArrayList<>();
        Instant begin = Lives.BEGIN.plusSeconds(60L * random.nextInt(24 * 60));
        stretches.add(Lives.in(phases[random.nextInt(phases.length)], begin));
        for (int i = random.nextInt(8); i > 0; i--) {
            stretches.add(Lives.in(
                    phases[random.nextInt(phases.length)],
                    begin.plusSeconds(60L * random.nextInt(Lives.DAYS * 24 * 60))));
        }
        return Timeline.of(stretches);
    }

    private static Target resolution(int minutes, ClockPolicy policy) {
        return Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofMinutes(minutes)))
                .withPolicy(policy);
    }

    @Test
    void whoeverCountsDownComesToTheSameHoweverTargetsChange() {
        ClockPolicy.Change[] ways = {
            ClockPolicy.Change.FORWARD,
            ClockPolicy.Change.PROPORTIONAL,
            ClockPolicy.Change.KEEP_WORSE,
            ClockPolicy.Change.RESET
        };
        Seeds.each(3_000, random -> {
            Lives lives = new Lives(random);
            Timeline life = life(random, Phase.ACTIVE, Phase.WAITING, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED);
            boolean isHiding = random.nextInt(4) == 0;
            ClockPolicy policy =
                    ClockPolicy.standard().withPauses(isHiding ? ClockPolicy.Pauses.HIDE : ClockPolicy.Pauses.EXTEND);
            BusinessCalendar calendar = lives.calendar();
            List<Since> targets = new ArrayList<>();
            List<ChangingMinutes.Grant> grants = new ArrayList<>();
            Instant from = life.begin();
            boolean isExact = true;
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                ClockPolicy.Change change = ways[random.nextInt(ways.length)];
                int budget = lives.budget();
                targets.add(new Since(
                        from, resolution(budget, policy.withChange(change)), ServiceHours.of("desk", calendar)));
                grants.add(new ChangingMinutes.Grant(Minutes.minute(from), change, budget, openMinutes(calendar)));
                isExact &= change != ClockPolicy.Change.PROPORTIONAL || targets.size() == 1;
                from = from.plusSeconds(60L * (1 + random.nextInt(2 * 24 * 60)));
                calendar = random.nextInt(3) == 0 ? lives.calendar() : calendar;
            }
            Instant at = life.begin().plusSeconds(60L * random.nextInt(Lives.DAYS * 24 * 60));
            Evaluation evaluation = ServiceLevelClock.evaluate(life, targets, at);
            ChangingMinutes walk = new ChangingMinutes(life, grants, isHiding);
            walk.until(at);
            assertThat(evaluation.cycle().isPresent()).isEqualTo(walk.isStarted());
            if (walk.isStarted()) {
                String as = targets + " of " + life.stretches() + " at " + at;
                assertThat(evaluation.cycle().map(Cycle::startedAt)).as(as).contains(at(walk.begun));
                assertThat(evaluation.elapsed()).as(as).isEqualTo(Duration.ofMinutes(walk.used));
                assertThat(evaluation.paused()).as(as).isEqualTo(Duration.ofMinutes(walk.paused));
                assertThat(Micros.of(evaluation.remaining().orElseThrow()) / 60e6)
                        .as(as)
                        .isCloseTo(walk.left, within(1e-6));
                if (isExact) {
                    assertThat(evaluation.breachedAt().map(late -> late.minus(1, ChronoUnit.MICROS)))
                            .as(as)
                            .isEqualTo(Optional.of(walk.lateInSight())
                                    .filter(late -> late < Long.MAX_VALUE)
                                    .map(ChangesPropertiesTest::at));
                }
            }
        });
    }

    /** Of what runs at last: the first minute by which all is used, or the first open one from there. */
    @Test
    void deadlinesAreWhereTheLastMinuteIsUsed() {
        Seeds.each(3_000, random -> {
            Lives lives = new Lives(random);
            BusinessCalendar calendar = lives.calendar();
            LongPredicate open = openMinutes(calendar);
            Timeline life = life(random, Phase.ACTIVE, Phase.WAITING, Phase.WAITING);
            ClockPolicy.Edge edge = ClockPolicy.Edge.values()[random.nextInt(2)];
            int budget = lives.budget();
            Timeline running = life.and(Lives.in(Phase.ACTIVE, life.begin().plusSeconds(60L * Lives.DAYS * 24 * 60)));
            Instant at = running.stretches().get(running.stretches().size() - 1).from();
            Evaluation evaluation = ServiceLevelClock.evaluate(
                    running,
                    resolution(budget, ClockPolicy.standard().withEdge(edge)),
                    ServiceHours.of("desk", calendar),
                    at);
            long due = due(running, budget, open, edge);
            if (due < FIRST + MINUTES - 1) {
                assertThat(evaluation.due())
                        .as("%s %s", life.stretches(), budget)
                        .contains(at(due));
            }
        });
    }

    private static long due(Timeline life, int budget, LongPredicate open, ClockPolicy.Edge edge) {
        int used = 0;
        int next = 0;
        Phase phase = Phase.NEW;
        for (long now = Minutes.minute(life.begin()); now < FIRST + MINUTES - 1; now++) {
            while (next < life.stretches().size()
                    && Minutes.minute(life.stretches().get(next).from()) <= now) {
                phase = life.stretches().get(next++).status().phase();
            }
            boolean isDue = edge == ClockPolicy.Edge.CLOSING || open.test(now);
            if (phase == Phase.ACTIVE && used >= budget && isDue) {
                return now;
            }
            used += phase == Phase.ACTIVE && open.test(now) ? 1 : 0;
        }
        return Long.MAX_VALUE;
    }

    /** A day is found by counting dates; then each open minute of pause moves it by one, and what runs beyond it is late. */
    @Test
    void workingDaysMoveByEachMinuteOfPause() {
        Amount.DayEnd[] ends = {
            new Amount.DayEnd.SameTime(), new Amount.DayEnd.CloseOfDay(), new Amount.DayEnd.By(LocalTime.of(15, 0))
        };
        Seeds.each(2_000, random -> {
            Lives lives = new Lives(random);
            BusinessCalendar calendar = lives.calendar();
            LongPredicate open = openMinutes(calendar);
            Timeline life = life(random, Phase.ACTIVE, Phase.WAITING);
            Amount.WorkingDays amount =
                    new Amount.WorkingDays(1 + random.nextInt(3), ends[random.nextInt(ends.length)]);
            Optional<Instant> day = day(amount, calendar, life.begin());
            Instant at = life.begin().plusSeconds(60L * random.nextInt(Lives.DAYS * 24 * 60));
            Evaluation evaluation = ServiceLevelClock.evaluate(
                    life, Target.of(Metric.RESOLUTION, amount), ServiceHours.of("desk", calendar), at);
            if (day.isEmpty() || day.get().isAfter(at(FIRST + MINUTES / 2))) {
                assertThat(evaluation.breachedAt()).isEmpty();
                return;
            }
            long due = Minutes.minute(day.get());
            long late = Long.MAX_VALUE;
            int next = 0;
            Phase phase = Phase.NEW;
            for (long now = Minutes.minute(life.begin()); now < Minutes.minute(at); now++) {
                while (next < life.stretches().size()
                        && Minutes.minute(life.stretches().get(next).from()) <= now) {
                    phase = life.stretches().get(next++).status().phase();
                }
                late = phase == Phase.ACTIVE && now >= due && late == Long.MAX_VALUE ? now : late;
                due = phase == Phase.WAITING && open.test(now) ? afterOpenMinute(due, open) : due;
            }
            assertThat(evaluation.breachedAt().map(breach -> breach.minus(1, ChronoUnit.MICROS)))
                    .as("%s %s from %s at %s", amount, life.stretches(), day, at)
                    .isEqualTo(Optional.of(late)
                            .filter(minute -> minute < Long.MAX_VALUE)
                            .map(ChangesPropertiesTest::at));
        });
    }

    private static long afterOpenMinute(long from, LongPredicate open) {
        long minute = from;
        while (minute < FIRST + MINUTES - 1 && !open.test(minute)) {
            minute++;
        }
        return minute + 1;
    }

    private static Optional<Instant> day(Amount.WorkingDays amount, BusinessCalendar calendar, Instant start) {
        LocalDate date = start.atZone(calendar.zone()).toLocalDate();
        for (int found = 0, tried = 0; found < amount.days(); tried++) {
            if (tried > 60) {
                return Optional.empty();
            }
            date = date.plusDays(1);
            found += calendar.windowsOf(date).isEmpty() ? 0 : 1;
        }
        if (amount.end() instanceof Amount.DayEnd.CloseOfDay) {
            List<Window> windows = calendar.windowsOf(date);
            return Optional.of(windows.get(windows.size() - 1).toExclusive());
        }
        LocalTime time = amount.end() instanceof Amount.DayEnd.By by
                ? by.time()
                : start.atZone(calendar.zone()).toLocalTime();
        return Optional.of(date.atTime(time).atZone(calendar.zone()).toInstant());
    }
}
