package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.TwoAssessments.EVA;
import static org.itsmkit.examples.story.TwoAssessments.LARS;
import static org.itsmkit.examples.story.TwoAssessments.MIA;
import static org.itsmkit.examples.story.TwoAssessments.TOM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketPeopleCommand;

/** The daily work of a quarter, of which nothing is told: incidents that come and are solved, changes that are made. */
final class WorkedQuarter {

    /** How an incident is solved. */
    enum Way {
        /** By whoever takes the call. */
        DESK,
        /** By those who run the network. */
        TEAM,
        /** By those with the help of their supplier. */
        SUPPLIER,
        /** By whoever takes the call; and comes back two hours later, for an hour. */
        RETURNS
    }

    /** An incident: of which day, after how many minutes somebody knew of it and service was back, and by whom. */
    record Case(String day, int known, int back, Way way) {}

    /** A change: from which day on, how many hours until it was made, and how it went; an emergency is made before anybody is asked. */
    record Made(String day, int hours, ChangeType type, ChangeOutcome outcome) {}

    private static final String NOTE = "As the outcome says.";

    private final Stage stage;
    private final Deeds deeds;
    private final Records<Incident> incidents;
    private final Records<Change> changes;

    WorkedQuarter(Stage stage) {
        this.stage = stage;
        this.deeds = new Deeds(stage);
        this.incidents = stage.itsm().incidents();
        this.changes = stage.itsm().changes();
    }

    /**
     * Lets it go by.
     *
     * @param model by which changes go that are standard, if there is one by then
     */
    void goesBy(List<Case> cases, List<Made> made, Optional<RecordRef> model) {
        cases.forEach(this::comes);
        made.forEach(change -> isMade(change, model));
        deeds.areDone();
    }

    private void comes(Case one) {
        Instant struck = stage.instantOf(one.day(), "09:10:00");
        deeds.at(struck, () -> {
            RecordId id = stage.silently(
                    MIA,
                    incidents,
                    IncidentCommand.log().title("Something does not work").build());
            deeds.at(struck.plus(Duration.ofMinutes(one.known())), () -> isTaken(id));
            if (one.way() == Way.TEAM || one.way() == Way.SUPPLIER) {
                deeds.at(struck.plus(Duration.ofMinutes(one.known() + 10L)), () -> isEscalated(id, one.way()));
            }
            Instant back = struck.plus(Duration.ofMinutes(one.back()));
            PersonId who = one.way() == Way.DESK || one.way() == Way.RETURNS ? EVA : LARS;
            deeds.at(back, () -> isSolved(who, id));
            if (one.way() == Way.RETURNS) {
                Instant again = back.plus(Duration.ofHours(2));
                deeds.at(again, () -> stage.silently(MIA, incidents, id, new IncidentCommand.Reopen("It is back.")));
                deeds.at(again.plus(Duration.ofHours(1)), () -> isSolved(who, id));
            }
            deeds.at(
                    back.plus(Duration.ofDays(1)),
                    () -> stage.silently(EVA, incidents, id, new TicketCommand.Close<>()));
        });
    }

    private void isTaken(RecordId id) {
        stage.silently(EVA, incidents, id, new IncidentTimelineCommand.Acknowledge());
        stage.silently(EVA, incidents, id, new TicketCommand.Assign<>(TwoAssessments.DESK, EVA));
    }

    private void isEscalated(RecordId id, Way way) {
        stage.silently(EVA, incidents, id, new TicketCommand.Assign<>(TwoAssessments.NETWORK, LARS));
        if (way == Way.SUPPLIER) {
            stage.silently(LARS, incidents, id, new TicketPeopleCommand.InvolveSupplier<>(TwoAssessments.CARRIER));
        }
    }

    private void isSolved(PersonId who, RecordId id) {
        stage.silently(who, incidents, id, new IncidentTimelineCommand.RecordRestoration());
        stage.silently(who, incidents, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Works again."));
    }

    private void isMade(Made made, Optional<RecordRef> model) {
        Instant drafted = stage.instantOf(made.day(), "10:00:00");
        boolean isUsual = made.type() == ChangeType.STANDARD;
        deeds.at(drafted, () -> {
            ChangeCommand.Draft.Builder draft = ChangeCommand.draft()
                    .draft(TicketDraft.builder()
                            .title(isUsual ? "A usual change" : "A change")
                            .build())
                    .plans(Plans.of("As in the handbook."));
            RecordId id = stage.silently(
                    LARS,
                    changes,
                    isUsual
                            ? draft.model(model.orElseThrow()).build()
                            : draft.type(made.type()).build());
            Instant done = drafted.plus(Duration.ofHours(made.hours()));
            Instant begun = done.minus(Duration.ofHours(1));
            if (made.type() == ChangeType.EMERGENCY) {
                does(done, LARS, id, new ChangeCommand.RecordUnauthorised(made.outcome(), NOTE, Optional.of(begun)));
            } else {
                does(begun, isUsual ? LARS : TOM, id, new ChangeCommand.Authorise(""));
                does(begun, LARS, id, new ChangeCommand.Begin());
                does(done, LARS, id, new ChangeCommand.Implement(made.outcome(), NOTE));
            }
            deeds.at(done.plus(Duration.ofHours(2)), () -> isMended(RecordRef.of(Changes.NAME, id)));
        });
    }

    private void does(Instant at, PersonId who, RecordId id, Command<Change> command) {
        deeds.at(at, () -> stage.silently(who, changes, id, command));
    }

    /** Of what failed the kit logs an incident by itself. */
    private void isMended(RecordRef change) {
        incidents.query(stage.caller(EVA), Query.where(LinkType.CAUSED_BY.to(change))).items().stream()
                .map(Stored::id)
                .toList()
                .forEach(id -> {
                    isTaken(id);
                    isSolved(EVA, id);
                });
    }
}
