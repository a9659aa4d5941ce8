package org.itsmkit.majorincident;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/** What may be wanted of what is said about a major incident, and of what is written down. */
public sealed interface CommunicationCommand extends MajorIncidentCommand {

    /** The most audiences of a plan. */
    int MAX_AUDIENCES = 15;

    /** Say who is to be told, by what and how often, in place of what was planned before; nobody, if there are none. */
    record PlanCommunication(List<Audience> audiences) implements CommunicationCommand {
        public PlanCommunication {
            audiences = List.copyOf(audiences);
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.PLAN_COMMUNICATION;
        }

        @Override
        public List<Violation> check(Context context) {
            long names = audiences.stream().map(Audience::name).distinct().count();
            return Inputs.check()
                    .require(
                            audiences.size() <= MAX_AUDIENCES,
                            "list.too-long",
                            "audiences",
                            "There are more than " + MAX_AUDIENCES + " audiences.")
                    .require(
                            names == audiences.size(),
                            "list.not-distinct",
                            "audiences",
                            "An audience is in the plan twice.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            boolean isAsPlanned =
                    major.clocks().stream().map(UpdateClock::audience).toList().equals(audiences);
            return right(MajorIncidentEvent.andMove(
                    context, isAsPlanned ? List.of() : List.of(new CommunicationEvent.Planned(audiences))));
        }
    }

    /**
     * Tell an audience how things stand; their clock starts anew.
     *
     * @param audience one of the plan, by name
     * @param channel by what, if not by that of the plan
     * @param isFinal whether it is the last they will be told: only once the service works again
     */
    record Inform(String audience, String text, Optional<String> channel, boolean isFinal)
            implements CommunicationCommand {
        public Inform {
            Keys.requireCode(audience, "audience");
            channel.ifPresent(by -> Keys.requireCode(by, "channel"));
        }

        /** Tell an audience by the channel of the plan. */
        public static Inform of(String audience, String text) {
            return new Inform(audience, text, Optional.empty(), false);
        }

        /** Tell an audience for the last time. */
        public static Inform last(String audience, String text) {
            return new Inform(audience, text, Optional.empty(), true);
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.INFORM;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            Optional<UpdateClock> clock = major.clock(audience);
            Optional<Instant> due = clock.flatMap(UpdateClock::nextDue);
            String by = channel.or(() -> clock.map(c -> c.audience().channel())).orElse("none");
            boolean isLate = clock.map(c -> c.isLateAt(context.at())).orElse(false);
            return right(MajorIncidentEvent.andMove(
                    context,
                    List.of(new CommunicationEvent.Informed(
                            audience, by, text, major.status().name(), isFinal, due, isLate))));
        }
    }

    /** Take note that an audience was not told by {@code due}. Nothing happens if that is not so, or was noted before. */
    record NoteOverdue(String audience, Instant due) implements CommunicationCommand {
        public NoteOverdue {
            Keys.requireCode(audience, "audience");
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.NOTE_OVERDUE;
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            boolean isMissed = major.clock(audience)
                    .flatMap(UpdateClock::unnoted)
                    .filter(unnoted -> unnoted.equals(due) && !context.at().isBefore(due))
                    .isPresent();
            return right(
                    isMissed
                            ? MajorIncidentEvent.andMove(context, List.of(new CommunicationEvent.Missed(audience, due)))
                            : List.of());
        }
    }

    /**
     * Write something into the timeline.
     *
     * @param happenedAt when it happened, if not now; truncated to microseconds
     * @param corrects the place, in the journal, of the entry in whose stead it stands, if it corrects one
     */
    record Enter(EntryKind kind, String text, Optional<Instant> happenedAt, Optional<Long> corrects)
            implements CommunicationCommand {

        /** The most entries that stand in a timeline; one that corrects another adds none. */
        public static final int MAX_ENTRIES = 1_000;

        public Enter {
            happenedAt = happenedAt.map(Micros::truncate);
        }

        /** Write down what happens now. */
        public static Enter now(EntryKind kind, String text) {
            return new Enter(kind, text, Optional.empty(), Optional.empty());
        }

        /** Write down what happened at {@code instant}. */
        public static Enter at(Instant instant, EntryKind kind, String text) {
            return new Enter(kind, text, Optional.of(instant), Optional.empty());
        }

        /** Returns this, in the stead of the entry at that place in the journal. */
        public Enter correcting(long place) {
            return new Enter(kind, text, happenedAt, Optional.of(place));
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.ENTER;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("text", text, TEXT_LENGTH)
                    .require(
                            !happenedAt.orElse(context.at()).isAfter(context.at()),
                            "moment.in-future",
                            "happenedAt",
                            "This would have happened in the future.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(MajorIncidentEvent.andMove(
                    context,
                    List.of(new CommunicationEvent.Entered(kind, text, happenedAt.orElse(context.at()), corrects))));
        }
    }
}
