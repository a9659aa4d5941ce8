package org.itsmkit.improvement.evidence;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What somebody says to whether one got there.
 *
 * @param conclusion whether one did
 * @param note why they say so
 * @param by who says so
 * @param at when
 */
public record Evaluation(Conclusion conclusion, String note, PersonId by, Instant at) {

    public Evaluation {
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
