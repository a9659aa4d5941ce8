package org.itsmkit.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Event;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.StandardFields;

/**
 * What runs from a ticket to those below it of the same kind, and between one and what is merged into it. Each is a reaction with a name
 * of its own, which begins with that of the kind, so that a tenant can switch it off. A child that refuses is told to the audit sink,
 * and what is below it is left alone then.
 *
 * <p>By default nothing runs down when a parent is closed, cancelled or reopened: its children are whatever they are.
 */
public final class TicketCascades {

    private static final Set<Phase> OPEN = Set.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING);
    private static final Set<Phase> NOT_OVER = Set.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED);

    private TicketCascades() {}

    /**
     * Those that make sense for every kind of ticket: {@code hold-children}, {@code resume-children}, {@code comment-to-children} and
     * those of merging.
     *
     * @param moves events of the room itself, besides those of every ticket, by which a ticket may cease to wait or come back to work
     */
    public static <R extends Ticketed<R>> List<Reaction<?, ?>> standard(
            Definition<R> kind, Set<? extends Class<?>> moves) {
        return List.of(
                Mergers.absorb(kind),
                hold(kind),
                resume(kind, Set.copyOf(moves)),
                comment(kind),
                Mergers.moveChildren(kind),
                Mergers.release(kind, Set.copyOf(moves)));
    }

    /**
     * With the parent, its open children: {@code name}, after events that are {@code when}.
     *
     * @param what what is to happen to each
     */
    public static <R extends Ticketed<R>> Reaction<R, R> toOpenChildren(
            Definition<R> kind,
            String name,
            Predicate<? super Event<R>> when,
            BiFunction<R, R, Optional<Command<R>>> what) {
        return new Cascade<>(
                kind,
                name,
                false,
                o -> when.test(o.event()) ? children(o, OPEN) : Targets.none(),
                (o, child) -> isChild(o, child) && child.ticket().phase().isOpen()
                        ? what.apply(o.record(), child)
                        : Optional.empty());
    }

    /** A parent's wait for some reasons is its children's too: for {@link org.itsmkit.kernel.Settings#holdCascades}. */
    private static <R extends Ticketed<R>> Reaction<R, R> hold(Definition<R> kind) {
        return new Cascade<>(
                kind,
                "hold-children",
                false,
                o -> waitsForAll(o) && waitsStill(o) ? children(o, OPEN) : Targets.none(),
                (o, child) -> o.record()
                        .ticket()
                        .hold()
                        .filter(hold -> isChild(o, child) && mayHold(o, child))
                        .map(hold -> new TicketFamilyCommand.HoldWith<>(o.source(), hold.reason(), hold.note())));
    }

    private static boolean waitsForAll(Occasion<?> occasion) {
        return occasion.event() instanceof TicketEvent.Held<?> held
                && occasion.settings().holdCascades(held.hold().reason());
    }

    /** Not where it went on before all its children were told, or waits for something else by now: that runs down too. */
    private static <R extends Ticketed<R>> boolean waitsStill(Occasion<R> occasion) {
        return occasion.record()
                .ticket()
                .hold()
                .map(Hold::reason)
                .equals(occasion.now().ticket().hold().map(Hold::reason));
    }

    /** What waits for something of its own goes on doing so. */
    private static <R extends Ticketed<R>> boolean mayHold(Occasion<R> occasion, R child) {
        Ticket ticket = child.ticket();
        return ticket.phase() == Phase.WAITING
                ? isHeldWith(occasion, child)
                : ticket.phase().isOpen();
    }

    private static <R extends Ticketed<R>> boolean isHeldWith(Occasion<R> occasion, R child) {
        return child.ticket().hold().flatMap(Hold::with).equals(Optional.of(occasion.source()));
    }

    /**
     * When the parent goes on, or is over, or waits for something of its own alone, those that wait with it go on; so does one that is
     * taken away from it.
     */
    private static <R extends Ticketed<R>> Reaction<R, R> resume(Definition<R> kind, Set<Class<?>> ends) {
        return new Cascade<>(
                kind,
                "resume-children",
                false,
                o -> leaves(o)
                        ? Targets.one(o.source().id())
                        : ceasesToWait(o, ends) ? children(o, Set.of(Phase.WAITING)) : Targets.none(),
                (o, child) -> leaves(o) || isHeldWith(o, child)
                        ? Optional.of(new TicketCommand.Resume<>())
                        : Optional.empty());
    }

    /** Whether it is below that no longer with which it waits. */
    private static <R extends Ticketed<R>> boolean leaves(Occasion<R> occasion) {
        return occasion.event() instanceof TicketEvent.Unlinked<R> unlinked
                && unlinked.link().type().equals(LinkType.PARENT.value())
                && occasion.now()
                        .ticket()
                        .hold()
                        .flatMap(Hold::with)
                        .equals(Optional.of(unlinked.link().target()));
    }

    private static <R extends Ticketed<R>> boolean ceasesToWait(Occasion<R> occasion, Set<Class<?>> ends) {
        Event<R> event = occasion.event();
        if (event instanceof TicketEvent.Held<R>) {
            return !waitsForAll(occasion);
        }
        boolean moves = event instanceof TicketEvent.Moved<R>
                || event instanceof TicketEvent.Migrated<R>
                || event instanceof TicketMergeEvent.MergedInto<R>
                || ends.contains(event.getClass());
        return moves
                && occasion.record().ticket().phase() != Phase.WAITING
                && occasion.now().ticket().phase() != Phase.WAITING;
    }

    /** What is said to all is said to those below. */
    private static <R extends Ticketed<R>> Reaction<R, R> comment(Definition<R> kind) {
        return new Cascade<>(
                kind,
                "comment-to-children",
                false,
                o -> isToBePassedOn(o) ? children(o, NOT_OVER) : Targets.none(),
                TicketCascades::commentOn);
    }

    /** What has come back to where it was said, round a circle that a tenant without the rule against them has, goes no further. */
    private static boolean isToBePassedOn(Occasion<?> occasion) {
        return occasion.event() instanceof TicketFamilyEvent.CommentedToAll<?> comment
                && !comment.from().equals(Optional.of(occasion.source()));
    }

    private static <R extends Ticketed<R>> Optional<Command<R>> commentOn(Occasion<R> occasion, R child) {
        if (!(occasion.event() instanceof TicketFamilyEvent.CommentedToAll<R> comment)
                || !isChild(occasion, child)
                || child.ticket().phase().isOver()) {
            return Optional.empty();
        }
        return Optional.of(new TicketFamilyCommand.CommentToAll<>(
                comment.text(), Optional.of(comment.from().orElse(occasion.source()))));
    }

    static <R extends Ticketed<R>> Targets children(Occasion<R> occasion, Collection<Phase> phases) {
        return Targets.matching(LinkType.PARENT
                .to(occasion.source())
                .and(Condition.in(
                        StandardFields.PHASE,
                        phases.stream()
                                .map(phase -> FieldValue.text(phase.name()))
                                .toList())));
    }

    static <R extends Ticketed<R>> boolean isChild(Occasion<R> occasion, R child) {
        return child.ticket().isLinked(LinkType.PARENT, occasion.source());
    }
}
