package org.itsmkit.engine;

import io.vavr.control.Either;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Timer;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.task.TaskChange;

/** A timer that is due: does what its record wants done then, if it still wants it. */
final class FiredTimer<R> {

    private final Engine engine;
    private final Definition<R> definition;
    private final RecordId id;
    private final Timer timer;
    private final CommandKey key;
    private final Caller system;

    /**
     * The timer of a record.
     *
     * @param key makes what it does happen once
     */
    FiredTimer(Engine engine, TenantId tenant, Definition<R> definition, RecordId id, Timer timer, CommandKey key) {
        this.engine = engine;
        this.definition = definition;
        this.id = id;
        this.timer = timer;
        this.key = key;
        this.system = Caller.system(tenant, Cause.of(TimerTasks.TASK + ":" + timer.name()));
    }

    /**
     * Acts, and decides anew where somebody else was quicker.
     *
     * @throws IllegalStateException if it is not due by the engine's clock, so that it comes again later
     * @throws StoreException if others are quicker all the time, so that it comes again later
     */
    void act() {
        for (int attempt = 1; attempt <= Engine.MAX_ATTEMPTS; attempt++) {
            if (engine.ports().store().command(system.tenant(), key.key()).isPresent() || attempt()) {
                return;
            }
        }
        throw new StoreException(
                "others keep changing " + RecordRef.of(definition.name(), id) + " under its timer " + timer.name());
    }

    /** Whether that was the end of it. */
    private boolean attempt() {
        Work work = engine.work(system, Options.none());
        if (work.now().isBefore(timer.due())) {
            throw new IllegalStateException(
                    "timer " + timer.name() + " is due at " + timer.due() + ", and the clock stands at " + work.now());
        }
        Optional<Draft<R>> draft = work.draft(definition, id);
        if (draft.isEmpty()) {
            return true;
        }
        R record = draft.get().current();
        Optional<Timers<R>> wanting = TimerTasks.wanting(definition, record, timer, work.settings());
        if (wanting.isEmpty()) {
            moved(work, record);
            return committed(work, Optional.empty());
        }
        Optional<Command<R>> command = wanting.get().command(record, timer, work.settings(), work.now());
        if (command.isEmpty()) {
            return settled();
        }
        Either<Rejection, Draft<R>> outcome = engine.decider().carryOut(work, system, draft.get(), command.get());
        Optional<Rejection> refusal = outcome.isLeft()
                ? Optional.of(outcome.getLeft())
                : engine.reactor().follow(work);
        if (refusal.isPresent()) {
            boolean isSettled = settled();
            refused(command.get(), draft.get().ref(), refusal.get());
            return isSettled;
        }
        engine.announce(work);
        return committed(work, Optional.of(key));
    }

    /** Settings may have changed since it was scheduled, so that the record wants others, or this one at another instant. */
    private void moved(Work work, R record) {
        RecordRef ref = RecordRef.of(definition.name(), id);
        TimerTasks.wanted(definition, record, work.settings()).stream()
                .<TaskChange>map(other -> TimerTasks.schedule(ref, other))
                .forEach(work::schedule);
    }

    /** Nothing comes of it, and nothing will, whatever else happens to the record. */
    private boolean settled() {
        return committed(engine.work(system, Options.none()), Optional.of(key));
    }

    private boolean committed(Work work, Optional<CommandKey> once) {
        try {
            engine.commit(work, once);
            work.tell(engine.guard()::note);
            return true;
        } catch (DuplicateCommandException e) {
            return true;
        } catch (StaleRecordException e) {
            return false;
        }
    }

    private void refused(Command<R> command, RecordRef ref, Rejection refusal) {
        engine.guard()
                .note(
                        system,
                        new Permission(definition.name(), command.action().value()),
                        Optional.of(ref),
                        "timer.refused",
                        timer.name() + ": " + refusal.sentence());
    }
}
