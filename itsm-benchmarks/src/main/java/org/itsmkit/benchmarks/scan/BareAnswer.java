package org.itsmkit.benchmarks.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.ticket.ClockState;

/**
 * The least that an evaluation can cost that says what ours says: everything is decided beforehand, and laid out in one array. What is left
 * is to ask the calendar how much was used and how much was pause, and when it is due, and to make the answer of it.
 */
final class BareAnswer {

    private static final long NONE = Long.MIN_VALUE;
    private static final long SECOND = 1_000_000;

    private final Target target;
    private final ClockState state;
    private final Optional<Duration> budget;
    private final boolean hasDue;
    private final long startedAt;
    private final long stoppedAt;
    private final long breachedAt;
    private final long resumed;
    private final long next;
    private final long dueFrom;
    private final long dueAfter;

    /** Between which instants it ran, and after them between which it paused, beginnings and ends in turn. */
    private final long[] edges;

    private final int ran;

    private BareAnswer(Evaluation said, List<Long> counted, List<Long> waited, CompiledCalendar time) {
        Cycle cycle = said.cycle().orElseThrow();
        target = said.target();
        state = cycle.state();
        budget = cycle.budget();
        hasDue = cycle.due().isPresent();
        startedAt = micros(cycle.startedAt());
        stoppedAt = cycle.stoppedAt().map(BareAnswer::micros).orElse(NONE);
        breachedAt = cycle.breachedAt().map(BareAnswer::micros).orElse(NONE);
        resumed = said.dueIfResumed().map(BareAnswer::micros).orElse(NONE);
        next = said.nextInstantOfInterest().map(BareAnswer::micros).orElse(NONE);
        dueFrom = startedAt;
        dueAfter = time.openMicrosBetween(
                startedAt, cycle.due().map(BareAnswer::micros).orElse(startedAt));
        ran = counted.size();
        edges = new long[ran + waited.size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i < ran ? counted.get(i) : waited.get(i - ran);
        }
    }

    /** Of an evaluation whose record ran and waited between these instants, in microseconds. */
    static BareAnswer of(Evaluation said, List<Long> counted, List<Long> waited, CompiledCalendar time) {
        return new BareAnswer(said, counted, waited, time);
    }

    Evaluation evaluation(CompiledCalendar time, Instant at) {
        long used = 0;
        for (int i = 0; i < ran; i += 2) {
            used += time.openMicrosBetween(edges[i], edges[i + 1]);
        }
        long paused = 0;
        for (int i = ran; i < edges.length; i += 2) {
            paused += time.openMicrosBetween(edges[i], edges[i + 1]);
        }
        long due = time.addMicros(dueFrom, dueAfter);
        Cycle cycle = new Cycle(
                1,
                state,
                instant(startedAt),
                known(stoppedAt),
                duration(used),
                duration(paused),
                budget,
                hasDue ? Optional.of(instant(due)) : Optional.empty(),
                known(breachedAt));
        return new Evaluation(target, at, List.of(cycle), List.of(), known(resumed), known(next));
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * SECOND + at.getNano() / 1_000;
    }

    private static Optional<Instant> known(long micros) {
        return micros == NONE ? Optional.empty() : Optional.of(instant(micros));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }

    private static Duration duration(long micros) {
        return Duration.ofSeconds(micros / SECOND, micros % SECOND * 1_000);
    }
}
