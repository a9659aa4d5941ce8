package org.itsmkit.benchmarks.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.benchmarks.Paired;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.openjdk.jmh.infra.Blackhole;

/** Who is compared. An operation is an incident with both of its targets. */
final class Scan {

    static final int COUNT = 1_024;

    private static final int MASK = COUNT - 1;

    private final ServiceHours hours = Office.hours();
    private final Life[] lives = new Life[COUNT];

    /** Of each incident when its clocks ran. */
    private final long[][] counted = new long[COUNT][];

    /** Of each incident what there is to be said of both targets. */
    private final BareAnswer[] answers = new BareAnswer[2 * COUNT];

    private final Blackhole seen = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    Scan() {
        Random random = new Random(20_261_121);
        for (int i = 0; i < COUNT; i++) {
            Life life = Life.random(random);
            lives[i] = life;
            counted[i] = Stream.of(life.counted(true), life.counted(false))
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .toArray();
            answers[2 * i] = answer(life, true);
            answers[2 * i + 1] = answer(life, false);
        }
    }

    private BareAnswer answer(Life life, boolean isResponse) {
        Target target = isResponse ? Office.RESPONSE : Office.RESOLUTION;
        return BareAnswer.of(
                ServiceLevelClock.evaluate(life.timeline(), target, hours, Life.NOW),
                life.counted(isResponse),
                life.waited(isResponse),
                hours.time());
    }

    /** How many of the bare answers are others than those of evaluations. */
    long otherAnswers() {
        return IntStream.range(0, answers.length)
                .filter(i -> !answers[i]
                        .evaluation(hours.time(), Life.NOW)
                        .equals(ServiceLevelClock.evaluate(
                                lives[i / 2].timeline(),
                                i % 2 == 0 ? Office.RESPONSE : Office.RESOLUTION,
                                hours,
                                Life.NOW)))
                .count();
    }

    ServiceHours hours() {
        return hours;
    }

    List<Life> lives() {
        return List.of(lives);
    }

    /** How many stretches count for both targets together, on average. */
    double stretches() {
        return Stream.of(counted).mapToInt(edges -> edges.length / 2).average().orElse(0);
    }

    Map<String, Paired.Work> works() {
        CompiledCalendar time = hours.time();
        Map<String, Paired.Work> works = new LinkedHashMap<>();
        works.put("evaluate", evaluate(Office.RESPONSE, Office.RESOLUTION));
        works.put("bare loop", times -> {
            for (int i = 0; i < times; i++) {
                long[] edges = counted[i & MASK];
                long open = 0;
                for (int n = 0; n < edges.length; n += 2) {
                    open += time.openMicrosBetween(edges[n], edges[n + 1]);
                }
                seen.consume(open);
            }
        });
        works.put("bare answers", times -> {
            for (int i = 0; i < times; i++) {
                int first = 2 * (i & MASK);
                seen.consume(answers[first].evaluation(time, Life.NOW));
                seen.consume(answers[first + 1].evaluation(time, Life.NOW));
            }
        });
        works.put("with two thresholds", evaluate(Office.RESPONSE_WITH_THRESHOLDS, Office.RESOLUTION_WITH_THRESHOLDS));
        return works;
    }

    private Paired.Work evaluate(Target response, Target resolution) {
        return times -> {
            for (int i = 0; i < times; i++) {
                Life life = lives[i & MASK];
                seen.consume(ServiceLevelClock.evaluate(life.timeline(), response, hours, Life.NOW));
                seen.consume(ServiceLevelClock.evaluate(life.timeline(), resolution, hours, Life.NOW));
            }
        };
    }
}
