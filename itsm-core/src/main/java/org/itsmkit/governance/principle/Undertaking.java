package org.itsmkit.governance.principle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Inputs;

/**
 * Something that is undertaken, whatever it is: a change, an improvement, a project, a service. What is empty is not known, which is not the
 * same as no. At most {@value #MOST} steps, stakeholders and those who see it each.
 *
 * @param name what it is called
 * @param outcome which outcome it is for, and whose; an empty text if it is known to be for none
 * @param isBaselineMeasured whether what is there was measured before
 * @param isReuseConsidered whether it was asked what of what is there can be used
 * @param batchSize how much is done at once, in whichever unit; 0 or more
 * @param typicalBatchSize how much is usually done at once, in the same unit; 1 or more
 * @param feedbackEvery how long until somebody who is served says whether it is right; positive
 * @param steps what is done, in its order; none if that is not known
 * @param stakeholders whom it concerns, by any names; empty if that is not known
 * @param visibleTo who of these can see what is done
 * @param dimensions which dimensions of service management were considered, by names as in {@link Thresholds#dimensions}
 * @param recordsBehind on how many records it rests; 0 if on none
 */
@KitStyle
@Value.Builder
public record Undertaking(
        String name,
        Optional<String> outcome,
        Optional<Boolean> isBaselineMeasured,
        Optional<Boolean> isReuseConsidered,
        Optional<Integer> batchSize,
        Optional<Integer> typicalBatchSize,
        Optional<Duration> feedbackEvery,
        List<UndertakenStep> steps,
        Optional<Set<String>> stakeholders,
        Optional<Set<String>> visibleTo,
        Optional<Set<String>> dimensions,
        Optional<Integer> recordsBehind)
        implements WithUndertaking {

    /** The most steps, stakeholders, and those who see it. */
    public static final int MOST = 1_000;

    public Undertaking {
        require(Inputs.saysSomething(name), "what is undertaken has a name");
        require(batchSize.orElse(0) >= 0 && typicalBatchSize.orElse(1) >= 1, "a batch is not less than nothing");
        require(
                feedbackEvery
                        .map(every -> !every.isNegative() && !every.isZero())
                        .orElse(true),
                "feedback takes some time");
        require(recordsBehind.orElse(0) >= 0, "it does not rest on less than no records");
        steps = List.copyOf(steps);
        stakeholders = stakeholders.map(Set::copyOf);
        visibleTo = visibleTo.map(Set::copyOf);
        dimensions = dimensions.map(Set::copyOf);
        require(
                steps.size() <= MOST
                        && stakeholders.map(Set::size).orElse(0) <= MOST
                        && visibleTo.map(Set::size).orElse(0) <= MOST,
                "there are at most " + MOST + " steps, stakeholders and viewers");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** Begins to say what is known of something. */
    public static Builder of(String name) {
        return new Builder().name(name);
    }

    /** Builds undertakings of which nothing is known but what was said. */
    public static final class Builder extends UndertakingBuilder {
        Builder() {}
    }
}
