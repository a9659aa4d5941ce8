package org.itsmkit.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.service.portfolio.Acceptance;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.service.portfolio.PlannedRetirement;
import org.itsmkit.spi.RecordRef;

/** What happens to services at their gates, and on their way to the last of them. */
public sealed interface GateEvent extends ServiceEvent {

    /** It passed a gate, by that evidence. */
    record Passed(Status to, Gate gate, String evidence, List<RecordRef> documents)
            implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            Service passing = service.moved(to, when).passing(GateDecision.passed(gate, when, evidence, documents));
            return gate == Gate.GO_LIVE ? passing.withLiveSince(when.occurredAt()) : passing;
        }
    }

    /** Somebody accepted it as it was built. */
    record Accepted(Status to, AcceptingSide side, String comment) implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).accepted(side, Acceptance.of(when, comment));
        }
    }

    /** It was sent back behind a gate, and stands before that and all later ones again. */
    record SentBack(Status to, Gate gate, String reason) implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).sentBack(GateDecision.sentBack(gate, when, reason));
        }
    }

    /** It is to end so. */
    record RetirementPlanned(Status to, PlannedRetirement retirement) implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withRetirement(retirement);
        }
    }

    /** It is not to end after all, and is watched closely. */
    record Kept(Status to, String reason) implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when)
                    .withRetirement(Optional.empty())
                    .withRetirementNoted(Optional.empty())
                    .watchedAgain(when, reason);
        }
    }

    /** The day of its end has come. */
    record RetirementDue(Status to, LocalDate on) implements GateEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withRetirementNoted(on);
        }
    }
}
