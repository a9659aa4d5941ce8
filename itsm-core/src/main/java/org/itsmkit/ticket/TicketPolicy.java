package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.RecordRef;

/** The rules that tickets of every kind begin with; rooms and hosts add theirs. */
public final class TicketPolicy {

    private static final String LINK_TARGET_EXISTS = "link-target-exists";

    private TicketPolicy() {}

    /** All of them. */
    public static <R extends Ticketed<R>> Policy<R> standard() {
        List<Rule<R>> rules = new ArrayList<>(List.<Rule<R>>of(
                timeGoesForward(),
                groupIsKnown(),
                assigneeIsKnown(),
                assigneeIsMemberOfGroup(),
                assignmentChanges(),
                escalationGroupIsKnown(),
                linkTargetExists(),
                linkMakesNoCycle(),
                linkIsTheOnlyOne(),
                mergedKeepsItsLink(),
                PeopleRules.requesterIsKnown(),
                PeopleRules.watcherIsKnown(),
                PeopleRules.acceptsWhatWasGiven(),
                PeopleRules.acceptsForOneself(),
                PeopleRules.handsBackWhatTheyHave(),
                PeopleRules.insidersSpeakToAll()));
        rules.addAll(WorkPolicy.rules());
        return new Policy<R>(rules);
    }

