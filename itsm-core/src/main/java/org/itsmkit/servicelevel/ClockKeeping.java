package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.engine.Upkeep;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldValues;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Settings;
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
 * @param kind the kind of ticket
 * @param <R> the record that is a ticket
 */
record ClockKeeping<R extends Ticketed<R>>(RecordKind<R> kind) implements Upkeep<R> {

    @Override
    public List<Event<R>> events(Optional<R> before, R record, Instant happened, Context context) {
        AgreementBook book = book(context);
        if (book.isEmpty()) {
            return List.of();
        }
        Instant now = context.at();
        List<Event<R>> events = new ArrayList<>(before.map(was -> overdue(was, record, book, earlier(happened, now)))
                .orElse(List.of()));
        R told = after(record, events, now);
        List<Clock> clocks = before.isEmpty()
                ? attached(
                        told,
                        Attachment.Promises.anew(
                                promised(told, book, told.ticket().openedAt())),
                        told.ticket().openedAt(),
                        context)
                : difference(before.get(), told, context)
                        .map(promises -> attached(told, promises, now, context))
                        .orElse(told.ticket().serviceLevelsOrBlank().clocks());
        boolean isSeen = before.isEmpty()
                || !before.get().ticket().timeline().equals(told.ticket().timeline())
                || !wordsOf(before.get()).equals(wordsOf(told));
        events.addAll(brought(told, clocks, book, now, isSeen));
        return events;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private R after(R record, List<Event<R>> events, Instant now) {
        ServiceLevels levels = record.ticket().serviceLevelsOrBlank();
        for (Event<R> event : events) {
            levels = ((ServiceLevelEvent<R>) event).applyTo(levels, now);
        }
        return events.isEmpty() ? record : record.withTicket(record.ticket().withServiceLevels(levels));
    }

    @Override
    public List<Event<R>> asked(Command<R> command, R record, Context context) {
        if (!(command instanceof ClockCommand<R>)) {
            return List.of();
        }
        AgreementBook book = book(context);
        Instant now = context.at();
        List<Event<R>> events = overdue(record, record, book, now);
        R told = after(record, events, now);
        List<Clock> clocks = command instanceof ClockCommand.Recompute<R>
                ? attached(told, Attachment.Promises.anew(promised(told, book, now)), now, context)
                : told.ticket().serviceLevelsOrBlank().clocks();
        events.addAll(brought(told, clocks, book, now, true));
        return events;
    }

    private static AgreementBook book(Context context) {
        return context.settings().part(AgreementBook.class).orElse(AgreementBook.none());
    }

    /**
     * What is promised of it, by agreements as they are now, that was not promised of what it was, and the other way round; empty if there
     * is no difference. What has nothing to do with the difference goes on as it was promised.
     */
    private Optional<Attachment.Promises> difference(R before, R record, Context context) {
        AgreementBook book = book(context);
        Function<String, List<FieldValue>> was = FieldValues.of(kind, before);
        Function<String, List<FieldValue>> is = FieldValues.of(kind, record);
        boolean isAsBefore = isMerged(before) == isMerged(record)
                && book.fields().stream().allMatch(field -> was.apply(field).equals(is.apply(field)));
        if (isAsBefore) {
            return Optional.empty();
        }
        List<Promised> once = promised(before, book, context.at());
        List<Promised> now = promised(record, book, context.at());
        List<Promised> staying = now.stream()
                .filter(one -> once.contains(one) && zone(one, was, context).equals(zone(one, is, context)))
                .toList();
        List<Promised> coming =
                now.stream().filter(one -> !staying.contains(one)).toList();
        List<Promised> gone = once.stream().filter(one -> !now.contains(one)).toList();
        boolean isOver = isMerged(record);
        return coming.isEmpty() && gone.isEmpty() && !isOver
                ? Optional.empty()
                : Optional.of(new Attachment.Promises(
                        coming,
                        staying,
                        pledge -> isOver || gone.stream().anyMatch(one -> Attachment.isSame(pledge, one)),
                        false));
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
        return List.of(levels.answers(), levels.replies(), levels.approvals());
    }

    private List<Clock> attached(R record, Attachment.Promises promises, Instant from, Context context) {
        Function<String, List<FieldValue>> values = FieldValues.of(kind, record);
        return new Attachment(
                        book(context),
                        record.ticket().serviceLevelsOrBlank().clocks(),
                        promises,
                        from,
                        one -> zone(one, values, context),
                        record.ticket().phase().isOpen())
                .clocks();
    }

    private static ZoneChoice zone(Promised promised, Function<String, List<FieldValue>> values, Context context) {
        return ZoneChoice.by(book(context).zoneBy(promised), values, context);
    }

    /** Who asked, and who asked before: where they work. */
    @Override
    public Needs needs(Optional<R> before, R record, Settings settings) {
        boolean asks = settings.part(AgreementBook.class)
                .filter(book -> book.fields().contains(ZoneChoice.REQUESTER))
                .isPresent();
        Needs who = Needs.person(record.ticket().requester());
        return asks
                ? before.map(was -> who.and(Needs.person(was.ticket().requester())))
                        .orElse(who)
                : Needs.none();
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
                Clock read = evaluation.map(is -> TicketClocks.read(clock, is)).orElseGet(() -> unknown(clock, now));
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

    /** Of a promise of which nothing is known any more, as its agreement was purged, nothing can be said. */
    private static Clock unknown(Clock clock, Instant now) {
        return Attachment.withdrawn(clock.withWithdrawnAt(clock.withdrawnAt().orElse(now)));
    }

    private static <R extends Ticketed<R>> Event<R> reached(Clock clock, Evaluation evaluation, Crossing crossing) {
        return new ServiceLevelEvent.ThresholdReached<>(
                clock.number(),
                clock.pledge().agreement(),
                clock.name(),
                crossing.cycle(),
                TicketClocks.since(evaluation),
                crossing.threshold().name(),
                crossing.threshold().action(),
                crossing.at().orElse(evaluation.at()),
                evaluation.due(),
                clock.isInternal());
    }
}
