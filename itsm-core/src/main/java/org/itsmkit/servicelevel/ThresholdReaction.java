package org.itsmkit.servicelevel;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.ticket.ServiceLevelEvent.ThresholdReached;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.Ticketed;

/**
 * Does to a ticket what a threshold says that one of its clocks reached: gives it to a group, takes it further up, or makes it more
 * pressing. In the same commit, as the system, by the rules that hold for everybody; where they refuse, the audit sink is told.
 *
 * @param <R> the record that is a ticket
 */
final class ThresholdReaction<R extends Ticketed<R>> implements Reaction<R, R> {

    private final Definition<R> tickets;

    ThresholdReaction(Definition<R> tickets) {
        this.tickets = Objects.requireNonNull(tickets, "tickets");
    }

    @Override
    public String name() {
        return tickets.name() + "-threshold";
    }

    @Override
    public Definition<R> source() {
        return tickets;
    }

    @Override
    public Definition<R> target() {
        return tickets;
    }

    @Override
    public Targets targets(Occasion<R> occasion) {
        return occasion.event() instanceof ThresholdReached<R>
                ? Targets.one(occasion.source().id())
                : Targets.none();
    }

    @Override
    public Optional<Command<R>> command(Occasion<R> occasion, R target) {
        if (!(occasion.event() instanceof ThresholdReached<R> reached)) {
            return Optional.empty();
        }
        // Everybody reads why it was escalated; what teams and suppliers promise is not for everybody.
        String reason = reached.isInternal()
                ? "A service level reached a threshold"
                : reached.commitment() + " reached " + reached.threshold();
        Ticket ticket = target.ticket();
        if (reached.action() instanceof ThresholdAction.EscalateToGroup escalate) {
            boolean isThere = ticket.group().equals(Optional.of(escalate.group()));
            return isThere ? Optional.empty() : Optional.of(new TicketCommand.EscalateTo<>(escalate.group(), reason));
        }
        if (reached.action() instanceof ThresholdAction.EscalateToManager) {
            return Optional.of(new TicketCommand.EscalateUp<>(reason));
        }
        return reached.action() instanceof ThresholdAction.RaisePriority
                ? moreUrgent(ticket, occasion.settings()).or(() -> moreFarReaching(ticket, occasion.settings()))
                : Optional.empty();
    }

    /** The next priority above, with the same impact. */
    private Optional<Command<R>> moreUrgent(Ticket ticket, Settings settings) {
        return settings.priorityMatrix().cells().stream()
                .filter(cell -> cell.impact().equals(ticket.impact()))
                .filter(cell -> rank(cell, ticket, settings) < ticket.priority().rank())
                .max(Comparator.comparingInt(cell -> rank(cell, ticket, settings)))
                .map(cell -> prioritise(ticket.impact(), cell.urgency()));
    }

    /** The next priority above, if no urgency leads there. */
    private Optional<Command<R>> moreFarReaching(Ticket ticket, Settings settings) {
        return settings.priorityMatrix().cells().stream()
                .filter(cell -> rank(cell, ticket, settings) < ticket.priority().rank())
                .max(Comparator.<PriorityMatrix.Cell>comparingInt(cell -> rank(cell, ticket, settings))
                        .thenComparing(cell -> cell.urgency().equals(ticket.urgency())))
                .map(cell -> prioritise(cell.impact(), cell.urgency()));
    }

    private Command<R> prioritise(Impact impact, Urgency urgency) {
        return new TicketCommand.Prioritise<>(impact, urgency);
    }

    private static int rank(PriorityMatrix.Cell cell, Ticket ticket, Settings settings) {
        return settings.priority(cell.impact(), cell.urgency(), ticket.service())
                .map(Priority::rank)
                .orElse(Integer.MAX_VALUE);
    }
}
