package org.itsmkit.valuestream.flow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.ValueStream;

/**
 * One piece of work on its way along a value stream. It is at one step at a time, or at none: between steps it waits.
 *
 * @param name what it is called, by {@link Keys#requireName}
 * @param records that it is told by, each once; empty if it is told by none
 * @param visits where it was, oldest first, none before the one in front has ended; only the last may have no end; at most {@value #MOST_VISITS}
 * @param unmapped what it stood in that no step of the stream calls its work, oldest first
 * @param beganAt when it came in, not after the first visit
 * @param endedAt when it went out, not before the last visit ended; empty if it is on its way
 * @param dropped whether it was given up on its way, instead of being done; not before it has ended
 */
public record Journey(
        String name,
        List<RecordRef> records,
        List<Visit> visits,
        List<Unmapped> unmapped,
        Instant beganAt,
        Optional<Instant> endedAt,
        boolean dropped) {

    /** The most visits. */
    public static final int MOST_VISITS = 10_000;

    /** The most records that are joined. */
    public static final int MOST_RECORDS = 100;

    /**
     * It stood in {@code where}, which is no step's work.
     *
     * @param toExclusive until when; empty if it still does
     */
    public record Unmapped(Claim where, Instant fromInclusive, Optional<Instant> toExclusive) {
        public Unmapped {
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(fromInclusive, "fromInclusive");
            Objects.requireNonNull(toExclusive, "toExclusive");
        }
    }

    /** Throws {@link IllegalArgumentException} outside of the bounds, and where times are out of order. */
    public Journey {
        Keys.requireName(name, "journey");
        records = List.copyOf(records);
        visits = List.copyOf(visits);
        unmapped = List.copyOf(unmapped);
        beganAt = Micros.truncate(beganAt);
        endedAt = endedAt.map(Micros::truncate);
        if (visits.size() > MOST_VISITS || records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "a journey has at most " + MOST_VISITS + " visits and " + MOST_RECORDS + " records: " + name);
        }
        Instant last = beganAt;
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            requireOrder(last, visit.fromInclusive(), name);
            boolean mayBeOpen = i + 1 == visits.size() && endedAt.isEmpty();
            if (visit.toExclusive().isEmpty() && !mayBeOpen) {
                throw new IllegalArgumentException(
                        "work that is still at " + visit.step() + " is nowhere else: " + name);
            }
            last = visit.toExclusive().orElse(visit.fromInclusive());
        }
        requireOrder(last, endedAt.orElse(last), name);
        if (dropped && endedAt.isEmpty()) {
            throw new IllegalArgumentException("what was dropped has ended: " + name);
        }
    }

    private static void requireOrder(Instant one, Instant next, String name) {
        if (next.isBefore(one)) {
            throw new IllegalArgumentException(
                    "a journey goes on in time, not to " + next + " after " + one + ": " + name);
        }
    }

    /**
     * One of visits alone: it begins with the first, and has ended with the last unless it is still there; nothing was dropped.
     *
     * @param visits at least one
     */
    public static Journey of(String name, List<Visit> visits) {
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a journey without a visit begins at no instant: " + name);
        }
        Visit last = visits.get(visits.size() - 1);
        return new Journey(
                name, List.of(), visits, List.of(), visits.get(0).fromInclusive(), last.toExclusive(), false);
    }

    /** That of one record, called as the record is. */
    public static Journey of(ValueStream stream, Track track) {
        return of(stream, track.record().toString(), List.of(track));
    }

    /**
     * That of several records which are one piece of work, such as an idea that became a change that became a release. At any instant the work
     * is where it was moved last, by whichever record; where that record is over, and until another moves, it is at no step. It has ended once
     * all records are over, and was dropped if the last thing that happened was that one was cancelled. What lasted no time is no visit.
     *
     * @param tracks at least one, of each record one; of what happens at one instant, that of the later track in the list comes last
     */
    public static Journey of(ValueStream stream, String name, List<Track> tracks) {
        return new Joining(stream, name, tracks).join();
    }

    /** How long it took from when it came in until it went out; empty if it is on its way. */
    public Optional<Duration> leadTime(FlowTime time) {
        return endedAt.map(end -> time.between(beganAt, end));
    }

    /** Whether it has ended and was not dropped. */
    public boolean isDone() {
        return endedAt.isPresent() && !dropped;
    }

    /** The visit during which {@code at} is; empty if it was at no step then. */
    public Optional<Visit> visitAt(Instant at) {
        return visits.stream()
                .filter(visit -> !at.isBefore(visit.fromInclusive()))
                .filter(visit -> visit.toExclusive().map(at::isBefore).orElse(true))
                .findFirst();
    }
}
