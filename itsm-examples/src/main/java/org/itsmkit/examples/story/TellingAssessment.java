package org.itsmkit.examples.story;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.practice.AssessmentEvent;
import org.itsmkit.practice.EvidenceEvent;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.spi.PersonId;

/** Puts events of assessments into words. */
final class TellingAssessment {

    private TellingAssessment() {}

    /** What happened, if there are words for it. */
    static Optional<String> of(Object event, Function<PersonId, String> names) {
        return event instanceof AssessmentEvent
                ? evidence(event, names).or(() -> begun(event, names)).or(() -> found(event))
                : Optional.empty();
    }

    private static Optional<String> evidence(Object event, Function<PersonId, String> names) {
        if (event instanceof EvidenceEvent.EvidenceRecorded recorded) {
            String what = recorded.figure().map(Figure::sentence).orElse(recorded.note());
            return Optional.of("accepted evidence " + recorded.number() + ", from " + names.apply(recorded.providedBy())
                    + ", of " + recorded.criterion() + ": " + quoted(what));
        }
        return event instanceof EvidenceEvent.EvidenceWithdrawn withdrawn
                ? Optional.of("withdrew evidence " + withdrawn.number() + ": " + quoted(withdrawn.reason()))
                : Optional.empty();
    }

    private static Optional<String> begun(Object event, Function<PersonId, String> names) {
        if (event instanceof AssessmentEvent.Planned planned) {
            return Optional.of("planned as " + planned.number() + ", " + quoted(planned.title()) + ", led by "
                    + names.apply(planned.lead()) + ", of " + planned.scope().size() + " subjects");
        }
        return event instanceof AssessmentEvent.Begun ? Optional.of("began to gather evidence") : Optional.empty();
    }

    private static Optional<String> found(Object event) {
        if (event instanceof AssessmentEvent.Rated rated) {
            return Optional.of("rated: "
                    + rated.ratings().stream()
                            .map(rating -> rating.subject() + " " + rating.level())
                            .collect(Collectors.joining(", ")));
        }
        if (event instanceof AssessmentEvent.Submitted) {
            return Optional.of("handed it on for review");
        }
        if (event instanceof AssessmentEvent.SentBack back) {
            return Optional.of("sent it back: " + quoted(back.reason()));
        }
        return event instanceof AssessmentEvent.Completed completed
                ? Optional.of("completed: " + quoted(completed.comment()))
                : Optional.empty();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
