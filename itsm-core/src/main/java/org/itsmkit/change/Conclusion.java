package org.itsmkit.change;

import java.time.Instant;
import java.util.Optional;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.kernel.Command;

/** What follows for a change from what the votes on it came to. */
public final class Conclusion {

    private Conclusion() {}

    /**
     * Returns what is to be done now that votes came to this: nothing while they are open, and nothing more once it was authorised. A change
     * that was begun before is not rejected any more: it stays unauthorised.
     */
    public static Optional<Command<Change>> of(Change change, Instant at) {
        if (change.authorisation().isPresent()) {
            return Optional.empty();
        }
        return Grounds.of(change).votes(at).flatMap(votes -> of(change, votes));
    }

    private static Optional<Command<Change>> of(Change change, Evaluation votes) {
        String comment = votes.sentences().get(0);
        boolean isBegun = change.begunAt().isPresent();
        return switch (votes.outcome()) {
            case APPROVED -> Optional.of(new ChangeCommand.Authorise(comment));
            case REJECTED -> isBegun ? Optional.empty() : Optional.of(new ApprovalCommand.Reject(comment));
            case EXPIRED -> isBegun ? Optional.empty() : Optional.of(new ApprovalCommand.Expire());
            case PENDING -> Optional.empty();
        };
    }
}
