package org.itsmkit.valuestream.flow.measure;

import java.time.Duration;
import java.util.List;

/**
 * A way round that work travelled: from a step on, further, and back to it.
 *
 * @param steps the names of the steps, as they were visited; the work came back from the last of them to the first
 * @param times how often; positive
 * @param lost how long it took in all until the work was again as far as it had been: from each return to the next arrival at the step from which it
 *     came back, or at one further on; else to the end of the journey, or of the period. Where a loop lies in another, that is in both
 */
public record ReworkLoop(List<String> steps, long times, Duration lost) {

    public ReworkLoop {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || times < 1 || lost.isNegative()) {
            throw new IllegalArgumentException(
                    "a loop has steps, and was travelled: " + steps + " " + times + " " + lost);
        }
    }

    /** As in resolve → confirm → resolve. */
    @Override
    public String toString() {
        return String.join(" → ", steps) + " → " + steps.get(0);
    }
}
