package org.itsmkit.spi.task;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/** What a commit does to the tenant's tasks. */
public sealed interface TaskChange {

    /** Schedules {@code task}, in place of any with its key that is not yet done. */
    record Schedule(Task task) implements TaskChange {
        public Schedule {
            Objects.requireNonNull(task, "task");
        }
    }

    /** Takes back the task with this key; nothing happens if there is none. A task that is just being done may still end. */
    record Cancel(String key) implements TaskChange {
        public Cancel {
            Keys.requireName(key, "task key");
        }
    }

    /** Schedules {@code task}. */
    static TaskChange schedule(Task task) {
        return new Schedule(task);
    }

    /** Takes back the task with this key. */
    static TaskChange cancel(String key) {
        return new Cancel(key);
    }
}
