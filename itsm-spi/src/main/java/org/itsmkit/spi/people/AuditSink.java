package org.itsmkit.spi.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;

/**
 * Is told of what changed nothing and so stands in no journal: denials, and what policies objected to.
 *
 * <p>Implementations are safe for use by many threads. What they throw is logged and changes nothing.
 */
@FunctionalInterface
public interface AuditSink {

    /** Takes note of {@code verdict}. */
    void note(Verdict verdict);

    /**
     * Something was refused.
     *
     * @param at when
     * @param caller to whom
     * @param permission what was asked for
     * @param record on which record, unless one was to be made
     * @param code why, as a stable code
     * @param reason why, in words for the operator
     */
    record Verdict(
            Instant at, Caller caller, Permission permission, Optional<RecordRef> record, String code, String reason) {
        public Verdict {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(caller, "caller");
            Objects.requireNonNull(permission, "permission");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
