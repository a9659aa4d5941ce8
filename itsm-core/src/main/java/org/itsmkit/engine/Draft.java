package org.itsmkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;

/** One record on its way to a commit: as it was, what has happened to it since, and as it is now. */
final class Draft<R> {

    private final Definition<R> definition;
    private final RecordId id;
    private final Optional<Stored<R>> before;
    private final Instant recordedAt;
    private Optional<R> current;
    private final List<NewEntry> entries = new ArrayList<>();
    private final List<Happened<R>> happened = new ArrayList<>();

    Draft(Definition<R> definition, RecordId id, Optional<Stored<R>> before, Instant now) {
        this.definition = definition;
        this.id = id;
        this.before = before;
        this.current = before.map(Stored::record);
        this.recordedAt = before.map(Stored::recordedAt).filter(now::isBefore).orElse(now);
    }

    Definition<R> definition() {
        return definition;
    }

    RecordId id() {
        return id;
    }

    RecordRef ref() {
        return RecordRef.of(definition.name(), id);
    }

    Optional<Stored<R>> before() {
        return before;
    }

    R current() {
        return current.orElseThrow(() -> new IllegalStateException(ref() + " has not begun"));
    }

    /** The record as it is now; empty if it has not begun. */
    Optional<R> currentIfBegun() {
        return current;
    }

    /** When the next event is recorded: now, but never before the last one was. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** Returns {@code instant}, or when the record last changed if that was later. */
    Instant notBefore(Instant instant) {
        return before.map(Stored::recordedAt).filter(instant::isBefore).orElse(instant);
    }

    List<Happened<R>> happened() {
        return happened;
    }

    /** 1 if the record points there now, else 0. */
    int pointsNow(Link link) {
        return points(current, link);
    }

    /** 1 if the record pointed there before, else 0. */
    int pointedBefore(Link link) {
        return points(before.map(Stored::record), link);
    }

    private int points(Optional<R> record, Link link) {
        return record.map(r -> definition.kind().links(r).contains(link)).orElse(false) ? 1 : 0;
    }

    /** 1 if the record fulfils the condition now, else 0. */
    int fulfils(Condition condition) {
        return fulfils(current, condition);
    }

    /** 1 if the record fulfilled it before, else 0. */
    int fulfilled(Condition condition) {
        return fulfils(before.map(Stored::record), condition);
    }

    private int fulfils(Optional<R> record, Condition condition) {
        return record.filter(r -> Conditions.matches(condition, definition.kind(), r))
                        .isPresent()
                ? 1
                : 0;
    }

    boolean isChanged() {
        return !entries.isEmpty();
    }

    void add(Event<R> event, Caller caller, Instant at, long settingsVersion) {
        Occurrence occurrence =
                new Occurrence(version() + entries.size() + 1, at, recordedAt, caller.person(), caller.onBehalfOf());
        R after = after(event, occurrence);
        entries.add(new NewEntry(
                event, at, recordedAt, caller.person(), caller.onBehalfOf(), caller.cause(), settingsVersion));
        happened.add(new Happened<>(event, occurrence, current, after));
        current = Optional.of(after);
    }

    private R after(Event<R> event, Occurrence occurrence) {
        if (event instanceof Event.First<R> first && current.isEmpty()) {
            return first.begin(occurrence);
        }
        if (event instanceof Event.Next<R> next && current.isPresent()) {
            return next.applyTo(current.get(), occurrence);
        }
        throw new IllegalStateException("a first event begins a record, and next ones follow: " + ref() + " got "
                + event.getClass().getName());
    }

    private long version() {
        return before.map(Stored::version).orElse(0L);
    }

    /** Where this draft stands, to come back to. */
    record Mark<R>(Optional<R> current, int length) {}

    Mark<R> mark() {
        return new Mark<>(current, entries.size());
    }

    /** Takes back all that happened since {@code mark} was made. */
    void reset(Mark<R> mark) {
        current = mark.current();
        entries.subList(mark.length(), entries.size()).clear();
        happened.subList(mark.length(), happened.size()).clear();
    }

    /** Takes back all that happened. */
    void reset() {
        reset(new Mark<>(before.map(Stored::record), 0));
    }

    Write<R> toWrite() {
        return before.isEmpty()
                ? Write.insert(definition.kind(), id, current(), entries)
                : Write.update(definition.kind(), id, version(), current(), entries);
    }

    Stored<R> toStored() {
        return new Stored<>(
                id,
                version() + entries.size(),
                isChanged() ? recordedAt : before.orElseThrow().recordedAt(),
                current());
    }

    Preview.Change<R> toChange() {
        return new Preview.Change<>(
                ref(),
                before.map(Stored::record),
                happened.stream().<Object>map(Happened::event).toList(),
                current());
    }
}
