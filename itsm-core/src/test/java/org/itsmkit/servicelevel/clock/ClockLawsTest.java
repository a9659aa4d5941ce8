package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Test;

/** Whatever the policy, the amount and the microsecond. */
class ClockLawsTest {

    /** Something that may happen to a record, to the microsecond, by any policy. */
    private record Life(Timeline timeline, List<Since> targets, Instant at) {

        static Life of(Random random) {
            Lives lives = new Lives(random);
            Timeline minutes = lives.timeline();
            List<Stretch> stretches = new ArrayList<>();
            for (Stretch stretch : minutes.stretches()) {
                stretches.add(new Stretch(
                        jitter(random, stretch.from()),
                        stretch.status(),
                        stretch.holdReason(),
                        stretch.group(),
                        stretch.assignee()));
            }
            Instant begin = stretches.stream()
                    .map(Stretch::from)
                    .min(Instant::compareTo)
                    .orElseThrow();
            List<Mark> marks = new ArrayList<>();
            for (Mark mark : minutes.marks()) {
                Instant at = jitter(random, mark.at());
                marks.add(new Mark(at.isBefore(begin) ? begin : at, mark.name()));
            }
            List<Since> targets = new ArrayList<>();
            Instant from = random.nextBoolean() ? begin : jitter(random, lives.anytime());
            Target first = target(lives, random);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                Target next = random.nextInt(3) == 0 ? target(lives, random) : first;
                targets.add(new Since(from, next, ServiceHours.of("desk", lives.calendar())));
                from = jitter(random, from.plusSeconds(random.nextInt(2 * 86_400)));
            }
            return new Life(Timeline.of(stretches, marks), targets, jitter(random, lives.anytime()));
        }

        private static Instant jitter(Random random, Instant at) {
            return at.plus(random.nextInt(90_000_000), ChronoUnit.MICROS);
        }

        private static <T> T one(Random random, T[] values) {
            return values[random.nextInt(values.length)];
        }

        private static Target target(Lives lives, Random random) {
            Amount amount = switch (random.nextInt(4)) {
                case 0 ->
                    new Amount.WorkingDays(random.nextInt(3), one(random, new Amount.DayEnd[] {
                        new Amount.DayEnd.SameTime(),
                        new Amount.DayEnd.SameTimeUntilClosing(),
                        new Amount.DayEnd.CloseOfDay(),
                        new Amount.DayEnd.By(LocalTime.of(14, 0))
                    }));
                case 1 -> Amount.elapsedTime(Duration.ofMinutes(lives.budget()));
                default -> Amount.openTime(Duration.ofMinutes(lives.budget()).plusNanos(1_000L * random.nextInt(99)));
            };
            ClockPolicy policy = lives.policy()
                    .withStart(
                            switch (random.nextInt(6)) {
                                case 0 -> new ClockPolicy.Start.At(jitter(random, lives.anytime()));
                                case 1 -> new ClockPolicy.Start.Attachment();
                                default -> new ClockPolicy.Start.Creation();
                            })
                    .withRetroactivePause(random.nextBoolean())
                    .withPauses(random.nextInt(4) == 0 ? ClockPolicy.Pauses.HIDE : ClockPolicy.Pauses.EXTEND)
                    .withPauseUnit(one(random, ClockPolicy.PauseUnit.values()))
                    .withChange(one(random, ClockPolicy.Change.values()))
                    .withBoundary(one(random, ClockPolicy.Boundary.values()))
                    .withEdge(one(random, ClockPolicy.Edge.values()))
                    .withPausedDue(one(random, ClockPolicy.Shown.values()));
            return lives.target(0)
                    .withAmount(amount)
                    .withPolicy(policy)
                    .withThresholds(
                            Threshold.atPercent(75),
                            new Threshold(
                                    "over",
                                    new Threshold.Point.After(Duration.ofMinutes(random.nextInt(100))),
                                    new ThresholdAction.TellRequester()));
        }

        /** What is known at the instant, and nothing of later. */
        Life known() {
            List<Since> since = new ArrayList<>(targets.subList(0, 1));
            targets.stream().skip(1).filter(t -> !t.from().isAfter(at)).forEach(since::add);
            List<Stretch> past = timeline.stretches().stream()
                    .filter(stretch -> !stretch.from().isAfter(at))
                    .toList();
            List<Mark> marks = timeline.marks().stream()
                    .filter(mark -> !mark.at().isAfter(at))
                    .toList();
            return new Life(past.isEmpty() ? timeline : Timeline.of(past, marks), since, at);
        }

        Evaluation evaluation() {
            return ServiceLevelClock.evaluate(timeline, targets, at);
        }

