package org.itsmkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.service.Serving.CHAT;
import static org.itsmkit.service.Serving.NO_DOCUMENTS;
import static org.itsmkit.service.Serving.PAYROLL;
import static org.itsmkit.service.Serving.SALES;
import static org.itsmkit.service.Serving.codes;
import static org.itsmkit.service.Serving.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.service.portfolio.Acceptance;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.service.portfolio.Improvement;
import org.itsmkit.service.portfolio.PortfolioStage;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.Finding;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.WarrantyFacts;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services as people write them down and see to them; their gates are in {@link ServiceGatesTest}. */
class ServiceTest {

    private final Company company = Company.open();

    private List<String> told() {
        company.work();
        List<String> codes = company.told.stream().map(Notice::code).toList();
        company.told.clear();
        return codes;
    }

    @Test
    void aServiceBeginsAsAnIdea() {
        Serving serving = Serving.of(company, mail().build());

        Service service = serving.now();
        assertThat(service.number()).isEqualTo("SVC0000001");
        assertThat(service.key()).isEqualTo(MAIL);
        assertThat(service.name()).isEqualTo("Mail");
        assertThat(service.owner()).isEqualTo(BEN);
        assertThat(service.customers()).containsExactly(PAYROLL);
        assertThat(service.aims()).extracting(Aim::code).containsExactly("answers", "post");
        assertThat(service.status()).isEqualTo(ServiceLifecycle.PROPOSED);
        assertThat(service.stage()).contains(PortfolioStage.PIPELINE);
        assertThat(service.design()).isEqualTo(DesignPackage.none());
        assertThat(service.gates()).isEmpty();
        assertThat(service.liveSince()).isEmpty();
        assertThat(service.createdAt()).isEqualTo(company.clock.instant()).isEqualTo(service.updatedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "proposed,   pipeline,  false",
        "chartered,  pipeline,  false",
        "design,     pipeline,  false",
        "transition, pipeline,  false",
        "early-life, catalogue, true",
        "operation,  catalogue, true",
        "suspended,  catalogue, false",
        "retiring,   catalogue, true",
        "retired,    retired,   false",
        "rejected,   ,          false"
    })
    void whereItStandsInThePortfolioFollowsFromItsStatus(String status, String stage, boolean inUse) {
        Service service = Serving.in(company, status).now();

        assertThat(service.stage().map(PortfolioStage::text)).isEqualTo(Optional.ofNullable(stage));
        assertThat(service.isInUse()).isEqualTo(inUse);
    }

    @Test
    void itIsFoundByWhatItIs() {
        Serving serving = Serving.in(company, "retiring");
        serving.does(new ServiceCommand.Describe(
                "Mail", "Letters without paper", "", Optional.of(Criticality.BUSINESS_CRITICAL)));
        company.aMinuteLater();
        Serving.of(company, mail().key(CHAT).name("Chat").owner(CARLA).build());

        Service service = serving.now();
        List<Condition> conditions = List.of(
                ServiceKind.NUMBER.is("SVC0000001"),
                ServiceKind.KEY.is(MAIL),
                Condition.words(ServiceKind.NAME.key(), "mail"),
                ServiceKind.STATUS.is(ServiceLifecycle.RETIRING),
                ServiceKind.PHASE.is(ServiceLifecycle.RETIRING.phase()),
                ServiceKind.STAGE.is(PortfolioStage.CATALOGUE),
                ServiceKind.OWNER.is(BEN),
                ServiceKind.CRITICALITY.is(Criticality.BUSINESS_CRITICAL),
                ServiceKind.SUPPORT.is(OPERATIONS),
                ServiceKind.LIVE_SINCE.is(service.liveSince().orElseThrow()),
                ServiceKind.RETIRES_ON.is(serving.today().plusDays(30)),
                ServiceKind.OPENED.is(service.createdAt()),
                ServiceKind.UPDATED.is(service.updatedAt()));
        for (Condition condition : conditions) {
            assertThat(company.itsm.services().count(caller(DORA), condition))
                    .as("%s", condition)
                    .isEqualTo(1);
        }
    }

    @Test
    void noTwoServicesHaveOneKey() {
        Serving.in(company, "rejected");

        assertThat(codes(company.itsm
                        .services()
                        .submit(caller(DORA), mail().name("Post").build())
                        .getLeft()))
                .as("not even of one that was given up: tickets may name it still")
                .containsExactly("rule:key-is-free");
    }

