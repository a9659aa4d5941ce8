package org.itsmkit.governance.policy;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.PersonId;

/**
 * What may be wanted of policies. What is enacted alone is asked of commands; revising proposes. Families of their own are {@link
 * PolicyReviewCommand} and {@link WaiverCommand}.
 */
public sealed interface GovernancePolicyCommand extends Command<GovernancePolicy>
        permits GovernancePolicyCommand.Revise,
                GovernancePolicyCommand.Describe,
                GovernancePolicyCommand.HandOver,
                GovernancePolicyCommand.Enact,
                GovernancePolicyCommand.Reject,
                GovernancePolicyCommand.Suspend,
                GovernancePolicyCommand.Reinstate,
                GovernancePolicyCommand.Retire,
                GovernancePolicyCommand.Withdraw,
                PolicyReviewCommand,
                WaiverCommand {

    /** The most code points of a title. */
    int TITLE_LENGTH = 255;

    /** The most code points of a statement. */
    int STATEMENT_LENGTH = 32_000;

    /** The most code points of a comment, a finding or a reason. */
    int NOTE_LENGTH = 4_000;

    /** Begins to say what is wanted. */
    static Draft.Builder draft() {
        return new Draft.Builder();
    }

    /**
     * Write down what is wanted.
     *
     * @param name under which it will stand in rejections, see {@link GovernancePolicy#name}; no other policy has it that is or was in force,
     *     or may be
     * @param title in one line
     * @param statement what is wanted and why, in words; may be empty
     * @param owner who sees to it
     * @param controls what it is to object to, in this order; 1 to {@value GovernancePolicy#MOST_CONTROLS}
     * @param reviewOn on which day it is to be looked at; never if empty
     */
    @KitStyle
    @Value.Builder
    record Draft(
            String name,
            String title,
            String statement,
            PersonId owner,
            List<Control> controls,
            Optional<LocalDate> reviewOn)
            implements Creation<GovernancePolicy> {

        public Draft {
            controls = List.copyOf(controls);
        }

        @Override
        public Action action() {
            return GovernancePolicyLifecycle.DRAFT_IT;
        }

        @Override
        public Needs needs() {
            Needs known = Needs.person(owner);
            return GovernancePolicies.isName(name) ? known.and(Needs.counting(GovernancePolicies.named(name))) : known;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .require(
                            GovernancePolicies.isName(name),
                            "governance-policy.name",
                            "name",
                            "A name has 1 to " + GovernancePolicy.NAME_LENGTH
                                    + " characters of a-z 0-9 . _ -, the first a letter or digit.");
            PolicyReviewCommand.reviewedIn(inputs, reviewOn);
            List<Violation> violations = new ArrayList<>(inputs.violations());
            violations.addAll(described(title, statement));
            violations.addAll(ControlsCheck.of(controls));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(Context context) {
            return right(List.of(new GovernancePolicyEvent.Drafted(
                    context.number().get(),
                    name,
                    title,
                    statement,
                    owner,
                    controls,
                    reviewOn,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends DraftBuilder {
            Builder() {
                statement("");
            }
        }
    }

    /** Propose other controls, in place of those proposed before. What was enacted holds until these are. */
    record Revise(List<Control> controls) implements GovernancePolicyCommand {
        public Revise {
            controls = List.copyOf(controls);
        }

        @Override
        public Action action() {
            return GovernancePolicyLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return ControlsCheck.of(controls);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            boolean isSame = policy.proposed()
                    .map(before -> before.controls().equals(controls))
                    .orElse(false);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new GovernancePolicyEvent.Revised(context.destination(), controls)));
        }
    }

    /** Call it otherwise, or say otherwise in words what is wanted. */
    record Describe(String title, String statement) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return described(title, statement);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            boolean isSame = policy.title().equals(title) && policy.statement().equals(statement);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new GovernancePolicyEvent.Described(context.destination(), title, statement)));
        }
    }

    /** Give it to another owner. */
    record HandOver(PersonId owner) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(GovernancePolicy policy) {
            return Needs.person(owner);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return policy.owner().equals(owner) && stays(context)
                    ? right(List.of())
                    : right(List.of(
                            new GovernancePolicyEvent.HandedOver(context.destination(), policy.owner(), owner)));
        }
    }

    /**
     * Let what is proposed hold, from the next command of the tenant on, in place of what held before.
     *
     * @param comment may be empty
     */
    record Enact(String comment) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.ENACT;
        }

        @Override
        public Needs needs(GovernancePolicy policy) {
            return Needs.counting(GovernancePolicies.enacted(policy.name()));
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("comment", comment, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            if (policy.proposed().isEmpty()) {
                return left(context.refuse(Violation.of(
                        "governance-policy.nothing-proposed", "Nothing is proposed that could be enacted.")));
            }
            return right(List.of(new GovernancePolicyEvent.Enacted(
                    context.destination(), policy.proposed().get(), policy.version() + 1, comment)));
        }
    }

    /** Say no to what is proposed; what held before does so still. */
    record Reject(String reason) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.REJECT;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.Rejected(context.destination(), reason)));
        }
    }

    /** Let no command pass it for the time being. */
    record Suspend(String reason) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.SUSPEND;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.Suspended(context.destination(), reason)));
        }
    }

    /** Let commands pass it again, as it was enacted last. */
    record Reinstate(String reason) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.REINSTATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.Reinstated(context.destination(), reason)));
        }
    }

    /** Let no command pass it ever again. */
    record Retire(String reason) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.RETIRE;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.Retired(context.destination(), reason)));
        }
    }

    /** Give it up before it ever came into force. */
    record Withdraw(String reason) implements GovernancePolicyCommand {
        @Override
        public Action action() {
            return GovernancePolicyLifecycle.WITHDRAW;
        }

        @Override
        public List<Violation> check(Context context) {
            return reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<GovernancePolicy>>> decide(GovernancePolicy policy, Context context) {
            return right(List.of(new GovernancePolicyEvent.Withdrawn(context.destination(), reason)));
        }
    }

    private static List<Violation> described(String title, String statement) {
        return Inputs.check()
                .line("title", title, TITLE_LENGTH)
                .optionalText("statement", statement, STATEMENT_LENGTH)
                .violations();
    }

    private static List<Violation> reasoned(String reason) {
        return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
    }

    /** Whether the row of the lifecycle leads nowhere else. */
    static boolean stays(Context context) {
        return context.transition().map(Transition::stays).orElse(true);
    }
}
