package org.itsmkit.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.kernel.Event;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketTask;
import org.itsmkit.ticket.WorkEvent;
import org.itsmkit.ticket.Worksheet;

/** The tasks that a procedure has for each change by it: all must be over before the change is made. */
final class ModelTasks {

    private ModelTasks() {}

    /** What adds those of {@code procedure} of which {@code sheet} has none of that title yet, in their order, as long as there is room. */
    static List<Event<Change>> missing(Worksheet sheet, ChangeProcedure procedure) {
        Set<String> titles = new HashSet<>();
        Set<TaskId> taken = new HashSet<>();
        sheet.tasks().forEach(task -> {
            titles.add(task.title());
            taken.add(task.id());
        });
        List<Event<Change>> added = new ArrayList<>();
        int number = 0;
        for (String title : procedure.tasks()) {
            if (titles.add(title) && taken.size() < Worksheet.MOST_TASKS) {
                TaskId id;
                do {
                    number++;
                    id = TaskId.of("model-" + number);
                } while (!taken.add(id));
                added.add(new WorkEvent.TaskAdded<>(new TicketTask(
                        id, title, true, Set.of(), Optional.empty(), Optional.empty(), TicketTask.State.OPEN)));
            }
        }
        return added;
    }
}
