package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * When a major incident reached what it is measured by. What was reached before it was proposed again, or came back, does not count any
 * more.
 *
 * @param proposedAt when it was proposed last
 * @param acceptedAt when somebody said that it is one
 * @param mitigatedAt when it hurt less
 * @param restoredAt when the service worked again
 * @param reviewedAt when the review began
 * @param closedAt when it was over: closed, rejected or demoted
 */
@KitStyle
@Value.Builder
public record Milestones(
        Instant proposedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> mitigatedAt,
        Optional<Instant> restoredAt,
        Optional<Instant> reviewedAt,
        Optional<Instant> closedAt)
        implements WithMilestones {

    public static Builder builder() {
        return new Builder();
    }

    static Milestones from(Instant proposedAt) {
        return builder().proposedAt(proposedAt).build();
    }

    /** Returns these without what came after acceptance. */
    Milestones back() {
        return withMitigatedAt(Optional.empty())
                .withRestoredAt(Optional.empty())
                .withReviewedAt(Optional.empty());
    }

    public static final class Builder extends MilestonesBuilder {
        Builder() {}
    }
}
