package org.itsmkit.valuestream.flow.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Fold;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Stretch;
import org.itsmkit.ticket.Ticketed;
import org.itsmkit.valuestream.flow.Claim;

/**
 * Where one record stood, from its beginning on.
 *
 * @param record which
 * @param standings oldest first, none before the one in front of it; of several at one instant the last holds; 1 to {@value #MOST}
 */
public record Track(RecordRef record, List<Standing> standings) {

    /** The most standings. */
    public static final int MOST = 10_000;

    /** Throws {@link IllegalArgumentException} outside of the bounds, and where the standings are out of order. */
    public Track {
        Objects.requireNonNull(record, "record");
        standings = List.copyOf(standings);
        if (standings.isEmpty() || standings.size() > MOST) {
            throw new IllegalArgumentException("a track has 1 to " + MOST + " standings, not " + standings.size());
        }
        for (int i = 1; i < standings.size(); i++) {
            if (standings.get(i).at().isBefore(standings.get(i - 1).at())) {
                throw new IllegalArgumentException("standings are in the order of time, not " + standings.get(i)
                        + " after " + standings.get(i - 1));
            }
        }
    }

    /** That of a ticket, by its timeline. */
    public static Track of(RecordRef record, Ticketed<?> ticketed) {
        List<Standing> standings = new ArrayList<>();
        for (Stretch stretch : ticketed.ticket().timeline()) {
            add(standings, record, stretch.from(), stretch.status());
        }
        return new Track(record, standings);
    }

    /**
     * That of a record of any kind, by its journal: each entry is applied, and the record looked at afterwards. What is recorded to have happened
     * before the entry in front of it counts as happening with that.
     *
     * @param definition what knows the status of such a record
     * @param journal all of its entries, in their order; at least one
     */
    public static <R> Track of(Definition<R> definition, List<JournalEntry> journal) {
        if (journal.isEmpty()) {
            throw new IllegalArgumentException("a record without a journal stood nowhere");
        }
        Fold<R> fold = Fold.of(definition.kind());
        List<Standing> standings = new ArrayList<>();
        RecordRef record = journal.get(0).record();
        for (JournalEntry entry : journal) {
            fold.add(entry);
            fold.record().ifPresent(now -> add(standings, record, entry.occurredAt(), definition.status(now)));
        }
        return new Track(record, standings);
    }

    private static void add(List<Standing> standings, RecordRef record, Instant at, Status status) {
        Optional<Standing> last =
                standings.isEmpty() ? Optional.empty() : Optional.of(standings.get(standings.size() - 1));
        Claim where = Claim.of(record.kind(), status.name());
        if (last.filter(it -> it.where().equals(where)).isEmpty()) {
            Instant notBefore = last.map(Standing::at).filter(at::isBefore).orElse(at);
            standings.add(new Standing(notBefore, where, status.phase()));
        }
    }
}
