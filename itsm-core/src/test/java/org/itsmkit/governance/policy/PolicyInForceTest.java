package org.itsmkit.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.governance.policy.Governing.NAMES_A_SERVICE;
import static org.itsmkit.governance.policy.Governing.NOBODY_CANCELS;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Hook;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.people.Authorizers;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What becomes of commands once a policy is in force, whichever room they are of. */
class PolicyInForceTest {

    private final Company company = Company.open();

    private Either<Rejection, Stored<Incident>> logs(Itsm itsm, Caller who) {
        return itsm.incidents()
                .submit(who, IncidentCommand.log().title("Mail is down").build());
    }

    private Either<Rejection, Stored<Incident>> logs(PersonId who) {
        return logs(company.itsm, caller(who));
    }

    private static List<String> codes(Either<Rejection, ?> outcome) {
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    private List<String> audited() {
        List<String> codes =
                company.audited.stream().map(verdict -> verdict.code()).toList();
        company.audited.clear();
        return codes;
    }

    private Optional<Long> policiesKept() {
        return company.store
                .find(ACME, SettingsKind.KIND, SettingsKind.ID)
                .map(Stored::record)
                .flatMap(TenantSettings::policies);
    }

    @Test
    void whatIsEnactedHoldsForTheNextCommand() {
        Governing policy = Governing.of(
                company, Governing.policy("names-a-service", NAMES_A_SERVICE).build());
        done(logs(ANNA));
        assertThat(policiesKept()).isEmpty();

        policy.does(new GovernancePolicyCommand.Enact("so be it"));

        Either<Rejection, Stored<Incident>> outcome = logs(ANNA);
        assertThat(codes(outcome)).containsExactly("policy:names-a-service");
        assertThat(outcome.getLeft().reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(outcome.getLeft().sentence()).isEqualTo("An incident names a service.");
        assertThat(audited()).containsExactly("policy:names-a-service");
        assertThat(policiesKept()).contains(1L);
        done(company.itsm
                .incidents()
                .submit(
                        caller(ANNA),
                        IncidentCommand.log()
                                .title("Mail is down")
                                .service(MAIL)
                                .build()));
        assertThat(company.itsm
                        .incidents()
                        .submit(
                                Caller.of(GLOBEX, ANNA),
                                IncidentCommand.log().title("Ours").build())
                        .isRight())
                .as("another tenant")
                .isTrue();
    }

    @Test
    void itHoldsOnEveryNodeAtOnce() {
        Itsm other = Itsm.builder()
                .store(company.store)
                .directory(Company.directory())
                .authorizer(Authorizers.allowAll())
                .clock(company.clock)
                .build();
        done(logs(other, caller(ANNA)));

        Governing policy = Governing.enacted(company, "names-a-service", NAMES_A_SERVICE);
        assertThat(codes(logs(other, caller(ANNA)))).containsExactly("policy:names-a-service");

        done(other.governancePolicies().submit(caller(DORA), policy.id, new GovernancePolicyCommand.Suspend("wait")));
        done(logs(ANNA));
        done(logs(other, caller(ANNA)));

        done(other.governancePolicies()
                .submit(caller(DORA), policy.id, new GovernancePolicyCommand.Reinstate("go on")));
        assertThat(codes(logs(ANNA))).containsExactly("policy:names-a-service");
        assertThat(policiesKept()).as("enacted, suspended, reinstated").contains(3L);
    }

    @Test
    void whatIsRevisedHoldsOnceItIsEnacted() {
        Governing policy = Governing.enacted(company, "as-agreed", NAMES_A_SERVICE);
        policy.does(caller(CARLA), new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS)));

        assertThat(codes(logs(ANNA))).containsExactly("policy:as-agreed");

        policy.does(new GovernancePolicyCommand.Enact("better"));
        RecordId incident = done(logs(ANNA)).id();
        assertThat(codes(company.itsm
                        .incidents()
                        .submit(caller(BEN), incident, new TicketCommand.Cancel<>("It was none"))))
                .containsExactly("policy:as-agreed");
    }

