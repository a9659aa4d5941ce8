package org.itsmkit.examples.story;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.change.cab.AgendaEvent;
import org.itsmkit.change.cab.CabMeetingEvent;
import org.itsmkit.change.model.ChangeModelEvent;
import org.itsmkit.spi.PersonId;

/** Puts events of meetings and of change models into words. */
final class TellingBoard {

    private final Stage stage;
    private final Function<Instant, String> times;

    TellingBoard(Stage stage, Function<Instant, String> times) {
        this.stage = stage;
        this.times = times;
    }

    /** What happened, if there are words for it. */
    Optional<String> of(Object event) {
        return meeting(event).or(() -> agenda(event)).or(() -> model(event));
    }

    private Optional<String> meeting(Object event) {
        if (event instanceof CabMeetingEvent.Planned planned) {
            return Optional.of("planned as " + planned.number() + ", " + quoted(planned.title()) + ", for "
                    + times.apply(planned.planned().fromInclusive()) + ", with " + names(planned.invited()));
        }
        if (event instanceof CabMeetingEvent.Convened convened) {
            return Optional.of("convened, with " + names(convened.present()));
        }
        if (event instanceof CabMeetingEvent.MinutesWritten) {
            return Optional.of("wrote the minutes");
        }
        return event instanceof CabMeetingEvent.Closed ? Optional.of("closed the meeting") : Optional.empty();
    }

    private Optional<String> agenda(Object event) {
        if (event instanceof AgendaEvent.PutOnAgenda put) {
            return Optional.of("put " + stage.number(put.change()) + " on the agenda, as it is by its digest "
                    + put.content().substring(0, 8) + "…");
        }
        return event instanceof AgendaEvent.Decided decided
                ? Optional.of("wrote down " + decided.votes().size() + " votes on " + stage.number(decided.change()))
                : Optional.empty();
    }

    private Optional<String> model(Object event) {
        if (event instanceof ChangeModelEvent.Proposed proposed) {
            return Optional.of("proposed as " + proposed.number() + ", " + quoted(proposed.title()));
        }
        if (event instanceof ChangeModelEvent.Approved approved) {
            return Optional.of("approved, as version " + approved.version()
                    + (approved.comment().isEmpty() ? "" : ": " + quoted(approved.comment())));
        }
        if (event instanceof ChangeModelEvent.UseRecorded used) {
            return Optional.of("heard that " + stage.number(used.change()) + " went so: "
                    + used.outcome().text().replace('-', ' '));
        }
        return event instanceof ChangeModelEvent.Suspended suspended
                ? Optional.of("suspended: " + quoted(suspended.reason()))
                : Optional.empty();
    }

    private String names(Set<PersonId> people) {
        return people.stream().map(stage::name).sorted().collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
