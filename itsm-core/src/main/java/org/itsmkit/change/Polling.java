package org.itsmkit.change;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.approval.Vote;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketEvent;

/**
 * Takes votes on a change, and refuses those that would not count: whoever votes learns at once that it was in vain, and why.
 *
 * @param authority one that was asked
 */
record Polling(Change change, ApprovalRound round, String authority, Context context) {

    /** A round of approval that was asked for what the change is now. */
    static Either<Rejection, ApprovalRound> open(Change change, Context context) {
        Optional<ApprovalRound> round = change.round();
        if (round.isEmpty()) {
            return left(context.refuse(Violation.of("approval.not-asked", "Nobody was asked to approve it.")));
        }
        if (!round.get().request().content().equals(change.content())) {
            return left(context.refuse(Violation.of(
                    "approval.content-changed",
                    "It is not what was to be approved: approval must be asked for anew.")));
        }
        if (context.at().isBefore(round.get().lastSaidAt())) {
            return left(context.refuse(
                    Violation.of("approval.out-of-order", "Something was said in this approval later than that.")));
        }
        return right(round.get());
    }

    static Either<Rejection, Polling> of(Change change, String authority, Context context) {
        return open(change, context).flatMap(round -> {
            boolean isAsked = round.request().rule().authorities().stream()
                    .anyMatch(asked -> asked.name().equals(authority));
            return isAsked
                    ? right(new Polling(change, round, authority, context))
                    : left(context.refuse(Violation.of(
                            "approval.unknown-authority", "Nobody of that name was asked to approve it.")));
        });
    }

    /** Who has no say in it: whose own it was when it was asked for, and whose it is now. */
    static Set<PersonId> excluded(Change change, ApprovalRound round) {
        Set<PersonId> excluded = Asking.own(change);
        excluded.addAll(round.request().excluded());
        return excluded;
    }

    /** The vote of the caller. */
    Either<Rejection, List<Event<Change>>> cast(Vote.Choice choice, String comment) {
        PersonId by = context.caller().person();
        Set<PersonId> excluded = excluded(change, round);
        if (context.caller().onBehalfOf().filter(excluded::contains).isPresent()) {
            return left(context.refuse(refusal(Evaluation.Reason.EXCLUDED)));
        }
        Set<PersonId> others = new HashSet<>(round.standIns().representedBy(by, context.at(), excluded));
        context.caller().onBehalfOf().filter(other -> !other.equals(by)).ifPresent(others::add);
        Vote vote = new Vote(authority, by, others, choice, change.content(), context.at());
        return objection(vote)
                .<Either<Rejection, List<Event<Change>>>>map(reason -> left(context.refuse(refusal(reason))))
                .orElseGet(() -> voted(List.of(new Ballot(vote, comment))));
    }

    /** The votes of some who met, in the order of their ids. */
    Either<Rejection, List<Event<Change>>> take(Map<PersonId, Vote.Choice> votes, String content, String comment) {
        List<Ballot> said = votes.keySet().stream()
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> new Ballot(
                        Vote.of(
                                authority,
                                person,
                                votes.getOrDefault(person, Vote.Choice.ABSTAIN),
                                content,
                                context.at()),
                        comment))
                .toList();
        // All at once: each of many votes counted with all before it would take a long time.
        Map<Vote, Evaluation.Reason> reasons =
                objections(said.stream().map(Ballot::vote).toList());
        List<Ballot> taken = said.stream()
                .filter(ballot -> !reasons.containsKey(ballot.vote()))
                .toList();
        Optional<Evaluation.Reason> last = said.stream()
                .flatMap(ballot -> Optional.ofNullable(reasons.get(ballot.vote())).stream())
                .reduce((first, second) -> second);
        return taken.isEmpty() && last.isPresent() ? left(context.refuse(refusal(last.get()))) : voted(taken);
    }

    private Either<Rejection, List<Event<Change>>> voted(List<Ballot> ballots) {
        if (round.ballots().size() + ballots.size() > ApprovalRound.MOST_BALLOTS) {
            return left(context.refuse(Violation.of(
                    "list.too-long",
                    "No more than " + ApprovalRound.MOST_BALLOTS + " votes are kept of one approval.")));
        }
        return right(TicketEvent.andMove(
                change, context, ballots.stream().map(ApprovalEvent.Voted::new).toList()));
    }

    private Optional<Evaluation.Reason> objection(Vote vote) {
        return Optional.ofNullable(objections(List.of(vote)).get(vote));
    }

    /** Why some of these, cast one after the other, would not count; those that would are not in it. */
    private Map<Vote, Evaluation.Reason> objections(List<Vote> cast) {
        Set<PersonId> excluded = excluded(change, round);
        Map<Vote, Evaluation.Reason> reasons = new IdentityHashMap<>();
        List<Vote> votes = new ArrayList<>(round.votes());
        for (Vote vote : cast) {
            if (excluded.contains(vote.by())) {
                reasons.put(vote, Evaluation.Reason.EXCLUDED);
            } else {
                votes.add(vote);
            }
        }
        round.evaluate(votes, context.at())
                .uncounted()
                .forEach(uncounted -> reasons.put(uncounted.vote(), uncounted.reason()));
        return reasons;
    }

    private static Violation refusal(Evaluation.Reason reason) {
        String sentence = switch (reason) {
            case OTHER_CONTENT -> "It is not what was voted on.";
            case EXCLUDED -> "Nobody votes on a change of their own.";
            case DECIDED -> "It is decided already.";
            case EXPIRED -> "The time to vote is over.";
            case NOT_ELIGIBLE -> "You are not among those who were asked.";
            case NOT_OPEN -> "It is not their turn yet.";
            case VOTED_BEFORE -> "A vote is final.";
        };
        return Violation.of("vote." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), sentence);
    }
}
