package org.itsmkit.governance;

import java.time.Instant;
import java.util.Objects;

/**
 * What was directed before, and is no longer.
 *
 * @param direction what
 * @param directedAt from when on
 * @param replacedAt until when
 * @param reason why no longer
 */
public record ReplacedDirection(Direction direction, Instant directedAt, Instant replacedAt, String reason) {

    public ReplacedDirection {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(directedAt, "directedAt");
        Objects.requireNonNull(replacedAt, "replacedAt");
        Objects.requireNonNull(reason, "reason");
    }
}
