package org.itsmkit.improvement;

import java.util.Optional;
import org.itsmkit.lifecycle.Status;

/**
 * Where an improvement stands by those who go round in four: plan, do, check, act (Shewhart 1939; Deming 1986, with
 * study in the place of check). A view of its status, and nothing that is kept.
 */
public enum Pdca {
    /** One finds out what to do: the first four steps. */
    PLAN,
    /** One does it. */
    DO,
    /** One looks what came of it. */
    CHECK,
    /** One keeps it so, or goes round once more. */
    ACT;

    /**
     * Where that status is in the round; empty where it is in none: what was abandoned, and what a tenant has invented.
     */
    public static Optional<Pdca> of(Status status) {
        return switch (status.name()) {
            case "vision", "baseline", "targets", "plan" -> Optional.of(PLAN);
            case "action" -> Optional.of(DO);
            case "evaluation" -> Optional.of(CHECK);
            case "momentum", "closed" -> Optional.of(ACT);
            default -> Optional.empty();
        };
    }
}
