package org.itsmkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.task.Task;

/**
 * A task that is not yet done.
 *
 * @param serial tells one scheduling of a key from the next
 * @param readyAt the earliest instant to do it: its due instant, or later once it has failed
 * @param failures how often it has failed
 */
record Scheduled(long serial, TenantId tenant, Task task, Instant readyAt, int failures) {

    /** The order of task keys. */
    static final Comparator<String> KEYS = Texts::compareByCodePoint;

    /** The order in which tasks are handed out. Total: a tenant has one task of a key. */
    static final Comparator<Scheduled> ORDER = Comparator.comparing(Scheduled::readyAt)
            .thenComparing(scheduled -> scheduled.task().key(), KEYS)
            .thenComparing(Scheduled::tenant, Comparator.comparing(Id::value));

    private static final int MAX_DOUBLINGS = 16;

    /** Returns this task after one more failure, at {@code now}. */
    Scheduled failedAt(Instant now) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, MAX_DOUBLINGS));
        return new Scheduled(serial, tenant, task, now.plus(pause), failures + 1);
    }
}
