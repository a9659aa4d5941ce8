package org.itsmkit.governance;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of directives. */
public sealed interface DirectiveCommand extends Command<Directive> {

    /** The most code points of a title, and of who is heard. */
    int LINE_LENGTH = 255;

    /** The most code points of a note, a reason, a source or a finding. */
    int NOTE_LENGTH = 4_000;

    /** The most code points of a purpose, of what is directed, and of what was learned. */
    int TEXT_LENGTH = 32_000;

    /**
     * Say that something is to be directed.
     *
     * @param title in one line
     * @param purpose what it is about; may be empty
     * @param owner who sees to it
     */
    record Propose(String title, String purpose, PersonId owner) implements Creation<Directive> {
        @Override
        public Action action() {
            return DirectiveLifecycle.PROPOSE;
        }

        @Override
        public Needs needs() {
            return Needs.person(owner);
        }

        @Override
        public List<Violation> check(Context context) {
            return described(title, purpose);
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Context context) {
            return right(List.of(new DirectiveEvent.Proposed(
                    context.number().get(),
                    title,
                    purpose,
                    owner,
                    context.lifecycle().initial())));
        }
    }

    /** Call it otherwise, or say otherwise what it is about. */
    record Describe(String title, String purpose) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return described(title, purpose);
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            boolean isSame =
                    directive.title().equals(title) && directive.purpose().equals(purpose);
            return isSame && stays(context)
                    ? right(List.of())
                    : right(List.of(new DirectiveEvent.Described(context.destination(), title, purpose)));
        }
    }

    /** Give it to another owner. */
    record HandOver(PersonId owner) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(Directive directive) {
            return Needs.person(owner);
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return directive.owner().equals(owner) && stays(context)
                    ? right(List.of())
                    : right(List.of(new DirectiveEvent.HandedOver(context.destination(), directive.owner(), owner)));
        }
    }

    /** Say what was found, in place of what was found before. */
    record Evaluate(Evaluation evaluation) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.EVALUATE;
        }

        @Override
        public Needs needs(Directive directive) {
            return records(evaluation.evidence(), Evaluation.MOST_EVIDENCE);
        }

        @Override
        public List<Violation> check(Context context) {
            return DirectionCheck.of(evaluation);
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Evaluated(context.destination(), evaluation)));
        }
    }

    /** Say what is to be done, by whom, and by what one sees that it is. */
    record Direct(Direction direction) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.DIRECT;
        }

        @Override
        public Needs needs(Directive directive) {
            return Needs.person(direction.accountable()).and(records(direction.restsOn(), Direction.MOST_POLICIES));
        }

        @Override
        public List<Violation> check(Context context) {
            return DirectionCheck.of(direction);
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Directed(context.destination(), direction)));
        }
    }

    /**
     * Say what was measured. What was said to have been measured at the same moment is corrected by it.
     *
     * @param value how much, in the unit of the target
     * @param at when: not later than now, and not before the baseline; in whole microseconds
     * @param source where that stands
     */
    record Observe(BigDecimal value, Instant at, String source) implements DirectiveCommand {
        public Observe {
            value = Target.normal(value);
            at = Micros.truncate(at);
            Objects.requireNonNull(source, "source");
        }

        @Override
        public Action action() {
            return DirectiveLifecycle.OBSERVE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("source", source, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Observed(
                    context.destination(),
                    new Observation(value, at, source, context.caller().person()))));
        }
    }

    /** Take note that nothing was measured until then, when something was to be: of one moment once, and not before it. */
    record NoteReportDue(Instant due) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.NOTE_REPORT_DUE;
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            boolean isDue = directive.reportDue().equals(Optional.of(due))
                    && !directive.reportTold().equals(Optional.of(due))
                    && !context.at().isBefore(due);
            return right(isDue ? List.of(new DirectiveEvent.ReportDue(context.destination(), due)) : List.of());
        }
    }

    /** Say that it has come about. */
    record Achieve(String comment) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.ACHIEVE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("comment", comment, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return directive.isGoalObserved(context.at())
                    ? right(List.of(new DirectiveEvent.Achieved(context.destination(), comment)))
                    : left(context.refuse(Violation.of(
                            "directive.goal-not-observed", "What was measured last is not at the goal, or too old.")));
        }
    }

    /** Let what is directed hold no longer, for it to be evaluated and directed otherwise. What was planned is kept. */
    record Revise(String reason) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Revised(context.destination(), reason)));
        }
    }

    /** Say that it has not come about in time. */
    record Miss(String reason) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.MISS;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Missed(context.destination(), reason)));
        }
    }

    /** Say what was learned, and be done with it. */
    record Close(String learned) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.CLOSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("learned", learned, TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Closed(context.destination(), learned)));
        }
    }

    /** Give it up. */
    record Withdraw(String reason) implements DirectiveCommand {
        @Override
        public Action action() {
            return DirectiveLifecycle.WITHDRAW;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Directive>>> decide(Directive directive, Context context) {
            return right(List.of(new DirectiveEvent.Withdrawn(context.destination(), reason)));
        }
    }

    private static List<Violation> described(String title, String purpose) {
        return Inputs.check()
                .line("title", title, LINE_LENGTH)
                .optionalText("purpose", purpose, TEXT_LENGTH)
                .violations();
    }

    /** No more are asked for than may be named: a command that names more is refused anyway. */
    private static Needs records(Set<RecordRef> refs, int most) {
        return refs.size() > most
                ? Needs.none()
                : refs.stream().map(Needs::record).reduce(Needs.none(), Needs::and);
    }

    private static boolean stays(Context context) {
        return context.transition().map(Transition::stays).orElse(true);
    }
}
