package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Test;

/** Clocks agree with whoever counts minutes, and keep their laws. */
class ServiceLevelClockPropertiesTest {

    private static final Instant END = Lives.BEGIN.plus(Lives.DAYS + 3, ChronoUnit.DAYS);

    /** Open minutes, from the calendar's windows one by one. */
    private static LongPredicate openMinutes(BusinessCalendar calendar) {
        boolean[] open = new boolean[(Lives.DAYS + 5) * 24 * 60];
        long first = Minutes.minute(Lives.BEGIN) - 24 * 60;
        for (Window window : calendar.windows(Instant.ofEpochSecond(first * 60), END)) {
            for (long m = Minutes.minute(window.fromInclusive()); m < Minutes.minute(window.toExclusive()); m++) {
                open[(int) (m - first)] = true;
            }
        }
        return minute -> minute >= first && minute < first + open.length && open[(int) (minute - first)];
    }

    @Test
    void whoeverCountsMinutesComesToTheSame() {
        Seeds.each(4_000, random -> {
            Lives lives = new Lives(random);
            Timeline timeline = lives.timeline();
            BusinessCalendar calendar = lives.calendar();
            int budget = lives.budget();
            Target target = lives.target(budget);
            Instant at = lives.anytime();
            if (at.isBefore(timeline.begin())) {
                return;
            }
            Evaluation evaluation = ServiceLevelClock.evaluate(timeline, target, ServiceHours.of("desk", calendar), at);
            List<Minutes.Sum> sums =
                    new Minutes(timeline, target, budget, openMinutes(calendar)).until(Minutes.minute(at));
            assertThat(evaluation.cycles().stream()
                            .map(ServiceLevelClockPropertiesTest::sum)
                            .toList())
                    .as("%s of %s %s at %s", target, timeline.stretches(), timeline.marks(), at)
                    .isEqualTo(sums.stream()
                            .map(ServiceLevelClockPropertiesTest::sum)
                            .toList());
        });
    }

    private static String sum(Cycle cycle) {
        Optional<Instant> late = cycle.breachedAt().map(at -> at.minus(1, ChronoUnit.MICROS));
        String state = switch (cycle.state()) {
            case NOT_STARTED -> "idle";
            case RUNNING, PAUSED -> "open";
            case MET -> "done";
            case BREACHED -> cycle.stoppedAt().isPresent() ? "done" : "open";
            case CANCELLED -> "cancelled";
        };
        return String.join(
                " ",
                cycle.startedAt().toString(),
                cycle.elapsed().toString(),
                cycle.paused().toString(),
                late.toString(),
                state);
    }

    private static String sum(Minutes.Sum sum) {
        String state = switch (sum.state()) {
            case "runs", "pauses" -> "open";
            case "stopped" -> "done";
            default -> sum.state();
        };
        return String.join(
                " ",
                Instant.ofEpochSecond(sum.begun() * 60).toString(),
                Duration.ofMinutes(sum.used()).toString(),
                Duration.ofMinutes(sum.paused()).toString(),
                sum.late().map(minute -> Instant.ofEpochSecond(minute * 60)).toString(),
                state);
    }

    private record Trial(Timeline timeline, List<Since> targets, Instant at) {

        /** Anything goes: targets change, by any policy. */
        static Trial of(Random random) {
            Lives lives = new Lives(random);
            Timeline timeline = lives.timeline();
            List<Since> targets = new ArrayList<>();
            Target first = lives.target(lives.budget());
            Instant from = timeline.begin();
            targets.add(new Since(from, with(first, random), ServiceHours.of("desk", lives.calendar())));
            ServiceHours hours = targets.get(0).hours();
            for (int i = random.nextInt(4); i > 0; i--) {
                from = from.plusSeconds(60L * random.nextInt(2 * 24 * 60));
                Target next = with(first.withAmount(Amount.openTime(Duration.ofMinutes(lives.budget()))), random);
                hours = random.nextInt(4) == 0 ? ServiceHours.of("other", lives.calendar()) : hours;
                targets.add(new Since(from, next, hours));
            }
            return new Trial(timeline, targets, timeline.begin().plusSeconds(60L * random.nextInt(Lives.DAYS * 1_440)));
        }

        private static Target with(Target target, Random random) {
            ClockPolicy.Change[] ways = ClockPolicy.Change.values();
            return target.withPolicy(target.policy().withChange(ways[random.nextInt(ways.length)]))
                    .withThresholds(
                            Threshold.atPercent(50),
                            Threshold.atPercent(100),
                            new Threshold(
                                    "soon",
                                    new Threshold.Point.Before(Duration.ofMinutes(random.nextInt(200))),
                                    new ThresholdAction.RaisePriority()),
                            new Threshold(
                                    "long-over",
                                    new Threshold.Point.Percent(BigDecimal.valueOf(150)),
                                    new ThresholdAction.EscalateToManager()));
        }

        Evaluation evaluation() {
            return ServiceLevelClock.evaluate(timeline, targets, at);
        }
    }

    @Test
    void whatComesLaterDoesNotMatter() {
        Seeds.each(2_000, random -> {
            Trial trial = Trial.of(random);
            Timeline known = Timeline.of(
                    trial.timeline.stretches().stream()
                            .filter(s -> !s.from().isAfter(trial.at))
                            .toList(),
                    trial.timeline.marks().stream()
                            .filter(m -> !m.at().isAfter(trial.at))
                            .toList());
            List<Since> targets = new ArrayList<>(trial.targets.subList(0, 1));
            trial.targets.stream()
                    .skip(1)
                    .filter(t -> !t.from().isAfter(trial.at))
                    .forEach(targets::add);
            assertThat(ServiceLevelClock.evaluate(known, targets, trial.at)).isEqualTo(trial.evaluation());
        });
    }

