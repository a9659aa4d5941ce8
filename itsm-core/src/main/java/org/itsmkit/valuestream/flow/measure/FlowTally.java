package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.spi.Micros;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Visit;

/** Counts what belongs to one period of one stream; what does not passes by. Not safe for use by many threads. */
final class FlowTally {

    private final ValueStream stream;
    private final Window period;
    private final FlowTime time;
    private final Map<String, StepTally> steps = new LinkedHashMap<>();
    private final Paths paths;
    private final WorkInProgress.Gathering wip;
    private final Map<Claim, FlowMeasures.UnmappedWork> unmapped =
            new TreeMap<>(Comparator.<Claim, String>comparing(Claim::toString));
    private final List<Duration> lead = new ArrayList<>();
    private final List<Duration> process = new ArrayList<>();
    private final List<Duration> wait = new ArrayList<>();
    private final List<Duration> confirm = new ArrayList<>();
    private long arrivals;
    private long dropped;
    private Duration sojourn = Duration.ZERO;
    private Duration before = Duration.ZERO;

    FlowTally(ValueStream stream, Window period, FlowTime time) {
        this.stream = stream;
        this.period = new Window(Micros.truncate(period.fromInclusive()), Micros.truncate(period.toExclusive()));
        this.time = time;
        this.paths = new Paths(stream, this.period, time);
        this.wip = new WorkInProgress.Gathering(this.period);
        for (Step step : stream.steps()) {
            steps.put(step.name(), new StepTally(step.name(), this.period, time));
        }
    }

    void add(Journey journey) {
        Instant end = journey.endedAt().orElse(period.toExclusive());
        wip.add(journey.beganAt(), end, journey.endedAt().isPresent());
        arrivals += period.contains(journey.beganAt()) ? 1 : 0;
        if (journey.endedAt().filter(period::contains).isPresent()) {
            ended(journey, end);
        }
        Instant since = journey.beganAt();
        for (Visit visit : journey.visits()) {
            stepOf(visit, journey).add(visit, since);
            since = visit.toExclusive().orElse(end);
        }
        handOns(journey);
        paths.add(journey);
        journey.unmapped().forEach(this::unmapped);
    }

    private void ended(Journey journey, Instant end) {
        sojourn = sojourn.plus(Duration.between(journey.beganAt(), end));
        if (journey.beganAt().isBefore(period.fromInclusive())) {
            before = before.plus(Duration.between(journey.beganAt(), period.fromInclusive()));
        }
        if (journey.dropped()) {
            dropped++;
            return;
        }
        Duration took = time.between(journey.beganAt(), end);
        Duration worked = sum(journey, visit -> visit.worked(time, end));
        Duration confirmed = sum(journey, visit -> visit.confirmed(time, end));
        lead.add(took);
        process.add(worked);
        confirm.add(confirmed);
        wait.add(took.minus(worked).minus(confirmed));
    }

    private static Duration sum(Journey journey, Function<Visit, Duration> part) {
        return journey.visits().stream().map(part).reduce(Duration.ZERO, Duration::plus);
    }

    private StepTally stepOf(Visit visit, Journey journey) {
        return Optional.ofNullable(steps.get(visit.step()))
                .orElseThrow(() -> new IllegalArgumentException(
                        journey.name() + " was at " + visit.step() + ", which is no step of " + stream.name()));
    }

    private void handOns(Journey journey) {
        List<Visit> visits = journey.visits();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            boolean isLast = i + 1 == visits.size();
            boolean isHandedOn = isLast
                    ? journey.isDone()
                    : !visits.get(i + 1).step().equals(visit.step())
                            && !stream.isFurther(visit.step(), visits.get(i + 1).step());
            if (isHandedOn && visit.toExclusive().filter(period::contains).isPresent()) {
                stepOf(visit, journey).handOn(!comesBack(visits, i));
            }
        }
    }

    /** Whether the work is there again later, having been further on; the next time that it is there decides. */
    private boolean comesBack(List<Visit> visits, int left) {
        String step = visits.get(left).step();
        for (int i = left + 1; i < visits.size(); i++) {
            if (visits.get(i).step().equals(step)) {
                return Paths.cameBack(stream, visits, left, i);
            }
        }
        return false;
    }

    private void unmapped(Journey.Unmapped stretch) {
        Instant from = stretch.fromInclusive().isBefore(period.fromInclusive())
                ? period.fromInclusive()
                : stretch.fromInclusive();
        Instant to = stretch.toExclusive().filter(period.toExclusive()::isAfter).orElse(period.toExclusive());
        if (from.isBefore(to)) {
            unmapped.merge(
                    stretch.where(),
                    new FlowMeasures.UnmappedWork(1, time.between(from, to)),
                    FlowMeasures.UnmappedWork::and);
        }
    }

    FlowMeasures end() {
        Duration presence = duration(wip.presence());
        return new FlowMeasures(
                stream,
                period,
                arrivals,
                dropped,
                DurationStatistics.of(lead),
                DurationStatistics.of(process),
                DurationStatistics.of(wait),
                DurationStatistics.of(confirm),
                steps.values().stream().map(StepTally::end).toList(),
                paths.moves(),
                paths.skipped(),
                paths.loops(),
                paths.otherLoops(),
                unmapped,
                wip.end(),
                new LittlesLaw(
                        period,
                        arrivals,
                        lead.size() + dropped,
                        presence,
                        sojourn,
                        presence.minus(sojourn).plus(before),
                        before));
    }

    private static Duration duration(BigInteger micros) {
        return Duration.of(micros.longValueExact(), ChronoUnit.MICROS);
    }
}
