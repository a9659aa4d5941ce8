package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;

/**
 * What is measured of a value stream in one period. Of the journeys that were done in it: lead time is from when a piece of work came in until
 * it went out, process time what of it was spent at work on it, confirmation what it lay done, and wait time the rest, at steps and between them.
 *
 * @param stream along which
 * @param period of which time, in whole microseconds
 * @param arrivals how many journeys began
 * @param dropped how many ended without being done
 * @param leadTime how long those took that were done
 * @param processTime how long they were worked on
 * @param waitTime how long they waited
 * @param confirmTime how long they lay done before they were over
 * @param steps each step, in the order of the stream
 * @param moves how often work went from where to where, by the names of steps
 * @param skipped how often each step was passed over, in the order of the stream; those that never were are left out
 * @param loops the ways round that work travelled, most often first; at most {@value #MOST_LOOPS}
 * @param otherLoops how often work travelled others besides
 * @param unmapped what work stood in that is no step's, by what it is called
 * @param workInProgress how many journeys were under way
 * @param littlesLaw whether rates and times fit together
 */
public record FlowMeasures(
        ValueStream stream,
        Window period,
        long arrivals,
        long dropped,
        DurationStatistics leadTime,
        DurationStatistics processTime,
        DurationStatistics waitTime,
        DurationStatistics confirmTime,
        List<StepMeasures> steps,
        Map<Move, Long> moves,
        Map<String, Long> skipped,
        List<ReworkLoop> loops,
        long otherLoops,
        Map<Claim, UnmappedWork> unmapped,
        WorkInProgress workInProgress,
        LittlesLaw littlesLaw) {

    /** The most loops that are told apart. */
    public static final int MOST_LOOPS = 1_000;

    /**
     * Work that was at no step though its record was under way.
     *
     * @param times how many stretches of it touch the period
     * @param lasted how long they were in it, all together
     */
    public record UnmappedWork(long times, Duration lasted) {
        UnmappedWork and(UnmappedWork more) {
            return new UnmappedWork(times + more.times, lasted.plus(more.lasted));
        }
    }

    public FlowMeasures {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(period, "period");
        steps = List.copyOf(steps);
        moves = Collections.unmodifiableMap(new LinkedHashMap<>(moves));
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        loops = List.copyOf(loops);
        unmapped = Collections.unmodifiableMap(new LinkedHashMap<>(unmapped));
    }

    /**
     * Reads the journeys once, and takes of each what belongs to the period. Closes nothing.
     *
     * @param period in whole microseconds: what is finer is cut off
     * @param time how much time counts; work in progress and Little's law are reckoned around the clock all the same
     * @param journeys in any order, each once
     * @throws IllegalArgumentException if one was at a step that the stream does not have, or the period is less than a microsecond
     */
    public static FlowMeasures of(ValueStream stream, Window period, FlowTime time, Stream<Journey> journeys) {
        FlowTally tally = new FlowTally(stream, period, time);
        journeys.forEachOrdered(tally::add);
        return tally.end();
    }

    /** How many journeys were done. */
    public long done() {
        return leadTime.cases();
    }

    /** What is measured at the step of that name, if there is one. */
    public Optional<StepMeasures> step(String name) {
        return steps.stream().filter(step -> step.step().equals(name)).findFirst();
    }

    /** Rolled per cent complete and accurate: the product over all steps; those that handed nothing on say nothing. Empty if none did. */
    public Optional<Fraction> rolled() {
        return product(steps);
    }

    /**
     * As {@link #rolled()}, along one of several ways.
     *
     * @param along the names of its steps
     * @throws IllegalArgumentException if the stream has no step of one of them
     */
    public Optional<Fraction> rolled(Collection<String> along) {
        return product(along.stream()
                .map(name -> step(name).orElseThrow(() -> new IllegalArgumentException("no step: " + name)))
                .toList());
    }

    private static Optional<Fraction> product(List<StepMeasures> some) {
        return some.stream()
                .flatMap(step -> step.completeAndAccurate().stream())
                .reduce(Fraction::times);
    }

    /** Flow efficiency: process time of all that was done, of their lead time; empty if that is none. */
    public Optional<Fraction> flowEfficiency() {
        return Fraction.of(processTime.sum(), leadTime.sum());
    }

    /** How many journeys were under way on average, around the clock. */
    public Fraction averageWip() {
        return workInProgress.average();
    }

    /** How many journeys were under way; see {@link WorkInProgress#at}. */
    public long wipAt(Instant at) {
        return workInProgress.at(at);
    }

    /** How many journeys were done per 24 hours. */
    public Fraction throughputPerDay() {
        return per(Duration.ofDays(1), done());
    }

    /** How many journeys were done per seven times 24 hours. */
    public Fraction throughputPerWeek() {
        return per(Duration.ofDays(7), done());
    }

    /** How many journeys began per 24 hours. */
    public Fraction arrivalsPerDay() {
        return per(Duration.ofDays(1), arrivals);
    }

    private Fraction per(Duration length, long count) {
        return new Fraction(
                Fraction.nanos(length).multiply(BigInteger.valueOf(count)), Fraction.nanos(period.length()));
    }

    /** Where work waits most for what goes through; empty if it waits nowhere. */
    public Optional<Bottleneck> bottleneck() {
        return bottlenecks().stream().findFirst();
    }

    /** All steps at which work waits, the worst first. */
    public List<Bottleneck> bottlenecks() {
        return Bottleneck.ranked(steps);
    }

    /** How often work went in that way. */
    public long moves(Move.Way way) {
        return moves.entrySet().stream()
                .filter(move -> move.getKey().way() == way)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Says in words what there is to say, for a service manager; of what nothing is known nothing is said. */
    public List<String> sentences() {
        return Sentences.of(this);
    }

    /** As {@link ValueStream#toMermaid()}, with the measures in each step. */
    public String toMermaid() {
        return stream.toMermaid(Sentences.notes(this));
    }

    /** As {@link ValueStream#toSvg()}, with the measures in each step. */
    public String toSvg() {
        return stream.toSvg(Sentences.notes(this));
    }
}
