package org.itsmkit.governance.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;

/** What happens to policies. */
public sealed interface GovernancePolicyEvent extends Event<GovernancePolicy> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("drafted", Drafted.class),
                EventType.of("revised", Revised.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("enacted", Enacted.class),
                EventType.of("rejected", Rejected.class),
                EventType.of("review-begun", ReviewBegun.class),
                EventType.of("review-ended", ReviewEnded.class),
                EventType.of("review-date-set", ReviewDateSet.class),
                EventType.of("review-due", ReviewDue.class),
                EventType.of("waiver-granted", WaiverGranted.class),
                EventType.of("waiver-revoked", WaiverRevoked.class),
                EventType.of("suspended", Suspended.class),
                EventType.of("reinstated", Reinstated.class),
                EventType.of("retired", Retired.class),
                EventType.of("withdrawn", Withdrawn.class));
    }

    /** Somebody wrote down what is wanted. */
    record Drafted(
            String number,
            String name,
            String title,
            String statement,
            PersonId owner,
            List<Control> controls,
            Optional<LocalDate> reviewOn,
            Status status)
            implements GovernancePolicyEvent, Event.First<GovernancePolicy> {
        @Override
        public GovernancePolicy begin(Occurrence when) {
            return GovernancePolicy.builder()
                    .number(number)
                    .name(name)
                    .title(title)
                    .statement(statement)
                    .owner(owner)
                    .status(status)
                    .proposed(ProposedControls.of(controls, when))
                    .reviewOn(reviewOn)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** Other controls were proposed. */
    record Revised(Status to, List<Control> controls) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withProposed(ProposedControls.of(controls, when));
        }
    }

    /** It is called otherwise, or says otherwise what is wanted. */
    record Described(Status to, String title, String statement)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withTitle(title).withStatement(statement);
        }
    }

    /** Somebody else owns it. */
    record HandedOver(Status to, PersonId from, PersonId owner)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withOwner(owner);
        }
    }

    /** Somebody let what had been proposed hold. */
    record Enacted(Status to, ProposedControls enacted, int version, String comment)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).holding(enacted, version);
        }
    }

    /** Somebody said no to what had been proposed; what held before does so still. */
    record Rejected(Status to, String reason) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withProposed(Optional.empty());
        }
    }

    /** Somebody began to look at it. */
    record ReviewBegun(Status to) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when);
        }
    }

    /** Somebody looked at it, found that, and said when it is to be looked at next. */
    record ReviewEnded(Status to, String finding, Optional<LocalDate> next)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withReviewOn(next);
        }
    }

    /** It is to be looked at on that day. */
    record ReviewDateSet(Status to, Optional<LocalDate> on)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withReviewOn(on);
        }
    }

    /** The day has come on which it is to be looked at. */
    record ReviewDue(Status to, LocalDate on) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withReviewTold(on);
        }
    }

    /** It does not stand in somebody's way for a while. */
    record WaiverGranted(Status to, Waiver waiver) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).waiving(waiver, when.occurredAt());
        }
    }

    /** That was taken back. */
    record WaiverRevoked(Status to, int waiver, String reason)
            implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).revoking(waiver, when.occurredAt());
        }
    }

    /** No command passes it for the time being. */
    record Suspended(Status to, String reason) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when);
        }
    }

    /** Commands pass it again. */
    record Reinstated(Status to, String reason) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when);
        }
    }

    /** No command will pass it; what was proposed is not wanted any longer. */
    record Retired(Status to, String reason) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withProposed(Optional.empty());
        }
    }

    /** It was given up before it ever came into force. */
    record Withdrawn(Status to, String reason) implements GovernancePolicyEvent, Event.Next<GovernancePolicy> {
        @Override
        public GovernancePolicy applyTo(GovernancePolicy policy, Occurrence when) {
            return policy.moved(to, when).withProposed(Optional.empty());
        }
    }
}
