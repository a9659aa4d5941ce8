package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;

/** Turns what a row says into commands for what it changes. Pure. */
final class RowCommands {

    /** Nothing in an incident's lifecycle leads back to new: asked for where the log does it nevertheless, and refused. */
    private static final Action BEGIN_ANEW = Action.of("begin-anew");

    private RowCommands() {}

    /** The command that the lifecycle has for going from where {@code ticket} stands to {@code to}; empty if it stands there. */
    static Optional<Command<Incident>> move(Ticket ticket, LoggedState to, LogRow row) {
        return to.isWhereItStands(ticket) ? Optional.empty() : Optional.of(command(ticket.status(), to, row));
    }

    private static Command<Incident> command(Status from, LoggedState to, LogRow row) {
        boolean isDone = from.equals(IncidentLifecycle.RESOLVED) || from.equals(IncidentLifecycle.CLOSED);
        return switch (to) {
            case NEW -> new TicketCommand.Move<>(BEGIN_ANEW);
            case ACTIVE ->
                isDone
                        ? new IncidentCommand.Reopen("Active again in the log.")
                        : from.equals(IncidentLifecycle.ON_HOLD)
                                ? new TicketCommand.Resume<>()
                                : new TicketCommand.Start<>();
            case AWAITING_USER_INFO, AWAITING_PROBLEM, AWAITING_VENDOR, AWAITING_EVIDENCE ->
                new TicketCommand.PutOnHold<>(to.reason().orElseThrow());
            case RESOLVED -> new IncidentCommand.Resolve(resolutionCode(row), "Resolved in the log.");
            case CLOSED -> new TicketCommand.Close<>();
        };
    }

    private static Resolution.Code resolutionCode(LogRow row) {
        String text = Hindsight.isKnown(row, Column.CLOSED_CODE)
                ? row.cell(Column.CLOSED_CODE).orElse("")
                : "";
        String code =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new Resolution.Code(code.isEmpty() || code.length() > 64 ? "not-told" : code);
    }

    /** Puts it into {@code to}, whatever the lifecycle says. */
    static Command<Incident> migrate(LoggedState to, String reason) {
        return new TicketCommand.Migrate<>(
                to.status().name(), to.reason().map(r -> new Hold(r.name(), Optional.empty())), reason);
    }

    /** The commands for all but the state, of which the last marks the row. */
    static List<Command<Incident>> others(Ticket ticket, Snapshot snapshot) {
        List<Command<Incident>> commands = new ArrayList<>();
        if (!ticket.group().equals(snapshot.group()) || !ticket.assignee().equals(snapshot.assignee())) {
            commands.add(new TicketCommand.Assign<>(snapshot.group(), snapshot.assignee()));
        }
        if (!ticket.impact().equals(snapshot.impact()) || !ticket.urgency().equals(snapshot.urgency())) {
            commands.add(new TicketCommand.Prioritise<>(snapshot.impact(), snapshot.urgency()));
        }
        if (!ticket.category().equals(snapshot.category())) {
            commands.add(new TicketCommand.Categorise<>(snapshot.category(), ticket.service()));
        }
        commands.addAll(links(ticket.links(), snapshot.links()));
        Set<AffectedItem> items = snapshot.item().map(Set::of).orElse(Set.of());
        if (!ticket.affectedOrBlank().items().equals(items)) {
            commands.add(new AffectedCommand.NameAffected<>(
                    items, ticket.affectedOrBlank().errorCodes()));
        }
        commands.add(fields(ticket.custom(), snapshot.custom()));
        return commands;
    }

    /** What the log named once and names no more goes before what it names now comes; links of other types stay. */
    private static List<Command<Incident>> links(Set<Link> before, List<Link> after) {
        List<Command<Incident>> commands = new ArrayList<>();
        for (Reference reference : Reference.values()) {
            before.stream()
                    .filter(link -> link.type().equals(reference.type().value()) && !after.contains(link))
                    .sorted(Comparator.comparing(Link::target))
                    .forEach(link -> commands.add(new TicketCommand.Unlink<>(reference.type(), link.target())));
        }
        after.stream()
                .filter(link -> !before.contains(link))
                .forEach(link -> commands.add(new TicketCommand.LinkTo<>(LinkType.of(link.type()), link.target())));
        return commands;
    }

    private static Command<Incident> fields(Map<String, FieldValue> before, Map<String, FieldValue> after) {
        Map<String, FieldValue> changed = new HashMap<>(after);
        changed.entrySet().removeAll(before.entrySet());
        Set<String> emptied = new HashSet<>(before.keySet());
        emptied.removeAll(after.keySet());
        return new TicketCommand.SetFields<>(changed, emptied);
    }
}
