package org.itsmkit.ticket;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.SupportTiers;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.GroupId;

/**
 * What may be wanted of tickets where a tenant has divided work into {@linkplain org.itsmkit.kernel.SupportTier tiers}. Where a ticket
 * stands is told by the group that has it; one that no group has stands below the first tier.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TierCommand<R extends Ticketed<R>> extends Command<R> {

    /** To which tier it would go; or what stands against that. */
    Either<Violation, Integer> destination(Ticket ticket, Settings settings);

    /** Which group it would go to; empty if it cannot. */
    default Optional<GroupId> group(Ticket ticket, Settings settings) {
        return destination(ticket, settings)
                .map(number -> ladder(ticket, settings).group(number))
                .toJavaOptional();
    }

    @Override
    default Needs needs(R record, Settings settings) {
        return group(record.ticket(), settings).map(Needs::group).orElse(Needs.none());
    }

    @Override
    default Set<String> empties() {
        return Set.of("assignee");
    }

    /** Take it to the group of the next tier (functional escalation): it is theirs from then on. */
    record EscalateToNextTier<R extends Ticketed<R>>(String reason) implements TierCommand<R> {
        @Override
        public Action action() {
            return TicketAction.ESCALATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return checkReason(reason);
        }

        @Override
        public Either<Violation, Integer> destination(Ticket ticket, Settings settings) {
            SupportTiers.Ladder ladder = ladder(ticket, settings);
            Optional<Integer> from = ticket.group().isEmpty() ? Optional.of(0) : ladder.highestOf(ticket.group());
            if (from.isEmpty()) {
                return left(noTier());
            }
            return ladder.above(from.get())
                    .<Either<Violation, Integer>>map(Either::right)
                    .orElseGet(() -> left(
                            from.get() > 0 && from.get() == ladder.top()
                                    ? Violation.of(
                                            "escalation.at-the-top",
                                            "tier",
                                            from.get().toString(),
                                            "It is in tier " + from.get() + " already, the highest there is.")
                                    : Violation.of(
                                            "escalation.no-next-tier",
                                            "tier",
                                            from.get().toString(),
                                            "There is no tier above for this service and category.")));
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return goes(
                    this,
                    record,
                    context,
                    group -> new TicketEvent.Escalated<R>(Optional.of(group), Optional.empty(), reason));
        }
    }

    /** Give it back to the group of the tier below: it is theirs from then on. */
    record HandDown<R extends Ticketed<R>>(String reason) implements TierCommand<R> {
        @Override
        public Action action() {
            return TicketAction.DE_ESCALATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return checkReason(reason);
        }

        @Override
        public Either<Violation, Integer> destination(Ticket ticket, Settings settings) {
            SupportTiers.Ladder ladder = ladder(ticket, settings);
            Optional<Integer> from = ladder.lowestOf(ticket.group());
            if (from.isEmpty()) {
                return left(noTier());
            }
            return ladder.below(from.get())
                    .<Either<Violation, Integer>>map(Either::right)
                    .orElseGet(() -> left(Violation.of(
                            "escalation.at-the-bottom",
                            "tier",
                            from.get().toString(),
                            "There is no tier below for this service and category.")));
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            return goes(this, record, context, group -> new TierEvent.HandedDown<R>(group, reason));
        }
    }

    private static SupportTiers.Ladder ladder(Ticket ticket, Settings settings) {
        return settings.tiers().of(ticket.service(), ticket.category());
    }

    private static Violation noTier() {
        return Violation.of("escalation.in-no-tier", "It is in no tier of this service and category.");
    }

    private static List<Violation> checkReason(String reason) {
        return Inputs.check().text("reason", reason, TicketCommand.NOTE_LENGTH).violations();
    }

    private static <R extends Ticketed<R>> Either<Rejection, List<Event<R>>> goes(
            TierCommand<R> command, R record, Context context, Function<GroupId, Event<R>> event) {
        Either<Violation, Integer> destination = command.destination(record.ticket(), context.settings());
        if (destination.isLeft()) {
            return left(context.refuse(destination.getLeft()));
        }
        GroupId group = ladder(record.ticket(), context.settings()).group(destination.get());
        return right(TicketEvent.andMove(
                record,
                context,
                List.of(event.apply(group), new TicketEvent.Assigned<R>(Optional.of(group), Optional.empty()))));
    }
}
