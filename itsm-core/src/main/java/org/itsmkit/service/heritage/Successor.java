package org.itsmkit.service.heritage;

import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * A practice that took up an older process or function.
 *
 * @param practice its code name, such as {@code incident-management}; by {@link Keys#requireCode}
 * @param change what is otherwise since, in one sentence
 */
public record Successor(String practice, String change) {

    public Successor {
        Keys.requireCode(practice, "practice");
        if (!Inputs.saysSomething(change)) {
            throw new IllegalArgumentException("a successor says what changed");
        }
    }
}
