package org.itsmkit.improvement;

import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.Evaluation;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;

/** What is written down of what improvements are for, where one stood, wants to be and is now. */
public sealed interface EvidenceEvent extends ImprovementEvent {

    /** It was said what it is for. */
    record VisionSet(Status to, Vision vision) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withVision(vision);
        }
    }

    /** Somebody measured where one stands, in place of what was measured before by a metric of that code. */
    record Measured(Status to, Measurement measurement) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).from(measurement);
        }
    }

    /** It was said where one wants to be, in place of what was wanted before by a metric of that code. */
    record TargetSet(Status to, Target target) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).aimingAt(target);
        }
    }

    /** Something is wanted no longer. */
    record TargetDropped(Status to, Metric metric) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement
                    .moved(to, when)
                    .withTargets(improvement.targets().stream()
                            .filter(target -> !target.metric().equals(metric))
                            .toList());
        }
    }

    /** Somebody measured where one stands now. */
    record MeasuredAgain(Status to, Measurement measurement) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withResults(Improvement.and(improvement.results(), measurement));
        }
    }

    /** Somebody said whether one got there. */
    record Evaluated(Status to, Conclusion conclusion, String note) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement
                    .moved(to, when)
                    .withEvaluation(new Evaluation(conclusion, note, when.by(), when.occurredAt()));
        }
    }

    /** It was said what it brings. */
    record Realised(Status to, Benefit benefit) implements EvidenceEvent, Event.Next<Improvement> {
        @Override
        public Improvement applyTo(Improvement improvement, Occurrence when) {
            return improvement.moved(to, when).withRealised(benefit);
        }
    }
}
