package org.itsmkit.examples.story;

import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.improvement.ControlEvent;
import org.itsmkit.improvement.EvidenceEvent;
import org.itsmkit.improvement.ImprovementEvent;
import org.itsmkit.improvement.JourneyEvent;
import org.itsmkit.improvement.PlanEvent;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.spi.PersonId;

/** Puts events of improvements into words. */
final class TellingRegister {

    private TellingRegister() {}

    /** What happened, if there are words for it. */
    static Optional<String> of(Object event, Function<PersonId, String> names) {
        return event instanceof ImprovementEvent
                ? proposed(event, names)
                        .or(() -> journey(event))
                        .or(() -> evidence(event))
                        .or(() -> plan(event, names))
                        .or(() -> control(event, names))
                : Optional.empty();
    }

    private static Optional<String> proposed(Object event, Function<PersonId, String> names) {
        if (event instanceof ImprovementEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", " + quoted(proposed.title()) + ", for "
                    + names.apply(proposed.owner())
                    + proposed.vision()
                            .map(vision -> ": " + quoted(vision.text()))
                            .orElse(""));
        }
        if (event instanceof ImprovementEvent.Weighed weighed) {
            return Optional.of("weighed: "
                    + weighed.delay()
                            .map(delay -> "a week of waiting costs "
                                    + delay.cost().perWeek().toPlainString() + ", and it takes "
                                    + delay.duration().toDays() / 7 + " weeks")
                            .orElse("nothing is known of what waiting costs"));
        }
        return event instanceof ImprovementEvent.Learned learned
                ? Optional.of("learned: " + quoted(learned.text()))
                : Optional.empty();
    }

    private static Optional<String> journey(Object event) {
        if (event instanceof JourneyEvent.Advanced advanced) {
            return Optional.of("went on to " + advanced.to());
        }
        if (event instanceof JourneyEvent.ActionBegun) {
            return Optional.of("began to do it");
        }
        if (event instanceof JourneyEvent.WentBack back) {
            return Optional.of("went back to " + back.to() + ": " + quoted(back.reason()));
        }
        if (event instanceof JourneyEvent.PlannedAgain again) {
            return Optional.of("went back to " + again.to() + ": " + quoted(again.reason()));
        }
        return event instanceof JourneyEvent.Closed ? Optional.of("closed") : Optional.empty();
    }

    private static Optional<String> evidence(Object event) {
        if (event instanceof EvidenceEvent.Measured measured) {
            return Optional.of("measured before: " + RegisterAccount.said(measured.measurement()));
        }
        if (event instanceof EvidenceEvent.MeasuredAgain again) {
            return Optional.of("measured after: " + RegisterAccount.said(again.measurement()));
        }
        if (event instanceof EvidenceEvent.TargetSet set) {
            return Optional.of("wanted: " + set.target().metric().code() + " "
                    + set.target().value().toPlainString() + " "
                    + set.target().metric().unit());
        }
        return event instanceof EvidenceEvent.Evaluated evaluated
                ? Optional.of("said " + TellingProblem.small(evaluated.conclusion()) + ": " + quoted(evaluated.note()))
                : Optional.empty();
    }

    private static Optional<String> plan(Object event, Function<PersonId, String> names) {
        if (event instanceof PlanEvent.StepPlanned planned) {
            return Optional.of("step " + planned.step() + ", for " + names.apply(planned.owner()) + " until "
                    + planned.due() + ": " + quoted(planned.text()));
        }
        if (event instanceof PlanEvent.StepSettled settled) {
            return Optional.of("step " + settled.step() + " " + TellingProblem.small(settled.state()) + ": "
                    + quoted(settled.note()));
        }
        return event instanceof PlanEvent.StepOverdue overdue
                ? Optional.of("step " + overdue.step() + " was to be done by " + overdue.due() + " and is not")
                : Optional.empty();
    }

    private static Optional<String> control(Object event, Function<PersonId, String> names) {
        if (event instanceof ControlEvent.ControlSet set) {
            ControlMeasure control = set.control();
            return Optional.of(names.apply(control.reviewer()) + " looks every " + control.everyDays()
                    + " days whether it is still at most " + control.limit().toPlainString() + " "
                    + control.metric().unit() + ", next on " + control.nextReview());
        }
        return event instanceof ControlEvent.ReviewDue due
                ? Optional.of("time to look, on " + due.on())
                : Optional.empty();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
