package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.spi.Micros;
import org.itsmkit.valuestream.flow.journey.Effort;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Visit;

/** Counts what happens at one step in one period. Not safe for use by many threads. */
final class StepTally {

    private final String step;
    private final Window period;
    private final FlowTime time;
    private long entered;
    private long there;
    private long handedOn;
    private long accurate;
    private final List<Duration> queued = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private final List<Duration> worked = new ArrayList<>();
    private final List<Duration> confirmed = new ArrayList<>();
    private BigInteger presence = BigInteger.ZERO;
    private Duration waiting = Duration.ZERO;

    StepTally(String step, Window period, FlowTime time) {
        this.step = step;
        this.period = period;
        this.time = time;
    }

    /**
     * A visit.
     *
     * @param queuedSince since when the work had been at no step
     */
    void add(Visit visit, Instant queuedSince) {
        Instant from = visit.fromInclusive();
        Instant to = visit.toExclusive().orElse(period.toExclusive());
        entered += period.contains(from) ? 1 : 0;
        boolean isThere = visit.toExclusive()
                .map(end -> !end.isBefore(period.toExclusive()))
                .orElse(true);
        there += isThere && from.isBefore(period.toExclusive()) ? 1 : 0;
        if (visit.toExclusive().filter(period::contains).isPresent()) {
            queued.add(time.between(queuedSince, from));
            waited.add(visit.waited(time, to));
            worked.add(visit.worked(time, to));
            confirmed.add(visit.confirmed(time, to));
        }
        Instant begin = later(from, period.fromInclusive());
        Instant end = earlier(to, period.toExclusive());
        if (begin.isBefore(end)) {
            presence = presence.add(BigInteger.valueOf(Micros.of(end) - Micros.of(begin)));
        }
        Instant queueBegin = later(queuedSince, period.fromInclusive());
        Instant queueEnd = earlier(from, period.toExclusive());
        if (queueBegin.isBefore(queueEnd)) {
            waiting = waiting.plus(time.between(queueBegin, queueEnd));
        }
        waiting = waiting.plus(visit.spent(Effort.WAIT, time, period));
    }

    /** It handed on, in the period. */
    void handOn(boolean isAccurate) {
        handedOn++;
        accurate += isAccurate ? 1 : 0;
    }

    StepMeasures end() {
        BigInteger length = BigInteger.valueOf(Micros.of(period.toExclusive()) - Micros.of(period.fromInclusive()));
        return new StepMeasures(
                step,
                entered,
                worked.size(),
                there,
                handedOn,
                accurate,
                DurationStatistics.of(queued),
                DurationStatistics.of(waited),
                DurationStatistics.of(worked),
                DurationStatistics.of(confirmed),
                new Fraction(presence, length),
                waiting);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
