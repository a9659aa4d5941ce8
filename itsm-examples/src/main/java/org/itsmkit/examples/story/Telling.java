package org.itsmkit.examples.story;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Supplier;
import org.itsmkit.ticket.TicketEvent;
import org.itsmkit.ticket.TicketPeopleEvent;
import org.itsmkit.ticket.WorkEvent;

/** Puts events into words, for people who read a journal. */
final class Telling {

    private final Function<PersonId, String> names;
    private final MilestoneTelling milestones;
    private final TellingProblem problems;
    private final TellingChange changes;
    private final TellingBoard boards;

    Telling(Stage stage, Function<Instant, String> times) {
        this.names = stage::name;
        this.milestones = new MilestoneTelling(times);
        this.problems = new TellingProblem(stage);
        this.changes = new TellingChange(stage::name, times);
        this.boards = new TellingBoard(stage, times);
    }

    /** What happened; the name of the class if there are no words for it. */
    String of(Object event) {
        return incident(event)
                .or(() -> milestones.of(event))
                .or(() -> work(event))
                .or(() -> words(event))
                .or(() -> new TellingMajor(names).of(event))
                .or(() -> problems.of(event))
                .or(() -> changes.of(event))
                .or(() -> boards.of(event))
                .or(() -> tasks(event))
                .or(() -> people(event))
                .or(() -> TellingAssessment.of(event, names))
                .or(() -> TellingRegister.of(event, names))
                .orElse(event.getClass().getSimpleName());
    }

    private Optional<String> incident(Object event) {
        if (event instanceof IncidentEvent.Logged logged) {
            return Optional.of("logged as " + logged.opening().number() + ", "
                    + quoted(logged.opening().title()) + ", for "
                    + names.apply(logged.opening().requester()));
        }
        if (event instanceof IncidentEvent.Diagnosed diagnosed) {
            return Optional.of("diagnosed: " + quoted(diagnosed.diagnosis()));
        }
        if (event instanceof IncidentEvent.Resolved resolved) {
            return Optional.of("resolved (" + resolved.resolution().code() + "): "
                    + quoted(resolved.resolution().text()));
        }
        if (event instanceof IncidentEvent.Reopened reopened) {
            return Optional.of("reopened: " + quoted(reopened.reason()));
        }
        return event instanceof IncidentEvent.Confirmed ? Optional.of("confirmed the solution") : Optional.empty();
    }

    private Optional<String> work(Object event) {
        if (event instanceof TicketEvent.Assigned<?> assigned) {
            return Optional.of(
                    "assigned to " + assigned.group().map(Object::toString).orElse("no group")
                            + assigned.person()
                                    .map(person -> ", " + names.apply(person))
                                    .orElse(""));
        }
        if (event instanceof TicketEvent.Moved<?> moved) {
            return Optional.of("moved to " + moved.to() + " (" + moved.action() + ")");
        }
        if (event instanceof TicketEvent.Held<?> held) {
            return Optional.of("moved to " + held.to() + ", " + held.hold().reason()
                    + held.hold().note().map(note -> ": " + quoted(note)).orElse(""));
        }
        if (event instanceof TicketEvent.Escalated<?> escalated) {
            String to = escalated
                    .manager()
                    .map(names)
                    .or(() -> escalated.group().map(Object::toString))
                    .orElse("nobody");
            return Optional.of("escalated to " + to + ": " + quoted(escalated.reason()));
        }
        return Optional.empty();
    }

    private static Optional<String> words(Object event) {
        if (event instanceof TicketEvent.Categorised<?> categorised) {
            return Optional.of(
                    "categorised as " + said(categorised.category()) + ", service " + said(categorised.service()));
        }
        if (event instanceof TicketEvent.Prioritised<?> prioritised) {
            return Optional.of("prioritised: impact " + prioritised.impact() + ", urgency " + prioritised.urgency()
                    + ", so priority " + prioritised.priority());
        }
        if (event instanceof TicketEvent.FieldsSet<?> set) {
            return Optional.of("set "
                    + new TreeMap<>(set.values())
                            .entrySet().stream()
                                    .map(field -> field.getKey() + " to " + said(field.getValue()))
                                    .collect(Collectors.joining(", ")));
        }
        if (event instanceof TicketEvent.Commented<?> commented) {
            return Optional.of((commented.isInternal() ? "noted, for colleagues only: " : "said to all: ")
                    + quoted(commented.text()));
        }
        return Optional.empty();
    }

    private static Optional<String> tasks(Object event) {
        if (event instanceof WorkEvent.TaskAdded<?> added) {
            return Optional.of("to be done: " + quoted(added.task().title()));
        }
        return event instanceof WorkEvent.TaskFinished<?> finished
                ? Optional.of("did it: " + finished.note().map(Telling::quoted).orElse("no note"))
                : Optional.empty();
    }

    private Optional<String> people(Object event) {
        if (event instanceof TicketPeopleEvent.Accepted<?> accepted) {
            return Optional.of("taken by " + names.apply(accepted.person()));
        }
        if (event instanceof TicketPeopleEvent.HandedBack<?> back) {
            return Optional.of("handed back by " + names.apply(back.person()) + ": " + quoted(back.reason()));
        }
        if (event instanceof TicketPeopleEvent.RequesterChanged<?> changed) {
            return Optional.of("now for " + names.apply(changed.requester()));
        }
        if (event instanceof TicketPeopleEvent.SupplierInvolved<?> involved) {
            Supplier supplier = involved.supplier();
            return Optional.of("supplier " + supplier.organisation() + " involved"
                    + supplier.reference()
                            .map(reference -> ", under " + quoted(reference))
                            .orElse(""));
        }
        return Optional.empty();
    }

    private static String said(FieldValue value) {
        return value instanceof FieldValue.Decimal decimal ? decimal.value().toPlainString() : value.toString();
    }

    private static String said(Optional<? extends Id> id) {
        return id.map(Id::value).orElse("unknown");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