    /**
     * A rule that hosts may add, {@code hops-within-limit}: a ticket goes from one group to another {@code most} times at most; after
     * that, whoever has it keeps it, hands it to persons of the group, or takes it up to a manager. Tiers are groups like any others.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public static <R extends Ticketed<R>> Rule<R> hopsWithinLimit(int most) {
        return PeopleRules.hopsWithinLimit(most);
    }

    /** Nothing happens before what has happened already: clocks that ran on it would have been wrong. */
    static <R extends Ticketed<R>> Rule<R> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> p.record()
                        .map(r -> p.context().at().isBefore(r.ticket().updatedAt()))
                        .orElse(false),
                "This would have happened before the ticket's last change.");
    }

    /** A ticket is given only to a group that exists. */
    static <R extends Ticketed<R>> Rule<R> groupIsKnown() {
        return Rule.of(
                "group-is-known",
                Set.of(TicketAction.ASSIGN),
                p -> assign(p)
                        .flatMap(a ->
                                a.group().map(g -> p.context().facts().group(g).isEmpty()))
                        .orElse(false),
                "There is no such group.");
    }

    /** A ticket is given only to a person who exists. */
    static <R extends Ticketed<R>> Rule<R> assigneeIsKnown() {
        return Rule.of(
                "assignee-is-known",
                Set.of(TicketAction.ASSIGN),
                p -> assign(p)
                        .flatMap(a -> a.person()
                                .map(person ->
                                        p.context().facts().person(person).isEmpty()))
                        .orElse(false),
                "There is no such person.");
    }

    /** Who is given a ticket is a member of the group that is given it. */
    static <R extends Ticketed<R>> Rule<R> assigneeIsMemberOfGroup() {
        return Rule.of(
                "assignee-is-member-of-group",
                Set.of(TicketAction.ASSIGN),
                p -> assign(p)
                        .flatMap(a -> a.group()
                                .flatMap(g -> a.person().map(person -> {
                                    Context context = p.context();
                                    return context.facts().group(g).isPresent()
                                            && context.facts().person(person).isPresent()
                                            && !context.facts().isMember(person, g);
                                })))
                        .orElse(false),
                "The person is not a member of the group.");
    }

    /** To reassign is to give it to somebody else. */
    static <R extends Ticketed<R>> Rule<R> assignmentChanges() {
        return Rule.of(
                "assignment-changes",
                Set.of(TicketAction.ASSIGN),
                p -> assign(p)
                        .flatMap(a -> p.record()
                                .map(r -> a.group().equals(r.ticket().group())
                                        && a.person().equals(r.ticket().assignee())))
                        .orElse(false),
                "The ticket is theirs already.");
    }

    /** A ticket is escalated only to a group that exists. */
    static <R extends Ticketed<R>> Rule<R> escalationGroupIsKnown() {
        return Rule.of(
                "escalation-group-is-known",
                Set.of(TicketAction.ESCALATE),
                p -> p.intention(TicketCommand.EscalateTo.class)
                        .map(e -> p.context().facts().group(e.group()).isEmpty())
                        .orElse(false),
                "There is no such group.");
    }

    /** A link leads somewhere. */
    static <R extends Ticketed<R>> Rule<R> linkTargetExists() {
        return Rule.of(
                LINK_TARGET_EXISTS,
                Set.of(TicketAction.LINK),
                p -> link(p).map(l -> !p.context().facts().exists(l.target())).orElse(false),
                "There is no such record.");
    }

    /** Where a type of link allows no cycle, none comes about; nor does a ticket point at itself. */
    static <R extends Ticketed<R>> Rule<R> linkMakesNoCycle() {
        return Rule.of(
                "link-makes-no-cycle",
                Set.of(TicketAction.LINK),
                p -> link(p).map(l -> leadsBack(l, p)).orElse(false),
                "The link would lead back to the ticket itself.");
    }

    /** What is to fix it is not fixed by it. For kinds that are fixed. */
    public static <R extends Ticketed<R>> Rule<R> fixMakesNoCycle() {
        return Rule.of(
                "fix-makes-no-cycle",
                Set.of(FixingCommand.PLAN_FIX),
                p -> link(p).map(l -> leadsBack(l, p)).orElse(false),
                "What is to fix it is to be fixed by it.");
    }

    /** What is planned to fix it stays linked to it, or nobody would tell what became of it. */
    public static <R extends Fixable<R>> Rule<R> fixKeepsItsLink() {
        return Rule.of(
                "fix-keeps-its-link",
                Set.of(TicketAction.LINK),
                p -> letGo(p).flatMap(change -> p.record().flatMap(r -> Fix.of(r.fixes(), change)))
                        .map(state -> state == Fix.State.PLANNED)
                        .orElse(false),
                "The change is still to fix it.");
    }

    /** What was merged points at what goes on in its place, as long as it is merged; that is taken back by taking back the merger. */
    static <R extends Ticketed<R>> Rule<R> mergedKeepsItsLink() {
        return Rule.of(
                "merged-keeps-its-link",
                Set.of(TicketAction.LINK),
                p -> p.intention(TicketCommand.Unlink.class)
                        .filter(unlink -> unlink.type().equals(LinkType.DUPLICATE_OF))
                        .flatMap(unlink -> p.record()
                                .flatMap(r -> r.ticket().merger())
                                .map(merger -> merger.into().equals(unlink.target())))
                        .orElse(false),
                "It was merged into that one; take the merger back instead.");
    }

    /** To which change it is no longer to be linked as to what fixes it. */
    private static Optional<RecordRef> letGo(Proposal<?> proposal) {
        return proposal.intention(TicketCommand.Unlink.class)
                .filter(unlink -> unlink.type().equals(LinkType.FIXED_BY))
                .map(TicketCommand.Unlink::target)
                .or(() -> link(proposal)
                        .filter(pointing -> pointing.type().equals(LinkType.FIXED_BY))
                        .flatMap(Pointing::replaces));
    }

    private static <R extends Ticketed<R>> boolean leadsBack(Pointing link, Proposal<R> proposal) {
        RecordRef self = proposal.context().self();
        if (link.target().equals(self)) {
            return true;
        }
        boolean isRefusedAnyway = !proposal.context().facts().exists(link.target())
                && proposal.context().settings().applies(self.kind(), LINK_TARGET_EXISTS);
        // What a record that the caller may not know of leads to is not theirs to learn from a refusal: where links to
        // such records
        // are let through, those that allow no cycle are refused, whether there is such a record or not.
        if (!link.type().isAcyclic() || isRefusedAnyway) {
            return false;
        }
        // A chain that cannot be followed, too, cannot be shown to be free of cycles, so it is refused.
        return proposal.context()
                .facts()
                .ancestry(new Needs.Ancestry(link.type().value(), link.target()))
                .map(ancestry -> ancestry.contains(self))
                .orElse(true);
    }

    /** A ticket has one parent, and is a duplicate of one other, at most. */
    static <R extends Ticketed<R>> Rule<R> linkIsTheOnlyOne() {
        return Rule.of(
                "link-is-the-only-one",
                Set.of(TicketAction.LINK),
                p -> link(p).flatMap(l -> l.type()
                                .most()
                                .flatMap(most -> p.record().map(r -> {
                                    long others = r.ticket().links().stream()
                                            .filter(o ->
                                                    o.type().equals(l.type().value())
                                                            && !o.target().equals(l.target())
                                                            && !l.replaces().equals(Optional.of(o.target())))
                                            .count();
                                    return others >= most;
                                })))
                        .orElse(false),
                "The ticket has a link of this type already; take that away first.");
    }

    /** What goes on in the place of another is not over itself. For kinds whose lifecycle has rows for merging. */
    public static <R extends Ticketed<R>> Rule<R> mergeTargetIsNotOver() {
        return Rule.of(
                "merge-target-is-not-over",
                Set.of(TicketAction.MERGE),
                p -> p.intention(TicketMergeCommand.MergeInto.class)
                        .flatMap(m -> p.context().facts().record(m.target(), Ticketed.class))
                        .map(other -> ((Ticketed<?>) other).ticket().phase().isOver())
                        .orElse(false),
                "The other is over.");
    }

    /** Only what was merged is taken back. For kinds whose lifecycle has rows for merging. */
    public static <R extends Ticketed<R>> Rule<R> unmergesWhatWasMerged() {
        return Rule.of(
                "unmerges-what-was-merged",
                Set.of(TicketAction.UNMERGE),
                p -> p.record().map(r -> r.ticket().merger().isEmpty()).orElse(false),
                "It was not merged.");
    }

    private static Optional<TicketCommand.Assign<?>> assign(Proposal<?> proposal) {
        return proposal.intention(TicketCommand.Assign.class).map(a -> (TicketCommand.Assign<?>) a);
    }

    private static Optional<Pointing> link(Proposal<?> proposal) {
        return proposal.intention(Pointing.class);
    }
}
