package org.itsmkit.ticket;

import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/** The rules about who asked for a ticket, who takes it, who gives it back and who watches it. */
final class PeopleRules {

    private PeopleRules() {}

    /** A ticket is only somebody's who exists. */
    static <R extends Ticketed<R>> Rule<R> requesterIsKnown() {
        return Rule.of(
                "requester-is-known",
                Set.of(),
                p -> p.intention(NamesRequester.class)
                        .flatMap(NamesRequester::namedRequester)
                        .map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "There is no such requester.");
    }

    /** Only who exists can be told. */
    static <R extends Ticketed<R>> Rule<R> watcherIsKnown() {
        return Rule.of(
                "watcher-is-known",
                Set.of(TicketAction.WATCH),
                p -> p.intention(TicketPeopleCommand.Watch.class)
                        .map(w -> p.context().facts().person(w.person()).isEmpty())
                        .orElse(false),
                "There is no such person to watch it.");
    }

    /** Nobody takes a ticket in another's name, unless they act for them. */
    static <R extends Ticketed<R>> Rule<R> acceptsForOneself() {
        return Rule.of(
                "accepts-for-oneself",
                Set.of(TicketAction.ACCEPT),
                p -> accept(p)
                        .map(a ->
                                !p.context().caller().isSystem() && !a.person().equals(principal(p)))
                        .orElse(false),
                "A ticket is accepted by who takes it.");
    }

    /** What is taken was given to the person, or to a group of theirs and nobody in particular. */
    static <R extends Ticketed<R>> Rule<R> acceptsWhatWasGiven() {
        return Rule.of(
                "accepts-what-was-given",
                Set.of(TicketAction.ACCEPT),
                p -> p.record().map(r -> isOthers(r.ticket(), p)).orElse(false),
                "The ticket was given neither to the person nor to a group of theirs.");
    }

    private static boolean isOthers(Ticket ticket, Proposal<?> proposal) {
        Optional<TicketPeopleCommand.Accept<?>> accept = accept(proposal);
        if (ticket.assignee().isPresent()) {
            Optional<PersonId> taker = proposal.context().caller().isSystem()
                    ? accept.map(TicketPeopleCommand.Accept::person)
                    : Optional.of(principal(proposal));
            return !ticket.assignee().equals(taker);
        }
        // Who is in the group is known only when somebody takes it; until then it is open to all.
        return ticket.group()
                .map(group -> accept.map(a -> !proposal.context().facts().isMember(a.person(), group))
                        .orElse(false))
                .orElse(true);
    }

    /** Only who has a ticket gives it back. */
    static <R extends Ticketed<R>> Rule<R> handsBackWhatTheyHave() {
        return Rule.of(
                "hands-back-what-they-have",
                Set.of(TicketAction.HAND_BACK),
                p -> p.record()
                        .map(r -> r.ticket()
                                .assignee()
                                .map(person -> !p.context().caller().isSystem() && !person.equals(principal(p)))
                                .orElse(true))
                        .orElse(false),
                "Only who has the ticket gives it back.");
    }

    /** What is said to everybody below a ticket reaches people whom its own requester knows nothing of. */
    static <R extends Ticketed<R>> Rule<R> insidersSpeakToAll() {
        return Rule.of(
                "insiders-speak-to-all",
                Set.of(TicketAction.COMMENT),
                p -> p.intention(TicketFamilyCommand.CommentToAll.class)
                        .filter(comment -> comment.from().isEmpty())
                        .map(comment -> !p.context().facts().readsInternal())
                        .orElse(false),
                "Only who may read what is internal speaks to all below the ticket.");
    }

    static <R extends Ticketed<R>> Rule<R> hopsWithinLimit(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("most must not be negative, and is " + most);
        }
        return Rule.of(
                "hops-within-limit",
                Set.of(TicketAction.ASSIGN, TicketAction.ESCALATE, TicketAction.DE_ESCALATE),
                p -> p.record()
                        .flatMap(r -> toGroup(p, r.ticket())
                                .map(to -> r.ticket().groupHops() >= most
                                        && r.ticket()
                                                .lastGroup()
                                                .map(last -> !last.equals(to))
                                                .orElse(false)))
                        .orElse(false),
                "The ticket has gone from group to group often enough.");
    }

    private static Optional<GroupId> toGroup(Proposal<?> proposal, Ticket ticket) {
        Optional<GroupId> assigned = proposal.intention(TicketCommand.Assign.class)
                .map(a -> (TicketCommand.Assign<?>) a)
                .flatMap(TicketCommand.Assign::group);
        return assigned.or(() -> proposal.intention(TicketCommand.EscalateTo.class)
                        .map(e -> (TicketCommand.EscalateTo<?>) e)
                        .map(TicketCommand.EscalateTo::group))
                .or(() -> proposal.intention(TierCommand.class)
                        .map(t -> (TierCommand<?>) t)
                        .flatMap(t -> t.group(ticket, proposal.context().settings())));
    }

    private static Optional<TicketPeopleCommand.Accept<?>> accept(Proposal<?> proposal) {
        return proposal.intention(TicketPeopleCommand.Accept.class).map(a -> (TicketPeopleCommand.Accept<?>) a);
    }

    /** The caller, or for whom the caller acts. */
    private static PersonId principal(Proposal<?> proposal) {
        Caller caller = proposal.context().caller();
        return caller.onBehalfOf().orElse(caller.person());
    }
}
