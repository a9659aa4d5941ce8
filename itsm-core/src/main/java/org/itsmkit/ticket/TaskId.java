package org.itsmkit.ticket;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** What a task is called within its ticket; whoever adds it chooses. */
public record TaskId(String value) implements Id {

    /** Checks the text by {@link Keys#requireCode}. */
    public TaskId {
        Keys.requireCode(value, "task id");
    }

    /** The id of that text. */
    public static TaskId of(String value) {
        return new TaskId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
