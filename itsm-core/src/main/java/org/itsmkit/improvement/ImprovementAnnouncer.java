package org.itsmkit.improvement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.engine.Announcer;
import org.itsmkit.engine.Happened;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.PersonId;

/**
 * Who is told of what happens to improvements: the owner, of what others decided; who is to do something, of what and
 * when; who looks, that it is time; owner and sponsor, of what was lost again and of the end.
 */
final class ImprovementAnnouncer implements Announcer<Improvement> {

    @Override
    public List<Announcement> announce(Happened<Improvement> happened) {
        Event<Improvement> event = happened.event();
        Improvement improvement = happened.after();
        Map<String, String> arguments = arguments(improvement);
        if (event instanceof PlanEvent planned) {
            return toWhoDoesIt(planned, improvement);
        }
        if (event instanceof ControlEvent control) {
            return toWhoLooks(control, improvement);
        }
        if (event instanceof ImprovementEvent.HandedOver handed) {
            return List.of(Announcement.to(handed.owner(), "improvement-handed-over", arguments));
        }
        if (event instanceof EvidenceEvent.Evaluated) {
            return List.of(Announcement.to(improvement.owner(), "improvement-evaluated", arguments));
        }
        if (event instanceof JourneyEvent.Closed) {
            return toThose(improvement, "improvement-closed", arguments);
        }
        return event instanceof JourneyEvent.Abandoned
                ? toThose(improvement, "improvement-abandoned", arguments)
                : List.of();
    }

    private static List<Announcement> toWhoDoesIt(PlanEvent event, Improvement improvement) {
        if (event instanceof PlanEvent.StepPlanned planned) {
            return step(improvement, planned.step(), "improvement-step-planned");
        }
        if (event instanceof PlanEvent.StepMoved moved) {
            return step(improvement, moved.step(), "improvement-step-planned");
        }
        return event instanceof PlanEvent.StepOverdue overdue
                ? step(improvement, overdue.step(), "improvement-step-overdue")
                : List.of();
    }

    private static List<Announcement> step(Improvement improvement, int number, String code) {
        return improvement.step(number).stream()
                .map(step -> Announcement.to(
                        step.owner(),
                        code,
                        and(
                                arguments(improvement),
                                Map.of(
                                        "step",
                                        Integer.toString(number),
                                        "due",
                                        step.due().toString()))))
                .toList();
    }

    private static List<Announcement> toWhoLooks(ControlEvent event, Improvement improvement) {
        if (event instanceof ControlEvent.ControlSet set) {
            return List.of(look(improvement, set.control(), "improvement-review-planned"));
        }
        if (event instanceof ControlEvent.ReviewDue) {
            return improvement.control().stream()
                    .map(control -> look(improvement, control, "improvement-review-due"))
                    .toList();
        }
        return event instanceof ControlEvent.ControlReviewed reviewed && !reviewed.holds()
                ? toThose(improvement, "improvement-lost", arguments(improvement))
                : List.of();
    }

    private static Announcement look(Improvement improvement, ControlMeasure control, String code) {
        Map<String, String> on = Map.of("on", control.nextReview().toString());
        return Announcement.to(control.reviewer(), code, and(arguments(improvement), on));
    }

    /** To the owner, and to the sponsor if there is another. */
    private static List<Announcement> toThose(Improvement improvement, String code, Map<String, String> arguments) {
        Optional<PersonId> sponsor = improvement.sponsor();
        return Stream.concat(Stream.of(improvement.owner()), sponsor.stream())
                .distinct()
                .map(person -> Announcement.to(person, code, arguments))
                .toList();
    }

    private static Map<String, String> arguments(Improvement improvement) {
        return Map.of(
                "number", improvement.number(), "status", improvement.status().name());
    }

    private static Map<String, String> and(Map<String, String> arguments, Map<String, String> others) {
        Map<String, String> more = new HashMap<>(arguments);
        more.putAll(others);
        return more;
    }
}