    @Test
    void itHoldsWhileItIsReviewedAndNoLongerOnceItIsRetired() {
        Governing policy = Governing.enacted(company, "names-a-service", NAMES_A_SERVICE);
        policy.does(new PolicyReviewCommand.BeginReview());
        assertThat(codes(logs(ANNA))).containsExactly("policy:names-a-service");

        policy.does(new GovernancePolicyCommand.Retire("everybody does it"));

        done(logs(ANNA));
    }

    @Test
    void whatIsWarnedOfIsDone() {
        Governing.enacted(
                company,
                "no-haste",
                Control.warn("Nobody has looked at it.")
                        .addKinds("incident")
                        .addActions(Action.of("start"))
                        .build());
        RecordId incident = done(logs(ANNA)).id();

        company.does(incident, new TicketCommand.Start<>());

        assertThat(audited()).containsExactly("warned:no-haste");
    }

    @Test
    void theHostIsAskedFirst() {
        Company strict = Company.with(builder ->
                builder.hook(deed -> List.of(new Hook.Objection("house-rule", Hook.Effect.WARN, "As you like."))));
        Governing.enacted(strict, "names-a-service", NAMES_A_SERVICE);
        strict.audited.clear();

        assertThat(codes(logs(strict.itsm, caller(ANNA)))).containsExactly("policy:names-a-service");
        assertThat(strict.audited)
                .extracting(verdict -> verdict.code())
                .containsExactly("warned:house-rule", "policy:names-a-service");
    }

    @Test
    void policiesAreAskedByTheirNumbers() {
        Governing later =
                Governing.of(company, Governing.policy("first", NAMES_A_SERVICE).build());
        Governing.enacted(company, "second", NAMES_A_SERVICE, NAMES_A_SERVICE.withSentence("Say which."));
        later.does(new GovernancePolicyCommand.Enact("so be it"));

        assertThat(codes(logs(ANNA))).containsExactly("policy:first", "policy:second", "policy:second");
    }

    @Test
    void whatIsKnownBeforehandIsNotOffered() {
        Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS);
        Governing.enacted(
                company,
                "solved-well",
                Control.deny("Say how.")
                        .addActions(Action.of("resolve"))
                        .when(FieldCondition.filled("service"))
                        .build());
        RecordId incident = done(logs(ANNA)).id();

