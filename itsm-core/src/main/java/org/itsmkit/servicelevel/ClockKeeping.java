package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.engine.Upkeep;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldValues;
import org.itsmkit.servicelevel.clock.Crossing;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ServiceLevelEvent;
import org.itsmkit.ticket.ServiceLevels;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * Keeps the service level clocks of tickets in step with them, in the commit of whatever happens to a ticket: attached when it begins, and
 * anew when something changes by which other things are promised; worked out again where something happened that they see; thresholds
 * that were reached acted on, once each. Otherwise a ticket goes on under the versions that were promised to it.
 *
 * @param <R> the record that is a ticket
 */
final class ClockKeeping<R extends Ticketed<R>> implements Upkeep<R> {

    private final RecordKind<R> kind;

    ClockKeeping(RecordKind<R> kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    @Override
    public List<Event<R>> events(Optional<R> before, R record, Context context) {
        AgreementBook book = book(context);
        if (book.isEmpty()) {
            return List.of();
        }
        Instant now = context.at();
        List<Event<R>> events = new ArrayList<>(
                before.map(was -> overdue(was, record, book, now)).orElse(List.of()));
        R told = after(record, events);
        List<Clock> clocks = told.ticket().serviceLevelsOrBlank().clocks();
        if (before.isEmpty()) {
            clocks = attached(told, book, told.ticket().openedAt(), false);
        } else if (isPromisedOther(before.get(), told, book, now)) {
            clocks = attached(told, book, now, false);
        }
        boolean isSeen = before.isEmpty()
                || !before.get().ticket().timeline().equals(told.ticket().timeline())
                || !wordsOf(before.get()).equals(wordsOf(told));
        events.addAll(brought(told, clocks, book, now, isSeen));
        return events;
    }

    private R after(R record, List<Event<R>> events) {
        ServiceLevels levels = record.ticket().serviceLevelsOrBlank();
        for (Event<R> event : events) {
            levels = ((ServiceLevelEvent<R>) event).applyTo(levels);
        }
        return events.isEmpty() ? record : record.withTicket(record.ticket().withServiceLevels(levels));
    }

    @Override
    public List<Event<R>> asked(Command<R> command, R record, Context context) {
        AgreementBook book = book(context);
        Instant now = context.at();
        if (command instanceof ClockCommand.Recompute<R>) {
            return brought(record, attached(record, book, now, true), book, now, true);
        }
        List<Clock> clocks = record.ticket().serviceLevelsOrBlank().clocks();
        return command instanceof ClockCommand.Look<R> ? brought(record, clocks, book, now, true) : List.of();
    }

    private static AgreementBook book(Context context) {
        return context.settings().part(AgreementBook.class).orElse(AgreementBook.of(List.of()));
    }

    /** Whether, by agreements as they are now, other things are promised of it than of what it was. */
    private boolean isPromisedOther(R before, R record, AgreementBook book, Instant now) {
        Function<String, List<FieldValue>> was = FieldValues.of(kind, before);
        Function<String, List<FieldValue>> is = FieldValues.of(kind, record);
        boolean isAsBefore = isMerged(before) == isMerged(record)
                && book.fields().stream().allMatch(field -> was.apply(field).equals(is.apply(field)));
        return !isAsBefore && !promised(before, book, now).equals(promised(record, book, now));
    }

    /** Nothing of what goes on in another: what is promised of that counts. */
    private List<Promised> promised(R record, AgreementBook book, Instant at) {
        return isMerged(record) ? List.of() : book.select(kind.name(), FieldValues.of(kind, record), at);
    }

    private static boolean isMerged(Ticketed<?> record) {
        return record.ticket().merger().isPresent();
    }

    private static List<List<Instant>> wordsOf(Ticketed<?> record) {
        ServiceLevels levels = record.ticket().serviceLevelsOrBlank();
        return List.of(levels.answers(), levels.replies());
    }

    private List<Clock> attached(R record, AgreementBook book, Instant from, boolean takesNewVersions) {
        List<Clock> clocks = record.ticket().serviceLevelsOrBlank().clocks();
        return new Attachment(book, clocks, promised(record, book, from), from, takesNewVersions).clocks();
    }

    /**
     * What was reached before this happened, and is seen only now: in a cycle that may be over by it. A timer would have told it, had it
     * come first.
     */
    private List<Event<R>> overdue(R before, R record, AgreementBook book, Instant now) {
        List<Event<R>> events = new ArrayList<>();
        ServiceLevels levels = record.ticket().serviceLevelsOrBlank();
        for (Clock clock : before.ticket().serviceLevelsOrBlank().clocks()) {
            if (isDue(clock, now)) {
                Clock acted = levels.clock(clock.number()).orElse(clock);
                TicketClocks.evaluate(before.ticket(), clock, book, now)
                        .ifPresent(evaluation -> TicketClocks.fresh(acted, evaluation)
                                .forEach(crossing -> events.add(reached(clock, evaluation, crossing))));
            }
        }
        return events;
    }

    private static boolean isDue(Clock clock, Instant now) {
        return clock.next().map(next -> !next.isAfter(now)).orElse(false);
    }

    private List<Event<R>> brought(R record, List<Clock> clocks, AgreementBook book, Instant now, boolean isSeen) {
        Ticket ticket = record.ticket();
        ServiceLevels levels = ticket.serviceLevelsOrBlank();
        Optional<Timeline> timeline = Optional.empty();
        List<Clock> changed = new ArrayList<>();
        List<Event<R>> reached = new ArrayList<>();
        for (Clock clock : clocks) {
            Optional<Clock> known = levels.clock(clock.number());
            boolean isOther = !known.equals(Optional.of(clock));
            boolean goesOn = clock.withdrawnAt().isEmpty() && (isSeen || isDue(clock, now));
            if (isOther || goesOn) {
                timeline = timeline.or(() -> Optional.of(TicketClocks.timeline(ticket)));
                Optional<Evaluation> evaluation = TicketClocks.evaluate(timeline.get(), clock, book, now);
                Clock read = evaluation.map(is -> TicketClocks.read(clock, is)).orElse(clock);
                if (!known.equals(Optional.of(read))) {
                    changed.add(read);
                }
                evaluation
                        .filter(is -> read.withdrawnAt().isEmpty())
                        .ifPresent(is -> TicketClocks.fresh(read, is)
                                .forEach(crossing -> reached.add(reached(read, is, crossing))));
            }
        }
        List<Event<R>> events = new ArrayList<>();
        for (boolean isInternal : List.of(false, true)) {
            List<Clock> some = changed.stream()
                    .filter(clock -> clock.isInternal() == isInternal)
                    .toList();
            if (!some.isEmpty()) {
                events.add(new ServiceLevelEvent.ClocksSet<>(some));
            }
        }
        events.addAll(reached);
        return events;
    }

    private static <R extends Ticketed<R>> Event<R> reached(Clock clock, Evaluation evaluation, Crossing crossing) {
        return new ServiceLevelEvent.ThresholdReached<>(
                clock.number(),
                clock.name(),
                crossing.cycle(),
                crossing.threshold().name(),
                crossing.threshold().action(),
                crossing.at().orElse(evaluation.at()),
                evaluation.due(),
                clock.isInternal());
    }
}
