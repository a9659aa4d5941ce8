package org.itsmkit.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.practice.capability.Rating;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/** What happens to assessments. A family of its own is {@link EvidenceEvent}. */
public sealed interface AssessmentEvent extends Event<Assessment>
        permits AssessmentEvent.Planned,
                AssessmentEvent.Rescoped,
                AssessmentEvent.HandedOver,
                AssessmentEvent.AssessorsNamed,
                AssessmentEvent.Begun,
                AssessmentEvent.Rated,
                AssessmentEvent.Submitted,
                AssessmentEvent.SentBack,
                AssessmentEvent.Completed,
                AssessmentEvent.Cancelled,
                EvidenceEvent {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("planned", Planned.class),
                EventType.of("rescoped", Rescoped.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("assessors-named", AssessorsNamed.class),
                EventType.of("begun", Begun.class),
                EventType.of("evidence-recorded", EvidenceEvent.EvidenceRecorded.class),
                EventType.of("evidence-withdrawn", EvidenceEvent.EvidenceWithdrawn.class),
                EventType.of("finding-noted", EvidenceEvent.FindingNoted.class),
                EventType.of("finding-struck", EvidenceEvent.FindingStruck.class),
                EventType.of("rated", Rated.class),
                EventType.of("submitted", Submitted.class),
                EventType.of("sent-back", SentBack.class),
                EventType.of("completed", Completed.class),
                EventType.of("cancelled", Cancelled.class));
    }

    /** An assessment was planned. */
    record Planned(
            String number, String title, PersonId lead, Set<PersonId> assessors, List<ScopeItem> scope, Status status)
            implements AssessmentEvent, Event.First<Assessment> {
        public Planned {
            assessors = Set.copyOf(assessors);
            scope = List.copyOf(scope);
        }

        @Override
        public Assessment begin(Occurrence when) {
            return Assessment.builder()
                    .number(number)
                    .title(title)
                    .status(status)
                    .lead(lead)
                    .assessors(assessors)
                    .scope(scope)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** It looks at something else. */
    record Rescoped(Status to, List<ScopeItem> scope) implements AssessmentEvent, Event.Next<Assessment> {
        public Rescoped {
            scope = List.copyOf(scope);
        }

        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when).scoped(scope);
        }
    }

    /** Somebody else leads it; who did until then goes on to assess. */
    record HandedOver(Status to, PersonId from, PersonId lead) implements AssessmentEvent, Event.Next<Assessment> {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            Set<PersonId> assessors = new HashSet<>(assessment.assessors());
            assessors.add(from);
            assessors.remove(lead);
            return assessment
                    .moved(to, when)
                    .involving(from)
                    .withAssessors(assessors)
                    .withLead(lead);
        }
    }

    /** These assess besides the lead. */
    record AssessorsNamed(Status to, Set<PersonId> assessors) implements AssessmentEvent, Event.Next<Assessment> {
        public AssessorsNamed {
            assessors = Set.copyOf(assessors);
        }

        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when).withAssessors(assessors);
        }
    }

    /** Evidence is gathered. */
    record Begun(Status to) implements AssessmentEvent, Event.Next<Assessment> {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when);
        }
    }

    /** Subjects were found to be at these levels. */
    record Rated(Status to, List<Rating> ratings) implements AssessmentEvent, Event.Next<Assessment> {
        public Rated {
            ratings = List.copyOf(ratings);
        }

        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when).involving(when).rated(ratings);
        }
    }

    /** Somebody else is to look at it. */
    record Submitted(Status to) implements AssessmentEvent, Event.Next<Assessment> {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when).involving(when);
        }
    }

    /** It was not good enough yet. */
    record SentBack(Status to, String reason) implements AssessmentEvent, Event.Next<Assessment> {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when);
        }
    }

    /** What was found stands. */
    record Completed(Status to, List<Rating> ratings, String comment)
            implements AssessmentEvent, Event.Next<Assessment> {
        public Completed {
            ratings = List.copyOf(ratings);
        }

        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment
                    .moved(to, when)
                    .withResult(new AssessmentResult(when.occurredAt(), ratings, when.by(), comment));
        }
    }

    /** It will not be made, or not to its end. */
    record Cancelled(Status to, String reason) implements AssessmentEvent, Event.Next<Assessment> {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment.moved(to, when);
        }
    }
}
