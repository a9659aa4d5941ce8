package org.itsmkit.examples.replay;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketEvent;

/**
 * Gives the kit the rows of some of the incidents, one commit for each, by the time of the row. Every commit has a key, so that rows
 * that were given before change nothing. For one thread.
 */
final class Replayer {

    private static final String FIRST_STATE = "The log begins in this state.";

    private final RecordStore store;
    private final Itsm itsm;
    private final Records<Incident> incidents;
    private final Namings namings;
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Problems problems;
    private final Map<RecordId, Place> places = new HashMap<>();

    /** How far an incident has come. */
    private record Place(long version, long modification, int repeated) {}

    Replayer(RecordStore store, Namings namings, Problems problems) {
        this.store = store;
        this.namings = namings;
        this.problems = problems;
        this.itsm = ImportKit.over(store, clock);
        this.incidents = itsm.incidents();
    }

    /** Replays rows of one incident, in their order; they may continue what was replayed before. */
    void replay(List<LogRow> rows) {
        RecordId id = rows.get(0).id();
        Optional<Stored<Incident>> incident =
                Optional.ofNullable(places.get(id)).map(place -> asIt(id, place));
        for (LogRow row : rows) {
            Optional<Place> before = Optional.ofNullable(places.get(id));
            if (before.isPresent() && row.modification() < before.get().modification()) {
                problems.note(
                        row.line(),
                        id + " appears again, with sys_mod_count " + row.modification() + " after "
                                + before.get().modification() + "; not replayed");
                continue;
            }
            int repeated = before.filter(place -> place.modification() == row.modification())
                    .map(place -> place.repeated() + 1)
                    .orElse(0);
            String key = id + "/" + row.modification() + (repeated == 0 ? "" : "/" + repeated);
            Either<Rejection, Stored<Incident>> outcome = apply(incident, row, repeated, key);
            if (outcome.isLeft()) {
                problems.note(row.line(), refusal(outcome.getLeft()));
                continue;
            }
            incident = Optional.of(outcome.get());
            places.put(id, new Place(outcome.get().version(), row.modification(), repeated));
        }
    }

    private static String refusal(Rejection rejection) {
        return "refused (" + rejection.code() + "): " + rejection.sentence() + " Not replayed.";
    }

    /** The incident as this replay left it, whatever a former one did to it. */
    private Stored<Incident> asIt(RecordId id, Place place) {
        Fold<Incident> fold =
                Fold.of(store, ImportKit.TENANT, Incidents.KIND, id, entry -> entry.sequence() <= place.version());
        return new Stored<>(
                id,
                place.version(),
                fold.last().orElseThrow().recordedAt(),
                fold.record().orElseThrow());
    }

    private Either<Rejection, Stored<Incident>> apply(
            Optional<Stored<Incident>> before, LogRow row, int repeated, String key) {
        Snapshot snapshot =
                Snapshot.of(row, repeated, before.map(stored -> stored.record().ticket()));
        snapshot.problems().forEach(reason -> problems.note(row.line(), reason));
        Optional<Rejection> refusal = makeNamed(snapshot);
        if (refusal.isPresent()) {
            return Either.left(refusal.get());
        }
        clock.set(row.at());
        Either<Rejection, Stored<Incident>> begun = before.<Either<Rejection, Stored<Incident>>>map(Either::right)
                .orElseGet(() -> log(row, snapshot, key + "/log"));
        return begun.flatMap(incident ->
                before.isEmpty() ? first(incident, row, snapshot, key) : next(incident, row, snapshot, key));
    }

