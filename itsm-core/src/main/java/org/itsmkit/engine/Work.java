package org.itsmkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Settings;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a commit: everything that was read for it, everything that is to change, and what follows. Each record is read once,
 * so that all of an attempt sees the same.
 */
final class Work {

    private final Ports ports;
    private final TenantId tenant;
    private final Settings settings;
    private final Optional<Instant> occurredAt;
    private final Instant now;
    private final Map<RecordRef, Optional<? extends Stored<?>>> read = new HashMap<>();
    private final Map<RecordRef, Draft<?>> drafts = new LinkedHashMap<>();
    private final List<TaskChange> tasks = new ArrayList<>();
    private final List<Told> announcements = new ArrayList<>();
    private final List<Preview.RefusedReaction> refused = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int deferred;
    private boolean drawsNumbers = true;
    private boolean onlyFollows;

    private record Told(RecordRef about, Announcement announcement, boolean isInternal) {}

    /** Something for the audit sink, once it is certain. */
    private record Note(Caller caller, Permission permission, Optional<RecordRef> record, String code, String reason) {}

    Work(Ports ports, TenantId tenant, Settings settings, Optional<Instant> occurredAt) {
        this.ports = ports;
        this.tenant = tenant;
        this.settings = settings;
        this.occurredAt = occurredAt;
        this.now = Micros.truncate(ports.clock().instant());
    }

    TenantId tenant() {
        return tenant;
    }

    Settings settings() {
        return settings;
    }

    /** What time it is in this attempt. */
    Instant now() {
        return now;
    }

    /**
     * When what happens to {@code draft} happens in the world: as the caller says, else as it is recorded. What follows from the past
     * on other records follows as soon as it can: not before what they have been through already.
     */
    Instant at(Draft<?> draft) {
        return occurredAt
                .map(instant -> isOwn(draft) && !onlyFollows ? instant : draft.notBefore(instant))
                .orElse(draft.recordedAt());
    }

    private boolean isOwn(Draft<?> draft) {
        return drafts.values().iterator().next() == draft;
    }

    /** The record as the store has it, read once. */
    @SuppressWarnings("unchecked") // only a record of this definition is put under its name
    <R> Optional<Stored<R>> stored(Definition<R> definition, RecordId id) {
        return (Optional<Stored<R>>) read.computeIfAbsent(
                RecordRef.of(definition.name(), id), ref -> ports.store().find(tenant, definition.kind(), id));
    }

    /** The record as this attempt has it by now. */
    <R> Optional<R> current(Definition<R> definition, RecordId id) {
        Draft<R> draft = draftOf(definition, id);
        Optional<R> begun = draft == null ? Optional.empty() : draft.currentIfBegun();
        return begun.or(() -> stored(definition, id).map(Stored::record));
    }

    /** The draft of an existing record, begun if there is none yet; empty if there is no such record. */
    <R> Optional<Draft<R>> draft(Definition<R> definition, RecordId id) {
        Draft<R> draft = draftOf(definition, id);
        if (draft != null) {
            return Optional.of(draft);
        }
        return stored(definition, id).map(stored -> put(new Draft<>(definition, id, Optional.of(stored), now)));
    }

    /** The draft of a record that is to begin. */
    <R> Draft<R> begin(Definition<R> definition, RecordId id) {
        return put(new Draft<>(definition, id, Optional.empty(), now));
    }

    @SuppressWarnings("unchecked") // only a draft of this definition is put under its name
    private <R> @Nullable Draft<R> draftOf(Definition<R> definition, RecordId id) {
        return (Draft<R>) drafts.get(RecordRef.of(definition.name(), id));
    }

    private <R> Draft<R> put(Draft<R> draft) {
        drafts.put(draft.ref(), draft);
        return draft;
    }

    /** From now on all of it follows from what was kept before: no record is the command's own. */
    void onlyFollows() {
        onlyFollows = true;
    }

    /** From now on no numbers are used: records that begin show the prefix alone. */
    void drawNoNumbers() {
        drawsNumbers = false;
    }

    /** Draws the number of a record that begins, when it is first asked for. */
    Supplier<String> number(Definition<?> definition) {
        List<String> drawn = new ArrayList<>(1);
        return () -> {
            if (drawn.isEmpty()) {
                drawn.add(
                        drawsNumbers
                                ? definition.numbered(ports.store().nextNumber(tenant, definition.name()))
                                : definition.prefix());
            }
            return drawn.get(0);
        };
    }

    /**
     * How many records of {@code definition} point at {@code target} by links of {@code type}, as this attempt has them by now. What
     * others commit at the same time is not seen.
     */
    <R> long pointing(Definition<R> definition, String type, RecordRef target) {
        long count = ports.store().count(tenant, definition.kind(), Condition.linkedTo(type, target));
        Link link = Link.of(type, target);
        for (Draft<?> draft : drafts.values()) {
            if (draft.definition() == definition && draft.isChanged()) {
                count += draft.pointsNow(link) - draft.pointedBefore(link);
            }
        }
        return count;
    }

    /** How many records of {@code definition} fulfil {@code condition}, as this attempt has them by now. */
    <R> long count(Definition<R> definition, Condition condition) {
        long count = ports.store().count(tenant, definition.kind(), condition);
        for (Draft<?> draft : drafts.values()) {
            if (draft.definition() == definition && draft.isChanged()) {
                count += draft.fulfils(condition) - draft.fulfilled(condition);
            }
        }
        return count;
    }

    Collection<Draft<?>> drafts() {
        return drafts.values();
    }

