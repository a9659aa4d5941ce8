package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/** What merging asks for, and what follows from it on other tickets. */
final class Mergers {

    private Mergers() {}

    /** Whether it is of a kind that goes over to the other: not what has its own place in a tree or a merger. */
    static boolean isCarried(Link link) {
        LinkType type = LinkType.of(link.type());
        return type.most().isEmpty();
    }

    /** Whether {@code from}'s link would lead to {@code target}, where its type forbids that, or may do so for all that can be told. */
    static boolean leadsTo(Link link, RecordRef target, Context context) {
        return LinkType.of(link.type()).isAcyclic() && leads(link.type(), link.target(), target, context);
    }

    private static boolean leads(String type, RecordRef start, RecordRef to, Context context) {
        return context.facts()
                .ancestry(new Needs.Ancestry(type, start))
                .map(ancestry -> ancestry.contains(to))
                .orElse(true);
    }

    /** What no policy can allow of merging {@code ticket} into {@code other}. */
    static List<Violation> objections(Ticket ticket, Ticket other, RecordRef target, Context context) {
        List<Violation> violations = new ArrayList<>();
        require(violations, ticket.merger().isEmpty(), "merge.already", "It was merged already.");
        require(violations, other.merger().isEmpty(), "merge.target-is-merged", "The other was merged itself.");
        boolean isDuplicateOfAnother = ticket.links().stream()
                .anyMatch(link -> link.type().equals(LinkType.DUPLICATE_OF.value())
                        && !link.target().equals(target));
        require(
                violations,
                !isDuplicateOfAnother,
                "merge.duplicate-of-another",
                "It is a duplicate of another ticket; take that link away first.");
        require(
                violations,
                !leads(LinkType.DUPLICATE_OF.value(), target, context.self(), context),
                "merge.makes-a-cycle",
                "The other is a duplicate of this one.");
        require(
                violations,
                !leads(LinkType.PARENT.value(), target, context.self(), context),
                "merge.target-is-below",
                "The other is below this one.");
        int most = Ticket.MAX_DUPLICATES - 1 - ticket.duplicates().size();
        require(
                violations,
                other.duplicates().size() <= most,
                "merge.too-many",
                "At most " + Ticket.MAX_DUPLICATES + " tickets are merged into one.");
        boolean hasRoom = ticket.links().size() < Ticket.MAX_LINKS || ticket.isLinked(LinkType.DUPLICATE_OF, target);
        require(violations, hasRoom, "link.too-many", "A ticket has at most " + Ticket.MAX_LINKS + " links.");
        return violations;
    }

    private static void require(List<Violation> violations, boolean holds, String code, String sentence) {
        if (!holds) {
            violations.add(Violation.of(code, sentence));
        }
    }

    static Violation notMerged() {
        return Violation.of("merge.not-merged", "It was not merged.");
    }

    /** The other goes on in its place. A merger that it cannot take part in does not come about. */
    static <R extends Ticketed<R>> Reaction<R, R> absorb(Definition<R> kind) {
        return new Cascade<>(
                kind,
                "absorb-duplicate",
                true,
                o -> o.event() instanceof TicketMergeEvent.MergedInto<R> merged
                        ? Targets.one(merged.into().into().id())
                        : Targets.none(),
                (o, target) -> {
                    if (!(o.event() instanceof TicketMergeEvent.MergedInto<R> merged)) {
                        return Optional.empty();
                    }
                    List<Duplicate> duplicates = new ArrayList<>();
                    duplicates.add(Duplicate.of(o.source(), o.record().ticket()));
                    duplicates.addAll(o.record().ticket().duplicates());
                    return Optional.of(new Absorb<>(duplicates, merged.carried()));
                });
    }

