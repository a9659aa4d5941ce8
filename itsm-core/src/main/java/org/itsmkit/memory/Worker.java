package org.itsmkit.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One thread that does tasks as they become ready, until it is stopped. It is a daemon: a host that forgets to stop it can
 * still end.
 */
final class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());

    private final Agenda agenda;
    private final InstantSource clock;
    private final Consumer<Scheduled> attempt;
    private final Thread thread;
    private volatile boolean stopped;

    /** A worker that is not yet at work; {@code attempt} settles with the agenda how a task went. */
    Worker(Agenda agenda, InstantSource clock, Consumer<Scheduled> attempt) {
        this.agenda = agenda;
        this.clock = clock;
        this.attempt = attempt;
        thread = new Thread(this::work, "itsm-tasks");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Stops, and waits for the task in hand. Called by that task itself, it does not wait. An interrupt is kept for later.
     */
    void stop() {
        stopped = true;
        agenda.wake();
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopped) {
            try {
                Optional<Scheduled> next = agenda.take(clock.instant(), Set.of());
                if (next.isPresent()) {
                    attempt.accept(next.get());
                } else {
                    agenda.awaitReady(clock, () -> stopped);
                }
            } catch (InterruptedException e) {
                // A handler's affair: the queue ends when it is closed.
                LOG.log(Level.DEBUG, "an interrupt of the task thread was passed over", e);
            } catch (Throwable e) {
                LOG.log(Level.ERROR, "the task thread goes on after an error", e);
            }
        }
    }
}
