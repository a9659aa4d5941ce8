package org.itsmkit.servicelevel;

import java.util.Objects;
import org.itsmkit.spi.RecordId;

/**
 * On what an agreement rests: one that a team or a supplier made, so that it can be kept. Agreements of one step work side by side, steps
 * follow one after the other.
 *
 * @param agreement which
 * @param step 1 to {@value #MOST_STEPS}
 */
public record RestsOn(RecordId agreement, int step) {

    /** The most agreements on which one rests. */
    public static final int MOST = 20;

    /** The last step that there may be. */
    public static final int MOST_STEPS = 20;

    public RestsOn {
        Objects.requireNonNull(agreement, "agreement");
    }
}
