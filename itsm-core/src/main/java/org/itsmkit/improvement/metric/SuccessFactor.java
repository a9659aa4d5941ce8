package org.itsmkit.improvement.metric;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * Something that must go well: a critical success factor. One may consist of others.
 *
 * @param code unique within its tree, by {@link Keys#requireCode}
 * @param title in one line
 * @param above the code of the factor that it is part of; empty if of none
 * @param weight how much it counts where that is judged by weights, above 0 and at most 1; not looked at elsewhere
 * @param rollUp how it follows from what is below it
 */
public record SuccessFactor(String code, String title, Optional<String> above, BigDecimal weight, RollUp rollUp) {

    public SuccessFactor {
        Keys.requireCode(code, "factor");
        Objects.requireNonNull(title, "title");
        above.ifPresent(name -> Keys.requireCode(name, "factor"));
        requireWeight(weight);
        Objects.requireNonNull(rollUp, "rollUp");
    }

    /** One that is part of no other. */
    public static SuccessFactor of(String code, String title, RollUp rollUp) {
        return new SuccessFactor(code, title, Optional.empty(), BigDecimal.ONE, rollUp);
    }

    /** Returns this as a part of another. */
    public SuccessFactor below(String factor, String newWeight) {
        return new SuccessFactor(code, title, Optional.of(factor), new BigDecimal(newWeight), rollUp);
    }

    static void requireWeight(BigDecimal weight) {
        if (weight.signum() <= 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a weight is above 0 and at most 1, not " + weight);
        }
    }
}