    /** How many records are to change. */
    int changed() {
        return (int) drafts.values().stream().filter(Draft::isChanged).count();
    }

    /** How much is to enter journals. */
    long events() {
        return drafts.values().stream()
                .mapToLong(draft -> draft.happened().size())
                .sum();
    }

    boolean isChanged(RecordRef ref) {
        Draft<?> draft = drafts.get(ref);
        return draft != null && draft.isChanged();
    }

    void schedule(TaskChange task) {
        tasks.add(task);
    }

    void announce(RecordRef about, Announcement announcement, boolean isInternal) {
        announcements.add(new Told(about, announcement, isInternal));
    }

    void refuse(Preview.RefusedReaction refusal) {
        refused.add(refusal);
    }

    /** Takes note of something for the audit sink, which is told when this attempt turns out to be the last. */
    void note(Caller caller, Permission permission, Optional<RecordRef> record, String code, String reason) {
        notes.add(new Note(caller, permission, record, code, reason));
    }

    /** Tells the audit sink. */
    void tell(Guard.Notes sink) {
        notes.forEach(note -> sink.note(note.caller(), note.permission(), note.record(), note.code(), note.reason()));
        notes.clear();
    }

    /** Where this attempt stands, to come back to. */
    record Mark(Map<Draft<?>, Runnable> drafts, int tasks, int refused, int notes, int deferred) {}

    Mark mark() {
        Map<Draft<?>, Runnable> wayBack = new HashMap<>();
        drafts.values().forEach(draft -> wayBack.put(draft, wayBack(draft)));
        return new Mark(wayBack, tasks.size(), refused.size(), notes.size(), deferred);
    }

    private static <R> Runnable wayBack(Draft<R> draft) {
        Draft.Mark<R> mark = draft.mark();
        return () -> draft.reset(mark);
    }

    /** Takes back all that came about since {@code mark} was made. What was read stays read, and what a policy denied was denied. */
    void reset(Mark mark) {
        drafts.values()
                .forEach(
                        draft -> mark.drafts().getOrDefault(draft, draft::reset).run());
        // What had not begun then has not begun.
        drafts.values()
                .removeIf(draft -> draft.before().isEmpty() && !mark.drafts().containsKey(draft));
        tasks.subList(mark.tasks(), tasks.size()).clear();
        refused.subList(mark.refused(), refused.size()).clear();
        notes.subList(mark.notes(), notes.size()).removeIf(note -> !Policing.isDenial(note.code()));
        deferred = mark.deferred();
    }

    void defer() {
        deferred++;
    }

    Commit toCommit(Optional<CommandKey> key) {
        List<Write<?>> writes = new ArrayList<>();
        List<TaskChange> changes = new ArrayList<>(tasks);
        for (Draft<?> draft : drafts.values()) {
            if (draft.isChanged()) {
                writes.add(draft.toWrite());
                changes.addAll(TimerTasks.changes(draft, settings, now, task -> isDone(task, key)));
            }
        }
        return new Commit(writes, expectations(), changes, key);
    }

    private boolean isDone(Task task, Optional<CommandKey> key) {
        String effect = TaskKeys.ofCommand(task);
        return key.map(own -> own.key().equals(effect)).orElse(false)
                || ports.store().command(tenant, effect).isPresent();
    }

    /** Every record that was read and is not written. One that was not there has no version to expect; ids are never given twice. */
    private List<Expectation> expectations() {
        List<Expectation> expectations = new ArrayList<>();
        read.forEach((ref, stored) -> {
            Draft<?> draft = drafts.get(ref);
            if (stored.isPresent() && (draft == null || !draft.isChanged())) {
                expectations.add(new Expectation(ref, stored.get().version()));
            }
        });
        return expectations;
    }

    /** What this would do, as far as it is about records that {@code isVisible}. */
    Preview toPreview(
            Predicate<Draft<?>> isVisible,
            Predicate<Draft<?>> readsInternal,
            Function<Draft<?>, Preview.Change<?>> toChange,
            UnaryOperator<Preview.RefusedReaction> asSeen) {
        List<Preview.Change<?>> changes = new ArrayList<>();
        List<Preview.MovedDeadline> deadlines = new ArrayList<>();
        Set<RecordRef> visible = new HashSet<>();
        for (Draft<?> draft : drafts.values()) {
            if (isOwn(draft) || isVisible.test(draft)) {
                visible.add(draft.ref());
                if (draft.isChanged()) {
                    Preview.Change<?> change = toChange.apply(draft);
                    changes.add(change);
                    deadlines.addAll(moved(draft, change));
                }
            }
        }
        return new Preview(
                changes,
                deadlines,
                announcements.stream()
                        .filter(told -> visible.contains(told.about())
                                && (!told.isInternal() || readsInternal.test(drafts.get(told.about()))))
                        .map(Told::announcement)
                        .toList(),
                refused.stream()
                        .filter(refusal -> visible.contains(refusal.record()))
                        .map(asSeen)
                        .toList(),
                deferred);
    }

    /** The deadlines that move, as far as the caller sees the record. */
    @SuppressWarnings("unchecked") // the change is the draft's own
    private static <R> List<Preview.MovedDeadline> moved(Draft<R> draft, Preview.Change<?> change) {
        Preview.Change<R> seen = (Preview.Change<R>) change;
        Map<String, Instant> before =
                seen.before().map(draft.definition()::deadlines).orElse(Map.of());
        Map<String, Instant> after = draft.definition().deadlines(seen.after());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Preview.MovedDeadline(
                        draft.ref(), name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                .filter(deadline -> !deadline.before().equals(deadline.after()))
                .toList();
    }
}
