package org.itsmkit.jdbc.internal.task;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.itsmkit.jdbc.internal.store.TaskData;
import org.itsmkit.spi.task.Task;

/** Tasks as JSON text. */
final class TaskSerializer implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return TaskData.write((Task) data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        return type.cast(TaskData.read(data));
    }
}
