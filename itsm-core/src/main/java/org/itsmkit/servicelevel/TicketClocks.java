package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.servicelevel.clock.Crossing;
import org.itsmkit.servicelevel.clock.Cycle;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.Pledge;
import org.itsmkit.ticket.ServiceLevels;
import org.itsmkit.ticket.Ticket;

/** Works out where the service level clocks of a ticket stand. Pure; safe for use by many threads. */
public final class TicketClocks {

    private TicketClocks() {}

    /** The ticket's life as service levels see it: its stretches, and who spoke and who approved when. */
    public static Timeline timeline(Ticket ticket) {
        ServiceLevels levels = ticket.serviceLevelsOrBlank();
        List<Mark> marks =
                new ArrayList<>(levels.answers().size() + levels.replies().size());
        levels.answers().forEach(at -> marks.add(new Mark(at, Mark.AGENT_CONTACT)));
        levels.replies().forEach(at -> marks.add(new Mark(at, Mark.CUSTOMER_CONTACT)));
        levels.approvals().forEach(at -> marks.add(new Mark(at, Mark.APPROVED)));
        return Timeline.of(ticket.timeline(), marks);
    }

    /**
     * Where a clock of the ticket stands.
     *
     * @return empty if nothing is known of what was promised
     */
    public static Optional<Evaluation> evaluate(Ticket ticket, Clock clock, AgreementBook book, Instant at) {
        return evaluate(timeline(ticket), clock, book, at);
    }

    /**
     * Where a clock of the ticket stands, and why.
     *
     * @return empty if nothing is known of what was promised
     */
    public static Optional<Explanation> explain(Ticket ticket, Clock clock, AgreementBook book, Instant at) {
        List<Since> targets = targets(clock, book);
        Timeline timeline = timeline(ticket);
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(ServiceLevelClock.explain(timeline, targets, until(timeline, clock, at)));
    }

    static Optional<Evaluation> evaluate(Timeline timeline, Clock clock, AgreementBook book, Instant at) {
        List<Since> targets = targets(clock, book);
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(ServiceLevelClock.evaluate(timeline, targets, until(timeline, clock, at)));
    }

    /** What was withdrawn stands as it stood just before: what took it away does not count, as a merger that closes it. */
    private static Instant until(Timeline timeline, Clock clock, Instant at) {
        return clock.withdrawnAt()
                .map(withdrawn -> withdrawn.minusNanos(1_000))
                .map(last -> last.isBefore(timeline.begin()) ? timeline.begin() : last)
                .filter(at::isAfter)
                .orElse(at);
    }

    private static List<Since> targets(Clock clock, AgreementBook book) {
        List<Since> targets = new ArrayList<>(clock.pledges().size());
        for (Pledge pledge : clock.pledges()) {
            book.find(pledge.agreement(), pledge.version(), pledge.commitment())
                    .ifPresent(promised -> targets.add(
                            new Since(pledge.from(), promised.commitment().target(), book.hours(promised, pledge))));
        }
        return targets;
    }

    /** The clock as it stands by {@code evaluation}. */
    static Clock read(Clock clock, Evaluation evaluation) {
        Clock read = clock.withState(evaluation.state())
                .withCycle(evaluation.cycles().size())
                .withStoppedAt(evaluation.cycle().flatMap(Cycle::stoppedAt))
                .withDue(evaluation.due())
                .withBreachedAt(evaluation.breachedAt())
                .withEverBreached(evaluation.wasEverBreached())
                .withNext(evaluation.nextInstantOfInterest());
        return clock.withdrawnAt().isPresent() ? Attachment.withdrawn(read) : read;
    }

    /** What was reached and not acted on yet. */
    static List<Crossing> fresh(Clock clock, Evaluation evaluation) {
        return evaluation.crossings().stream()
                .filter(crossing -> crossing.isReached()
                        && !clock.hasReached(
                                crossing.threshold().name(),
                                since(evaluation),
                                crossing.at().orElse(evaluation.at())))
                .toList();
    }

    /** Since when the cycle runs that matters. */
    static Instant since(Evaluation evaluation) {
        return evaluation.cycle().map(Cycle::startedAt).orElse(evaluation.at());
    }
}