        Life at(Instant other) {
            return new Life(timeline, targets, other);
        }
    }

    @Test
    void allTimeIsExplainedAndNothingTwice() {
        Seeds.each(1_500, random -> {
            Life life = Life.of(random);
            Explanation explanation = ServiceLevelClock.explain(life.timeline, life.targets, life.at);
            assertThat(explanation.evaluation()).isEqualTo(life.evaluation());
            Optional<Instant> until = Optional.empty();
            for (Interval interval : explanation.intervals()) {
                assertThat(interval.fromInclusive()).isEqualTo(until.orElse(interval.fromInclusive()));
                assertThat(interval.length()).isPositive();
                until = Optional.of(interval.toExclusive());
            }
            assertThat(until.orElse(life.at)).isEqualTo(life.at);
            for (Cycle cycle : explanation.evaluation().cycles()) {
                assertThat(explanation.counted(cycle.number())).as("%s", life).isEqualTo(cycle.elapsed());
                assertThat(cycle.elapsed().isNegative() || cycle.paused().isNegative())
                        .isFalse();
                assertThat(cycle.budget().filter(Duration::isNegative)).isEmpty();
                assertThat(cycle.breachedAt().filter(cycle.startedAt()::isAfter))
                        .as("%s", life)
                        .isEmpty();
                assertThat(cycle.due().filter(cycle.startedAt()::isAfter))
                        .as("%s", life)
                        .isEmpty();
            }
            assertThat(explanation.toMermaid()).startsWith("---\ndisplayMode: compact\n---\ngantt\n");
        });
    }

    @Test
    void whatIsNotKnownYetDoesNotMatter() {
        Seeds.each(1_000, random -> {
            Life life = Life.of(random);
            if (!life.at.isBefore(life.timeline.begin())) {
                assertThat(life.known().evaluation()).isEqualTo(life.evaluation());
            }
        });
    }

    /** If nothing happens, what is late stays late since then, and what was reached was reached then. */
    @Test
    void timeAloneTakesNothingBack() {
        Seeds.each(1_500, random -> {
            Life life = Life.of(random).known();
            if (life.at.isBefore(life.timeline.begin())
                    || life.at.isBefore(life.targets.get(0).from())) {
                return;
            }
            Evaluation now = life.evaluation();
            Evaluation later = life.at(life.at
                            .plus(1 + random.nextInt(2_000_000_000), ChronoUnit.MICROS)
                            .plusSeconds(random.nextInt(100_000)))
                    .evaluation();
            assertThat(later.elapsed()).isGreaterThanOrEqualTo(now.elapsed());
            assertThat(later.paused()).isGreaterThanOrEqualTo(now.paused());
            if (now.breachedAt().isPresent()) {
                assertThat(later.breachedAt()).as("%s", life).isEqualTo(now.breachedAt());
            }
            for (int i = 0; i < now.crossings().size(); i++) {
                if (now.crossings().get(i).isReached()) {
                    assertThat(later.crossings().get(i))
                            .as("%s", life)
                            .isEqualTo(now.crossings().get(i));
                }
            }
        });
    }

    /** What is said to be next is what comes, and nothing comes before. */
    @Test
    void nothingComesBeforeTheNextInstantOfInterest() {
        Seeds.each(1_500, random -> {
            Life life = Life.of(random).known();
            if (life.at.isBefore(life.timeline.begin())
                    || life.at.isBefore(life.targets.get(0).from())) {
                return;
            }
            Evaluation now = life.evaluation();
            Instant next = now.nextInstantOfInterest().orElse(life.at.plus(400, ChronoUnit.DAYS));
            assertThat(next).isAfter(life.at.minusNanos(999));
            Evaluation before = life.at(next.minus(1, ChronoUnit.MICROS)).evaluation();
            assertThat(told(before)).as("%s", life).isEqualTo(told(now));
        });
    }

    private static String told(Evaluation evaluation) {
        return evaluation.state() + " " + evaluation.breachedAt()
                + evaluation.crossings().stream().filter(Crossing::isReached).toList();
    }

    /** Whatever happens to it later: a clock that goes on when it is reopened is late since when it was late. */
    @Test
    void whatIsLateStaysLate() {
        Seeds.each(1_500, random -> {
            Life life = Life.of(random);
            Since since = life.targets.get(0);
            ClockPolicy policy = since.target()
                    .policy()
                    .withReopen(ClockPolicy.Reopen.RESUME)
                    .withPauseUnit(ClockPolicy.PauseUnit.EXACT)
                    .withBoundary(ClockPolicy.Boundary.values()[random.nextInt(2)]);
            Target target = since.target().withPolicy(policy).withMetric(Metric.RESOLUTION);
            List<Since> one = List.of(new Since(since.from(), target, since.hours()));
            Evaluation now = ServiceLevelClock.evaluate(life.timeline, one, life.at);
            Evaluation later = ServiceLevelClock.evaluate(
                    life.timeline,
                    one,
                    life.at
                            .plus(random.nextInt(1_000_000_000), ChronoUnit.MICROS)
                            .plusSeconds(random.nextInt(300_000)));
            if (now.breachedAt().isPresent() && now.state() == ClockState.BREACHED && !life.at.isBefore(since.from())) {
                assertThat(later.cycles().get(now.cycles().size() - 1).breachedAt())
                        .as("%s", life)
                        .isEqualTo(now.breachedAt());
            }
        });
    }
}
