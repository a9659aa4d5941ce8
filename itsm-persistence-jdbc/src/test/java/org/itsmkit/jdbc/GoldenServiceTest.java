package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.service.GateCommand;
import org.itsmkit.service.RetirementCommand;
import org.itsmkit.service.ScopeCommand;
import org.itsmkit.service.Service;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.service.Services;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.Journeys;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a service is stored as, with all that can happen to it; as {@link GoldenJournalTest} has it for the others. */
class GoldenServiceTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final GroupId OPERATIONS = GroupId.of("operations");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef MAIL = RecordRef.of("service", RecordId.of("svc-1"));

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(ANNA)
                    .person(BOB)
                    .group(OPERATIONS, BOB)
                    .build())
            .clock(clock)
            .build();
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void servicesAreStoredAsTheyWere() throws Exception {
        live();

        golden.assertStored("service", "svc-1", Golden.ownEvents(Services.KIND));
        assertThat(fold()).contains(now());
        assertThat(now().design()).isEqualTo(Journeys.DESIGNED);
    }

    /** Nothing of what people wrote is left, and the record can still be read. */
    @Test
    void whatIsErasedStillFolds() {
        live();

        itsm.protection()
                .erase(bob, MAIL, Erasure.personal(Services.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        assertThat(fold()).contains(now());
        assertThat(FoldLaw.check(store, ACME, Services.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(now().toString())
                .doesNotContain("anna", "bob", "Post", "Letters", "Quick answers", "two servers", "for ourselves")
                .contains("payroll", "mail");
        assertThat(now().design().warranty()).as("figures are about nobody").isEqualTo(Journeys.DESIGNED.warranty());
        assertThat(now().aims()).extracting(Aim::code).containsExactly("answers", "post");
        assertThat(now().gates()).containsOnlyKeys(Gate.CHARTER, Gate.DESIGN);
    }

    private void live() {
        clock.set(BEGIN);
        itsm.services()
                .submitNew(anna, MAIL.id(), Journeys.idea(ServiceId.of("mail"), BOB), Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        carryOut(
                anna,
                new ServiceCommand.Describe(
                        "Post", "Letters without paper", "Quick", Optional.of(Criticality.BUSINESS_CRITICAL)));
        carryOut(
                anna,
                new ScopeCommand.SetAims(List.of(
                        Aim.outcome("answers", "Quick answers"), Aim.constraint("post", "No waiting for the post"))));
        carryOut(anna, new ScopeCommand.AddCustomers(Set.of(OrganisationId.of("sales"))));
        carryOut(anna, new ScopeCommand.RemoveCustomers(Set.of(OrganisationId.of("sales"))));
        carryOut(anna, new ServiceCommand.HandOver(ANNA));
        carryOut(
                anna,
                new ScopeCommand.RestOn(
                        List.of(
                                SupportingService.essential(ServiceId.of("network")),
                                SupportingService.helpful(ServiceId.of("chat"))),
                        Set.of(OrganisationId.of("telco"))));
        Journeys.toEarlyLife(OPERATIONS)
                .forEach(step -> carryOut(step.equals(Journeys.BY_OPERATIONS) ? bob : anna, step));
        carryOut(anna, new GateCommand.EndEarlyLife("A quiet month", List.of(MAIL)));
        carryOut(
                anna,
                new ServiceCommand.Improve(
                        "Faster search", Optional.of(RecordRef.of("improvement", RecordId.of("cir-1")))));
        LocalDate tomorrow = LocalDate.of(2026, 3, 3);
        carryOut(anna, new RetirementCommand.PlanRetirement(tomorrow, Optional.empty(), "Nobody writes"));
        clock.advance(Duration.ofDays(1));
        carryOut(anna, new RetirementCommand.NoteRetirementDue(tomorrow));
        carryOut(bob, new RetirementCommand.Keep("Somebody does"));
        carryOut(bob, new ServiceCommand.Suspend("A virus"));
        carryOut(bob, new ServiceCommand.Resume("It is gone"));
        carryOut(bob, new GateCommand.SendBack("It is not"));
        carryOut(bob, new ServiceCommand.Reject("We give up"));
    }

    private void carryOut(Caller caller, Command<Service> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.services()
                .submit(caller, MAIL.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private Service now() {
        return itsm.services().find(bob, MAIL.id()).orElseThrow().record();
    }

    private Optional<Service> fold() {
        return Fold.of(store, ACME, Services.KIND, MAIL.id(), entry -> true).record();
    }
}
