package org.itsmkit.spi.people;

import java.util.Objects;

/**
 * The answer of an {@link Authorizer}.
 *
 * @param allowed whether it may be done
 * @param reason why, for the audit sink; not shown to the caller
 */
public record Decision(boolean allowed, String reason) {

    public Decision {
        Objects.requireNonNull(reason, "reason");
    }

    /** It may be done. */
    public static Decision allow(String reason) {
        return new Decision(true, reason);
    }

    /** It may not. */
    public static Decision deny(String reason) {
        return new Decision(false, reason);
    }
}
