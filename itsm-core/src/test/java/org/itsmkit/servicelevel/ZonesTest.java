package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.FieldZone;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Directories;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.junit.jupiter.api.Test;

/**
 * Nine to five, but whose? It is Monday, 2026-03-02, 08:00 in UTC: nine in Berlin, seventeen in Tokyo, three in the night in New York, and
 * four hours are promised.
 */
class ZonesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant IN_BERLIN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant IN_TOKYO = Instant.parse("2026-03-03T04:00:00Z");
    private static final Instant IN_NEW_YORK = Instant.parse("2026-03-02T18:00:00Z");

    private final Company company = Company.with(builder -> builder.directory(Directories.fixed()
                    .person(ANNA)
                    .person(HANNA)
                    .person(BEN)
                    .person(DORA)
                    .group(SERVICE_DESK, BEN)
                    .group(OPERATIONS, DORA)
                    .zone(HANNA, NEW_YORK)
                    .build())
            .defaults(Tailoring.builder()
                    .putFields("incident", List.of(FieldDefinition.of("location", FieldType.TEXT)))
                    .putCalendars("desk", Bureau.NINE_TO_FIVE)
                    .addZones(
                            new FieldZone("location", "tokyo", TOKYO),
                            new FieldZone("service", "mail", NEW_YORK),
                            new FieldZone("group", OPERATIONS.value(), TOKYO))
                    .build()));

    @Test
    void ofTheLocation() {
        promised("location");

        RecordId id = logged(IncidentCommand.log().putCustom("location", FieldValue.text("tokyo")));

        assertThat(clock(id).due()).contains(IN_TOKYO);
        assertThat(explained(id)).contains("in the zone of location tokyo").contains("Asia/Tokyo");
    }

    @Test
    void ofTheService() {
        promised("location", "service");

        RecordId id = logged(IncidentCommand.log().service(Company.MAIL));

        assertThat(clock(id).due()).contains(IN_NEW_YORK);
    }

    @Test
    void ofWhoAsked() {
        promised("requester");

        RecordId id = logged(IncidentCommand.log().requester(HANNA));

        assertThat(clock(id).due()).contains(IN_NEW_YORK);
        assertThat(clock(id).pledge().because()).isEqualTo("in the zone of requester");
    }

    @Test
    void ofTheAgreementWhereNoneIsKnown() {
        promised("location", "requester");

        RecordId id = logged(IncidentCommand.log().putCustom("location", FieldValue.text("atlantis")));

        assertThat(clock(id).due()).contains(IN_BERLIN);
        assertThat(explained(id)).contains("as agreed, for no zone is known of location or requester");
    }

    @Test
    void ofTheAgreementWhereNobodyAsked() {
        promised();

        RecordId id = logged(IncidentCommand.log().service(Company.MAIL));

        assertThat(clock(id).due()).contains(IN_BERLIN);
        assertThat(clock(id).pledge().because()).isEmpty();
    }

    @Test
    void anotherTeamBringsItsZone() {
        promised("group");
        RecordId id = logged(IncidentCommand.log());
        assertThat(clock(id).due()).contains(IN_BERLIN);

        company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));

        assertThat(clock(id).due()).contains(IN_TOKYO);
        assertThat(clock(id).pledges()).hasSize(2);
    }

    @Test
    void whoAskedMayChange() {
        promised("requester");
        RecordId id = logged(IncidentCommand.log());

        company.does(id, new TicketPeopleCommand.ChangeRequester<>(HANNA));

        assertThat(clock(id).due()).contains(IN_NEW_YORK);
    }

    @Test
    void whatHasNothingToDoWithItChangesNothing() {
        promised("location");
        RecordId id = logged(IncidentCommand.log().putCustom("location", FieldValue.text("tokyo")));

        company.does(BEN, id, TicketCommand.Comment.toAll("We are on it"));

        assertThat(clock(id).pledges()).hasSize(1);
    }

    private void promised(String... zoneBy) {
        Target target = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(4)));
        RecordId id = done(company.itsm
                        .agreements()
                        .submit(
                                caller(DORA),
                                AgreementCommand.draft()
                                        .title("Gold")
                                        .type(AgreementType.SERVICE_LEVEL)
                                        .owner(DORA)
                                        .terms(ProposedTerms.builder()
                                                .addCommitments(Commitment.of("solution", target, "desk"))
                                                .addZoneBy(zoneBy)
                                                .build())
                                        .build()))
                .id();
        done(company.itsm.agreements().submit(caller(DORA), id, AgreementCommand.Agree.from(company.clock.instant())));
        done(company.itsm.agreements().submit(caller(DORA), id, new AgreementCommand.Activate()));
    }

    private RecordId logged(IncidentCommand.Log.Builder log) {
        return done(company.itsm
                        .incidents()
                        .submit(caller(ANNA), log.title("Mail is down").build()))
                .id();
    }

    private Clock clock(RecordId id) {
        return company.now(id).record().ticket().serviceLevelsOrBlank().clocks().get(0);
    }

    private String explained(RecordId id) {
        return String.join(
                "\n",
                company.itsm
                        .serviceLevels(Incidents.DEFINITION)
                        .explain(caller(DORA), id, company.clock.instant().plus(Duration.ofHours(12)))
                        .get(0)
                        .explanation()
                        .sentences());
    }
}
