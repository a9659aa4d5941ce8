package org.itsmkit.valuestream.ledger;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.Texts;

/**
 * What became of what came in.
 *
 * @param how in which way
 * @param at when; cut off to microseconds
 * @param reason why, in at most {@value #MOST_CHARACTERS} characters; of what was satisfied it may be empty
 */
public record Ending(How how, Instant at, String reason) {

    /** The most characters of a reason, in UTF-16 code units. */
    public static final int MOST_CHARACTERS = 4_000;

    /** In which way. */
    public enum How {
        /** Whoever asked has what they asked for. */
        SATISFIED,
        /** They were told that they will not get it. */
        DECLINED,
        /** They want it no longer, or nobody pursued it. */
        DROPPED
    }

    /** Throws {@link IllegalArgumentException} outside of the bounds, and where nobody says why something was declined or dropped. */
    public Ending {
        Objects.requireNonNull(how, "how");
        at = Micros.truncate(at);
        Texts.requireStorable(reason, "reason");
        if (reason.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a reason has at most " + MOST_CHARACTERS + " characters");
        }
        if (how != How.SATISFIED && reason.isBlank()) {
            throw new IllegalArgumentException("somebody says why it was " + how);
        }
    }
}
