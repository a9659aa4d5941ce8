package org.itsmkit.service.warranty;

import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * What is known of an aim.
 *
 * @param aim which, by its code
 * @param reached whether the outcome is supported, or the constraint removed
 * @param evidence by what one knows: a survey, a figure, a test; must say something, in at most {@value #LENGTH} code points
 */
public record AimFact(String aim, boolean reached, String evidence) {

    /** The most code points of evidence. */
    public static final int LENGTH = 4_000;

    public AimFact {
        Keys.requireCode(aim, "aim");
        if (!Inputs.check().text("evidence", evidence, LENGTH).violations().isEmpty()) {
            throw new IllegalArgumentException("evidence: 1 to " + LENGTH + " characters; without any it is no fact");
        }
    }

    /** It is reached, as that shows. */
    public static AimFact reached(String aim, String evidence) {
        return new AimFact(aim, true, evidence);
    }

    /** It is not reached, as that shows. */
    public static AimFact missed(String aim, String evidence) {
        return new AimFact(aim, false, evidence);
    }
}
