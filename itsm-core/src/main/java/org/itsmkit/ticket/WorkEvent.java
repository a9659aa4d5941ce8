package org.itsmkit.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/**
 * What happens on the worksheets of tickets of every kind: to tasks, time and attachments.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface WorkEvent<R extends Ticketed<R>> extends Event.Next<R> {

    /** The names under which these stand in journals; part of every ticket kind's events. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("task-added", TaskAdded.class),
                EventType.of("task-ordered", TaskOrdered.class),
                EventType.of("task-assigned", TaskAssigned.class),
                EventType.of("task-removed", TaskRemoved.class),
                EventType.of("task-started", TaskStarted.class),
                EventType.of("task-finished", TaskFinished.class),
                EventType.of("task-skipped", TaskSkipped.class),
                EventType.of("time-recorded", TimeRecorded.class),
                EventType.of("time-removed", TimeRemoved.class),
                EventType.of("attached", Attached.class),
                EventType.of("detached", Detached.class));
    }

    /** Returns what becomes of the worksheet. */
    Worksheet applyTo(Worksheet worksheet);

    @Override
    default R applyTo(R record, Occurrence when) {
        Ticket ticket = record.ticket();
        return record.withTicket(
                ticket.withWorksheet(applyTo(ticket.worksheetOrBlank())).touched(when));
    }

    /** A task was added. */
    record TaskAdded<R extends Ticketed<R>>(TicketTask task) implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withTask(task);
        }
    }

    /** A task comes after these others, and no others. */
    record TaskOrdered<R extends Ticketed<R>>(TaskId task, Set<TaskId> after) implements WorkEvent<R> {
        public TaskOrdered {
            after = Set.copyOf(after);
        }

        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.changing(task, t -> t.following(after));
        }
    }

    /** A task was given to that group and that person; where one is missing, nobody has that part now. */
    record TaskAssigned<R extends Ticketed<R>>(TaskId task, Optional<GroupId> group, Optional<PersonId> person)
            implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.changing(task, t -> t.givenTo(group, person));
        }
    }

    /** A task was taken away. */
    record TaskRemoved<R extends Ticketed<R>>(TaskId task, String reason) implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withoutTask(task);
        }
    }

    /** Somebody began a task. */
    record TaskStarted<R extends Ticketed<R>>(TaskId task) implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.changing(task, t -> t.in(TicketTask.State.STARTED));
        }
    }

    /** A task is done. */
    record TaskFinished<R extends Ticketed<R>>(TaskId task, Optional<String> note) implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.changing(task, t -> t.in(TicketTask.State.DONE));
        }
    }

    /** A task need not be done. */
    record TaskSkipped<R extends Ticketed<R>>(TaskId task, String reason) implements WorkEvent<R> {
        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.changing(task, t -> t.in(TicketTask.State.SKIPPED));
        }
    }

    /** Time was spent; internal to the provider. */
    record TimeRecorded<R extends Ticketed<R>>(TimeEntry entry, Optional<String> note)
            implements WorkEvent<R>, Event.Internal {
        @Override
        public boolean isInternal() {
            return true;
        }

        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withTime(entry);
        }
    }

    /** An entry of time was wrong, and no longer counts; internal to the provider. */
    record TimeRemoved<R extends Ticketed<R>>(TimeEntry entry, String reason) implements WorkEvent<R>, Event.Internal {
        @Override
        public boolean isInternal() {
            return true;
        }

        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withoutTime(entry.number());
        }
    }

    /** Something was enclosed, for everybody or for the provider's own people. */
    record Attached<R extends Ticketed<R>>(Attachment attachment) implements WorkEvent<R>, Event.Internal {
        @Override
        public boolean isInternal() {
            return attachment.isInternal();
        }

        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withAttachment(attachment);
        }
    }

    /** Something is no longer enclosed; as internal as it was. */
    record Detached<R extends Ticketed<R>>(Attachment attachment, String reason)
            implements WorkEvent<R>, Event.Internal {
        public Detached {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public boolean isInternal() {
            return attachment.isInternal();
        }

        @Override
        public Worksheet applyTo(Worksheet worksheet) {
            return worksheet.withoutAttachment(attachment.number());
        }
    }
}
