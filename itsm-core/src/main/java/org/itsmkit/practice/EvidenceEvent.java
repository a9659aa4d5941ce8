package org.itsmkit.practice;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What happens to what an assessment rests on. */
public sealed interface EvidenceEvent extends AssessmentEvent, Event.Next<Assessment> {

    /**
     * A piece of evidence was accepted; its subject must be rated anew.
     *
     * @param subject of what its criterion is
     */
    record EvidenceRecorded(
            Status to,
            String subject,
            int number,
            String criterion,
            PersonId providedBy,
            Instant validUntil,
            Set<RecordRef> records,
            Optional<Figure> figure,
            String note)
            implements EvidenceEvent {
        public EvidenceRecorded {
            records = Set.copyOf(records);
        }

        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment
                    .moved(to, when)
                    .involving(when)
                    .unrated(subject)
                    .with(new Evidence(
                            number,
                            criterion,
                            providedBy,
                            when.by(),
                            when.occurredAt(),
                            validUntil,
                            records,
                            figure,
                            note,
                            Optional.empty()));
        }
    }

    /** A piece of evidence shows nothing any more; its subject must be rated anew. */
    record EvidenceWithdrawn(Status to, String subject, int number, String reason) implements EvidenceEvent {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment
                    .moved(to, when)
                    .involving(when)
                    .unrated(subject)
                    .withEvidence(assessment.evidence().stream()
                            .map(one -> one.number() == number ? one.withdrawn(when.occurredAt()) : one)
                            .toList());
        }
    }

    /** Something was seen. */
    record FindingNoted(Status to, int number, String subject, Finding.Kind kind, String text)
            implements EvidenceEvent {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment
                    .moved(to, when)
                    .involving(when)
                    .with(new Finding(number, subject, kind, text, when.by(), when.occurredAt()));
        }
    }

    /** What was noted does not stand any more. */
    record FindingStruck(Status to, int number, String reason) implements EvidenceEvent {
        @Override
        public Assessment applyTo(Assessment assessment, Occurrence when) {
            return assessment
                    .moved(to, when)
                    .involving(when)
                    .withFindings(assessment.findings().stream()
                            .filter(one -> one.number() != number)
                            .toList());
        }
    }
}
