package org.itsmkit.valuestream.flow.measure;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.DurationStatistics;

/**
 * What is measured at one step in a period.
 *
 * <p><b>Per cent complete and accurate</b> is the share of what a step hands on that those after it can use as it is, without having to correct it or
 * to ask (so Karen Martin and Mike Osterling, <i>Value Stream Mapping</i>, 2014, after lean office practice as in Beau Keyte and Drew Locher, <i>The
 * Complete Lean Enterprise</i>, 2004). They ask people; here it is read from where work went. A step hands on what leaves it for a step that is not
 * before it, or out of the stream, but for what was dropped; that was complete and accurate unless it came back later, having been further on.
 *
 * @param step its name
 * @param entered how often work arrived
 * @param left how often work left
 * @param there how many pieces of work are there at the end of the period
 * @param handedOn how often it handed on; at most {@code left}
 * @param accurate how often of these what it handed on did not come back
 * @param queued how long what left had been at no step before it arrived there
 * @param waited how long what left waited there
 * @param worked how long what left was worked on there
 * @param confirmed how long what left lay there done
 * @param wip how many pieces of work were there on average, around the clock
 * @param waiting how long work waited there in the period, and in front of it, all together, whether it left or not
 */
public record StepMeasures(
        String step,
        long entered,
        long left,
        long there,
        long handedOn,
        long accurate,
        DurationStatistics queued,
        DurationStatistics waited,
        DurationStatistics worked,
        DurationStatistics confirmed,
        Fraction wip,
        Duration waiting) {

    public StepMeasures {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(queued, "queued");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(worked, "worked");
        Objects.requireNonNull(confirmed, "confirmed");
        Objects.requireNonNull(wip, "wip");
        Objects.requireNonNull(waiting, "waiting");
        if (accurate < 0 || handedOn < accurate || left < handedOn || entered < 0 || there < 0) {
            throw new IllegalArgumentException("parts are more than the whole at " + step);
        }
    }

    /** Per cent complete and accurate, 0 to 1: {@code accurate / handedOn}; empty if nothing was handed on. */
    public Optional<Fraction> completeAndAccurate() {
        return handedOn == 0 ? Optional.empty() : Optional.of(Fraction.of(accurate, handedOn));
    }

    /** How long work waited there for each piece that left: {@code waiting / left}, in nanoseconds; empty if nothing left. */
    public Optional<Fraction> waitingPerLeaving() {
        return left == 0
                ? Optional.empty()
                : Optional.of(new Fraction(Fraction.nanos(waiting), BigInteger.valueOf(left)));
    }
}
