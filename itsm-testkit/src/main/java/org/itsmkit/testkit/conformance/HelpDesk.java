package org.itsmkit.testkit.conformance;

import java.util.Optional;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * A help desk, as {@link Conformance} drives it: what a team writes to have its own checked. Two methods must be there; actions that the
 * help desk does not have are left out. Each says what the help desk would say to {@code by}, who asks.
 *
 * <p>Made anew and empty for each course of steps, with the people of {@link org.itsmkit.testkit.fixture.People}: Anna asks for help, Ben
 * is a member of the service desk, Carla and Dora of operations. All of them may do everything. For one thread.
 */
public interface HelpDesk {

    /** Logs an incident, whose requester is {@code by}. */
    Reply log(PersonId by, String title, Impact impact, Urgency urgency);

    /** Tells what can be seen of a ticket that {@link #log} named. */
    TicketView look(String ticket);

    /** Says anew how pressing it is. */
    default Reply prioritise(PersonId by, String ticket, Impact impact, Urgency urgency) {
        return Reply.unsupported();
    }

    /** Gives it to a group, and perhaps to a person. */
    default Reply assign(PersonId by, String ticket, GroupId group, Optional<PersonId> person) {
        return Reply.unsupported();
    }

    /** Begins to work on it. */
    default Reply start(PersonId by, String ticket) {
        return Reply.unsupported();
    }

    /** Lets it wait; {@code reason} is the name of a hold reason. */
    default Reply hold(PersonId by, String ticket, String reason) {
        return Reply.unsupported();
    }

    /** Goes on with it. */
    default Reply resume(PersonId by, String ticket) {
        return Reply.unsupported();
    }

    /** Says that the service works again, in what way, and what was done, which may be empty. */
    default Reply resolve(PersonId by, String ticket, String code, String text) {
        return Reply.unsupported();
    }

    /** Agrees that it works again. */
    default Reply confirm(PersonId by, String ticket) {
        return Reply.unsupported();
    }

    /** Says that it does not; the reason may be empty. */
    default Reply reopen(PersonId by, String ticket, String reason) {
        return Reply.unsupported();
    }

    /** Calls it over. */
    default Reply close(PersonId by, String ticket) {
        return Reply.unsupported();
    }

    /** Gives it up; the reason may be empty. */
    default Reply cancel(PersonId by, String ticket, String reason) {
        return Reply.unsupported();
    }

    /** Says something about it; the text may be empty. */
    default Reply comment(PersonId by, String ticket, String text, boolean isInternal) {
        return Reply.unsupported();
    }
}
