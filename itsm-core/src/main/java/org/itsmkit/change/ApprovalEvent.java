package org.itsmkit.change;

import java.util.List;
import java.util.Optional;
import org.itsmkit.approval.ApprovalRequest;
import org.itsmkit.approval.Delegation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;

/** What happens to a change that others must approve. */
public sealed interface ApprovalEvent extends Event.Next<Change> {

    /** The names under which these stand in journals; part of those of changes. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("submitted", Submitted.class),
                EventType.of("voted", Voted.class),
                EventType.of("delegated", Delegated.class),
                EventType.of("rejected", Rejected.class),
                EventType.of("approval-expired", Expired.class));
    }

    /** Those who must approve it were asked. */
    record Submitted(Status to, ApprovalRequest request) implements ApprovalEvent {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when))
                    .withAuthorisation(Optional.empty())
                    .withRound(ApprovalRound.begun(request));
        }
    }

    /** One of them voted. */
    record Voted(Ballot ballot) implements ApprovalEvent {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().touched(when))
                    .withRound(change.round().map(round -> round.with(ballot)));
        }
    }

    /** One of them lets somebody else vote in their place. */
    record Delegated(Delegation delegation) implements ApprovalEvent {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().touched(when))
                    .withRound(change.round().map(round -> round.with(delegation)));
        }
    }

    /** They said no. */
    record Rejected(Status to, String comment) implements ApprovalEvent {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** They did not answer in time. */
    record Expired(Status to) implements ApprovalEvent {
        @Override
        public Change applyTo(Change change, Occurrence when) {
            return change.withTicket(change.ticket().moved(to, Optional.empty(), when));
        }
    }
}
