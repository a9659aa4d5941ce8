package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.Records;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/** A record as the model remembers it: each state that it was in, and where it stands by the model's own table. */
final class Tracked<R extends Ticketed<R>> {

    private final Records<R> records;
    private final List<Stored<R>> states = new ArrayList<>();
    private final PeopleModel people = new PeopleModel();
    private String status;

    Tracked(Records<R> records, Stored<R> first, String status) {
        this.records = records;
        this.status = status;
        take(first, status);
    }

    Records<R> records() {
        return records;
    }

    String kind() {
        return records.definition().name();
    }

    RecordId id() {
        return states.get(0).id();
    }

    RecordRef ref() {
        return RecordRef.of(kind(), id());
    }

    Stored<R> now() {
        return states.get(states.size() - 1);
    }

    R record() {
        return now().record();
    }

    Ticket ticket() {
        return record().ticket();
    }

    String status() {
        return status;
    }

    /** What the model remembers of the people around it. */
    PeopleModel people() {
        return people;
    }

    /** Takes note of the next state, which must be one that can follow. */
    void take(Stored<R> next, String newStatus) {
        status = newStatus;
        states.add(next);
        Ticket ticket = next.record().ticket();
        people.seen(ticket);
        assertThat(ticket.status().name()).as("status of %s", ref()).isEqualTo(newStatus);
        List<Stretch> timeline = ticket.timeline();
        assertThat(timeline.get(0).from()).isEqualTo(ticket.openedAt());
        for (int i = 1; i < timeline.size(); i++) {
            assertThat(timeline.get(i).from())
                    .as("timeline %s", timeline)
                    .isAfterOrEqualTo(timeline.get(i - 1).from());
            assertThat(same(timeline.get(i), timeline.get(i - 1)))
                    .as("two equal stretches in %s", timeline)
                    .isFalse();
        }
        Stretch last = timeline.get(timeline.size() - 1);
        assertThat(last.status()).isEqualTo(ticket.status());
        assertThat(last.holdReason()).isEqualTo(ticket.hold().map(hold -> hold.reason()));
        assertThat(last.group()).isEqualTo(ticket.group());
        assertThat(last.assignee()).isEqualTo(ticket.assignee());
        assertThat(ticket.updatedAt()).isBetween(ticket.openedAt(), next.recordedAt());
    }

    private static boolean same(Stretch one, Stretch other) {
        return one.status().equals(other.status())
                && one.holdReason().equals(other.holdReason())
                && one.group().equals(other.group())
                && one.assignee().equals(other.assignee());
    }

    /** What was known of it at {@code at}. */
    Optional<R> asOf(Instant at) {
        Optional<R> known = Optional.empty();
        for (Stored<R> state : states) {
            if (!state.recordedAt().isAfter(at)) {
                known = Optional.of(state.record());
            }
        }
        return known;
    }

    /** All that it was, in its order. */
    List<R> states() {
        return states.stream().map(Stored::record).toList();
    }

    /** When it was recorded for the {@code index}-th time, from 0, begun again at the end. */
    Instant recorded(int index) {
        return states.get(index % states.size()).recordedAt();
    }
}