        assertThat(company.itsm.incidents().availableActions(caller(DORA), incident))
                .filteredOn(offer -> !offer.isAllowed()
                        && offer.refusal().orElseThrow().code().startsWith("policy:"))
                .extracting(offer -> offer.action().value())
                .containsExactly("cancel");
    }

    @Test
    void nobodyLocksThemselvesOut() {
        Governing policy = Governing.enacted(
                company,
                "nothing-at-all",
                Control.deny("Nothing is done here.").bindsSystem(true).build(),
                Control.deny("Nor here.")
                        .addKinds("governance-policy", "settings")
                        .bindsSystem(true)
                        .build());
        assertThat(codes(logs(ANNA))).containsExactly("policy:nothing-at-all");

        done(company.itsm.tailor(caller(DORA), Tailoring.none()));
        policy.does(new GovernancePolicyCommand.Suspend("we want to work"));

        done(logs(ANNA));
    }

    @Test
    void theSystemIsBoundOnlyIfThatIsSaid() {
        Control ofPeople = Control.deny("People resolve.")
                .addKinds("incident")
                .addActions(Action.of("resolve"))
                .addExemptRoles("lead")
                .build();
        Governing policy = Governing.enacted(company, "people-resolve", ofPeople);
        assertThat(resolvesChild()).isEqualTo("resolved");

        policy.does(caller(CARLA), new GovernancePolicyCommand.Revise(List.of(ofPeople.withBindsSystem(true))));
        policy.does(new GovernancePolicyCommand.Enact("all of them"));
        assertThat(resolvesChild()).isEqualTo("in-progress");
    }

    /** Where the child stands once Dora, who leads and is exempt, has resolved its parent. */
    private String resolvesChild() {
        RecordId parent = company.log().id();
        RecordId child = company.log().id();
        company.does(child, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(parent)));
        company.does(parent, new TicketCommand.Start<>());
        company.does(child, new TicketCommand.Start<>());
        company.does(DORA, parent, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Mended"));
        return company.now(child).record().ticket().status().name();
    }

    @Test
    void onlyWhoHoldsARoleIsExempt() {
        Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS.withExemptRoles("lead"));
        RecordId incident = done(logs(ANNA)).id();

        assertThat(codes(company.itsm
                        .incidents()
                        .submit(caller(BEN), incident, new TicketCommand.Cancel<>("It was none"))))
                .containsExactly("policy:nobody-cancels");
        company.does(DORA, incident, new TicketCommand.Cancel<>("It was none"));
    }

    @Test
    void itIsAboutCertainFieldsOrWhatIsNew() {
        FieldCondition openWithoutService = FieldCondition.all(
                FieldCondition.not(FieldCondition.filled("service")), FieldCondition.phase(Phase.ACTIVE));
        RecordId old = done(logs(ANNA)).id();
        company.does(old, new TicketCommand.Start<>());
        Governing.enacted(
                company,
                "worked-on-by-service",
                Control.deny("Say of which service it is first.")
                        .addKinds("incident")
                        .when(openWithoutService)
                        .onlyIfNew(true)
                        .build());
        Governing.enacted(
                company,
                "priority-stays",
                Control.warn("The priority was changed.")
                        .addKinds("incident")
                        .addChanges("priority")
                        .build());
        audited();

        company.does(old, new TicketCommand.Comment<>("It was so before", false));
        assertThat(audited()).isEmpty();
        RecordId young = done(logs(ANNA)).id();
        assertThat(audited()).as("what begins has other values than none").containsExactly("warned:priority-stays");
        assertThat(codes(company.itsm.incidents().submit(caller(BEN), young, new TicketCommand.Start<>())))
                .containsExactly("policy:worked-on-by-service");
        assertThat(audited()).containsExactly("policy:worked-on-by-service");
    }

    @Test
    void aWaiverLetsPassForAWhileAndIsSeen() {
        Governing policy = Governing.enacted(company, "names-a-service", NAMES_A_SERVICE);
        policy.does(policy.waiver(Waived.person(ANNA)));

        done(logs(ANNA));
        assertThat(audited()).containsExactly("warned:names-a-service:waived");
        assertThat(codes(logs(BEN))).containsExactly("policy:names-a-service");

        company.clock.advance(Duration.ofHours(1));
        assertThat(codes(logs(ANNA))).as("until is exclusive").containsExactly("policy:names-a-service");
    }

    @Test
    void aWaiverIsForARoleOrOfARecordToo() {
        Governing policy = Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS);
        RecordId incident = done(logs(ANNA)).id();
        RecordId other = done(logs(ANNA)).id();
        RecordId third = done(logs(ANNA)).id();
        policy.does(policy.waiver(Waived.record(Company.incident(incident))));

        company.does(BEN, incident, new TicketCommand.Cancel<>("It was none"));
        assertThat(company.refused(BEN, other, new TicketCommand.Cancel<>("It was none"))
                        .code())
                .isEqualTo("policy:nobody-cancels");

        policy.does(policy.waiver(Waived.role("agent")));
        company.does(BEN, other, new TicketCommand.Cancel<>("It was none"));

        policy.does(new WaiverCommand.Revoke(2, "enough"));
        assertThat(company.refused(BEN, third, new TicketCommand.Cancel<>("It was none"))
                        .code())
                .isEqualTo("policy:nobody-cancels");
    }
}
