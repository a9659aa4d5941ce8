package org.itsmkit.servicelevel;

import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Preview;
import org.itsmkit.engine.Records;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Ticketed;

/**
 * Asks anew what is promised of tickets, after agreements or service hours have changed: on request alone, each ticket in a commit of its
 * own, and reported as a difference. Until then tickets go on under what was promised to them. The caller must be permitted to
 * {@code recompute-clocks}.
 *
 * @param <R> the record that is a ticket
 */
public final class Recomputation<R extends Ticketed<R>> {

    private final Records<R> tickets;

    /** One of tickets of a kind that {@linkplain ServiceLevelManagement#on has service levels}. */
    public Recomputation(Records<R> tickets) {
        this.tickets = Objects.requireNonNull(tickets, "tickets");
    }

    /**
     * What came of one ticket.
     *
     * @param ticket its id
     * @param number what people call it
     * @param changes what became of its clocks, or would; none if nothing does
     * @param refusal why it was left as it is, if it was
     */
    public record Outcome(RecordId ticket, String number, List<ClockChange> changes, Optional<Rejection> refusal) {
        public Outcome {
            changes = List.copyOf(changes);
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * How many tickets were gone through.
     *
     * @param tickets all of them
     * @param changed those whose clocks changed, or would
     * @param refused those that were left as they are
     */
    public record Tally(long tickets, long changed, long refused) {
        private Tally and(Outcome outcome) {
            return new Tally(
                    tickets + 1,
                    changed + (outcome.changes().isEmpty() ? 0 : 1),
                    refused + (outcome.refusal().isPresent() ? 1 : 0));
        }
    }

    /**
     * Says what would become of the tickets that the caller sees and {@code which} holds of. Stores nothing.
     *
     * @param report is told of every ticket that would change, or would be refused
     */
    public Tally preview(Caller caller, Condition which, Consumer<Outcome> report) {
        return each(caller, which, report, ticket -> previewed(caller, ticket));
    }

    /**
     * Does it to the tickets that the caller sees and {@code which} holds of. Safe to be done again: what is in step stays as it is.
     *
     * @param report is told of every ticket that changed, or was refused
     */
    public Tally carryOut(Caller caller, Condition which, Consumer<Outcome> report) {
        return each(caller, which, report, ticket -> carriedOut(caller, ticket));
    }

    private Tally each(Caller caller, Condition which, Consumer<Outcome> report, Function<Stored<R>, Outcome> step) {
        Tally tally = new Tally(0, 0, 0);
        Query query = Query.where(which).limit(Query.MAX_LIMIT);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Stored<R>> page = tickets.query(caller, next.map(query::after).orElse(query));
            for (Stored<R> ticket : page.items()) {
                Outcome outcome = step.apply(ticket);
                tally = tally.and(outcome);
                if (!outcome.changes().isEmpty() || outcome.refusal().isPresent()) {
                    report.accept(outcome);
                }
            }
            next = page.next();
        } while (next.isPresent());
        return tally;
    }

    private Outcome previewed(Caller caller, Stored<R> ticket) {
        Either<Rejection, Preview> preview = tickets.preview(caller, ticket.id(), new ClockCommand.Recompute<>());
        List<ClockChange> changes = preview.map(seen -> seen.changes().stream()
                        .filter(change -> change.record().id().equals(ticket.id())
                                && change.record()
                                        .kind()
                                        .equals(tickets.definition().name()))
                        .findFirst()
                        .map(change -> changes(ticket, change))
                        .orElse(List.of()))
                .getOrElse(List.of());
        return outcome(ticket, changes, preview.isLeft() ? Optional.of(preview.getLeft()) : Optional.empty());
    }

    private List<ClockChange> changes(Stored<R> ticket, Preview.Change<?> change) {
        Class<R> type = tickets.definition().kind().type();
        R before = change.before().map(type::cast).orElse(ticket.record());
        return ClockChange.between(before.ticket(), type.cast(change.after()).ticket());
    }

    private Outcome carriedOut(Caller caller, Stored<R> ticket) {
        Stored<R> before = ticket;
        for (int attempt = 1; ; attempt++) {
            Either<Rejection, Stored<R>> done = tickets.submit(
                    caller, before.id(), new ClockCommand.Recompute<>(), Options.expecting(before.version()));
            boolean isQuicker = done.isLeft() && done.getLeft().reason() == Rejection.Reason.CONFLICT;
            Optional<Stored<R>> again =
                    isQuicker && attempt < 20 ? tickets.find(caller, before.id()) : Optional.empty();
            if (again.isEmpty()) {
                R was = before.record();
                return outcome(
                        before,
                        done.map(after -> ClockChange.between(
                                        was.ticket(), after.record().ticket()))
                                .getOrElse(List.of()),
                        done.isLeft() ? Optional.of(done.getLeft()) : Optional.empty());
            }
            before = again.get();
        }
    }

    private Outcome outcome(Stored<R> ticket, List<ClockChange> changes, Optional<Rejection> refusal) {
        return new Outcome(ticket.id(), ticket.record().ticket().number(), changes, refusal);
    }
}
