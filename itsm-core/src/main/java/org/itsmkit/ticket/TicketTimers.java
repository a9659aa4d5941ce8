package org.itsmkit.ticket;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;
import org.itsmkit.lifecycle.Phase;

/**
 * Of what tickets of every kind are reminded: to go on at the moment that was said, to remind their requester and to end the wait when
 * nobody answers, as the {@linkplain HoldReason#followUp follow-up} of the hold reason says; and to be closed some time after they were
 * resolved, as {@link org.itsmkit.kernel.AfterResolution} says.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketTimers<R extends Ticketed<R>> implements Timers<R> {

    /** Goes on at the moment that was said. */
    public static final String RESUME = "resume";
    /** Reminds the requester. */
    public static final String REMIND = "remind";
    /** Ends a wait that nobody answered. */
    public static final String GIVE_UP = "give-up-waiting";
    /** Closes what has been resolved for long enough. */
    public static final String CLOSE = "close";

    private final String kind;
    private final OpenTime openTime;
    private final BiFunction<String, String, Command<R>> resolve;

    /**
     * The timers of tickets of {@code kind}.
     *
     * @param openTime by what time is counted for tenants who tailored no calendar
     * @param resolve makes the command that resolves, of a code and a text
     */
    public TicketTimers(String kind, OpenTime openTime, BiFunction<String, String, Command<R>> resolve) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.openTime = Objects.requireNonNull(openTime, "openTime");
        this.resolve = Objects.requireNonNull(resolve, "resolve");
    }

    /** The timers of tickets of {@code kind}, which cannot be resolved: they go on instead. */
    public TicketTimers(String kind, OpenTime openTime) {
        this(kind, openTime, (code, text) -> new TicketCommand.Resume<>());
    }

    @Override
    public Set<Timer> wanted(R record, Settings settings) {
        Ticket ticket = record.ticket();
        OpenTime open = settings.openTime(kind).orElse(openTime);
        Set<Timer> timers = new HashSet<>();
        ticket.hold().ifPresent(hold -> {
            hold.until().ifPresent(until -> timers.add(new Timer(RESUME, until)));
            reminders(hold, settings)
                    .flatMap(reminders -> next(hold, reminders, open))
                    .ifPresent(timers::add);
        });
        if (ticket.phase() == Phase.RESOLVED) {
            ticket.resolvedAt()
                    .flatMap(at -> settings.afterResolution(kind).closesAfter().map(period -> open.after(at, period)))
                    .ifPresent(due -> timers.add(new Timer(CLOSE, due)));
        }
        return timers;
    }

    private static Optional<FollowUp.Reminders> reminders(Hold hold, Settings settings) {
        return settings.holdReason(hold.reason()).flatMap(HoldReason::followUp).flatMap(FollowUp::reminders);
    }

    private static Optional<Timer> next(Hold hold, FollowUp.Reminders reminders, OpenTime open) {
        List<Instant> sent = hold.reminders();
        Optional<Instant> last = sent.isEmpty() ? hold.since() : Optional.of(sent.get(sent.size() - 1));
        boolean isLeft = sent.size() < reminders.times();
        // Where somebody said when it goes on, or it goes on with its parent, it is not given up before.
        boolean goesOn = hold.until().isPresent() || hold.with().isPresent();
        boolean ends = !goesOn && !(reminders.then() instanceof FollowUp.Ending.Waits);
        return last.filter(from -> isLeft || ends)
                .map(from -> new Timer(isLeft ? REMIND : GIVE_UP, open.after(from, reminders.every())));
    }

    @Override
    public Optional<Command<R>> command(R record, Timer timer, Settings settings, Instant now) {
        return switch (timer.name()) {
            case RESUME -> Optional.of(new TicketCommand.Resume<>());
            case REMIND -> Optional.of(new HoldCommand.Remind<>());
            case CLOSE -> Optional.of(new TicketCommand.Close<>());
            default ->
                record.ticket()
                        .hold()
                        .flatMap(hold -> reminders(hold, settings))
                        .flatMap(r -> ending(r.then()));
        };
    }

    private Optional<Command<R>> ending(FollowUp.Ending ending) {
        if (ending instanceof FollowUp.Ending.Resolves resolves) {
            return Optional.of(resolve.apply(resolves.code(), resolves.text()));
        }
        return ending instanceof FollowUp.Ending.Resumes ? Optional.of(new TicketCommand.Resume<>()) : Optional.empty();
    }
}
