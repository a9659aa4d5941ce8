package org.itsmkit.governance.principle;

import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * A step of what is undertaken. What is empty is not known, which is not the same as no.
 *
 * @param name what it is called
 * @param outcome what comes of it; an empty text if it is known that nothing does
 * @param hasOwner whether somebody sees to it
 * @param isManual whether people do it by hand
 * @param timesAMonth how often it is done, in a month of 30 days; 0 or more
 * @param isAutomatable whether a machine could do it
 */
@KitStyle
@Value.Builder
public record UndertakenStep(
        String name,
        Optional<String> outcome,
        Optional<Boolean> hasOwner,
        Optional<Boolean> isManual,
        Optional<Integer> timesAMonth,
        Optional<Boolean> isAutomatable)
        implements WithUndertakenStep {

    public UndertakenStep {
        if (timesAMonth.filter(times -> times < 0).isPresent()) {
            throw new IllegalArgumentException("a step is not done " + timesAMonth.get() + " times");
        }
    }

    /** Begins to say what is known of a step. */
    public static Builder of(String name) {
        return new Builder().name(name);
    }

    /** Builds steps of which nothing is known but what was said. */
    public static final class Builder extends UndertakenStepBuilder {
        Builder() {}
    }
}
