package org.itsmkit.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.itsmkit.approval.ApprovalRequest;
import org.itsmkit.approval.Delegation;
import org.itsmkit.approval.Delegations;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.approval.Outcome;
import org.itsmkit.approval.Vote;

/**
 * One time that approval of a change was asked for, with what came of it. When the change is planned anew, it is over and forgotten; the
 * journal has it still.
 *
 * @param request what was asked, of whom
 * @param ballots in the order in which they were cast; at most {@value #MOST_BALLOTS}
 * @param delegations who stands in for whom; at most {@value #MOST_DELEGATIONS}
 */
public record ApprovalRound(ApprovalRequest request, List<Ballot> ballots, List<Delegation> delegations) {

    /** The most votes of one round. */
    public static final int MOST_BALLOTS = 2_000;

    /** The most delegations of one round. */
    public static final int MOST_DELEGATIONS = 200;

    public ApprovalRound {
        Objects.requireNonNull(request, "request");
        ballots = List.copyOf(ballots);
        delegations = List.copyOf(delegations);
    }

    static ApprovalRound begun(ApprovalRequest request) {
        return new ApprovalRound(request, List.of(), List.of());
    }

    ApprovalRound with(Ballot ballot) {
        List<Ballot> more = new ArrayList<>(ballots);
        more.add(ballot);
        return new ApprovalRound(request, more, delegations);
    }

    ApprovalRound with(Delegation delegation) {
        List<Delegation> more = new ArrayList<>(delegations);
        more.add(delegation);
        return new ApprovalRound(request, ballots, more);
    }

    /** Its votes, in the order in which they were cast. */
    public List<Vote> votes() {
        return ballots.stream().map(Ballot::vote).toList();
    }

    /** What its votes come to at {@code at}, or when it was asked for if that is later. */
    public Evaluation evaluate(Instant at) {
        return evaluate(votes(), at);
    }

    Evaluation evaluate(List<Vote> votes, Instant at) {
        return request.evaluate(votes, at.isBefore(request.askedAt()) ? request.askedAt() : at);
    }

    /** Whether votes could still change what comes of it at {@code at}. */
    public boolean isOpen(Instant at) {
        return evaluate(at).outcome() == Outcome.PENDING;
    }

    Delegations standIns() {
        return new Delegations(delegations);
    }

    /** When something was last said in it. */
    Instant lastSaidAt() {
        return ballots.isEmpty()
                ? request.askedAt()
                : ballots.get(ballots.size() - 1).vote().at();
    }
}
