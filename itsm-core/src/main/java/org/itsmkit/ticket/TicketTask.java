package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * A piece of the work under a ticket.
 *
 * @param id unique within its ticket
 * @param title in one line, 1 to 255 code points
 * @param mandatory whether the ticket is not resolved before this is done or skipped
 * @param after the tasks that must be done or skipped before this can start; none of them comes after this
 * @param group who has it
 * @param assignee who of them has it
 * @param state how far it is
 */
public record TicketTask(
        TaskId id,
        String title,
        boolean mandatory,
        Set<TaskId> after,
        Optional<GroupId> group,
        Optional<PersonId> assignee,
        State state) {

    /** How far a task is. */
    public enum State {
        /** Nobody has begun. */
        OPEN,
        /** Somebody works on it. */
        STARTED,
        /** Done. */
        DONE,
        /** Not done, and not needed. */
        SKIPPED;

        /** Whether nothing more is to be done about it. */
        public boolean isOver() {
            return this == DONE || this == SKIPPED;
        }
    }

    public TicketTask {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        after = Set.copyOf(after);
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(state, "state");
    }

    TicketTask in(State now) {
        return new TicketTask(id, title, mandatory, after, group, assignee, now);
    }

    TicketTask following(Set<TaskId> others) {
        return new TicketTask(id, title, mandatory, others, group, assignee, state);
    }

    TicketTask givenTo(Optional<GroupId> toGroup, Optional<PersonId> toPerson) {
        return new TicketTask(id, title, mandatory, after, toGroup, toPerson, state);
    }
}
