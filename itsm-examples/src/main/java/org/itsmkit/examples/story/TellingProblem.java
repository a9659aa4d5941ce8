package org.itsmkit.examples.story;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmkit.incident.WorkaroundEvent;
import org.itsmkit.knownerror.KnownErrorEvent;
import org.itsmkit.problem.ProblemEvent;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedEvent;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingEvent;
import org.itsmkit.ticket.TicketEvent;

/** Puts events of problems and known errors into words, and those by which tickets have to do with them. */
final class TellingProblem {

    private final Stage stage;

    TellingProblem(Stage stage) {
        this.stage = stage;
    }

    /** What happened, if there are words for it. */
    Optional<String> of(Object event) {
        return problem(event)
                .or(() -> reviewed(event))
                .or(() -> knownError(event))
                .or(() -> fix(event))
                .or(() -> ticket(event));
    }

    private static Optional<String> problem(Object event) {
        if (event instanceof ProblemEvent.Logged logged) {
            return Optional.of("logged as " + logged.opening().number() + ", "
                    + quoted(logged.opening().title()) + ", " + small(logged.origin()));
        }
        if (event instanceof ProblemEvent.Assessed assessed) {
            return Optional.of("assessed: " + quoted(assessed.finding()));
        }
        if (event instanceof ProblemEvent.Investigated) {
            return Optional.of("begins to look for the cause");
        }
        if (event instanceof ProblemEvent.Analysed analysed) {
            return Optional.of("analysed: " + quoted(analysed.name()) + ", by "
                    + small(analysed.analysis().technique()));
        }
        return event instanceof ProblemEvent.RootCauseIdentified identified
                ? Optional.of("root cause: " + quoted(identified.cause())
                        + identified
                                .confidence()
                                .map(confidence -> ", " + small(confidence))
                                .orElse(""))
                : Optional.empty();
    }

    private static Optional<String> reviewed(Object event) {
        if (event instanceof ProblemEvent.Resolved resolved) {
            return Optional.of("resolved: " + quoted(resolved.solution()));
        }
        return event instanceof ProblemEvent.Reviewed reviewed
                ? Optional.of("looked back on (lessons: " + reviewed.lessons().size() + ")")
                : Optional.empty();
    }

    private static Optional<String> knownError(Object event) {
        if (event instanceof KnownErrorEvent.Identified identified) {
            return Optional.of("written down as " + identified.opening().number() + ", "
                    + quoted(identified.opening().title()));
        }
        if (event instanceof KnownErrorEvent.WorkaroundVerified) {
            return Optional.of("workaround verified");
        }
        if (event instanceof KnownErrorEvent.Published) {
            return Optional.of("published");
        }
        if (event instanceof KnownErrorEvent.FixRecorded recorded) {
            return Optional.of("fixed: " + quoted(recorded.text()));
        }
        return event instanceof KnownErrorEvent.Retired retired
                ? Optional.of("retired: " + quoted(retired.reason()))
                : Optional.empty();
    }

    private Optional<String> fix(Object event) {
        if (event instanceof FixingEvent.FixPlanned planned) {
            return Optional.of("to be fixed by " + stage.number(planned.change()));
        }
        return event instanceof FixingEvent.FixNoted noted
                ? Optional.of(noted(noted.change(), noted.state()))
                : Optional.empty();
    }

    private String noted(RecordRef change, Fix.State state) {
        return "heard that " + stage.number(change) + " is " + small(state);
    }

    private Optional<String> ticket(Object event) {
        if (event instanceof AffectedEvent.AffectedNamed<?> named) {
            return Optional.of("about " + said(named.affected()));
        }
        if (event instanceof TicketEvent.Linked<?> linked) {
            return Optional.of(
                    linked.link().type() + " " + stage.number(linked.link().target()));
        }
        if (event instanceof WorkaroundEvent.WorkaroundOffered offered) {
            return Optional.of("offered the workaround of " + offered.number());
        }
        return event instanceof WorkaroundEvent.WorkaroundTried tried
                ? Optional.of("tried the workaround of " + stage.number(tried.knownError()) + ": "
                        + (tried.solved() ? "it helps" : "it does not help"))
                : Optional.empty();
    }

    /** Items with their versions, then error codes, each in order. */
    static String said(Affected affected) {
        String items = affected.items().stream()
                .map(item -> item.item()
                        + item.version().map(version -> " " + version).orElse(""))
                .sorted()
                .collect(Collectors.joining(", "));
        String codes = affected.errorCodes().stream().sorted().collect(Collectors.joining(", "));
        return items + (items.isEmpty() || codes.isEmpty() ? "" : ", ") + codes;
    }

    static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("is is not", "is/is not");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
