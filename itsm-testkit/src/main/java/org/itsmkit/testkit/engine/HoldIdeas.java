package org.itsmkit.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.HoldCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.Ticketed;

/** What people come up with about waiting, each with what is wrong with it; and when a wait ends by itself. */
final class HoldIdeas {

    private final Random random;

    HoldIdeas(Random random) {
        this.random = random;
    }

    /** Whether these settings know the usual reasons to wait. */
    private static boolean isUsual(Tailoring tailoring) {
        return tailoring.holdReasons().isEmpty();
    }

    Attempt<Incident> forIncident(
            Tracked<Incident> incident, List<Tracked<Incident>> incidents, Tailoring tailoring, Instant now) {
        Instant until = now.plusSeconds(60 + random.nextInt(20_000));
        if (incident.ticket().hold().isPresent() && random.nextBoolean()) {
            return Attempt.good(TicketCommand.Comment.<Incident>toAll("the blue one"));
        }
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                hold(
                        new TicketCommand.PutOnHold<>("awaiting-supplier", Optional.empty(), Optional.of(until)),
                        tailoring);
            case 2, 3 -> hold(new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty()), tailoring);
            case 4 ->
                Attempt.incomplete(
                        new TicketCommand.PutOnHold<Incident>(
                                "awaiting-supplier",
                                Optional.empty(),
                                Optional.of(incident.ticket().openedAt().minus(Duration.ofDays(1)))),
                        "hold.until-past");
            case 5 ->
                holdWith(
                        incident,
                        incidents.get(random.nextInt(incidents.size())).ref(),
                        tailoring);
            case 6 ->
                Attempt.good(new TicketCommand.Migrate<Incident>(
                        "on-hold",
                        Optional.of(new Hold("awaiting-supplier", Optional.empty(), Optional.of(until))),
                        "it waited before"));
            default ->
                Attempt.unless(
                        new HoldCommand.Remind<Incident>(),
                        incident.ticket().hold().isEmpty() ? Optional.of("hold.does-not-wait") : Optional.empty());
        };
    }

    private static Attempt<Incident> hold(Command<Incident> command, Tailoring tailoring) {
        return isUsual(tailoring) ? Attempt.good(command) : Attempt.incomplete(command, "hold.unknown-reason");
    }

    private static Attempt<Incident> holdWith(Tracked<Incident> incident, RecordRef parent, Tailoring tailoring) {
        Command<Incident> command =
                new TicketFamilyCommand.HoldWith<>(parent, "awaiting-supplier", Optional.of("with the other"));
        return !isUsual(tailoring) || incident.ticket().isLinked(LinkType.PARENT, parent)
                ? hold(command, tailoring)
                : Attempt.breaking(command, "hold.not-its-parent");
    }

    /** Whether what {@code who} says is what the record waits for, so that it goes on with it. */
    static boolean isAnswer(
            Tracked<?> record, PersonId who, Command<? extends Ticketed<?>> command, Tailoring tailoring) {
        boolean isToAll = command instanceof TicketFamilyCommand.CommentToAll<?>
                || command instanceof TicketCommand.Comment<?> comment && !comment.isInternal();
        return isToAll
                && isUsual(tailoring)
                && record.ticket().requester().equals(who)
                && record.ticket().hold().map(Hold::reason).equals(Optional.of("awaiting-requester"));
    }

    /** Whether the moment has come that was said when it began to wait. */
    static boolean isOver(Tracked<Incident> incident, Instant now) {
        return incident.ticket()
                .hold()
                .flatMap(Hold::until)
                .filter(until -> !until.isAfter(now))
                .isPresent();
    }
}
