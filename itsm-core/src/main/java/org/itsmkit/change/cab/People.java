package org.itsmkit.change.cab;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.PersonId;

/** Who is named by what is wanted, and must be somebody therefore. */
final class People {

    /** No more are asked for than a command may name: one that names more is refused anyway. */
    private static final int MOST = CabMeeting.MOST_PRESENT + 1;

    private People() {}

    static Set<PersonId> named(Intention wanted) {
        return all(wanted).limit(MOST).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<PersonId> all(Intention wanted) {
        if (wanted instanceof CabMeetingCommand.Plan plan) {
            return Stream.concat(Stream.of(plan.chair()), plan.invited().stream());
        }
        if (wanted instanceof AttendanceCommand.Invite invite) {
            return invite.people().stream();
        }
        if (wanted instanceof AttendanceCommand.HandOver handOver) {
            return Stream.of(handOver.chair());
        }
        if (wanted instanceof AttendanceCommand.Convene convene) {
            return convene.present().stream();
        }
        if (wanted instanceof AttendanceCommand.NoteAttendance note) {
            return note.came().stream();
        }
        return wanted instanceof AgendaCommand.PutOnAgenda put ? put.presenter().stream() : Stream.empty();
    }

    static Needs needs(Set<PersonId> people) {
        return people.stream().map(Needs::person).reduce(Needs.none(), Needs::and);
    }

    static void in(Inputs inputs, String field, Set<PersonId> people, int most) {
        inputs.require(people.size() <= most, "list.too-long", field, "No more than " + most + " people are named.");
    }
}
