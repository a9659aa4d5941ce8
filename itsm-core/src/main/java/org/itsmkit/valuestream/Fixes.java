package org.itsmkit.valuestream;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.itsmkit.change.Change;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.Fixable;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.FixingEvent;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;

/** What follows for whatever is to be fixed, of any kind, from the changes that are to fix it. */
final class Fixes {

    /** What a record says that is over because of its changes. */
    static final String ALL_DONE = "All changes that were to fix it are done.";

    private Fixes() {}

    /** Tells what a change was to fix what became of it: done when it is over, failed when it was given up. */
    static <R extends Fixable<R>> Reaction<Change, R> noted(
            String name, Definition<Change> changes, Definition<R> kind) {
        return new Following<>(
                name,
                changes,
                kind,
                o -> ended(o).isPresent() ? Targets.matching(LinkType.FIXED_BY.to(o.source())) : Targets.none(),
                (o, record) -> news(o, Fix.of(record.fixes(), o.source()))
                        .map(state -> new FixingCommand.NoteFix<>(o.source(), state)));
    }

    /** Ends what was fixed by all changes that were to fix it, where it is {@code ready} for that. */
    static <R extends Fixable<R>> Reaction<R, R> done(
            String name, Definition<R> kind, Predicate<R> ready, Function<String, Command<R>> end) {
        Predicate<R> isFixed = record -> ready.test(record) && Fix.areDone(record.fixes());
        return new Following<>(
                name,
                kind,
                kind,
                o -> o.event() instanceof FixingEvent.FixNoted && isFixed.test(o.record())
                        ? Targets.one(o.source().id())
                        : Targets.none(),
                (o, record) -> isFixed.test(record) ? Optional.of(end.apply(ALL_DONE)) : Optional.empty());
    }

    /** What became of a change, if it ended just now: it was done if what was wanted is there, and failed if it was undone or given up. */
    static Optional<Fix.State> ended(Occasion<Change> occasion) {
        Ticket ticket = occasion.record().ticket();
        if (!ticket.closedAt().equals(Optional.of(ticket.updatedAt()))) {
            return Optional.empty();
        }
        // What was closed without anybody saying how it went, as by a migration, is taken to have gone well.
        boolean wentWell =
                occasion.record().outcome().map(ChangeOutcome::isSuccess).orElse(true);
        return Optional.of(ticket.phase() == Phase.CLOSED && wentWell ? Fix.State.DONE : Fix.State.FAILED);
    }

    private static Optional<Fix.State> news(Occasion<Change> occasion, Optional<Fix.State> before) {
        return ended(occasion).filter(now -> before.isPresent() && !before.equals(Optional.of(now)));
    }
}