    @Test
    void theOwnerIsKnown() {
        assertThat(codes(company.itsm
                        .services()
                        .submit(caller(DORA), mail().owner(GUS).build())
                        .getLeft()))
                .containsExactly("rule:owner-is-known");
        assertThat(Serving.in(company, "proposed").refused(new ServiceCommand.HandOver(GUS)))
                .containsExactly("rule:owner-is-known");
    }

    @Test
    void whatIsWrongWithAnIdeaIsToldAtOnce() {
        Rejection refusal = company.itsm
                .services()
                .submit(
                        caller(DORA),
                        mail().name(" ")
                                .description("x".repeat(32_001))
                                .proposition("x".repeat(32_001))
                                .customers(many(1_001))
                                .addAims(Aim.outcome("answers", "Again"))
                                .build())
                .getLeft();

        assertThat(codes(refusal))
                .containsExactly(
                        "text.missing", "text.too-long", "text.too-long", "list.too-long", "list.not-distinct");
    }

    private static Set<OrganisationId> many(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> OrganisationId.of("c" + i))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        Serving serving = Serving.in(company, "design");
        serving.design();
        serving.does(new ScopeCommand.NameSupport(OPERATIONS));
        serving.does(new ScopeCommand.Assure(new Assurance.Waived("for ourselves")));
        serving.does(new ScopeCommand.RestOn(List.of(SupportingService.helpful(CHAT)), Set.of()));
        List<String> before = serving.events();
        Service service = serving.now();
        List<ServiceCommand> again = List.of(
                new ServiceCommand.Describe(
                        service.name(), service.description(), service.proposition(), service.criticality()),
                new ServiceCommand.HandOver(BEN),
                new ScopeCommand.SetAims(service.aims()),
                new ScopeCommand.AddCustomers(Set.of(PAYROLL)),
                new ScopeCommand.RestOn(service.restsOn(), service.suppliers()),
                new ScopeCommand.AddressDimension(
                        Dimension.ORGANISATIONS_AND_PEOPLE, DimensionNote.addressed("thought of")),
                new ScopeCommand.Design(Serving.DESIGNED),
                new ScopeCommand.NameSupport(OPERATIONS),
                new ScopeCommand.Assure(new Assurance.Waived("for ourselves")));

        again.forEach(serving::does);