    /**
     * The other no longer does, nor do those that it was merged into itself.
     *
     * @param moves events of the room itself by which a ticket may come back to work
     */
    static <R extends Ticketed<R>> Reaction<R, R> release(Definition<R> kind, Set<Class<?>> moves) {
        return new Cascade<>(
                kind,
                "release-duplicate",
                false,
                o -> remembering(o, moves).map(other -> Targets.one(other.id())).orElse(Targets.none()),
                (o, target) -> Optional.of(released(o))
                        .filter(refs -> target.ticket().duplicates().stream().anyMatch(d -> refs.contains(d.ref())))
                        .map(Release::new));
    }

    /** Which other may remember what goes on by itself since this event. */
    private static <R extends Ticketed<R>> Optional<RecordRef> remembering(Occasion<R> occasion, Set<Class<?>> moves) {
        Event<R> event = occasion.event();
        Ticket ticket = occasion.record().ticket();
        if (event instanceof TicketMergeEvent.Unmerged<R> unmerged) {
            return Optional.of(unmerged.from().into());
        }
        if (event instanceof TicketMergeEvent.LetGo<R>) {
            return ticket.merger().map(Merger::into);
        }
        boolean isBack = ticket.phase().isOpen()
                && (event instanceof TicketEvent.Moved<R>
                        || event instanceof TicketEvent.Migrated<R>
                        || moves.contains(event.getClass()));
        return ticket.links().stream()
                .filter(link -> isBack && link.type().equals(LinkType.DUPLICATE_OF.value()))
                .map(Link::target)
                .filter(other -> other.kind().equals(occasion.source().kind()))
                .findFirst();
    }

    private static <R extends Ticketed<R>> Set<RecordRef> released(Occasion<R> occasion) {
        if (occasion.event() instanceof TicketMergeEvent.LetGo<R> letGo) {
            return letGo.duplicates();
        }
        Set<RecordRef> refs = new HashSet<>(Set.of(occasion.source()));
        occasion.record().ticket().duplicates().forEach(duplicate -> refs.add(duplicate.ref()));
        return refs;
    }

    /** What was below it is below the other. */
    static <R extends Ticketed<R>> Reaction<R, R> moveChildren(Definition<R> kind) {
        return new Cascade<>(
                kind,
                "move-children-of-duplicate",
                false,
                o -> o.event() instanceof TicketMergeEvent.MergedInto<R>
                        ? TicketCascades.children(o, Set.of(Phase.values()))
                        : Targets.none(),
                (o, child) -> o.event() instanceof TicketMergeEvent.MergedInto<R> merged
                                && TicketCascades.isChild(o, child)
                        ? Optional.of(new TicketFamilyCommand.PointInstead<>(
                                LinkType.PARENT, o.source(), merged.into().into()))
                        : Optional.empty());
    }

    /** Go on in the place of these. Only ever given by the system. */
    record Absorb<R extends Ticketed<R>>(List<Duplicate> duplicates, Set<Link> carried) implements Command<R> {
        @Override
        public Action action() {
            return TicketAction.LINK;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Ticket ticket = record.ticket();
            List<Duplicate> unknown = duplicates.stream()
                    .filter(duplicate -> ticket.duplicates().stream()
                            .noneMatch(known -> known.ref().equals(duplicate.ref())))
                    .toList();
            Set<Link> links = new HashSet<>(carried);
            links.removeAll(ticket.links());
            if (ticket.links().size() + links.size() > Ticket.MAX_LINKS) {
                return left(context.refuse(
                        Violation.of("link.too-many", "A ticket has at most " + Ticket.MAX_LINKS + " links.")));
            }
            return right(TicketEvent.andMove(record, context, List.of(new TicketMergeEvent.TookIn<R>(unknown, links))));
        }
    }

    /**
     * Go on in the place of these no longer. Only ever given by the system, in whatever status: it moves nothing, and one that is over
     * may have to forget too.
     */
    record Release<R extends Ticketed<R>>(Set<RecordRef> refs) implements Command<R> {
        @Override
        public Action action() {
            return TicketAction.LINK;
        }

        @Override
        public boolean ignoresLifecycle() {
            return true;
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return right(List.of(new TicketMergeEvent.LetGo<R>(refs)));
        }
    }
}
