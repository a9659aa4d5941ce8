package org.itsmkit.practice;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.itsmkit.practice.capability.Rating;
import org.itsmkit.spi.PersonId;

/** What may be wanted of assessments. A family of its own is {@link EvidenceCommand}. */
public sealed interface AssessmentCommand extends Command<Assessment>
        permits AssessmentCommand.Rescope,
                AssessmentCommand.HandOver,
                AssessmentCommand.NameAssessors,
                AssessmentCommand.Begin,
                AssessmentCommand.Rate,
                AssessmentCommand.Submit,
                AssessmentCommand.SendBack,
                AssessmentCommand.Complete,
                AssessmentCommand.Cancel,
                EvidenceCommand {

    /** The most code points of a title. */
    int TITLE_LENGTH = 255;

    /** The most code points of a comment, a reason or a finding. */
    int NOTE_LENGTH = 4_000;

    /** Begins to say what is to be assessed. */
    static Plan.Builder plan() {
        return new Plan.Builder();
    }

    /**
     * Plan an assessment.
     *
     * @param title in one line
     * @param lead who leads it
     * @param assessors who assesses besides; at most {@value Assessment#MOST_ASSESSORS}
     * @param scope what it is to look at, each subject once; one at least
     */
    @KitStyle
    @Value.Builder
    record Plan(String title, PersonId lead, Set<PersonId> assessors, List<ScopeItem> scope)
            implements Creation<Assessment> {

        public Plan {
            assessors = Set.copyOf(assessors);
            scope = List.copyOf(scope);
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.PLAN;
        }

        @Override
        public Needs needs() {
            return Assessors.needs(Assessors.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().line("title", title, TITLE_LENGTH);
            Assessors.in(inputs, assessors);
            AssessmentCommand.scoped(inputs, scope);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Context context) {
            return right(List.of(new AssessmentEvent.Planned(
                    context.number().get(),
                    title,
                    lead,
                    assessors,
                    scope,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends PlanBuilder {
            Builder() {}
        }
    }

    /** Say anew what it looks at. */
    record Rescope(List<ScopeItem> scope) implements AssessmentCommand {
        public Rescope {
            scope = List.copyOf(scope);
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.RESCOPE;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            AssessmentCommand.scoped(inputs, scope);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return assessment.scope().equals(scope) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AssessmentEvent.Rescoped(context.destination(), scope)));
        }
    }

    /** Let somebody else lead it; who did until then goes on to assess. */
    record HandOver(PersonId lead) implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(Assessment assessment) {
            return Needs.person(lead);
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return assessment.lead().equals(lead) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AssessmentEvent.HandedOver(context.destination(), assessment.lead(), lead)));
        }
    }

    /** Say anew who assesses besides the lead. */
    record NameAssessors(Set<PersonId> assessors) implements AssessmentCommand {
        public NameAssessors {
            assessors = Set.copyOf(assessors);
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.NAME_ASSESSORS;
        }

        @Override
        public Needs needs(Assessment assessment) {
            return Assessors.needs(Assessors.named(this));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            Assessors.in(inputs, assessors);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return assessment.assessors().equals(assessors) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AssessmentEvent.AssessorsNamed(context.destination(), assessors)));
        }
    }

    /** Begin to gather evidence. */
    record Begin() implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.BEGIN;
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new AssessmentEvent.Begun(context.destination())));
        }
    }

    /**
     * Work out at which level subjects are, by the evidence that is valid now.
     *
     * @param subjects which of the scope; one at least
     */
    record Rate(Set<String> subjects) implements AssessmentCommand {
        public Rate {
            subjects = Set.copyOf(subjects);
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.RATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(!subjects.isEmpty(), "list.missing", "subjects", "Nothing is to be rated.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            List<Rating> ratings = new TreeSet<>(subjects)
                    .stream()
                            .map(subject ->
                                    assessment.level(subject, context.at()).rating())
                            .toList();
            return right(List.of(new AssessmentEvent.Rated(context.destination(), ratings)));
        }
    }

    /** Give it to somebody else to look at. */
    record Submit() implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.SUBMIT;
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new AssessmentEvent.Submitted(context.destination())));
        }
    }

    /** Say that it is not good enough yet, and why. */
    record SendBack(String reason) implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.SEND_BACK;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new AssessmentEvent.SentBack(context.destination(), reason)));
        }
    }

    /**
     * Say that what was found stands.
     *
     * @param comment may be empty
     */
    record Complete(String comment) implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.COMPLETE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("comment", comment, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new AssessmentEvent.Completed(context.destination(), assessment.ratings(), comment)));
        }
    }

    /** Say that it will not be made, or not to its end, and why. */
    record Cancel(String reason) implements AssessmentCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.CANCEL;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new AssessmentEvent.Cancelled(context.destination(), reason)));
        }
    }

    /** Whether the row that is taken leads nowhere else, as any may in a tailored lifecycle. */
    static boolean stays(Context context) {
        return context.transition().map(Transition::stays).orElse(true);
    }

    private static void scoped(Inputs inputs, List<ScopeItem> scope) {
        long subjects = scope.stream().map(ScopeItem::subject).distinct().count();
        inputs.require(!scope.isEmpty(), "list.missing", "scope", "An assessment looks at something.")
                .require(
                        scope.size() <= Assessment.MOST_SUBJECTS,
                        "list.too-long",
                        "scope",
                        "An assessment looks at " + Assessment.MOST_SUBJECTS + " subjects at most.")
                .require(subjects == scope.size(), "list.not-distinct", "scope", "A subject is named twice.");
    }
}
