package org.itsmkit.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several threads begin at the same moment. */
final class Race {

    private static final int MINUTES = 2;

    private Race() {}

    /** Something that may be refused. */
    interface Attempt {
        void run() throws Exception;
    }

    /** Runs {@code runners}, each in a thread of its own; returns what each gave, in their order. Throws what the first threw. */
    static <T> List<T> run(List<? extends Callable<T>> runners) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> runner : runners) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(MINUTES, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Makes both attempts at once; returns what each was refused with, if it was. */
    static List<Optional<RuntimeException>> between(Attempt one, Attempt other) throws Exception {
        return run(List.of(refusalOf(one), refusalOf(other)));
    }

    /** Returns what {@code attempt} is refused with, if it is. */
    static Callable<Optional<RuntimeException>> refusalOf(Attempt attempt) {
        return () -> {
            try {
                attempt.run();
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(e);
            }
        };
    }
}
