package org.itsmkit.change;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.approval.ApprovalRequest;
import org.itsmkit.approval.Delegation;
import org.itsmkit.approval.Vote;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of a change that others must approve. */
public sealed interface ApprovalCommand extends ChangeCommand {

    /** Ask those who must approve it, of what it is now; votes on what it was before count no more. */
    record Submit() implements ApprovalCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.SUBMIT;
        }

        @Override
        public Needs needs(Change change) {
            return Grounds.step(change).map(step -> Asking.needs(step.rule())).orElse(Needs.none());
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            Optional<ApprovalStep> step = Grounds.step(change);
            if (step.isEmpty()) {
                return left(context.refuse(Violation.of(
                        "approval.nobody-is-asked",
                        "Nobody is asked about such a change: whoever may authorise it does so alone.")));
            }
            Either<Rejection, ApprovalRequest> asked = Asking.of(change, step.get(), context);
            return asked.mapLeft(refusal ->
                            new Rejection(refusal.reason(), Optional.of(context.self()), refusal.violations()))
                    .map(request -> List.of(new ApprovalEvent.Submitted(context.destination(), request)));
        }
    }

    /**
     * Say yes or no to it, or neither, as one of those who were asked; for those too for whom one stands in.
     *
     * @param authority in which of those that were asked, by its name
     * @param comment may be empty
     */
    record CastVote(String authority, Vote.Choice choice, String comment) implements ApprovalCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.VOTE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("comment", comment, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return Polling.of(change, authority, context).flatMap(polling -> polling.cast(choice, comment));
        }
    }

    /**
     * Write down how those voted who met, each for themselves. Votes that do not count are left out: of whom nothing was asked, whose own it
     * is, who voted before. If none counts, that is refused.
     *
     * @param authority as which they met
     * @param content the digest of what they talked about, see {@link Change#content()}; by {@link Keys#requireCode}
     * @param votes what each of them said, once; at most {@value #MOST}
     * @param comment of their talk; may be empty
     */
    record TakeVotes(String authority, String content, Map<PersonId, Vote.Choice> votes, String comment)
            implements ApprovalCommand {

        /** The most votes that are taken at a time. */
        public static final int MOST = 500;

        public TakeVotes {
            Keys.requireCode(content, "content");
            votes = Map.copyOf(votes);
        }

        @Override
        public Action action() {
            return ChangeLifecycle.TAKE_VOTES;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("comment", comment, TicketCommand.NOTE_LENGTH)
                    .require(
                            !votes.isEmpty() && votes.size() <= MOST,
                            "list.too-long",
                            "votes",
                            "Votes are taken of 1 to " + MOST + " people at a time.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return Polling.of(change, authority, context).flatMap(polling -> polling.take(votes, content, comment));
        }
    }

    /**
     * Let somebody else vote in one's place, from now on and in this round alone. One may still vote oneself.
     *
     * @param to who may; not oneself
     * @param untilExclusive until when
     */
    record Delegate(PersonId to, Instant untilExclusive) implements ApprovalCommand {
        public Delegate {
            untilExclusive = Micros.truncate(untilExclusive);
        }

        @Override
        public Action action() {
            return ChangeLifecycle.DELEGATE;
        }

        @Override
        public Needs needs(Change change) {
            return Needs.person(to);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            !to.equals(context.caller().person()),
                            "delegation.to-oneself",
                            "to",
                            "Nobody stands in for themselves.")
                    .require(
                            context.at().isBefore(untilExclusive),
                            "delegation.over",
                            "untilExclusive",
                            "This would be over before it begins.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return Polling.open(change, context).flatMap(round -> {
                if (context.facts().person(to).isEmpty()) {
                    return left(context.refuse(Violation.of("delegation.to-nobody", "Nobody knows whom you name.")));
                }
                if (!hasAVote(round, context)) {
                    return left(context.refuse(Violation.of(
                            "delegation.without-vote",
                            "You are not among those who were asked, nor stand in for one.")));
                }
                if (Polling.excluded(change, round).contains(to)) {
                    return left(context.refuse(Violation.of(
                            "delegation.own-change", "Nobody votes on a change of their own, not even for others.")));
                }
                if (round.delegations().size() >= ApprovalRound.MOST_DELEGATIONS) {
                    return left(context.refuse(Violation.of("list.too-long", "There are too many delegations.")));
                }
                Delegation delegation = new Delegation(context.caller().person(), to, context.at(), untilExclusive);
                return right(TicketEvent.andMove(change, context, List.of(new ApprovalEvent.Delegated(delegation))));
            });
        }
    }

    private static boolean hasAVote(ApprovalRound round, Context context) {
        PersonId person = context.caller().person();
        boolean isAsked = round.request().electorates().stream()
                .anyMatch(electorate -> electorate.eligible().contains(person)
                        || electorate.veto().contains(person));
        return isAsked
                || !round.standIns()
                        .representedBy(person, context.at(), round.request().excluded())
                        .isEmpty();
    }

    /** Say that those who were asked have said no; it is said by itself once they have. */
    record Reject(String comment) implements ApprovalCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.REJECT;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("comment", comment, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ApprovalEvent.Rejected(context.destination(), comment)));
        }
    }

    /** Say that those who were asked did not answer in time; it is said by itself when the time is over. */
    record Expire() implements ApprovalCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.EXPIRE;
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ApprovalEvent.Expired(context.destination())));
        }
    }
}
