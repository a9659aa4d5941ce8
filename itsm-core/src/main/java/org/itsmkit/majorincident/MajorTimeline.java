package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;

/** What happened, in the order in which it happened: entries that people wrote, and all that the journals tell. */
public final class MajorTimeline {

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::at)
            .thenComparing(Line::recordedAt)
            .thenComparing(Line::record)
            .thenComparing(Line::place);

    private MajorTimeline() {}

    /**
     * A line of a timeline.
     *
     * @param at when it happened in the world: for an entry, when its author says that it did
     * @param recordedAt when it was recorded
     * @param record in whose journal it stands
     * @param place its place there
     * @param by who did it, or wrote it down
     * @param event what happened
     * @param correctedBy the place, in the same journal, of the entry that stands in its stead, if it was corrected
     */
    public record Line(
            Instant at,
            Instant recordedAt,
            RecordRef record,
            long place,
            PersonId by,
            Object event,
            Optional<Long> correctedBy) {

        public Line {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(recordedAt, "recordedAt");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(correctedBy, "correctedBy");
        }

        /** Whether nothing stands in its stead. */
        public boolean stands() {
            return correctedBy.isEmpty();
        }
    }

    /**
     * Merges journals: that of a major incident, and those of others that have to do with it, such as its incident. Pure. What happened
     * at one instant is told as it was recorded.
     *
     * @param journals each as its door gives it, in any order
     */
    public static List<Line> merge(Collection<List<JournalEntry>> journals) {
        List<Line> lines = new ArrayList<>();
        for (List<JournalEntry> journal : journals) {
            Map<Long, Long> corrected = new HashMap<>();
            for (JournalEntry entry : journal) {
                if (entry.event() instanceof CommunicationEvent.Entered entered) {
                    entered.corrects().ifPresent(place -> corrected.put(place, entry.sequence()));
                }
            }
            for (JournalEntry entry : journal) {
                lines.add(new Line(
                        entry.event() instanceof CommunicationEvent.Entered entered
                                ? entered.happenedAt()
                                : entry.occurredAt(),
                        entry.recordedAt(),
                        entry.record(),
                        entry.sequence(),
                        entry.by(),
                        entry.event(),
                        Optional.ofNullable(corrected.get(entry.sequence()))));
            }
        }
        lines.sort(ORDER);
        return List.copyOf(lines);
    }
}
