package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import org.itsmkit.jdbc.internal.json.Json;
import org.itsmkit.spi.task.Task;

/** A task as the bytes of its JSON text, never as serialised Java. */
public final class TaskData {

    private static final Json JSON = new Json();

    private TaskData() {}

    /** The bytes of {@code task}. */
    public static byte[] write(Task task) {
        return JSON.write(Task.class, task, "task " + task.key()).getBytes(StandardCharsets.UTF_8);
    }

    /** The task whose bytes these are. */
    public static Task read(byte[] bytes) {
        return JSON.read(Task.class, new String(bytes, StandardCharsets.UTF_8), "a task");
    }
}
