package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

/** The quick way through a timeline and the one that fits every policy say the same of every clock that both understand. */
class PlainRunTest {

    private static final Condition OPEN = Condition.phase(Phase.NEW, Phase.ACTIVE, Phase.WAITING);

    private static final List<Metric> METRICS = List.of(
            Metric.RESOLUTION,
            Metric.FIRST_RESPONSE,
            Metric.TIME_TO_APPROVE,
            Metric.NEXT_UPDATE,
            Metric.TIME_TO_OWN,
            Metric.of("begun", Condition.always(), Condition.phase(Phase.ACTIVE)),
            Metric.of("worked-on", Condition.phase(Phase.ACTIVE), OPEN.not()),
            Metric.of("said", OPEN, Condition.marked(Mark.CUSTOMER_CONTACT).and(Condition.phase(Phase.ACTIVE))),
            Metric.of(
                    "quiet", OPEN, Condition.marked(Mark.CUSTOMER_CONTACT).not().and(Condition.phase(Phase.CLOSED))),
            Metric.RESOLUTION.withPause(Condition.phase(Phase.NEW, Phase.WAITING)),
            Metric.RESOLUTION.withPause(Condition.never()).withCancel(Condition.never()),
            Metric.RESOLUTION.withPause(Condition.marked(Mark.AGENT_CONTACT)),
            Metric.RESOLUTION.withReset(Condition.marked(Mark.AGENT_CONTACT)));

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Often at the instant of something else, so that much happens at once. */
    private static Instant jitter(Random random, Instant at) {
        return random.nextInt(3) > 0 ? at : at.plus(random.nextInt(90_000_000), ChronoUnit.MICROS);
    }

    private static Target target(Lives lives, Random random) {
        Duration time = Duration.ofMinutes(lives.budget()).plusNanos(random.nextBoolean() ? 0 : 1_000);
        return Target.of(one(random, METRICS), random.nextInt(4) > 0 ? Amount.openTime(time) : Amount.elapsedTime(time))
                .withPolicy(ClockPolicy.standard()
                        .withStart(
                                random.nextBoolean()
                                        ? new ClockPolicy.Start.Attachment()
                                        : new ClockPolicy.Start.Creation())
                        .withRetroactivePause(random.nextBoolean())
                        .withReopen(one(random, ClockPolicy.Reopen.values()))
                        .withChange(one(random, ClockPolicy.Change.values()))
                        .withChangeGrantsWaits(random.nextBoolean())
                        .withBoundary(one(random, ClockPolicy.Boundary.values()))
                        .withPausedDue(one(random, ClockPolicy.Shown.values()))
                        .withFinishedDue(one(random, ClockPolicy.Shown.values())));
    }

    private static Timeline timeline(Lives lives, Random random) {
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
        Instant begin =
                stretches.stream().map(Stretch::from).min(Instant::compareTo).orElseThrow();
        return Timeline.of(
                stretches,
                minutes.marks().stream()
                        .filter(mark -> !mark.at().isBefore(begin))
                        .toList());
    }

    /** When all of it is looked at: often when something happens, is due, or is late. */
    private static Instant when(Timeline timeline, Target target, ServiceHours hours, Lives lives, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> one(random, timeline.stretches()).from();
            case 1 ->
                ServiceLevelClock.explain(timeline, target, hours, lives.anytime())
                        .evaluation()
                        .nextInstantOfInterest()
                        .map(at -> at.minus(random.nextInt(2), ChronoUnit.MICROS))
                        .orElseGet(lives::anytime);
            default -> jitter(random, lives.anytime());
        };
    }

    @Test
    void bothWaysLeadToTheSame() {
        int[] ways = new int[2];
        Seeds.each(20_000, random -> {
            Lives lives = new Lives(random);
            ServiceHours hours = ServiceHours.of("desk", lives.calendar());
            Timeline timeline = timeline(lives, random);
            Target target = target(lives, random);
            Instant at = when(timeline, target, hours, lives, random);
            List<Since> since = List.of(new Since(timeline.begin(), target, hours));
            Evaluation slow = ServiceLevelClock.evaluation(timeline, since, at);
            ways[PlainRun.evaluation(timeline, target, hours, at) == null ? 0 : 1]++;
            assertThat(ServiceLevelClock.evaluate(timeline, target, hours, at))
                    .as("%s of %s %s at %s", target, timeline.stretches(), timeline.marks(), at)
                    .isEqualTo(slow);
            assertThat(ServiceLevelClock.evaluate(timeline, since, at)).isEqualTo(slow);
            Since later = new Since(jitter(random, lives.anytime()), target, hours);
            assertThat(ServiceLevelClock.evaluate(timeline, List.of(later), at))
                    .isEqualTo(ServiceLevelClock.evaluation(timeline, List.of(later), at));
        });
        if (ways[0] + ways[1] > 1) {
            assertThat(ways[1]).as("how often the quick way was gone").isGreaterThan((ways[0] + ways[1]) / 4);
        }
    }
}
