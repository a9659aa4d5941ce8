package org.itsmkit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Instant;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** From detection to closure. */
class IncidentTest {

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private Incident incident() {
        return company.now(id).record();
    }

    @Test
    void anIncidentIsDetectedBeforeItIsLogged() {
        Instant noticed = company.clock.instant().minusSeconds(600);
        Incident incident = done(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log()
                                        .title("x")
                                        .detectedAt(noticed)
                                        .build()))
                .record();
        assertThat(incident.detectedAt()).isEqualTo(noticed);
        assertThat(incident().detectedAt()).isEqualTo(company.clock.instant());
        Rejection rejection = company.itsm
                .incidents()
                .submit(
                        caller(ANNA),
                        IncidentCommand.log()
                                .title("x")
                                .detectedAt(company.clock.instant().plusSeconds(1))
                                .build())
                .getLeft();
        assertThat(rejection.code()).isEqualTo("rule:detected-before-logged");
    }

    @Test
    void aLaterDiagnosisTakesThePlaceOfAnEarlier() {
        company.does(id, new IncidentCommand.Diagnose("the cable"));
        company.aMinuteLater();
        company.does(id, new IncidentCommand.Diagnose("the switch"));
        assertThat(incident().diagnosis()).contains("the switch");
        assertThat(incident().diagnosedAt()).contains(company.clock.instant());
        assertThat(company.events(id)).containsExactly("logged", "diagnosed", "diagnosed");
    }

    @Test
    void aResolvedIncidentCanBeReopened() {
        company.does(id, FIXED);
        company.does(ANNA, id, new IncidentCommand.Confirm());
        assertThat(incident().resolution()).contains(new Resolution(Resolution.Code.FIXED, "new cable"));
        assertThat(incident().confirmedBy()).contains(ANNA);
        company.aMinuteLater();

        company.does(ANNA, id, new IncidentCommand.Reopen("down again"));

        assertThat(incident().ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(incident().resolution()).isEmpty();
        assertThat(incident().confirmedBy()).isEmpty();
        assertThat(incident().ticket().resolvedAt()).isEmpty();
        assertThat(incident().reopenings()).isEqualTo(1);
        company.aMinuteLater();
        company.does(id, FIXED);
        assertThat(incident().ticket().resolvedAt()).contains(company.clock.instant());
        company.does(ANNA, id, new IncidentCommand.Confirm());
        assertThat(incident().reopenings()).isEqualTo(1);
    }

    @Test
    void onlyTheRequesterConfirmsOrSomebodyOnTheirBehalf() {
        company.does(id, FIXED);

        assertThat(company.refused(BEN, id, new IncidentCommand.Confirm()).code())
                .isEqualTo("rule:the-requester-confirms");
        assertThat(company.itsm
                        .incidents()
                        .submit(caller(ANNA).actingFor(HANNA), id, new IncidentCommand.Confirm())
                        .getLeft()
                        .code())
                .as("Anna, speaking for Hanna")
                .isEqualTo("rule:the-requester-confirms");
        done(company.itsm.incidents().submit(caller(BEN).actingFor(ANNA), id, new IncidentCommand.Confirm()));
        assertThat(incident().confirmedBy()).contains(ANNA);
        assertThat(company.refused(ANNA, id, new IncidentCommand.Confirm()).code())
                .isEqualTo("rule:confirmed-once");
    }

    @Test
    void closureKeepsTheSolution() {
        Instant resolved = company.clock.instant();
        company.does(id, FIXED);
        company.aMinuteLater();
        company.does(DORA, id, new TicketCommand.Close<>());

        assertThat(incident().ticket().resolvedAt()).contains(resolved);
        assertThat(incident().ticket().closedAt()).contains(company.clock.instant());
        assertThat(incident().resolution()).isPresent();
        assertThat(company.itsm
                        .incidents()
                        .query(caller(DORA), Query.where(Incidents.RESOLUTION_CODE.is(Resolution.Code.FIXED)))
                        .items())
                .hasSize(1);
    }

    @Test
    void aCancelledIncidentIsOverAndWasNeverResolved() {
        company.does(id, new TicketCommand.Cancel<>("no incident"));
        assertThat(incident().ticket().closedAt()).contains(company.clock.instant());
        assertThat(incident().ticket().resolvedAt()).isEmpty();
    }

    @Test
    void titleIsFoundByItsWords() {
        assertThat(company.itsm
                        .incidents()
                        .query(caller(DORA), Query.where(Condition.words(Incidents.FIELDS.title.key(), "DOWN mail")))
                        .items())
                .hasSize(1);
    }
}
