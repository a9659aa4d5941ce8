package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.engine.Following.plain;
import static org.itsmkit.engine.Following.times;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command may be decided several times, and happens, fails and is told of once. */
class DecidedAgainTest {

    private static final RecordId PRINTER = RecordId.of("printer-1");
    private static final TicketCommand.Comment<Incident> HELLO = TicketCommand.Comment.toAll("hello");

    private final List<StaleRecordException> quicker = new ArrayList<>();

    private Either<Rejection, Stored<Incident>> logPrinter(Company company) {
        return company.itsm
                .incidents()
                .submitNew(
                        caller(ANNA),
                        PRINTER,
                        IncidentCommand.log().title("Printer on fire").build(),
                        Options.none());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, Engine.MAX_ATTEMPTS - 1})
    void aCreationIsTriedAgainWhereTheStoreCouldNotTellWhatWasInTheWay(int conflicts) {
        Company company = Company.around(store -> Following.stale(store, quicker));
        quicker.addAll(times(conflicts, new StaleRecordException(Company.incident(PRINTER), 0, -1)));

        assertThat(done(logPrinter(company)).record().ticket().number()).isEqualTo("INC0000001");
        assertThat(company.itsm.incidents().count(caller(ANNA), Condition.all()))
                .isEqualTo(1);
    }

    @Test
    void notForEver() {
        Company company = Company.around(store -> Following.stale(store, quicker));
        quicker.addAll(times(100, new StaleRecordException(Company.incident(PRINTER), 0, -1)));

        assertThat(logPrinter(company).getLeft().reason()).isEqualTo(Rejection.Reason.CONFLICT);
        assertThat(quicker).hasSize(100 - Engine.MAX_ATTEMPTS);
    }

    @Test
    void whatIsThereAlreadyIsAConflictAtOnce() {
        Company company = Company.around(store -> Following.stale(store, quicker));
        quicker.addAll(times(100, new StaleRecordException(Company.incident(PRINTER), 0, 3)));

        Rejection rejection = logPrinter(company).getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.CONFLICT);
        assertThat(quicker).hasSize(99);
    }

    @Test
    void whoCannotSeeWhatIsThereLearnsOnlyThatTheIdIsTaken() {
        Company company = Company.withRoles();
        done(company.itsm
                .incidents()
                .submitNew(
                        caller(Company.HANNA),
                        PRINTER,
                        IncidentCommand.log().title("Secret").build(),
                        Options.none()));

        Rejection rejection = logPrinter(company).getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.CONFLICT);
        assertThat(rejection.violations().get(0).arguments()).isEqualTo(Map.of("expected", "0", "actual", "1"));
    }

    @Test
    void aPreviewTellsTheAuditSinkNothing() {
        Company company = Company.with(builder -> builder.authorizer(Company.roles())
                .reaction(plain(
                        "start-others",
                        (incident, event) -> event instanceof TicketEvent.Commented
                                ? Targets.matching(Incidents.FIELDS.title.is("cancelled"))
                                : Targets.none(),
                        new TicketCommand.Start<>())));
        RecordId id = company.log().id();
        company.does(DORA, company.log(ANNA, "cancelled").id(), new TicketCommand.Cancel<>("x"));
        Records<Incident> incidents = company.itsm.incidents();

        assertThat(incidents
                        .preview(caller(ANNA), id, new TicketCommand.Start<>())
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
        assertThat(incidents
                        .preview(caller(BEN), id, new TicketCommand.Assign<>(Company.BASEMENT))
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(done(incidents.preview(caller(BEN), id, HELLO)).refusedReactions())
                .hasSize(1);
        assertThat(incidents
                        .preview(
                                caller(Company.EMIL),
                                IncidentCommand.log().title("x").build())
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
        assertThat(company.audited).isEmpty();

        company.refused(ANNA, id, new TicketCommand.Start<>());
        company.refused(BEN, id, new TicketCommand.Assign<>(Company.BASEMENT));
        company.does(BEN, id, HELLO);
        assertThat(company.audited).as("as soon as it is meant").hasSize(3);
    }

    @Test
    void aCommandThatIsDecidedAgainTellsTheAuditSinkOnce() {
        Company company = Company.around(
                store -> Following.stale(store, quicker),
                builder -> builder.reaction(plain(
                        "start-others",
                        (incident, event) -> event instanceof TicketEvent.Commented
                                ? Targets.matching(Incidents.FIELDS.title.is("cancelled"))
                                : Targets.none(),
                        new TicketCommand.Start<>())));
        RecordId id = company.log().id();
        company.does(company.log(ANNA, "cancelled").id(), new TicketCommand.Cancel<>("x"));
        StaleRecordException stale = new StaleRecordException(Company.incident(id), 1, 2);

        quicker.addAll(times(5, stale));
        company.does(BEN, id, HELLO);
        assertThat(company.audited).as("done after five conflicts").hasSize(1);

        quicker.addAll(times(Engine.MAX_ATTEMPTS, stale));
        company.refused(BEN, id, HELLO);
        assertThat(company.audited).as("given up after twenty").hasSize(2);
    }
}
