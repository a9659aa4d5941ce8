package org.itsmkit.examples.story;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationEvent;
import org.itsmkit.majorincident.MajorIncidentEvent;
import org.itsmkit.majorincident.ReviewEvent;
import org.itsmkit.spi.PersonId;

/** Puts events of major incidents into words. */
final class TellingMajor {

    private final Function<PersonId, String> names;

    TellingMajor(Function<PersonId, String> names) {
        this.names = names;
    }

    /** What happened, if there are words for it. */
    Optional<String> of(Object event) {
        return decision(event)
                .or(() -> role(event))
                .or(() -> communication(event))
                .or(() -> review(event));
    }

    private static Optional<String> decision(Object event) {
        if (event instanceof MajorIncidentEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", "
                    + (proposed.trigger().isPresent() ? "by the trigger " : "because ") + quoted(proposed.reason()));
        }
        if (event instanceof MajorIncidentEvent.Accepted accepted) {
            return Optional.of("accepted" + (accepted.note().isEmpty() ? "" : ": " + quoted(accepted.note())));
        }
        if (event instanceof MajorIncidentEvent.Mitigated mitigated) {
            return Optional.of("mitigated: " + quoted(mitigated.how()));
        }
        if (event instanceof MajorIncidentEvent.Restored restored) {
            return Optional.of("restored: " + quoted(restored.how()));
        }
        if (event instanceof MajorIncidentEvent.ReviewBegun) {
            return Optional.of("began the review");
        }
        return event instanceof MajorIncidentEvent.Closed ? Optional.of("closed") : Optional.empty();
    }

    private Optional<String> role(Object event) {
        return event instanceof MajorIncidentEvent.RoleAssigned assigned
                ? Optional.of(assigned.role()
                        + assigned.from()
                                .map(from -> ": from " + names.apply(from) + " to ")
                                .orElse(": ")
                        + names.apply(assigned.person())
                        + (assigned.note().isEmpty() ? "" : ", " + quoted(assigned.note())))
                : Optional.empty();
    }

    private static Optional<String> communication(Object event) {
        if (event instanceof CommunicationEvent.Planned planned) {
            return Optional.of("planned to tell "
                    + planned.audiences().stream().map(TellingMajor::plan).collect(Collectors.joining(", ")));
        }
        if (event instanceof CommunicationEvent.Informed informed) {
            return Optional.of("told " + informed.audience() + " by " + informed.channel()
                    + (informed.isLate() ? ", late" : "") + (informed.isFinal() ? ", for the last time" : "") + ": "
                    + quoted(informed.text()));
        }
        if (event instanceof CommunicationEvent.Missed missed) {
            return Optional.of("noted that " + missed.audience() + " were not told in time");
        }
        return event instanceof CommunicationEvent.Entered entered
                ? Optional.of("entered, as " + entered.kind().name().toLowerCase(Locale.ROOT)
                        + entered.corrects()
                                .map(place -> ", in place of " + place)
                                .orElse("") + ": " + quoted(entered.text()))
                : Optional.empty();
    }

    private static String plan(Audience audience) {
        return audience.name() + " by " + audience.channel() + " every "
                + audience.cadence().toMinutes() + " min";
    }

    private Optional<String> review(Object event) {
        if (event instanceof ReviewEvent.FindingsRecorded findings) {
            return Optional.of("recorded what the review found (factors: "
                    + findings.contributingFactors().size() + ", lessons: "
                    + findings.lessons().size() + ")");
        }
        if (event instanceof ReviewEvent.ActionItemAdded added) {
            return Optional.of("to be done by " + names.apply(added.owner()) + " until " + added.due() + ": "
                    + quoted(added.text()));
        }
        return event instanceof ReviewEvent.ActionItemSettled settled
                ? Optional.of("settled action item " + settled.number() + ": "
                        + settled.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                : Optional.empty();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
