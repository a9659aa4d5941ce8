package org.itsmkit.engine;

import org.itsmkit.spi.task.Task;

/** Makes keys of tasks and notices from parts of any length. */
final class TaskKeys {

    private TaskKeys() {}

    /** What the keys under which the kit itself commits begin with; those of hosts must not. */
    static final String RESERVED = "itsm:";

    /** The key that makes a task's effect happen once. */
    static String ofCommand(Task task) {
        return of("itsm", task.key());
    }

    /** The parts with colons between them, or, where that is too long for a key, what they begin with and a hash of them. */
    static String of(String... parts) {
        String key = String.join(":", parts);
        return key.length() <= 128
                ? key
                : key.substring(0, 60) + ":" + Canonical.sha256(key).substring(0, 60);
    }
}