    @Test
    void nothingChangesBeforeTheNextInstantOfInterest() {
        Seeds.each(3_000, random -> {
            Trial trial = Trial.of(random);
            Timeline known = Timeline.of(trial.timeline.stretches().stream()
                    .filter(s -> !s.from().isAfter(trial.at))
                    .toList());
            List<Since> targets = new ArrayList<>(trial.targets.subList(0, 1));
            trial.targets.stream()
                    .skip(1)
                    .filter(t -> !t.from().isAfter(trial.at))
                    .forEach(targets::add);
            Evaluation now = ServiceLevelClock.evaluate(known, targets, trial.at);
            now.nextInstantOfInterest().ifPresent(next -> {
                assertThat(next).isAfter(trial.at);
                Evaluation before = ServiceLevelClock.evaluate(known, targets, next.minus(1, ChronoUnit.MICROS));
                Evaluation then = ServiceLevelClock.evaluate(known, targets, next);
                assertThat(told(before)).isEqualTo(told(now));
                boolean mayBeCap = now.target().policy().pauseCap().isPresent()
                        && known.stretches()
                                        .get(known.stretches().size() - 1)
                                        .status()
                                        .phase()
                                == Phase.WAITING;
                if (!mayBeCap) {
                    assertThat(told(then)).as("%s", now).isNotEqualTo(told(now));
                    assertThat(then.crossings().stream().map(Crossing::at).toList())
                            .isEqualTo(
                                    now.crossings().stream().map(Crossing::at).toList());
                }
            });
            if (now.nextInstantOfInterest().isEmpty()) {
                assertThat(told(ServiceLevelClock.evaluate(known, targets, END.plus(200, ChronoUnit.DAYS))))
                        .isEqualTo(told(now));
            }
        });
    }

    /** What is told of a clock: its state, and what was reached. */
    private static String told(Evaluation evaluation) {
        return evaluation.state() + " " + evaluation.breachedAt()
                + evaluation.crossings().stream()
                        .filter(Crossing::isReached)
                        .map(crossing -> crossing.threshold().name() + crossing.at())
                        .toList();
    }

    @Test
    void anExplanationAccountsForEveryMicrosecond() {
        Seeds.each(2_000, random -> {
            Trial trial = Trial.of(random);
            Explanation explanation = ServiceLevelClock.explain(trial.timeline, trial.targets, trial.at);
            assertThat(explanation.evaluation()).isEqualTo(trial.evaluation());
            Instant until = trial.timeline.begin();
            for (Interval interval : explanation.intervals()) {
                assertThat(interval.fromInclusive()).isEqualTo(until);
                until = interval.toExclusive();
            }
            assertThat(until).isEqualTo(trial.at);
            for (Cycle cycle : explanation.evaluation().cycles()) {
                assertThat(explanation.counted(cycle.number())).isEqualTo(cycle.elapsed());
            }
            assertThat(explanation.sentences())
                    .hasSize(explanation.intervals().size() + 1)
                    .allMatch(sentence -> sentence.endsWith("."));
        });
    }

    /** Whoever changes a target that holds as if it always had comes to what it would have come to. */
    @Test
    void aRetroactiveTargetHoldsAsIfItAlwaysHad() {
        Seeds.each(2_000, random -> {
            Lives lives = new Lives(random);
            Timeline timeline = lives.timeline();
            ServiceHours hours = ServiceHours.of("desk", lives.calendar());
            Target target = lives.target(lives.budget());
            Target next = target.withAmount(Amount.openTime(Duration.ofMinutes(lives.budget())));
            Instant change = timeline.begin().plusSeconds(60L * random.nextInt(Lives.DAYS * 1_440));
            Evaluation before = ServiceLevelClock.evaluate(timeline, target, hours, change.minusNanos(1_000));
            boolean isOpen = before.cycles().size() <= 1
                    && before.cycle().flatMap(Cycle::stoppedAt).isEmpty();
            if (isOpen && change.isAfter(timeline.begin())) {
                List<Since> changed =
                        List.of(new Since(timeline.begin(), target, hours), new Since(change, next, hours));
                Instant at = change.plusSeconds(60L * random.nextInt(1_440));
                assertThat(ServiceLevelClock.evaluate(timeline, changed, at))
                        .isEqualTo(ServiceLevelClock.evaluate(timeline, next, hours, at));
            }
        });
    }

    /** However a target changes, what it waited is never lost. */
    @Test
    void accumulatedPauseIsNeverLost() {
        Seeds.each(2_000, random -> {
            Lives lives = new Lives(random);
            Timeline timeline = lives.timeline();
            ServiceHours hours = ServiceHours.of("desk", lives.calendar());
            Target target = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofMinutes(lives.budget())));
            ClockPolicy.Change[] ways = {
                ClockPolicy.Change.RETROACTIVE,
                ClockPolicy.Change.FORWARD,
                ClockPolicy.Change.PROPORTIONAL,
                ClockPolicy.Change.KEEP_WORSE
            };
            Target next = target.withAmount(Amount.openTime(Duration.ofMinutes(lives.budget())))
                    .withPolicy(ClockPolicy.standard().withChange(ways[random.nextInt(ways.length)]));
            Instant change = timeline.begin().plusSeconds(60L * random.nextInt(Lives.DAYS * 1_440));
            List<Since> changed = List.of(new Since(timeline.begin(), target, hours), new Since(change, next, hours));
            Evaluation without = ServiceLevelClock.evaluate(timeline, target, hours, END);
            Evaluation with = ServiceLevelClock.evaluate(timeline, changed, END);
            assertThat(with.paused()).isEqualTo(without.paused());
            assertThat(with.elapsed()).isEqualTo(without.elapsed());
        });
    }
}
