package org.itsmkit.improvement;

import java.util.List;
import java.util.Optional;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Noted;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/**
 * What happens to improvements. Families of their own are {@link JourneyEvent}, {@link EvidenceEvent}, {@link
 * PlanEvent} and {@link ControlEvent}.
 */
public sealed interface ImprovementEvent extends Event<Improvement>
        permits ImprovementEvent.Proposed,
                ImprovementEvent.Described,
                ImprovementEvent.HandedOver,
                ImprovementEvent.Related,
                ImprovementEvent.Weighed,
                ImprovementEvent.Decided,
                ImprovementEvent.Learned,
                JourneyEvent,
                EvidenceEvent,
                PlanEvent,
                ControlEvent {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("proposed", Proposed.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("related", Related.class),
                EventType.of("weighed", Weighed.class),
                EventType.of("decided", Decided.class),
                EventType.of("learned", Learned.class),
                EventType.of("advanced", JourneyEvent.Advanced.class),
                EventType.of("action-begun", JourneyEvent.ActionBegun.class),
                EventType.of("went-back", JourneyEvent.WentBack.class),
                EventType.of("planned-again", JourneyEvent.PlannedAgain.class),
                EventType.of("parked", JourneyEvent.Parked.class),
                EventType.of("resumed", JourneyEvent.Resumed.class),
                EventType.of("closed", JourneyEvent.Closed.class),
                EventType.of("abandoned", JourneyEvent.Abandoned.class),
                EventType.of("vision-set", EvidenceEvent.VisionSet.class),
                EventType.of("measured", EvidenceEvent.Measured.class),
                EventType.of("target-set", EvidenceEvent.TargetSet.class),
                EventType.of("target-dropped", EvidenceEvent.TargetDropped.class),
                EventType.of("measured-again", EvidenceEvent.MeasuredAgain.class),
                EventType.of("evaluated", EvidenceEvent.Evaluated.class),
                EventType.of("realised", EvidenceEvent.Realised.class),
                EventType.of("step-planned", PlanEvent.StepPlanned.class),
                EventType.of("step-moved", PlanEvent.StepMoved.class),
                EventType.of("step-settled", PlanEvent.StepSettled.class),
                EventType.of("step-overdue", PlanEvent.StepOverdue.class),
                EventType.of("control-set", ControlEvent.ControlSet.class),
                EventType.of("control-reviewed", ControlEvent.ControlReviewed.class),
                EventType.of("review-due", ControlEvent.ReviewDue.class));
    }

    /** Somebody wrote down what might become better. */
    record Proposed(
            String number,
            String title,
            String description,
            PersonId owner,
            Optional<PersonId> sponsor,
            About about,
            Optional<Vision> vision,
            Status status)
            implements ImprovementEvent, Event.First<Improvement> {
        @Override
        public Improvement begin(Occurrence when) {
            return Improvement.builder()
                    .number(number)
                    .title(title)
                    .description(description)
                    .status(status)
                    .owner(owner)
                    .sponsor(sponsor)
                    .about(about)
                    .vision(vision)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** It is called otherwise, or described otherwise. */
    record Described(Status to, String title, String description) implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withTitle(title).withDescription(description);
        }
    }

    /** It has another owner. */
    record HandedOver(Status to, PersonId from, PersonId owner) implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withOwner(owner);
        }
    }

    /** Somebody else stands behind it, or it is about something else. */
    record Related(Status to, Optional<PersonId> sponsor, About about)
            implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withSponsor(sponsor).withAbout(about);
        }
    }

    /** It was said what it should bring, and what waiting for it costs. */
    record Weighed(Status to, Optional<Benefit> expected, Optional<DelayEstimate> delay)
            implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withExpected(expected).withDelay(delay);
        }
    }

    /** Something was decided about it. */
    record Decided(Status to, String text) implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            Noted decision = new Noted(text, when.by(), when.occurredAt());
            return improvement.moved(to, when).withDecisions(Improvement.and(improvement.decisions(), decision));
        }
    }

    /** Something was learned. */
    record Learned(Status to, String text) implements ImprovementEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            Noted lesson = new Noted(text, when.by(), when.occurredAt());
            return improvement.moved(to, when).withLessons(Improvement.and(improvement.lessons(), lesson));
        }
    }
}
