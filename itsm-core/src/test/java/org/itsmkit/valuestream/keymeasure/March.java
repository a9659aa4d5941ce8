package org.itsmkit.valuestream.keymeasure;

import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Result;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemLifecycle;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticket;

/** March 2026 in UTC, and short words for what happened in it. */
final class March {

    /** All of it. */
    static final Window MARCH = new Window(at(1, 0), Instant.parse("2026-04-01T00:00:00Z"));

    private March() {}

    /** That hour of that day. */
    static Instant at(int day, int hour) {
        return Instant.parse("2026-03-01T00:00:00Z")
                .plus(Duration.ofDays(day - 1))
                .plus(Duration.ofHours(hour));
    }

    static Stretch stretch(Instant from, Status status, PersonId... assignee) {
        return new Stretch(
                from,
                status,
                Optional.empty(),
                Optional.empty(),
                assignee.length == 0 ? Optional.empty() : Optional.of(assignee[0]));
    }

    /** A ticket that Anna opened then. */
    static Ticket ticket(String number, Instant opened, Stretch... later) {
        Status first = IncidentLifecycle.NEW;
        List<Stretch> timeline = new ArrayList<>(List.of(stretch(opened, first)));
        timeline.addAll(List.of(later));
        Stretch last = timeline.get(timeline.size() - 1);
        return Ticket.builder()
                .number(number)
                .title("Mail is down")
                .description("")
                .openedBy(ANNA)
                .requester(ANNA)
                .impact(Impact.LOW)
                .urgency(Urgency.LOW)
                .priority(Priority.LOW)
                .status(last.status())
                .assignee(last.assignee())
                .timeline(timeline)
                .reassignments(0)
                .comments(0)
                .openedAt(opened)
                .updatedAt(last.from())
                .build();
    }

    /** An incident that was detected and logged then, and is open. */
    static Incident open(Instant logged) {
        return incident(ticket("INC0000001", logged), logged);
    }

    /** One that was detected and logged, and resolved so many hours later. */
    static Incident resolved(Instant logged, int hours) {
        Instant end = logged.plus(Duration.ofHours(hours));
        Ticket ticket = ticket("INC0000001", logged, stretch(end, IncidentLifecycle.RESOLVED))
                .withResolvedAt(Optional.of(end));
        return incident(ticket, logged).withRestoredAt(Optional.of(end));
    }

    private static Incident incident(Ticket ticket, Instant detected) {
        return Incident.builder()
                .ticket(ticket)
                .detectedAt(detected)
                .reopenings(0)
                .build();
    }

    static Problem problem(Instant opened, Status status, Instant ended) {
        Ticket ticket = ticket("PRB0000001", opened, stretch(ended, status));
        return Problem.builder()
                .ticket(ticket.withClosedAt(
                        status.equals(ProblemLifecycle.RESOLVED) ? Optional.empty() : Optional.of(ended)))
                .origin(Origin.REACTIVE)
                .reanalyses(0)
                .build();
    }

    /** A change that Ben made then in two hours, a day after it was opened, and that went so. */
    static Change made(ChangeType type, ChangeOutcome outcome, Instant end) {
        Instant begin = end.minus(Duration.ofHours(2));
        return Change.builder()
                .ticket(ticket("CHG0000001", end.minus(Duration.ofDays(1)), stretch(end, ChangeLifecycle.IMPLEMENTED)))
                .procedure(ChangeProcedure.of(type))
                .plans(Plans.of("do it"))
                .begunAt(begin)
                .result(new Result(outcome, "", begin, end, BEN))
                .build();
    }

    /** These as they are kept, under the ids {@code 1}, {@code 2} and so on. */
    @SafeVarargs
    static <R> List<Stored<R>> stored(R... records) {
        List<Stored<R>> all = new ArrayList<>();
        for (R record : records) {
            all.add(new Stored<>(RecordId.of(Integer.toString(all.size() + 1)), 1, at(1, 0), record));
        }
        return all;
    }

    static MeasuredWorld.Builder world() {
        return MeasuredWorld.builder().period(MARCH);
    }

    static MeasuredWorld incidents(Incident... incidents) {
        return world().addAllIncidents(stored(incidents)).build();
    }

    static MeasuredWorld changes(Change... changes) {
        return world().addAllChanges(stored(changes)).build();
    }

    static Figure figure(String function, MeasuredWorld world) {
        return KeyMeasures.standard().figure(function, world);
    }

    /** What a function comes to, which is something. */
    static Quantity value(String function, MeasuredWorld world) {
        Figure figure = figure(function, world);
        return figure.value().orElseThrow(() -> new AssertionError(figure.reason()));
    }

    static Quantity hours(long hours) {
        return Quantity.of(Duration.ofHours(hours));
    }
}
