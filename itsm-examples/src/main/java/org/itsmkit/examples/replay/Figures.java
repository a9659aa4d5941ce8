package org.itsmkit.examples.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.engine.Fold;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketEvent;

/**
 * Reads the figures of a report from journals, and from nothing else: each is folded entry by entry, and looked at where a row of the
 * log ends, which its {@link ImportedFields#MODIFICATION} marks. For one thread.
 */
final class Figures {

    private final ServiceLevels levels;
    private final IncidentFlow flow;
    private long incidents;
    private long rows;
    private long entries;
    private long reopened;
    private long reassignments;
    private long priorityMismatches;
    private long timeWentBack;
    private final Map<Report.Step, Long> transitions = new TreeMap<>(STEPS);
    private final Map<Report.Step, Long> refused = new TreeMap<>(STEPS);
    private final Map<String, Long> minutes = new TreeMap<>();
    private final List<Double> hoursToResolution = new ArrayList<>();

    private static final Comparator<Report.Step> STEPS = Comparator.comparing(Report.Step::from)
            .thenComparing(Report.Step::to)
            .thenComparing(step -> step.reason().orElse(""));

    /** An incident at the end of a row; the mark is the row's own. */
    private record RowEnd(List<Optional<FieldValue>> mark, Instant at, Ticket ticket) {

        /** The state in the words of the log, those that the kit has no word for included. */
        String state() {
            return ticket.custom().get(ImportedFields.STATE) instanceof FieldValue.Text text
                    ? text.value()
                    : LoggedState.of(ticket).text();
        }
    }

    /** Figures of nothing yet; service levels are left to {@code levels}, the way along the value stream to {@code flow}. */
    Figures(ServiceLevels levels, IncidentFlow flow) {
        this.levels = levels;
        this.flow = flow;
    }

    /** Adds one incident's journal. */
    void add(List<JournalEntry> journal) {
        Fold<Incident> fold = Fold.of(Incidents.KIND);
        Optional<RowEnd> before = Optional.empty();
        List<TicketEvent.Migrated<?>> migrations = new ArrayList<>();
        for (JournalEntry entry : journal) {
            fold.add(entry);
            fold.record().map(Incident::ticket).ifPresent(levels::see);
            fold.record().map(Incident::ticket).ifPresent(flow::see);
            if (entry.event() instanceof TicketEvent.Migrated<?> migrated) {
                migrations.add(migrated);
            }
            Optional<RowEnd> end = rowEnd(fold, entry, before);
            if (end.isPresent()) {
                row(before, end.get(), migrations);
                migrations.clear();
                before = end;
            }
        }
        incidents++;
        entries += journal.size();
        fold.record().ifPresent(incident -> flow.finish(journal.get(0).record(), incident));
        fold.record()
                .map(Incident::ticket)
                .ifPresent(ticket -> end(journal.get(0).record().id(), ticket));
    }

    private static Optional<RowEnd> rowEnd(Fold<Incident> fold, JournalEntry entry, Optional<RowEnd> before) {
        Ticket ticket = fold.record().orElseThrow().ticket();
        Map<String, FieldValue> custom = ticket.custom();
        List<Optional<FieldValue>> mark = List.of(
                Optional.ofNullable(custom.get(ImportedFields.MODIFICATION)),
                Optional.ofNullable(custom.get(ImportedFields.REPEATED)));
        boolean isEnd = mark.get(0).isPresent() && !before.map(RowEnd::mark).equals(Optional.of(mark));
        return isEnd ? Optional.of(new RowEnd(mark, entry.recordedAt(), ticket)) : Optional.empty();
    }

    private void row(Optional<RowEnd> before, RowEnd now, List<TicketEvent.Migrated<?>> migrations) {
        rows++;
        Map<String, FieldValue> custom = now.ticket().custom();
        priorityMismatches += custom.containsKey(ImportedFields.PRIORITY) ? 1 : 0;
        timeWentBack += custom.containsKey(ImportedFields.UPDATED_AT) ? 1 : 0;
        before.ifPresent(earlier -> {
            Duration spent = Duration.between(earlier.at(), now.at());
            minutes.merge(earlier.state(), spent.toMinutes(), Long::sum);
            if (!earlier.state().equals(now.state())) {
                count(transitions, new Report.Step(earlier.state(), now.state(), Optional.empty()));
                reopened += isDone(earlier.state()) && !isDone(now.state()) ? 1 : 0;
            }
            for (TicketEvent.Migrated<?> migrated : migrations) {
                count(refused, new Report.Step(earlier.state(), now.state(), Optional.of(migrated.reason())));
            }
        });
    }

    private static boolean isDone(String state) {
        return LoggedState.parse(state).map(LoggedState::isDone).orElse(false);
    }

    private static void count(Map<Report.Step, Long> counts, Report.Step step) {
        counts.merge(step, 1L, Long::sum);
    }

    private void end(RecordId id, Ticket ticket) {
        levels.finish(id, ticket);
        reassignments += ticket.reassignments();
        ticket.resolvedAt()
                .map(resolved -> Duration.between(ticket.openedAt(), resolved).toMillis() / 3_600_000.0)
                .ifPresent(hoursToResolution::add);
    }

    /** What was read so far, as a report without the parts that are no matter of journals. */
    Report.Figures toFigures() {
        return new Report.Figures(
                incidents,
                rows,
                transitions.values().stream().mapToLong(Long::longValue).sum(),
                List.copyOf(counted(refused)),
                List.copyOf(counted(transitions)),
                reopened,
                reassignments,
                priorityMismatches,
                minutes,
                Report.Resolution.of(hoursToResolution),
                timeWentBack,
                entries);
    }

    private static List<Report.Count> counted(Map<Report.Step, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> new Report.Count(e.getKey(), e.getValue()))
                .toList();
    }
}
