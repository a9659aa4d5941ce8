package org.itsmkit.governance.policy;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Micros;

/** What may be wanted of waivers. What is waived is done, and those who audit are told each time. */
public sealed interface WaiverCommand extends GovernancePolicyCommand {

    /**
     * Let it not stand in somebody's way for a while.
     *
     * @param waived for whom, or of what
     * @param from from when on, inclusive; in whole microseconds
     * @param until until when, exclusive: not over, and at most 366 days after {@code from}
     * @param reason why
     */
    record Grant(Waived waived, Instant from, Instant until, String reason) implements WaiverCommand {

        public Grant {
            Objects.requireNonNull(waived, "waived");
            from = Micros.truncate(from);
            until = Micros.truncate(until);
        }

        @Override
        public Action action() {
            return GovernancePolicyLifecycle.GRANT_WAIVER;
        }

        @Override
        public Needs needs(GovernancePolicy policy) {
            return waived instanceof Waived.OfPerson of ? Needs.person(of.person()) : Needs.none();
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            until.isAfter(from) && until.isAfter(context.at()),
                            "governance-policy.waiver-over",
                            "until",
                            "A waiver ends after it begins, and later than now.")
                    .require(
                            Duration.between(from, until).compareTo(GovernancePolicy.LONGEST_WAIVER) <= 0,
                            "governance-policy.waiver-too-long",
                            "until",
                            "A policy is waived for at most " + GovernancePolicy.LONGEST_WAIVER.toDays() + " days.")
                    .text("reason", reason, NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            Waiver waiver = new Waiver(
                    policy.waiversGranted() + 1,
                    waived,
                    from,
                    until,
                    reason,
                    context.caller().person(),
                    Optional.empty());
            return right(List.of(new GovernancePolicyEvent.WaiverGranted(context.destination(), waiver)));
        }
    }

    /** Take the waiver of that number back; it holds no longer from then on. */
    record Revoke(int waiver, String reason) implements WaiverCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.REVOKE_WAIVER;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.WaiverRevoked(context.destination(), waiver, reason)));
        }
    }
}