        assertThat(serving.events()).isEqualTo(before);
    }

    @Test
    void customersComeAndGo() {
        Serving serving = Serving.in(company, "operation");

        assertThat(serving.does(new ScopeCommand.AddCustomers(Set.of(SALES))).customers())
                .containsExactlyInAnyOrder(PAYROLL, SALES);
        assertThat(serving.does(new ScopeCommand.RemoveCustomers(Set.of(PAYROLL)))
                        .customers())
                .containsExactly(SALES);
        assertThat(serving.refused(new ScopeCommand.RemoveCustomers(Set.of(PAYROLL))))
                .containsExactly("rule:who-is-removed-was-a-customer");
        assertThat(serving.refused(new ScopeCommand.AddCustomers(Set.of()))).containsExactly("list.missing");
        assertThat(serving.refused(new ScopeCommand.RemoveCustomers(Set.of()))).containsExactly("list.missing");
        serving.does(new ScopeCommand.AddCustomers(many(999)));
        assertThat(serving.refused(new ScopeCommand.AddCustomers(Set.of(PAYROLL))))
                .containsExactly("rule:has-room-for-customers");
    }

    @Test
    void itRestsOnOthers() {
        Serving serving = Serving.in(company, "proposed");
        List<SupportingService> tooMany = IntStream.range(0, 101)
                .mapToObj(i -> SupportingService.helpful(ServiceId.of("s" + i)))
                .toList();

        assertThat(serving.refused(new ScopeCommand.RestOn(List.of(SupportingService.essential(MAIL)), Set.of())))
                .containsExactly("rule:rests-on-others");
        assertThat(serving.refused(new ScopeCommand.RestOn(
                        List.of(SupportingService.essential(CHAT), SupportingService.helpful(CHAT)), many(1_001))))
                .containsExactly("list.not-distinct", "list.too-long");
        assertThat(serving.refused(new ScopeCommand.RestOn(tooMany, Set.of()))).containsExactly("list.too-long");
        assertThat(serving.does(new ScopeCommand.RestOn(tooMany.subList(0, 100), Set.of()))
                        .restsOn())
                .hasSize(100);
    }

    @Test
    void aTeamSupportsIt() {
        assertThat(Serving.in(company, "design").refused(new ScopeCommand.NameSupport(Company.BASEMENT)))
                .containsExactly("rule:support-is-a-team");
    }

    @Test
    void anAgreementIsOne() {
        Serving serving = Serving.in(company, "design");
        RecordRef incident = Company.incident(company.log().id());
        RecordRef none = RecordRef.of("agreement", RecordId.of("none"));

        for (RecordRef wrong : List.of(incident, none)) {
            assertThat(serving.refused(new ScopeCommand.Assure(new Assurance.Agreed(wrong))))
                    .containsExactly("service.no-such-agreement");
        }
        assertThat(serving.refused(new ScopeCommand.Assure(new Assurance.Waived(" "))))
                .containsExactly("text.missing");
    }

    @Test
    void improvementsAreNotedAllTheWay() {
        Serving serving = Serving.in(company, "operation");
        RecordRef register = RecordRef.of("improvement", RecordId.of("cir-1"));

        Service service =
                serving.does(caller(CARLA), new ServiceCommand.Improve("faster search", Optional.of(register)));

        assertThat(service.improvements())
                .containsExactly(
                        new Improvement(CARLA, company.clock.instant(), "faster search", Optional.of(register)));
        assertThat(Services.KIND.links(service))
                .anyMatch(link -> link.type().equals(ServiceKind.IMPROVED_BY)
                        && link.target().equals(register));
        assertThat(serving.refused(new ServiceCommand.Improve(" ", Optional.of(Company.incident(register.id())))))
                .containsExactly("text.missing", "service.no-improvement");
        for (int i = 0; i < Service.MOST_TOLD; i++) {
            serving.does(new ServiceCommand.Improve("number " + i, Optional.empty()));
        }
        assertThat(serving.now().improvements())
                .as("the latest stay in the record")
                .hasSize(Service.MOST_TOLD)
                .extracting(Improvement::note)
                .startsWith("number 0")
                .endsWith("number 49");
    }

    @Test
    void reasonsAndNotesAreGiven() {
        Serving operation = Serving.in(company, "operation");
        assertThat(operation.refused(new ServiceCommand.Suspend(""))).containsExactly("text.missing");
        assertThat(operation.refused(new GateCommand.SendBack(" "))).containsExactly("text.missing");
        assertThat(operation.refused(new RetirementCommand.PlanRetirement(operation.today(), Optional.empty(), "")))
                .containsExactly("text.missing");
        assertThat(operation.refused(new ScopeCommand.AddressDimension(
                        Dimension.PARTNERS_AND_SUPPLIERS, DimensionNote.notTouched(""))))
                .containsExactly("text.missing");
        operation.planEnd();
        assertThat(operation.refused(new RetirementCommand.Keep(""))).containsExactly("text.missing");
        operation.does(new RetirementCommand.Keep("it is loved"));
        operation.does(new ServiceCommand.Suspend("a hole"));
        assertThat(operation.refused(new ServiceCommand.Resume(""))).containsExactly("text.missing");

        Serving proposed = Serving.of(company, mail().key(CHAT).build());
        assertThat(proposed.refused(new ServiceCommand.Reject("\n"))).containsExactly("text.missing");
        assertThat(proposed.refused(new GateCommand.Charter("x".repeat(4_001), NO_DOCUMENTS)))
                .containsExactly("text.too-long");
    }

    @Test
    void thoseWhomItConcernsAreTold() {
        Serving serving = Serving.in(company, "transition");
        assertThat(told()).containsExactly("service-passed-charter", "service-passed-design");
        serving.ready();
        serving.does(new GateCommand.GoLive("tests are green", NO_DOCUMENTS));
        assertThat(told()).containsExactly("service-support-named", "service-passed-go-live");
        serving.does(new ServiceCommand.Suspend("a hole"));
        serving.does(new ServiceCommand.Resume("mended"));
        serving.does(new GateCommand.SendBack("not mended at all"));
        assertThat(told()).containsExactly("service-suspended", "service-resumed", "service-sent-back");
        serving.does(new ServiceCommand.HandOver(CARLA));
        assertThat(told()).containsExactly("service-handed-over", "service-handed-over");
        serving.does(new ServiceCommand.Reject("nobody wants it"));
        assertThat(told()).containsExactly("service-rejected");
    }

    @Test
    void theOwnerIsToldWhenTheDayOfItsEndHasCome() {
        Serving serving = Serving.in(company, "operation");
        serving.planEnd();
        assertThat(told()).endsWith("service-retirement-planned");

        company.clock.advance(Duration.ofDays(29));
        assertThat(told()).isEmpty();
        company.clock.advance(Duration.ofDays(1));
        assertThat(told()).containsExactly("service-retirement-due");
        assertThat(serving.now().retirementNoted()).contains(serving.today());
        assertThat(serving.status()).as("people decide").isEqualTo("retiring");
        company.clock.advance(Duration.ofDays(10));
        assertThat(told()).as("once").isEmpty();

        serving.does(new RetirementCommand.PlanRetirement(serving.today().plusDays(1), Optional.empty(), "later"));
        told();
        company.clock.advance(Duration.ofDays(1));
        assertThat(told()).as("of another day anew").containsExactly("service-retirement-due");
        serving.does(new RetirementCommand.NoteRetirementDue(serving.today()));
        serving.does(new RetirementCommand.NoteRetirementDue(serving.today().minusDays(5)));
        assertThat(serving.events()).filteredOn("retirement-due"::equals).hasSize(2);
    }

    @Test
    void nothingHappensBeforeWhatHasHappened() {
        Serving serving = Serving.in(company, "proposed");
        serving.does(new ServiceCommand.HandOver(CARLA));

        Options before = Options.none().occurredAt(company.clock.instant().minusSeconds(1));

        assertThat(codes(company.itsm
                        .services()
                        .submit(caller(DORA), serving.id, new ServiceCommand.HandOver(BEN), before)
                        .getLeft()))
                .containsExactly("rule:time-goes-forward");
    }

    @Test
    void acceptancesAndDecisionsSayWhoAndWhen() {
        Serving serving = Serving.in(company, "transition");
        serving.ready();
        Service service = serving.now();

        assertThat(service.acceptances().get(AcceptingSide.OWNER))
                .isEqualTo(new Acceptance(BEN, Optional.empty(), company.clock.instant(), "good"));
        assertThat(service.passed(Gate.CHARTER))
                .contains(new GateDecision(
                        Gate.CHARTER,
                        true,
                        DORA,
                        Optional.empty(),
                        service.createdAt().plus(Duration.ofMinutes(1)),
                        "the board wants it",
                        List.of()));
        assertThat(service.passed(Gate.GO_LIVE)).isEmpty();
        assertThat(service.lastGate()).contains(Gate.DESIGN);
    }

    /** Its design wants 99.5 per cent, which 199 of 200 hours are; of all else nobody knows. */
    @Test
    void whatItIsWorthFollowsFromWhatIsWantedOfIt() {
        Service service = Serving.in(company, "operation").now();
        WarrantyFacts facts = WarrantyFacts.builder()
                .availability(new AvailabilityTarget.Measured(Duration.ofHours(200), Duration.ofHours(1)))
                .build();

        ServiceValue value = service.value(
                List.of(AimFact.missed("answers", "survey"), AimFact.reached("post", "survey")),
                facts,
                company.clock.instant());

        assertThat(value.isFitForPurpose()).as("its constraint is removed").isTrue();
        assertThat(value.unknown()).extracting(Finding::what).containsExactly("capacity", "continuity", "security");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        service.value(List.of(AimFact.reached("riches", "survey")), facts, company.clock.instant()));
    }

    @Test
    void circlesAreFoundByWhoSeesAllServices() {
        Serving mail = Serving.of(company, mail().build());
        Serving chat = Serving.of(company, mail().key(CHAT).build());
        mail.does(new ScopeCommand.RestOn(List.of(SupportingService.essential(CHAT)), Set.of()));
        assertThat(Services.graph(List.of(mail.now(), chat.now())).essentialTo(MAIL))
                .containsExactly(CHAT);

        chat.does(new ScopeCommand.RestOn(List.of(SupportingService.helpful(MAIL)), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Services.graph(List.of(mail.now(), chat.now())))
                .withMessage("rests on itself: chat → mail → chat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Services.graph(List.of(mail.now(), mail.now())))
                .withMessage("two services have the key mail");
        chat.does(new ServiceCommand.Reject("mail is enough"));
        assertThat(Services.graph(List.of(mail.now(), chat.now())).restsOn(CHAT))
                .as("what is over is left out")
                .isEmpty();
    }

    @Test
    void everyRuleHasItsName() {
        assertThat(ServicePolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "time-goes-forward",
                        "owner-is-known",
                        "key-is-free",
                        "has-room-for-customers",
                        "who-is-removed-was-a-customer",
                        "rests-on-others",
                        "support-is-a-team",
                        "retires-in-time",
                        "followed-by-another-service",
                        "has-purpose",
                        "is-for-somebody",
                        "utility-is-designed",
                        "warranty-is-designed",
                        "all-dimensions-are-addressed",
                        "someone-supports-it",
                        "customers-know-what-is-promised",
                        "accepted-by-both-sides",
                        "accepted-by-who-may",
                        "accepted-by-two",
                        "has-passed-a-gate",
                        "notice-is-over",
                        "leaves-nobody-behind");
    }
}
