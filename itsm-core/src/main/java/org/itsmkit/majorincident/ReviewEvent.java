package org.itsmkit.majorincident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What happens when people look back on a major incident. */
public sealed interface ReviewEvent extends MajorIncidentEvent, Event.Next<MajorIncident> {

    /** The review found this, in place of what it had found before. */
    record FindingsRecorded(String whatHappened, List<String> contributingFactors, List<String> lessons)
            implements ReviewEvent {
        public FindingsRecorded {
            contributingFactors = List.copyOf(contributingFactors);
            lessons = List.copyOf(lessons);
        }

        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withFindings(
                            new Findings(whatHappened, contributingFactors, lessons, when.by(), when.occurredAt()))
                    .touched(when);
        }
    }

    /** Something is to be done. */
    record ActionItemAdded(int number, String text, PersonId owner, LocalDate due) implements ReviewEvent {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            List<ActionItem> items = new ArrayList<>(major.actionItems());
            items.add(new ActionItem(number, text, owner, due, ActionItem.State.OPEN, "", Optional.empty()));
            return major.withActionItems(items).touched(when);
        }
    }

    /** Something was done, or dropped, or goes on elsewhere. */
    record ActionItemSettled(int number, ActionItem.State state, String note, Optional<RecordRef> handedOverTo)
            implements ReviewEvent {
        @Override
        public MajorIncident applyTo(MajorIncident major, Occurrence when) {
            return major.withActionItems(major.actionItems().stream()
                            .map(item -> item.number() == number ? item.settled(state, note, handedOverTo) : item)
                            .toList())
                    .touched(when);
        }
    }
}
