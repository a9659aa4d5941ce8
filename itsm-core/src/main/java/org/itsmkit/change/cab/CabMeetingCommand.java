package org.itsmkit.change.cab;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.approval.Authority;
import org.itsmkit.calendar.Window;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/** What may be wanted of meetings. Families of their own are {@link AgendaCommand} and {@link AttendanceCommand}. */
public sealed interface CabMeetingCommand extends Command<CabMeeting>
        permits CabMeetingCommand.Reschedule,
                CabMeetingCommand.Remind,
                CabMeetingCommand.WriteMinutes,
                CabMeetingCommand.Close,
                CabMeetingCommand.Cancel,
                AttendanceCommand,
                AgendaCommand {

    /** The most code points of a title or a place. */
    int LINE_LENGTH = 255;

    /** The most code points of a note or a reason. */
    int NOTE_LENGTH = 4_000;

    /** The most code points of minutes. */
    int MINUTES_LENGTH = 100_000;

    /** Begins to say what meeting is to be held; the board's own, unless it is said otherwise. */
    static Plan.Builder plan() {
        return new Plan.Builder().authority(Authority.CAB);
    }

    /**
     * Plan a meeting.
     *
     * @param title in one line
     * @param authority which authority of approvals meets, by its name, such as {@value Authority#EMERGENCY_CAB}; by
     *     {@link Keys#requireCode}
     * @param chair who leads it
     * @param invited who is asked to come besides
     * @param planned when: not over, at most seven days long; in whole microseconds
     * @param place where, or by which link, in one line; empty if that is not said
     */
    @KitStyle
    @Value.Builder
    record Plan(
            String title,
            String authority,
            PersonId chair,
            Set<PersonId> invited,
            Window planned,
            Optional<String> place)
            implements Creation<CabMeeting> {

        public Plan {
            Keys.requireCode(authority, "authority");
            invited = Set.copyOf(invited);
            planned = CabMeetingCommand.truncated(planned);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.PLAN;
        }

        @Override
        public Needs needs() {
            return People.needs(People.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().line("title", title, LINE_LENGTH);
            People.in(inputs, "invited", invited, CabMeeting.MOST_INVITED);
            CabMeetingCommand.heldIn(inputs, planned, place);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(Context context) {
            return right(List.of(new CabMeetingEvent.Planned(
                    context.number().get(),
                    title,
                    authority,
                    chair,
                    invited,
                    planned,
                    place,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends PlanBuilder {
            Builder() {}
        }
    }

    /** Say that it is to be then and there, in place of what was said before. */
    record Reschedule(Window planned, Optional<String> place) implements CabMeetingCommand {
        public Reschedule {
            planned = CabMeetingCommand.truncated(planned);
        }

        @Override
        public Action action() {
            return CabMeetingLifecycle.RESCHEDULE;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            CabMeetingCommand.heldIn(inputs, planned, place);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            boolean isAsPlanned =
                    meeting.planned().equals(planned) && meeting.place().equals(place);
            return isAsPlanned && stays(context)
                    ? right(List.of())
                    : right(List.of(new CabMeetingEvent.Rescheduled(context.destination(), planned, place)));
        }
    }

    /** Remind people that it begins then: of one beginning once, not more than a day before, and not when it has passed. */
    record Remind(Instant begins) implements CabMeetingCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.REMIND;
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            boolean isDue = meeting.planned().fromInclusive().equals(begins)
                    && context.at().isBefore(begins)
                    && meeting.reminderDue()
                            .map(due -> !context.at().isBefore(due))
                            .orElse(false);
            return right(isDue ? List.of(new CabMeetingEvent.Reminded(context.destination(), begins)) : List.of());
        }
    }

    /** Write down what was said, in place of what stands there. */
    record WriteMinutes(String minutes) implements CabMeetingCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.WRITE_MINUTES;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("minutes", minutes, MINUTES_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return meeting.minutes().equals(Optional.of(minutes)) && stays(context)
                    ? right(List.of())
                    : right(List.of(new CabMeetingEvent.MinutesWritten(context.destination(), minutes)));
        }
    }

    /** Say that it is over. */
    record Close() implements CabMeetingCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.CLOSE;
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(List.of(new CabMeetingEvent.Closed(context.destination())));
        }
    }

    /** Say that it will not be held, and why. */
    record Cancel(String reason) implements CabMeetingCommand {
        @Override
        public Action action() {
            return CabMeetingLifecycle.CANCEL;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<CabMeeting>>> decide(CabMeeting meeting, Context context) {
            return right(List.of(new CabMeetingEvent.Cancelled(context.destination(), reason)));
        }
    }

    /** Whether the row that is taken leads nowhere else, as any may in a tailored lifecycle. */
    static boolean stays(Context context) {
        return context.transition().map(row -> row.stays()).orElse(true);
    }

    private static Window truncated(Window window) {
        return new Window(Micros.truncate(window.fromInclusive()), Micros.truncate(window.toExclusive()));
    }

    private static void heldIn(Inputs inputs, Window planned, Optional<String> place) {
        inputs.require(
                planned.length().compareTo(CabMeeting.LONGEST) <= 0,
                "window.too-long",
                "planned",
                "A meeting lasts " + CabMeeting.LONGEST.toDays() + " days at most.");
        place.ifPresent(where -> inputs.line("place", where, LINE_LENGTH));
    }
}
