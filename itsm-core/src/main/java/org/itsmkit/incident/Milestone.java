package org.itsmkit.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.lifecycle.Phase;

/**
 * An instant that counts in the life of an incident. There are two orders in which they come, for an incident is handled on paper and in
 * the machine room at the same time: what was mended at night may be logged in the morning.
 */
public enum Milestone {
    /** It was noticed. */
    DETECTED(incident -> Optional.of(incident.detectedAt())),
    /** The kit was told of it. */
    LOGGED(incident -> Optional.of(incident.ticket().openedAt())),
    /** Somebody said that they knew of it; or else it left the phase of what is new in order to be dealt with. */
    ACKNOWLEDGED(incident -> incident.acknowledgedAt().or(() -> begun(incident))),
    /** Somebody found out what is wrong. */
    DIAGNOSED(Incident::diagnosedAt),
    /** What was broken was mended. */
    REPAIRED(Incident::repairedAt),
    /** What was mended could be used again: restarted, reloaded, connected. */
    RECOVERED(Incident::recoveredAt),
    /** Those whom it concerned had their service back. */
    RESTORED(Incident::restoredAt),
    /** It was declared to work again. */
    RESOLVED(incident -> incident.ticket().resolvedAt()),
    /** It was called over; never, for what was given up. */
    CLOSED(incident ->
            incident.ticket().phase() == Phase.CLOSED ? incident.ticket().closedAt() : Optional.empty());

    private static final List<Milestone> ON_PAPER = List.of(DETECTED, LOGGED, ACKNOWLEDGED, RESOLVED, CLOSED);
    private static final List<Milestone> AT_WORK =
            List.of(DETECTED, DIAGNOSED, REPAIRED, RECOVERED, RESTORED, RESOLVED, CLOSED);

    private final Function<Incident, Optional<Instant>> read;

    Milestone(Function<Incident, Optional<Instant>> read) {
        this.read = read;
    }

    /** Those of the handling, each not before the one before it. */
    public static List<Milestone> onPaper() {
        return ON_PAPER;
    }

    /** Those of the work itself, each not before the one before it. */
    public static List<Milestone> atWork() {
        return AT_WORK;
    }

    /** Whether a person may say that it was at another instant; the others are what the kit itself saw. */
    public boolean isCorrectable() {
        return switch (this) {
            case DETECTED, ACKNOWLEDGED, DIAGNOSED, REPAIRED, RECOVERED, RESTORED -> true;
            case LOGGED, RESOLVED, CLOSED -> false;
        };
    }

    /** When {@code incident} came to this; empty if it did not, or nobody knows when. */
    Optional<Instant> of(Incident incident) {
        return read.apply(incident);
    }

    /** Returns {@code incident}, which came to this at that instant. Only for those that can be corrected. */
    Incident set(Incident incident, Optional<Instant> at) {
        return switch (this) {
            case DETECTED -> at.map(incident::withDetectedAt).orElse(incident);
            case ACKNOWLEDGED -> incident.withAcknowledgedAt(at);
            case DIAGNOSED -> incident.withDiagnosedAt(at);
            case REPAIRED -> incident.withRepairedAt(at);
            case RECOVERED -> incident.withRecoveredAt(at);
            case RESTORED -> incident.withRestoredAt(at);
            case LOGGED, RESOLVED, CLOSED -> incident;
        };
    }

    private static Optional<Instant> begun(Incident incident) {
        return incident.ticket().timeline().stream()
                .filter(stretch -> stretch.status().phase() != Phase.NEW
                        && stretch.status().phase() != Phase.CANCELLED)
                .map(stretch -> stretch.from())
                .findFirst();
    }

    /** As in {@code the repair}. */
    String noun() {
        return switch (this) {
            case DETECTED -> "detection";
            case LOGGED -> "logging";
            case ACKNOWLEDGED -> "acknowledgement";
            case DIAGNOSED -> "diagnosis";
            case REPAIRED -> "repair";
            case RECOVERED -> "recovery";
            case RESTORED -> "restoration";
            case RESOLVED -> "resolution";
            case CLOSED -> "closure";
        };
    }
}
