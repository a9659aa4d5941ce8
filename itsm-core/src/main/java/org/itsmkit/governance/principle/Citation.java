package org.itsmkit.governance.principle;

import java.util.Objects;

/**
 * That a principle bore on a decision.
 *
 * @param principle which
 * @param reason how: what was decided otherwise because of it, or confirmed
 */
public record Citation(Principle principle, String reason) {

    public Citation {
        Objects.requireNonNull(principle, "principle");
        Objects.requireNonNull(reason, "reason");
    }
}
