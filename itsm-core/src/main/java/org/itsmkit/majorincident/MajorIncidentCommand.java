package org.itsmkit.majorincident;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * What may be wanted of major incidents: here, what leads from one status to another. Families of their own are {@link RoleCommand},
 * {@link CommunicationCommand} and {@link ReviewCommand}.
 */
public sealed interface MajorIncidentCommand extends Command<MajorIncident>
        permits MajorIncidentCommand.ProposeAgain,
                MajorIncidentCommand.Accept,
                MajorIncidentCommand.Reject,
                MajorIncidentCommand.Demote,
                MajorIncidentCommand.Mitigate,
                MajorIncidentCommand.Restore,
                MajorIncidentCommand.Relapse,
                MajorIncidentCommand.BeginReview,
                MajorIncidentCommand.Close,
                RoleCommand,
                CommunicationCommand,
                ReviewCommand {

    /** The most code points of a reason or a note. */
    int NOTE_LENGTH = 4_000;

    /** The most code points of an update, an entry or an account of what happened. */
    int TEXT_LENGTH = 100_000;

    /** The major incident of incident {@code incident}: it has the same id, so that there is never a second one. */
    static RecordRef of(RecordId incident) {
        return RecordRef.of(MajorIncidents.NAME, incident);
    }

    /** Say that an incident should be led as a major one, for a reason. */
    record Propose(RecordId incident, String reason) implements Creation<MajorIncident> {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.PROPOSE;
        }

        @Override
        public Optional<RecordId> id() {
            return Optional.of(incident);
        }

        @Override
        public Needs needs() {
            return Needs.record(incidentRef(incident)).and(Needs.record(of(incident)));
        }

        @Override
        public List<Violation> check(Context context) {
            return reasonIn(reason);
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(Context context) {
            return right(List.of(proposed(incident, reason, Optional.empty(), context)));
        }
    }

    /**
     * Say that an incident should be led as a major one, if one of the tenant's triggers says so; else nothing happens, and a person who
     * asked is refused.
     */
    record ProposeIfTriggered(RecordId incident) implements Creation<MajorIncident> {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.PROPOSE;
        }

        @Override
        public Optional<RecordId> id() {
            return Optional.of(incident);
        }

        @Override
        public Needs needs() {
            return Needs.record(incidentRef(incident))
                    .and(Needs.record(of(incident)))
                    .and(Needs.pointing(MajorIncidents.INCIDENT, LinkType.PARENT.value(), incidentRef(incident)));
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(Context context) {
            Optional<Event<MajorIncident>> proposed = incidentIn(context, incident)
                    .filter(ticket -> ticket.phase().isOpen())
                    .map(ticket -> candidate(ticket, context))
                    .flatMap(candidate -> triggered(candidate, context));
            return proposed.isEmpty() && !context.caller().isSystem()
                    ? left(context.refuse(Violation.of(
                            "major-incident.not-triggered", "No trigger makes a major incident of this incident.")))
                    : right(proposed.stream().toList());
        }

        private MajorIncidentTrigger.Candidate candidate(Ticket ticket, Context context) {
            long children = context.facts()
                    .pointing(new Needs.Pointing(
                            MajorIncidents.INCIDENT, LinkType.PARENT.value(), incidentRef(incident)));
            return new MajorIncidentTrigger.Candidate(ticket.priority(), ticket.service(), ticket.category(), children);
        }

        private Optional<Event<MajorIncident>> triggered(MajorIncidentTrigger.Candidate candidate, Context context) {
            MajorIncidentTailoring tailoring = context.settings().majorIncidents();
            return tailoring
                    .firstFor(candidate)
                    .map(trigger ->
                            proposed(incident, trigger.explain(candidate), Optional.of(trigger.name()), context));
        }
    }

    /** Say so again, after it was rejected or demoted. */
    record ProposeAgain(String reason) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.PROPOSE_AGAIN;
        }

        @Override
        public Needs needs(MajorIncident major) {
            return Needs.record(major.incident());
        }

        @Override
        public List<Violation> check(Context context) {
            return reasonIn(reason);
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.ProposedAgain(
                    context.destination(),
                    reason,
                    context.settings().majorIncidents().managers())));
        }
    }

    /**
     * Decide that it is one. Nobody need be named who commands already.
     *
     * @param commander who commands from now on, if somebody else than did
     * @param note may be empty
     */
    record Accept(Optional<PersonId> commander, String note) implements MajorIncidentCommand {

        /** Decide that it is one, commanded by {@code commander}. */
        public static Accept commandedBy(PersonId commander) {
            return new Accept(Optional.of(commander), "");
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.ACCEPT;
        }

        @Override
        public Needs needs(MajorIncident major) {
            return commander.map(Needs::person).orElse(Needs.none());
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("note", note, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            List<Event<MajorIncident>> events = new ArrayList<>();
            Optional<PersonId> before = major.holder(MajorRole.COMMANDER);
            commander
                    .filter(person -> !before.equals(Optional.of(person)))
                    .ifPresent(person ->
                            events.add(new MajorIncidentEvent.RoleAssigned(MajorRole.COMMANDER, before, person, "")));
            events.add(new MajorIncidentEvent.Accepted(context.destination(), note));
            return right(events);
        }
    }

    /** Decide that it is none. */
    record Reject(String reason) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.REJECT;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasonIn(reason);
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Rejected(context.destination(), reason)));
        }
    }

    /** Decide that it is none any more. */
    record Demote(String reason) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.DEMOTE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasonIn(reason);
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Demoted(context.destination(), reason)));
        }
    }

    /** Say that it hurts less, and because of what. */
    record Mitigate(String how) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.MITIGATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("how", how, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Mitigated(context.destination(), how)));
        }
    }

    /** Say that the service works again, and because of what. */
    record Restore(String how) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.RESTORE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("how", how, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Restored(context.destination(), how)));
        }
    }

    /** Say that it came back, or was never away. */
    record Relapse(String reason) implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.RELAPSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasonIn(reason);
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Relapsed(context.destination(), reason)));
        }
    }

    /** Begin to look back. */
    record BeginReview() implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.BEGIN_REVIEW;
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.ReviewBegun(context.destination())));
        }
    }

    /** Say that nothing is left to do. */
    record Close() implements MajorIncidentCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.CLOSE;
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(List.of(new MajorIncidentEvent.Closed(context.destination())));
        }
    }

    private static List<Violation> reasonIn(String reason) {
        return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
    }

    private static RecordRef incidentRef(RecordId incident) {
        return RecordRef.of(MajorIncidents.INCIDENT, incident);
    }

    private static Optional<Ticket> incidentIn(Context context, RecordId incident) {
        return context.facts().record(incidentRef(incident), Ticketed.class).map(Ticketed::ticket);
    }

    private static MajorIncidentEvent.Proposed proposed(
            RecordId incident, String reason, Optional<String> trigger, Context context) {
        Optional<Ticket> ticket = incidentIn(context, incident);
        return new MajorIncidentEvent.Proposed(
                context.number().get(),
                incidentRef(incident),
                ticket.map(Ticket::title).orElse(""),
                ticket.flatMap(Ticket::service),
                reason,
                trigger,
                context.settings().majorIncidents().managers(),
                context.lifecycle().initial());
    }
}
