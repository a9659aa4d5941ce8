package org.itsmkit.improvement;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Vision;
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
import org.itsmkit.spi.PersonId;

/**
 * What may be wanted of improvements. Families of their own are {@link JourneyCommand}, {@link EvidenceCommand}, {@link
 * PlanCommand} and {@link ControlCommand}.
 */
public sealed interface ImprovementCommand extends Command<Improvement>
        permits ImprovementCommand.Describe,
                ImprovementCommand.HandOver,
                ImprovementCommand.Relate,
                ImprovementCommand.Weigh,
                ImprovementCommand.Decide,
                ImprovementCommand.Learn,
                JourneyCommand,
                EvidenceCommand,
                PlanCommand,
                ControlCommand {

    /** The most code points of a title. */
    int TITLE_LENGTH = 255;

    /** The most code points of a description. */
    int DESCRIPTION_LENGTH = 32_000;

    /** The most code points of a vision, a step, a note, a lesson, a decision or a reason. */
    int NOTE_LENGTH = 4_000;

    /** Begins to say what might become better. */
    static Propose.Builder propose() {
        return new Propose.Builder();
    }

    /**
     * Write down what might become better.
     *
     * @param title in one line
     * @param description may be empty
     * @param owner who sees to it
     * @param sponsor who stands behind it, if somebody is known to
     * @param about what is to become better, and where that came up
     * @param vision what it is for, if that is known yet
     */
    @KitStyle
    @Value.Builder
    record Propose(
            String title,
            String description,
            PersonId owner,
            Optional<PersonId> sponsor,
            About about,
            Optional<Vision> vision)
            implements Creation<Improvement> {

        @Override
        public Action action() {
            return ImprovementLifecycle.PROPOSE;
        }

        @Override
        public Needs needs() {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = described(title, description);
            roomFor(inputs, about);
            vision.ifPresent(what -> inputs.text("vision", what.text(), NOTE_LENGTH));
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Context context) {
            return right(List.of(new ImprovementEvent.Proposed(
                    context.number().get(),
                    title,
                    description,
                    owner,
                    sponsor,
                    about,
                    vision,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends ProposeBuilder {
            Builder() {
                description("");
                about(About.nothing());
            }
        }
    }

    /** Call it otherwise, or describe it otherwise. */
    record Describe(String title, String description) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return described(title, description).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            boolean isSame = improvement.title().equals(title)
                    && improvement.description().equals(description);
            return unless(isSame, context, new ImprovementEvent.Described(context.destination(), title, description));
        }
    }

    /** Give it to another owner. */
    record HandOver(PersonId owner) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return unless(
                    improvement.owner().equals(owner),
                    context,
                    new ImprovementEvent.HandedOver(context.destination(), improvement.owner(), owner));
        }
    }

    /** Say what it is about, and who stands behind it, in place of what was said before. */
    record Relate(Optional<PersonId> sponsor, About about) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.RELATE;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            roomFor(inputs, about);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            boolean isSame =
                    improvement.sponsor().equals(sponsor) && improvement.about().equals(about);
            return unless(isSame, context, new ImprovementEvent.Related(context.destination(), sponsor, about));
        }
    }

    /** Say what it should bring, and what waiting for it costs, in place of what was said before. */
    record Weigh(Optional<Benefit> expected, Optional<DelayEstimate> delay) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.WEIGH;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            boolean isSame = improvement.expected().equals(expected)
                    && improvement.delay().equals(delay);
            return unless(isSame, context, new ImprovementEvent.Weighed(context.destination(), expected, delay));
        }
    }

    /** Write down a decision. */
    record Decide(String text) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.DECIDE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new ImprovementEvent.Decided(context.destination(), text)));
        }
    }

    /** Write down a lesson. */
    record Learn(String text) implements ImprovementCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.LEARN;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new ImprovementEvent.Learned(context.destination(), text)));
        }
    }

    /**
     * That event, unless all is as it was and the row that is taken leads nowhere else, as any may in a tailored
     * lifecycle.
     */
    static Either<Rejection, List<Event<Improvement>>> unless(
            boolean isSame, Context context, Event<Improvement> event) {
        boolean stays = context.transition().map(row -> row.stays()).orElse(true);
        return isSame && stays ? right(List.of()) : right(List.of(event));
    }

    private static Inputs described(String title, String description) {
        return Inputs.check()
                .line("title", title, TITLE_LENGTH)
                .optionalText("description", description, DESCRIPTION_LENGTH);
    }

    private static void roomFor(Inputs inputs, About about) {
        inputs.require(
                about.hasRoom(),
                "list.too-long",
                "about",
                "No more than " + About.MOST + " services, practices or sources are named.");
    }
}
