package org.itsmkit.change;

import java.time.Instant;
import java.util.Optional;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.approval.Outcome;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.lifecycle.Status;

/**
 * On what an authorisation of a change would rest.
 *
 * @param change as it is
 * @param basis on its model if it is a standard one, on votes if its procedure has somebody approve it, on one person else
 */
record Grounds(Change change, Authorisation.Basis basis) {

    static Grounds of(Change change) {
        if (change.type() == ChangeType.STANDARD) {
            return new Grounds(change, Authorisation.Basis.MODEL);
        }
        return new Grounds(change, step(change).isPresent() ? Authorisation.Basis.VOTES : Authorisation.Basis.PERSON);
    }

    /** Who must approve it, if anybody must. */
    static Optional<ApprovalStep> step(Change change) {
        return change.type() == ChangeType.STANDARD
                ? Optional.empty()
                : change.procedure().approvalFor(change.risk().map(AssessedRisk::level));
    }

    /** What the votes that were asked for came to at {@code at}, for what it is now; empty if none were. */
    Optional<Evaluation> votes(Instant at) {
        return change.round()
                .filter(round -> round.request().content().equals(change.content()))
                .map(round -> round.evaluate(at));
    }

    /** Whether those who must approve it came to this. */
    boolean have(Outcome outcome, Instant at) {
        return votes(at)
                .filter(evaluation -> evaluation.outcome() == outcome)
                .filter(evaluation -> outcome != Outcome.APPROVED || evaluation.stillHolds(change.content()))
                .isPresent();
    }

    ChangeEvent.Authorised authorised(Status to, String comment, Instant at) {
        Optional<Evaluation> votes = basis == Authorisation.Basis.VOTES ? votes(at) : Optional.empty();
        return new ChangeEvent.Authorised(
                to,
                comment,
                basis,
                change.content(),
                votes.flatMap(Evaluation::validUntil),
                votes.map(Evaluation::isReviewDue).orElse(false));
    }
}
