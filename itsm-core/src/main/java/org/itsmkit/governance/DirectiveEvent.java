package org.itsmkit.governance;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/** What happens to directives. */
public sealed interface DirectiveEvent extends Event<Directive> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("proposed", Proposed.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("evaluated", Evaluated.class),
                EventType.of("directed", Directed.class),
                EventType.of("observed", Observed.class),
                EventType.of("report-due", ReportDue.class),
                EventType.of("revised", Revised.class),
                EventType.of("achieved", Achieved.class),
                EventType.of("missed", Missed.class),
                EventType.of("closed", Closed.class),
                EventType.of("withdrawn", Withdrawn.class));
    }

    /** Somebody thought that something is to be directed. */
    record Proposed(String number, String title, String purpose, PersonId owner, Status status)
            implements DirectiveEvent, Event.First<Directive> {
        @Override
        public Directive begin(Occurrence when) {
            return Directive.builder()
                    .number(number)
                    .title(title)
                    .purpose(purpose)
                    .owner(owner)
                    .status(status)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** It is called otherwise, or about something else. */
    record Described(Status to, String title, String purpose) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when).withTitle(title).withPurpose(purpose);
        }
    }

    /** Somebody else owns it. */
    record HandedOver(Status to, PersonId from, PersonId owner) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when).withOwner(owner);
        }
    }

    /** Somebody looked, and found that. */
    record Evaluated(Status to, Evaluation evaluation) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            Set<PersonId> all = new HashSet<>(directive.evaluators());
            all.addAll(Directive.actors(when));
            return directive.moved(to, when).withEvaluation(evaluation).withEvaluators(all);
        }
    }

    /** Somebody directed that. */
    record Directed(Status to, Direction direction) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive
                    .moved(to, when)
                    .measuring(direction.target())
                    .withDirection(direction)
                    .withDirectors(Directive.actors(when))
                    .withDirectedAt(when.occurredAt());
        }
    }

    /** So much was measured. */
    record Observed(Status to, Observation observation) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when).observing(observation);
        }
    }

    /** Nothing was measured until {@code due}, when something was to be. */
    record ReportDue(Status to, Instant due) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when).withReportTold(due);
        }
    }

    /** What was directed holds no longer. */
    record Revised(Status to, String reason) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when).replacing(reason, when.occurredAt());
        }
    }

    /** It has come about. */
    record Achieved(Status to, String comment) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when);
        }
    }

    /** It has not come about in time. */
    record Missed(Status to, String reason) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when);
        }
    }

    /** It is over, and that was learned. */
    record Closed(Status to, String learned) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when);
        }
    }

    /** Nobody wants it any longer. */
    record Withdrawn(Status to, String reason) implements DirectiveEvent, Event.Next<Directive> {
        @Override
        public Directive applyTo(Directive directive, Occurrence when) {
            return directive.moved(to, when);
        }
    }
}
