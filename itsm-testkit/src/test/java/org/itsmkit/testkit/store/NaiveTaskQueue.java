package org.itsmkit.testkit.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;
import org.itsmkit.spi.task.TaskHandler;
import org.itsmkit.spi.task.TaskQueue;

/** A task queue as a stranger might write it: one list and one lock. */
final class NaiveTaskQueue implements TaskQueue {

    private static final class Item {
        private final TenantId tenant;
        private final Task task;
        private Instant ready;
        private int failures;
        private boolean inHand;

        Item(TenantId tenant, Task task) {
            this.tenant = tenant;
            this.task = task;
            ready = task.due();
        }

        boolean is(TenantId other, String key) {
            return tenant.equals(other) && task.key().equals(key);
        }
    }

    private static final Comparator<Item> ORDER = Comparator.<Item, Instant>comparing(item -> item.ready)
            .thenComparing(item -> item.task.key().codePoints().toArray(), Arrays::compare);

    private final List<Item> items = new ArrayList<>();
    private final InstantSource clock;
    private boolean running;

    NaiveTaskQueue(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void apply(TenantId tenant, List<TaskChange> changes) {
        for (TaskChange change : changes) {
            if (change instanceof TaskChange.Schedule schedule) {
                items.removeIf(item -> item.is(tenant, schedule.task().key()));
                items.add(new Item(tenant, schedule.task()));
            } else if (change instanceof TaskChange.Cancel cancel) {
                items.removeIf(item -> item.is(tenant, cancel.key()));
            }
        }
    }

    private synchronized Optional<Item> take(List<Item> tried) {
        Optional<Item> first = items.stream()
                .filter(item -> !item.inHand && !tried.contains(item))
                .filter(item -> !item.ready.isAfter(clock.instant()))
                .min(ORDER);
        first.ifPresent(item -> item.inHand = true);
        return first;
    }

    private boolean attempt(Item item, TaskHandler handler) {
        try {
            handler.handle(item.tenant, item.task);
            synchronized (this) {
                items.remove(item);
            }
            return true;
        } catch (Exception e) {
            synchronized (this) {
                item.failures++;
                item.ready = clock.instant().plusSeconds(10L * item.failures * item.failures);
                item.inHand = false;
            }
            return false;
        }
    }

    @Override
    public int runDue(TaskHandler handler) {
        List<Item> tried = new ArrayList<>();
        int done = 0;
        Optional<Item> item = take(tried);
        while (item.isPresent()) {
            tried.add(item.get());
            done += attempt(item.get(), handler) ? 1 : 0;
            item = take(tried);
        }
        return done;
    }

    @Override
    public synchronized Running start(TaskHandler handler) {
        if (running) {
            throw new IllegalStateException("running already");
        }
        running = true;
        Thread thread = new Thread(() -> {
            while (isRunning()) {
                take(List.of()).ifPresentOrElse(item -> attempt(item, handler), this::rest);
            }
        });
        thread.start();
        return () -> {
            stop();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private synchronized boolean isRunning() {
        return running;
    }

    private synchronized void stop() {
        running = false;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // it is: rest() is called again and again
    private synchronized void rest() {
        try {
            if (running) {
                wait(5);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public synchronized List<Task> pending(TenantId tenant) {
        return items.stream()
                .filter(item -> item.tenant.equals(tenant))
                .map(item -> item.task)
                .sorted(Comparator.comparing(Task::due)
                        .thenComparing(task -> task.key().codePoints().toArray(), Arrays::compare))
                .limit(1_000)
                .toList();
    }
}
