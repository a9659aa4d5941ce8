package org.itsmkit.improvement;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** What may be wanted so that each step has what the next one asks for. */
public sealed interface EvidenceCommand extends ImprovementCommand {

    /** Say what it is for, in place of what was said before. */
    record SetVision(Vision vision) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.SET_VISION;
        }

        @Override
        public Needs needs(Improvement improvement) {
            return Named.needs(this);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("vision", vision.text(), NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.vision().equals(Optional.of(vision)),
                    context,
                    new EvidenceEvent.VisionSet(context.destination(), vision));
        }
    }

    /** Write down where one stands, in place of what was measured before by a metric of that code. */
    record Measure(Measurement measurement) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.MEASURE;
        }

        @Override
        public List<Violation> check(Context context) {
            return measured(measurement);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.baselines().contains(measurement),
                    context,
                    new EvidenceEvent.Measured(context.destination(), measurement));
        }
    }

    /** Say where one wants to be, in place of what was wanted before by a metric of that code. */
    record SetTarget(Target target) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.SET_TARGET;
        }

        @Override
        public List<Violation> check(Context context) {
            return dated(Inputs.check(), "by", target.by()).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.targets().contains(target),
                    context,
                    new EvidenceEvent.TargetSet(context.destination(), target));
        }
    }

    /** Want nothing of that metric any longer. */
    record DropTarget(Metric metric) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.DROP_TARGET;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.targets().stream()
                            .noneMatch(target -> target.metric().equals(metric)),
                    context,
                    new EvidenceEvent.TargetDropped(context.destination(), metric));
        }
    }

    /** Write down where one stands now. */
    record MeasureAgain(Measurement measurement) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.MEASURE_AGAIN;
        }

        @Override
        public List<Violation> check(Context context) {
            return measured(measurement);
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.results().contains(measurement),
                    context,
                    new EvidenceEvent.MeasuredAgain(context.destination(), measurement));
        }
    }

    /** Say whether one got there, and why one says so, in place of what was said before. */
    record Evaluate(Conclusion conclusion, String note) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.EVALUATE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("note", note, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return right(List.of(new EvidenceEvent.Evaluated(context.destination(), conclusion, note)));
        }
    }

    /** Say what it brings, in place of what was said before. */
    record Realise(Benefit benefit) implements EvidenceCommand {
        @Override
        public Action action() {
            return ImprovementLifecycle.REALISE;
        }

        @Override
        public Either<Rejection, List<Event<Improvement>>> decide(Improvement improvement, Context context) {
            return ImprovementCommand.unless(
                    improvement.realised().equals(Optional.of(benefit)),
                    context,
                    new EvidenceEvent.Realised(context.destination(), benefit));
        }
    }

    private static List<Violation> measured(Measurement measurement) {
        return Inputs.check()
                .line("method", measurement.method(), Measurement.METHOD_LENGTH)
                .violations();
    }

    /** A day is one of the years 1970 to 2198, as all that are reckoned with. */
    static Inputs dated(Inputs inputs, String field, Optional<LocalDate> date) {
        return inputs.require(
                date.map(day -> day.getYear() >= 1970 && day.getYear() < 2199).orElse(true),
                "date.out-of-range",
                field,
                "A day is one of the years 1970 to 2198.");
    }
}