    /** Sees to it that what the row names is there to be linked to. */
    private Optional<Rejection> makeNamed(Snapshot snapshot) {
        for (Link link : snapshot.links()) {
            Optional<Rejection> refusal = namings.make(link.target(), itsm, clock);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Either<Rejection, Stored<Incident>> log(LogRow row, Snapshot snapshot, String key) {
        Map<String, FieldValue> custom = new HashMap<>(snapshot.custom());
        // The row is done once the next commit says so.
        custom.remove(ImportedFields.MODIFICATION);
        IncidentCommand.Log log = IncidentCommand.log()
                .title("Incident " + row.id())
                .requester(person(row, Column.CALLER_ID))
                .category(snapshot.category())
                .impact(snapshot.impact())
                .urgency(snapshot.urgency())
                .custom(custom)
                .build();
        Caller opener = caller(person(row, Column.OPENED_BY));
        return incidents.submitNew(opener, row.id(), log, Options.once(key).occurredAt(openedAt(row)));
    }

    /** When it was opened, but not after its first row: nobody logs what is still to come. */
    private static Instant openedAt(LogRow row) {
        return new Unreadable()
                .read(row, Column.OPENED_AT, row.times()::parse)
                .filter(opened -> opened.isBefore(row.at()))
                .orElse(row.at());
    }

    private Either<Rejection, Stored<Incident>> first(
            Stored<Incident> incident, LogRow row, Snapshot snapshot, String key) {
        Ticket ticket = incident.record().ticket();
        List<Command<Incident>> commands = new ArrayList<>();
        snapshot.state()
                .filter(state -> !state.isWhereItStands(ticket))
                .ifPresent(state -> commands.add(RowCommands.migrate(state, FIRST_STATE)));
        commands.addAll(RowCommands.others(ticket, snapshot));
        return submit(incident, row, commands, key);
    }

    private Either<Rejection, Stored<Incident>> next(
            Stored<Incident> incident, LogRow row, Snapshot snapshot, String key) {
        Ticket ticket = incident.record().ticket();
        List<Command<Incident>> others = RowCommands.others(ticket, snapshot);
        Optional<Command<Incident>> move = snapshot.state().flatMap(to -> RowCommands.move(ticket, to, row));
        if (move.isEmpty()) {
            return submit(incident, row, others, key);
        }
        Either<Rejection, Stored<Incident>> outcome = submit(incident, row, joined(move.get(), others), key);
        if (outcome.isRight()) {
            return outcome;
        }
        Optional<String> reason = reason(outcome.getLeft(), incident);
        return reason.map(text -> submit(
                        incident,
                        row,
                        joined(RowCommands.migrate(snapshot.state().orElseThrow(), text), others),
                        key + "/migrate"))
                .orElse(outcome);
    }

    /** Why the lifecycle, or a rule, does not let it go where the log has it; empty if there is something else in the way. */
    private Optional<String> reason(Rejection rejection, Stored<Incident> incident) {
        return switch (rejection.reason()) {
            case NOT_POSSIBLE, INCOMPLETE, NOT_PERMITTED -> Optional.of(rejection.sentence());
            // By now it stands elsewhere, if this row was replayed before: then the reason is on record.
            case CONFLICT -> formerReason(incident);
            case UNKNOWN_CALLER, NOT_FOUND, KEY_REUSED, DENIED -> Optional.empty();
        };
    }

    private Optional<String> formerReason(Stored<Incident> incident) {
        List<JournalEntry> next = store.journal(ImportKit.TENANT, Incidents.KIND, incident.id(), incident.version(), 1);
        return next.stream()
                .map(JournalEntry::event)
                .filter(TicketEvent.Migrated.class::isInstance)
                .map(event -> ((TicketEvent.Migrated<?>) event).reason())
                .findFirst();
    }

    /** Only if the incident is as the rows so far have left it: one that somebody else has changed is not overwritten. */
    private Either<Rejection, Stored<Incident>> submit(
            Stored<Incident> incident, LogRow row, List<Command<Incident>> commands, String key) {
        return incidents.submitAll(
                caller(person(row, Column.SYS_UPDATED_BY)),
                incident.id(),
                commands,
                Options.expecting(incident.version()).key(key));
    }

    private static List<Command<Incident>> joined(Command<Incident> first, List<Command<Incident>> others) {
        List<Command<Incident>> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    private static Optional<PersonId> person(LogRow row, Column column) {
        return new Unreadable().read(row, column, PersonId::of).filter(person -> !person.equals(Caller.SYSTEM));
    }

    private static Caller caller(Optional<PersonId> person) {
        return person.map(p -> Caller.of(ImportKit.TENANT, p)).orElse(ImportKit.IMPORT);
    }
}
