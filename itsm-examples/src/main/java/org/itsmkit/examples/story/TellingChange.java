package org.itsmkit.examples.story;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalEvent;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Slot;
import org.itsmkit.spi.PersonId;

/** Puts events of changes into words. */
final class TellingChange {

    private final Function<PersonId, String> names;
    private final Function<Instant, String> times;

    TellingChange(Function<PersonId, String> names, Function<Instant, String> times) {
        this.names = names;
        this.times = times;
    }

    /** What happened, if there are words for it. */
    Optional<String> of(Object event) {
        return planned(event).or(() -> approved(event)).or(() -> made(event));
    }

    private Optional<String> planned(Object event) {
        if (event instanceof ChangeEvent.Drafted drafted) {
            return Optional.of("drafted as " + drafted.opening().number() + ", "
                    + drafted.procedure().type().text() + ", "
                    + quoted(drafted.opening().title()) + ": "
                    + quoted(drafted.plans().implementation())
                    + drafted.slot().map(slot -> ", " + said(slot)).orElse(""));
        }
        if (event instanceof ChangeEvent.Revised revised) {
            return Optional.of("planned anew: " + quoted(revised.plans().implementation()));
        }
        if (event instanceof ChangeEvent.Scheduled scheduled) {
            return Optional.of(said(scheduled.slot()));
        }
        return event instanceof ChangeEvent.RiskAssessed assessed
                ? Optional.of("risk: " + assessed.level().name())
                : Optional.empty();
    }

    private Optional<String> approved(Object event) {
        if (event instanceof ApprovalEvent.Submitted submitted) {
            return Optional.of("submitted to "
                    + String.join(
                            ", ",
                            submitted.request().rule().authorities().stream()
                                    .map(Authority::name)
                                    .toList()));
        }
        if (event instanceof ApprovalEvent.Voted voted) {
            Vote vote = voted.ballot().vote();
            return Optional.of(said(vote, voted.ballot().comment()));
        }
        if (event instanceof ApprovalEvent.Rejected rejected) {
            return Optional.of("rejected: " + quoted(rejected.comment()));
        }
        return event instanceof ChangeEvent.Authorised authorised
                ? Optional.of(
                        "authorised" + (authorised.comment().isEmpty() ? "" : ": " + quoted(authorised.comment())))
                : Optional.empty();
    }

    private String said(Vote vote, String comment) {
        String choice = vote.choice().name().toLowerCase(Locale.ROOT);
        return "vote of " + names.apply(vote.by()) + " in " + vote.authority() + ": " + choice
                + (comment.isEmpty() ? "" : ", " + quoted(comment));
    }

    private static Optional<String> made(Object event) {
        if (event instanceof ChangeEvent.Begun) {
            return Optional.of("began to make it");
        }
        if (event instanceof ChangeEvent.Implemented implemented) {
            return Optional.of("implemented, " + implemented.outcome().text().replace('-', ' ') + ": "
                    + quoted(implemented.note()));
        }
        return event instanceof ChangeEvent.Reviewed reviewed
                ? Optional.of("looked back on (lessons: " + reviewed.lessons().size() + ")")
                : Optional.empty();
    }

    private String said(Slot slot) {
        return "to be made " + span(slot.window())
                + slot.outage().map(out -> ", outage " + span(out)).orElse("");
    }

    private String span(Window window) {
        return "from " + times.apply(window.fromInclusive()) + " to " + times.apply(window.toExclusive());
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
