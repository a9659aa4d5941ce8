package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/** What happens to major incidents. Families of their own are {@link CommunicationEvent} and {@link ReviewEvent}. */
public sealed interface MajorIncidentEvent extends Event<MajorIncident>
        permits MajorIncidentEvent.Proposed,
                MajorIncidentEvent.ProposedAgain,
                MajorIncidentEvent.Accepted,
                MajorIncidentEvent.Rejected,
                MajorIncidentEvent.Demoted,
                MajorIncidentEvent.Mitigated,
                MajorIncidentEvent.Restored,
                MajorIncidentEvent.Relapsed,
                MajorIncidentEvent.ReviewBegun,
                MajorIncidentEvent.Closed,
                MajorIncidentEvent.RoleAssigned,
                MajorIncidentEvent.RoleVacated,
                MajorIncidentEvent.Moved,
                CommunicationEvent,
                ReviewEvent {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("proposed", Proposed.class),
                EventType.of("proposed-again", ProposedAgain.class),
                EventType.of("accepted", Accepted.class),
                EventType.of("rejected", Rejected.class),
                EventType.of("demoted", Demoted.class),
                EventType.of("mitigated", Mitigated.class),
                EventType.of("restored", Restored.class),
                EventType.of("relapsed", Relapsed.class),
                EventType.of("review-begun", ReviewBegun.class),
                EventType.of("closed", Closed.class),
                EventType.of("role-assigned", RoleAssigned.class),
                EventType.of("role-vacated", RoleVacated.class),
                EventType.of("moved", Moved.class),
                EventType.of("communication-planned", CommunicationEvent.Planned.class),
                EventType.of("informed", CommunicationEvent.Informed.class),
                EventType.of("update-missed", CommunicationEvent.Missed.class),
                EventType.of("entered", CommunicationEvent.Entered.class),
                EventType.of("findings-recorded", ReviewEvent.FindingsRecorded.class),
                EventType.of("action-item-added", ReviewEvent.ActionItemAdded.class),
                EventType.of("action-item-settled", ReviewEvent.ActionItemSettled.class));
    }

    /** Returns {@code events}, and that it moved if the row that is taken leads elsewhere, as a tailored lifecycle may let any action do. */
    static List<Event<MajorIncident>> andMove(Context context, List<? extends Event<MajorIncident>> events) {
        List<Event<MajorIncident>> all = new ArrayList<>(events);
        context.transition().filter(row -> !row.stays()).ifPresent(row -> all.add(new Moved(row.action(), row.to())));
        return all;
    }

    /** An incident was proposed as a major one; if by a trigger, {@code reason} explains what it met. */
    record Proposed(
            String number,
            RecordRef incident,
            String title,
            Optional<ServiceId> service,
            String reason,
            Optional<String> trigger,
            Optional<GroupId> managers,
            Status status)
            implements MajorIncidentEvent, Event.First<MajorIncident> {
        @Override
        public MajorIncident begin(Occurrence when) {
            return MajorIncident.builder()
                    .number(number)
                    .title(title)
                    .incident(incident)
                    .service(service)
                    .managers(managers)
                    .status(status)
                    .proposedBy(when.by())
                    .reason(reason)
                    .trigger(trigger)
                    .updates(0)
                    .updatesLate(0)
                    .relapses(0)
                    .milestones(Milestones.from(when.occurredAt()))
                    .openedAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** What had been rejected or demoted was proposed again. */
    record ProposedAgain(Status to, String reason, Optional<GroupId> managers)
            implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.moved(to, when)
                    .withProposedBy(when.by())
                    .withReason(reason)
                    .withTrigger(Optional.empty())
                    .withManagers(managers)
                    .withMilestones(Milestones.from(when.occurredAt()));
        }
    }

    /** It is a major incident, was the decision; all clocks start. The note may be empty. */
    record Accepted(Status to, String note) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            Instant at = when.occurredAt();
            return major.moved(to, when)
                    .withMilestones(milestones -> milestones.withAcceptedAt(at))
                    .withEachClock(clock -> clock.started(at));
        }
    }

    /** It is no major incident, was the decision. */
    record Rejected(Status to, String reason) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return over(major, to, when);
        }
    }

    /** It is no major incident any more; all clocks stop. */
    record Demoted(Status to, String reason) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return over(major, to, when);
        }
    }

    /** It hurts less, because of {@code how}. */
    record Mitigated(Status to, String how) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.moved(to, when).withMilestones(milestones -> milestones.withMitigatedAt(when.occurredAt()));
        }
    }

    /** The service works again, because of {@code how}. Clocks run until the final updates. */
    record Restored(Status to, String how) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.moved(to, when).withMilestones(milestones -> milestones.withRestoredAt(when.occurredAt()));
        }
    }

    /** It came back: what was reached is lost, and everybody is to be told again. */
    record Relapsed(Status to, String reason) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.moved(to, when)
                    .withRelapses(major.relapses() + 1)
                    .withMilestones(Milestones::back)
                    .withEachClock(clock -> clock.nextDue().isPresent() ? clock : clock.started(when.occurredAt()));
        }
    }

    /** Those who were there began to look back. */
    record ReviewBegun(Status to) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.moved(to, when)
                    .withMilestones(milestones -> milestones.withReviewedAt(when.occurredAt()))
                    .withEachClock(UpdateClock::stopped);
        }
    }

    /** Nothing is left to do. */
    record Closed(Status to) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return over(major, to, when);
        }
    }

    /** A role went to {@code person}; from somebody, if it was handed over. The note may be empty. */
    record RoleAssigned(MajorRole role, Optional<PersonId> from, PersonId person, String note)
            implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withHolder(role, Optional.of(person), when).touched(when);
        }
    }

    /** Nobody plays a role any more that {@code from} played. */
    record RoleVacated(MajorRole role, PersonId from, String reason)
            implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withHolder(role, Optional.empty(), when).touched(when);
        }
    }

    /** It went on to another status by an action that leads nowhere in the standard lifecycle. */
    record Moved(Action action, Status to) implements MajorIncidentEvent, Event.Next<MajorIncident> {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return to.phase().isOver() ? over(major, to, when) : major.moved(to, when);
        }
    }

    private static MajorIncident over(MajorIncident major, Status to, Occurrence when) {
        return major.moved(to, when)
                .withMilestones(milestones -> milestones.withClosedAt(when.occurredAt()))
                .withEachClock(UpdateClock::stopped);
    }
}
