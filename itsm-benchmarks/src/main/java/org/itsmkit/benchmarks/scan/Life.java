package org.itsmkit.benchmarks.scan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Stretch;

/**
 * The life of an incident: four to eight stretches with one wait at least, and one or two things that somebody said. All on whole minutes,
 * so that they can be counted one by one.
 */
record Life(Timeline timeline) {

    /** When all of them are looked at: on a Wednesday at noon. */
    static final Instant NOW = Instant.parse("2026-09-16T10:00:00Z");

    private static final Optional<GroupId> DESK = Optional.of(GroupId.of("service-desk"));
    private static final Optional<PersonId> ANNA = Optional.of(PersonId.of("anna"));
    private static final Optional<String> WAITS = Optional.of("awaiting-requester");

    /** Begun within the last three months. */
    static Life random(Random random) {
        Instant at = NOW.minus(1_440L + random.nextInt(90 * 1_440), ChronoUnit.MINUTES);
        int waits = 1 + random.nextInt(2);
        List<Status> statuses = new ArrayList<>(List.of(IncidentLifecycle.NEW, IncidentLifecycle.IN_PROGRESS));
        for (int i = 0; i < waits; i++) {
            statuses.add(IncidentLifecycle.ON_HOLD);
            statuses.add(IncidentLifecycle.IN_PROGRESS);
        }
        if (random.nextInt(5) > 0) {
            statuses.add(IncidentLifecycle.RESOLVED);
            if (random.nextBoolean()) {
                statuses.add(IncidentLifecycle.CLOSED);
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (Status status : statuses) {
            stretches.add(stretch(at, status));
            at = at.plus(1 + random.nextInt(status.equals(IncidentLifecycle.NEW) ? 240 : 1_000), ChronoUnit.MINUTES);
        }
        Instant answered = stretches.get(1).from().plus(random.nextInt(90), ChronoUnit.MINUTES);
        List<Mark> marks = new ArrayList<>(List.of(new Mark(answered, Mark.AGENT_CONTACT)));
        if (random.nextBoolean()) {
            marks.add(new Mark(answered.plus(1 + random.nextInt(600), ChronoUnit.MINUTES), Mark.CUSTOMER_CONTACT));
        }
        return new Life(Timeline.of(stretches, marks));
    }

    private static Stretch stretch(Instant from, Status status) {
        boolean waits = status.equals(IncidentLifecycle.ON_HOLD);
        boolean isNew = status.equals(IncidentLifecycle.NEW);
        return new Stretch(from, status, waits ? WAITS : Optional.empty(), DESK, isNew ? Optional.empty() : ANNA);
    }

    /** When it was answered: by a word, or by its solution. */
    private Instant answered() {
        Instant said = timeline.marks().get(0).at();
        return said.isBefore(resolved()) ? said : resolved();
    }

    private Instant resolved() {
        return timeline.stretches().stream()
                .filter(one -> one.status().equals(IncidentLifecycle.RESOLVED))
                .map(Stretch::from)
                .findFirst()
                .orElse(NOW);
    }

    /** Until when the clock ran that asks for an answer, or else the one that asks for a solution. */
    Instant end(boolean isResponse) {
        Instant end = isResponse ? answered() : resolved();
        return end.isBefore(NOW) ? end : NOW;
    }

    /** Whether it was done. */
    boolean isDone(boolean isResponse) {
        return end(isResponse).isBefore(NOW);
    }

    /** Between which instants one of its clocks ran, beginnings and ends in turn, in microseconds. */
    List<Long> counted(boolean isResponse) {
        return edges(isResponse, false);
    }

    /** Between which instants one of its clocks stood still, in the same way. */
    List<Long> waited(boolean isResponse) {
        return edges(isResponse, true);
    }

    private List<Long> edges(boolean isResponse, boolean waiting) {
        List<Long> edges = new ArrayList<>();
        List<Stretch> stretches = timeline.stretches();
        Instant end = end(isResponse);
        for (int i = 0; i < stretches.size(); i++) {
            Instant from = stretches.get(i).from();
            Instant next = i + 1 < stretches.size() ? stretches.get(i + 1).from() : NOW;
            Instant to = next.isBefore(end) ? next : end;
            if (from.isBefore(to) && stretches.get(i).status().equals(IncidentLifecycle.ON_HOLD) == waiting) {
                edges.add(from.getEpochSecond() * 1_000_000);
                edges.add(to.getEpochSecond() * 1_000_000);
            }
        }
        return edges;
    }
}
