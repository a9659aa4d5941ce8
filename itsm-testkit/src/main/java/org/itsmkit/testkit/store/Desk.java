package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.Itsm;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.ticket.TicketCommand;

/** A service desk over a store under test, where incidents are full of what is personal. */
final class Desk {

    private final Trial trial;
    private final Itsm itsm;
    private final List<Notice> told = Collections.synchronizedList(new ArrayList<>());

    Desk(Trial trial) {
        this.trial = trial;
        Tailoring tailoring = Tailoring.builder()
                .fields(Map.of(
                        "incident",
                        List.of(
                                FieldDefinition.of("phone", FieldType.TEXT).withMany(),
                                FieldDefinition.of("salary", FieldType.DECIMAL),
                                FieldDefinition.of("born", FieldType.DATE),
                                FieldDefinition.of("baptised", FieldType.MOMENT),
                                FieldDefinition.of("smokes", FieldType.FLAG),
                                FieldDefinition.of("nickname", FieldType.TEXT).withoutIndex())))
                .build();
        itsm = Itsm.builder()
                .store(trial.store())
                .authorizer(Authorizers.allowAll())
                .clock(trial.clock())
                .notifier(told::add)
                .defaults(tailoring)
                .build();
    }

    Itsm itsm() {
        return itsm;
    }

    /** Who erases. */
    Caller clerk() {
        return Caller.of(trial.tenant(), People.DORA);
    }

    /** Somebody whose incidents are those with {@code word}. */
    PersonId person(String word) {
        return PersonId.of(word + "person@example.org");
    }

    /** What people wrote in the incident with {@code word}. */
    static List<String> secrets(String word) {
        return List.of(
                word + "title",
                word + "long",
                word + "phone",
                word + "nickname",
                word + "said",
                word + "internally",
                word + "note",
                word + "escalated",
                word + "diagnosis",
                word + "solution",
                word + "again");
    }

    static IncidentCommand.Log log(String word, PersonId requester) {
        return IncidentCommand.log()
                .title(word + "title: my screen is dark")
                // Longer than what is a key of its own, and than one index row.
                .description((word + "long ").repeat(300))
                .requester(requester)
                .putCustom(
                        "phone",
                        FieldValue.list(List.of(
                                FieldValue.text(word + "phone 1"), FieldValue.text(word + "phone " + "2".repeat(900)))))
                .putCustom("nickname", FieldValue.text(word + "nickname"))
                .build();
    }

    Either<Rejection, Stored<Incident>> logged(String word, Options options) {
        Caller caller = Caller.of(trial.tenant(), person(word));
        return itsm.incidents().submit(caller, log(word, person(word)), options);
    }

    /** An incident to which all sorts of things happened, a notice of each still waiting. */
    RecordId livelyIncident(String word) {
        return livelyIncident(word, person(word));
    }

    RecordId livelyIncident(String word, PersonId person) {
        Caller own = Caller.of(trial.tenant(), person);
        RecordId id = itsm.incidents()
                .submit(own, log(word, person), Options.once("form-" + word))
                .get()
                .id();
        Caller ben = Caller.of(trial.tenant(), People.BEN).actingFor(person);
        List<Command<Incident>> commands = List.of(
                new TicketCommand.Assign<>(Optional.of(People.SERVICE_DESK), Optional.of(person)),
                new TicketCommand.Start<>(),
                new TicketCommand.Comment<>("He said: " + word + "said", false),
                new TicketCommand.Comment<>("Among us: " + word + "internally", true),
                new TicketCommand.PutOnHold<>("other", Optional.of(word + "note")),
                new TicketCommand.Resume<>(),
                new TicketCommand.EscalateTo<>(People.OPERATIONS, word + "escalated"),
                new TicketCommand.Assign<>(Optional.of(People.OPERATIONS), Optional.of(People.CARLA)),
                new IncidentCommand.Diagnose(word + "diagnosis"),
                new IncidentCommand.Resolve(Resolution.Code.FIXED, word + "solution"),
                new IncidentCommand.Reopen(word + "again"),
                new IncidentCommand.Resolve(Resolution.Code.FIXED, word + "solution"));
        for (Command<Incident> command : commands) {
            trial.clock().advance(Duration.ofMinutes(7));
            Either<Rejection, Stored<Incident>> done = itsm.incidents().submit(ben, id, command);
            assertThat(done.isRight()).as("%s: %s", command, done).isTrue();
        }
        return id;
    }

    /** One that was logged, resolved and closed in one instant. */
    RecordId closedIncident(String word) {
        PersonId person = person(word);
        RecordId id = itsm.incidents()
                .submit(Caller.of(trial.tenant(), person), log(word, person))
                .get()
                .id();
        List<Command<Incident>> commands = List.of(
                new IncidentCommand.Resolve(Resolution.Code.FIXED, word + "solution"), new TicketCommand.Close<>());
        commands.forEach(
                command -> assertThat(does(id, command)).as("%s", command).isTrue());
        return id;
    }

    boolean does(RecordId id, Command<Incident> command) {
        return itsm.incidents()
                .submit(Caller.of(trial.tenant(), People.BEN), id, command)
                .isRight();
    }

    Either<Rejection, DataProtection.Outcome> erase(RecordId id, Erasure erasure) {
        return itsm.protection().erase(clerk(), ref(id), erasure, "Request 17");
    }

    RecordRef ref(RecordId id) {
        return RecordRef.of(Incidents.KIND.name(), id);
    }

    Stored<Incident> find(RecordId id) {
        return trial.store().find(trial.tenant(), Incidents.KIND, id).orElseThrow();
    }

    List<JournalEntry> history(RecordId id) {
        return trial.store().journal(trial.tenant(), Incidents.KIND, id, 0, 10_000);
    }

    long sequenceOf(RecordId id, String event) {
        return history(id).stream()
                .filter(entry -> entry.name().equals(event))
                .findFirst()
                .orElseThrow()
                .sequence();
    }

    /** Delivers every notice that waits; returns all that were ever delivered. */
    List<Notice> tellAll() {
        trial.clock().advance(Duration.ofDays(1));
        trial.tasks().runDue(itsm.tasks());
        return List.copyOf(told);
    }

    /** Does that to all records of every kind. */
    void eraseEverywhere(Function<RecordKind<?>, Erasure> erasure) {
        for (Definition<?> kind : itsm.registry().all()) {
            DataProtection.Batch batch = itsm.protection()
                    .eraseAll(clerk(), kind, erasure.apply(kind.kind()), "Request 19", Optional.empty(), 1_000);
            assertThat(batch.refused()).isEmpty();
            assertThat(batch.next()).isEmpty();
        }
    }

    void requireFoldLaw() {
        for (RecordKind<?> kind : itsm.registry().kinds()) {
            FoldLaw.Verdict verdict = FoldLaw.check(trial.store(), trial.tenant(), kind, records -> {});
            assertThat(verdict.breaks()).isEmpty();
        }
    }
}
