package org.itsmkit.majorincident;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast a major incident was dealt with, and how well people were told. All durations are elapsed time; what has not been reached yet
 * has none. After it was proposed again, or came back, only what was reached since then counts.
 *
 * @param toAccept from the proposal to the decision that it is one
 * @param toMitigate from that decision until it hurt less, which it does at the latest when the service works again
 * @param toRestore from that decision until the service worked again
 * @param updates how many updates were sent
 * @param updatesLate how many of them came after they were due
 */
public record MajorIncidentMeasures(
        Optional<Duration> toAccept,
        Optional<Duration> toMitigate,
        Optional<Duration> toRestore,
        int updates,
        int updatesLate) {

    public MajorIncidentMeasures {
        Objects.requireNonNull(toAccept, "toAccept");
        Objects.requireNonNull(toMitigate, "toMitigate");
        Objects.requireNonNull(toRestore, "toRestore");
    }

    /** What can be told of {@code major} as it is. */
    public static MajorIncidentMeasures of(MajorIncident major) {
        Milestones reached = major.milestones();
        return new MajorIncidentMeasures(
                between(Optional.of(reached.proposedAt()), reached.acceptedAt()),
                between(reached.acceptedAt(), reached.mitigatedAt().or(reached::restoredAt)),
                between(reached.acceptedAt(), reached.restoredAt()),
                major.updates(),
                major.updatesLate());
    }

    private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.map(end -> Duration.between(start, end)));
    }
}
