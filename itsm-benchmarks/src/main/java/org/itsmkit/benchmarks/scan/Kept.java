package org.itsmkit.benchmarks.scan;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Arrays;
import java.util.Random;

/**
 * What an incident's timeline takes in memory with all that only it points to: the heap that is used after collections, with so many of
 * them and without. Targets, hours, statuses, and the names of groups and people are shared by all, and not counted.
 */
final class Kept {

    private static final int COUNT = 200_000;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private Kept() {}

    /** Bytes per incident: the median of five. */
    static double bytes() throws InterruptedException {
        double[] bytes = new double[5];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = once();
        }
        Arrays.sort(bytes);
        return bytes[2];
    }

    private static double once() throws InterruptedException {
        Object[] kept = new Object[COUNT];
        Random random = new Random(7);
        long before = used();
        for (int i = 0; i < COUNT; i++) {
            kept[i] = Life.random(random).timeline();
        }
        double bytes = (double) (used() - before) / COUNT;
        if (kept[COUNT - 1] == null) {
            throw new IllegalStateException("nothing was kept");
        }
        return bytes;
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            MEMORY.gc();
            Thread.sleep(20);
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
