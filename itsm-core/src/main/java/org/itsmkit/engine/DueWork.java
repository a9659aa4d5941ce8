package org.itsmkit.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Timer;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskHandler;

/** Does the engine's own kinds of due work: notices to deliver, reactions to go on with, and timers. */
final class DueWork implements TaskHandler {

    private static final String NOTICE = "notice";
    private static final String ARGUMENT = "arg.";
    private static final String TITLE = "title";
    private static final FieldKey TITLE_KEY = FieldKey.of(TITLE, FieldType.TEXT);

    private final Engine engine;
    private final Ports ports;
    private final Registry registry;

    DueWork(Engine engine, Ports ports, Registry registry) {
        this.engine = engine;
        this.ports = ports;
        this.registry = registry;
    }

    static TaskChange notice(RecordRef record, long sequence, int number, Announcement announcement, Instant due) {
        Map<String, String> payload = new HashMap<>();
        payload.put("kind", record.kind());
        payload.put("id", record.id().value());
        payload.put("code", announcement.code());
        announcement.person().ifPresent(person -> payload.put("person", person.value()));
        announcement.group().ifPresent(group -> payload.put("group", group.value()));
        announcement.arguments().forEach((name, value) -> payload.put(ARGUMENT + name, value));
        String order = String.format(Locale.ROOT, "%010d:%03d", sequence, number);
        String key = TaskKeys.of(NOTICE, record.toString(), order);
        return TaskChange.schedule(new Task(key, NOTICE, due, payload));
    }

    @Override
    public void handle(TenantId tenant, Task task) {
        switch (task.type()) {
            case NOTICE -> deliver(tenant, task);
            case Reactor.TASK -> goOn(tenant, task);
            case TimerTasks.TASK -> fire(tenant, task, kind(task));
            default -> throw new IllegalArgumentException("no such work: " + task.type());
        }
    }

    private void deliver(TenantId tenant, Task task) {
        Map<String, String> arguments = new HashMap<>();
        task.payload().forEach((name, value) -> {
            if (name.startsWith(ARGUMENT)) {
                arguments.put(name.substring(ARGUMENT.length()), value);
            }
        });
        RecordRef record = RecordRef.of(text(task, "kind"), RecordId.of(text(task, "id")));
        // What people wrote is read when it is told, so that no task holds what is erased elsewhere.
        registry.find(record.kind())
                .flatMap(definition -> title(tenant, definition, record.id()))
                .ifPresent(title -> arguments.putIfAbsent(TITLE, title));
        ports.notifier()
                .deliver(new Notice(
                        task.key(),
                        tenant,
                        record,
                        text(task, "code"),
                        Optional.ofNullable(task.payload().get("person")).map(PersonId::of),
                        Optional.ofNullable(task.payload().get("group")).map(GroupId::of),
                        arguments));
    }

    /** The title that the record has now, if records of its kind have one. */
    private <R> Optional<String> title(TenantId tenant, Definition<R> definition, RecordId id) {
        return ports.store()
                .find(tenant, definition.kind(), id)
                .flatMap(stored -> definition.kind().fields().stream()
                        .filter(field -> field.key().equals(TITLE_KEY))
                        .flatMap(field -> field.values(stored.record()).stream())
                        .map(value -> ((FieldValue.Text) value).value())
                        .findFirst());
    }

    /** The tasks about {@code record} that would tell one of {@code persons}, or anybody if there are none. */
    static Predicate<Task> about(RecordRef record, Optional<Set<PersonId>> persons) {
        return task -> record.kind().equals(task.payload().get("kind"))
                && record.id().value().equals(task.payload().get("id"))
                && persons.map(some -> some.stream()
                                .anyMatch(person ->
                                        person.value().equals(task.payload().get("person"))))
                        .orElse(true);
    }

    private void goOn(TenantId tenant, Task task) {
        goOn(tenant, task, kind(task));
    }

    private Definition<?> kind(Task task) {
        return registry.find(text(task, "kind"))
                .orElseThrow(() -> new IllegalArgumentException("kind " + text(task, "kind") + " is not carried"));
    }

    private <R> void fire(TenantId tenant, Task task, Definition<R> definition) {
        Timer timer = new Timer(text(task, "name"), Micros.toInstant(Long.parseLong(text(task, "due"))));
        CommandKey once = new CommandKey(TaskKeys.ofCommand(task), Canonical.digest(task.payload()), "done");
        new FiredTimer<>(engine, tenant, definition, RecordId.of(text(task, "id")), timer, once).act();
    }

    private <R> void goOn(TenantId tenant, Task task, Definition<R> source) {
        RecordId id = RecordId.of(text(task, "id"));
        long sequence = Long.parseLong(text(task, "sequence"));
        Fold<R> fold = Fold.of(ports.store(), tenant, source.kind(), id, entry -> entry.sequence() <= sequence);
        JournalEntry entry = fold.last()
                .filter(last -> last.sequence() == sequence)
                .orElseThrow(
                        () -> new StoreException("the cause of reaction " + task.key() + " is not in its journal"));
        @SuppressWarnings("unchecked") // a journal holds events of its own kind
        Event<R> event = (Event<R>) entry.event();
        Caller system = Caller.system(tenant, Cause.of(Reactor.TASK));
        // What was told late happened then, to all that it reaches, however many commits that takes.
        boolean isLate = entry.occurredAt().isBefore(entry.recordedAt());
        Work work = engine.work(system, isLate ? Options.none().occurredAt(entry.occurredAt()) : Options.none());
        work.onlyFollows();
        engine.reactor()
                .resume(
                        work,
                        text(task, "reaction"),
                        source,
                        id,
                        new Happened<>(
                                event,
                                Occurrence.of(entry),
                                fold.before(),
                                fold.record().orElseThrow()),
                        Integer.parseInt(task.payload().getOrDefault("depth", "0")),
                        Integer.parseInt(task.payload().getOrDefault("steps", "0")),
                        text(task, "after").isEmpty()
                                ? Optional.empty()
                                : Optional.of(RecordId.of(text(task, "after"))));
        engine.announce(work);
        try {
            engine.commit(
                    work,
                    Optional.of(new CommandKey(TaskKeys.ofCommand(task), Canonical.digest(task.payload()), "done")));
        } catch (DuplicateCommandException e) {
            // Handed out a second time: it was done the first time, and so is what follows from it.
            return;
        }
        work.tell(engine.guard()::note);
    }

    private static String text(Task task, String name) {
        return Objects.requireNonNull(task.payload().get(name), name);
    }
}
