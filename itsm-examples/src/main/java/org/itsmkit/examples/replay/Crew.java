package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that replay incidents side by side, each incident by one of them. What one of them throws ends the work of all.
 */
final class Crew {

    /** How many incidents may wait for each: enough that nobody idles, too few to fill the memory. */
    private static final int WAITING = 64;

    private static final List<LogRow> END = List.of();

    private final List<BlockingQueue<List<LogRow>>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Crew(int size, Supplier<Replayer> replayers) {
        for (int i = 0; i < size; i++) {
            BlockingQueue<List<LogRow>> queue = new ArrayBlockingQueue<>(WAITING);
            Replayer replayer = replayers.get();
            queues.add(queue);
            threads.add(new Thread(() -> work(queue, replayer), "replay-" + i));
        }
        threads.forEach(Thread::start);
    }

    private void work(BlockingQueue<List<LogRow>> queue, Replayer replayer) {
        try {
            for (List<LogRow> rows = queue.take(); !rows.isEmpty(); rows = queue.take()) {
                // After a failure, what is left is taken from the queue only, so that nobody waits for room in it.
                if (!hasFailed()) {
                    replayer.replay(rows);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            drain(queue);
        }
    }

    private static void drain(BlockingQueue<List<LogRow>> queue) {
        try {
            while (!queue.take().isEmpty()) {
                // thrown away
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the rows of one incident replayed; rows of one incident are replayed in the order in which they are given. */
    void give(List<LogRow> rows) throws InterruptedException {
        queues.get(Math.floorMod(rows.get(0).id().hashCode(), queues.size())).put(rows);
    }

    /** Whether one of them failed, so that it makes no sense to go on. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    /** Waits until all is done; throws what one of them threw. */
    void finish() throws InterruptedException {
        for (BlockingQueue<List<LogRow>> queue : queues) {
            queue.put(END);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }
}
