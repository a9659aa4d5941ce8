package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.service.GateCommand;
import org.itsmkit.service.RetirementCommand;
import org.itsmkit.service.ScopeCommand;
import org.itsmkit.service.Service;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.service.function.Coverage;
import org.itsmkit.service.function.DeskType;
import org.itsmkit.service.function.HandOver;
import org.itsmkit.service.function.Member;
import org.itsmkit.service.function.SharePerTier;
import org.itsmkit.service.function.SkillCover;
import org.itsmkit.service.function.SolvedAt;
import org.itsmkit.service.function.SupportFunction;
import org.itsmkit.service.function.Team;
import org.itsmkit.service.heritage.Ancestor;
import org.itsmkit.service.heritage.Heritage;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.service.portfolio.PortfolioStage;
import org.itsmkit.service.support.AvailabilityCeiling;
import org.itsmkit.service.support.SupportGraph;
import org.itsmkit.service.support.SupportedValue;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.CapacityTarget;
import org.itsmkit.service.warranty.ContinuityTarget;
import org.itsmkit.service.warranty.SecurityTarget;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.Utility;
import org.itsmkit.service.warranty.Warranty;
import org.itsmkit.service.warranty.WarrantyFacts;
import org.itsmkit.service.warranty.WarrantyTargets;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.junit.jupiter.api.Test;

/** The snippets about services. */
class ServicesDocTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final PersonId DORA = PersonId.of("dora");
    private static final GroupId OPERATIONS = GroupId.of("operations");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final ServiceId MAIL = ServiceId.of("mail");
    private static final ServiceId NETWORK = ServiceId.of("network");

    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(() -> NOW))
            .clock(() -> NOW)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(BEN)
                    .person(CARLA)
                    .person(DORA)
                    .group(OPERATIONS, CARLA)
                    .build())
            .build();
    private final Caller ben = Caller.of(ACME, BEN);
    private final Caller carla = Caller.of(ACME, CARLA);
    private final Caller dora = Caller.of(ACME, DORA);

    private static WarrantyTargets targets() {
        // spotless:off
        // snippet: warranty-targets
        WarrantyTargets targets = WarrantyTargets.builder()
                .availability(new AvailabilityTarget(new BigDecimal("0.995")))          // of the agreed time
                .capacity(new CapacityTarget(new BigDecimal("0.2"), Duration.ofDays(90))) // a fifth free, for 90 days
                .continuity(new ContinuityTarget(
                        Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(365))) // RTO, RPO, age of the test
                .security(new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup")))
                .build();
        // end
        // spotless:on
        return targets;
    }

    @Test
    void fromAnIdeaToItsEnd() {
        WarrantyTargets targets = targets();
        // spotless:off
        // snippet: service-idea
        RecordId mail = itsm.services().submit(dora, ServiceCommand.propose()
                .key(ServiceId.of("mail"))                      // what tickets name
                .name("Mail")
                .owner(BEN)
                .addCustomers(OrganisationId.of("payroll"))
                .addAims(Aim.outcome("answers", "Customers are answered on the same day"))
                .build()).get().id();
        itsm.services().submit(dora, mail, new GateCommand.Charter("the board wants it", List.of()));
        itsm.services().submit(dora, mail, new ServiceCommand.BeginDesign());

        Rejection early = itsm.services()
                .submit(dora, mail, new GateCommand.CompleteDesign("we know it all", List.of())).getLeft();
        // end

        // snippet: service-design
        itsm.services().submit(dora, mail, new ScopeCommand.Design(new DesignPackage("Two servers", targets)));
        for (Dimension dimension : Dimension.values()) {
            itsm.services().submit(dora, mail, new ScopeCommand.AddressDimension(
                    dimension, DimensionNote.addressed("as in chapter 3")));
        }
        itsm.services().submit(dora, mail, new GateCommand.CompleteDesign("looked at by all", List.of()));
        // end

        // snippet: service-live
        itsm.services().submit(dora, mail, new ScopeCommand.NameSupport(OPERATIONS));
        itsm.services().submit(dora, mail, new ScopeCommand.Assure(new Assurance.Waived("it is for ourselves")));
        itsm.services().submit(ben, mail, new GateCommand.Accept(AcceptingSide.OWNER, ""));
        itsm.services().submit(carla, mail, new GateCommand.Accept(AcceptingSide.OPERATIONS, ""));
        Service live = itsm.services().submit(dora, mail, new GateCommand.GoLive("tests are green", List.of()))
                .get().record();

        Optional<PortfolioStage> stage = live.stage();                          // CATALOGUE
        Optional<GateDecision> why = live.passed(Gate.GO_LIVE);                 // who, when, by what evidence
        // end

        // snippet: service-end
        itsm.services().submit(dora, mail, new GateCommand.EndEarlyLife("a quiet month", List.of()));
        itsm.services().submit(dora, mail, new RetirementCommand.PlanRetirement(
                LocalDate.of(2026, 12, 31), Optional.empty(), "everybody chats"));
        Rejection tooEarly = itsm.services().submit(dora, mail, new GateCommand.Retire("done", List.of())).getLeft();
        // end
        // spotless:on

        assertThat(early.violations())
                .extracting(violation -> violation.code())
                .containsExactly(
                        "rule:utility-is-designed", "rule:warranty-is-designed", "rule:all-dimensions-are-addressed");
        assertThat(early.sentence()).contains("Missing: availability, capacity, continuity, security.");
        assertThat(stage).contains(PortfolioStage.CATALOGUE);
        assertThat(why.map(GateDecision::by)).contains(DORA);
        assertThat(tooEarly.violations())
                .extracting(violation -> violation.code())
                .containsExactly("rule:notice-is-over", "rule:leaves-nobody-behind");
    }

    @Test
    void whatItIsWorth() {
        WarrantyTargets targets = targets();
        // spotless:off
        // snippet: service-value
        Utility utility = new Utility(
                List.of(Aim.outcome("answers", "Customers are answered on the same day")),
                List.of(AimFact.reached("answers", "94 of 100 in the survey")));
        WarrantyFacts facts = WarrantyFacts.builder()
                .availability(new AvailabilityTarget.Measured(Duration.ofHours(200), Duration.ofHours(2)))
                .capacity(new CapacityTarget.Measured(                          // used, capacity, growth per day
                        new BigDecimal("700"), new BigDecimal("1000"), new BigDecimal("2")))
                .continuity(new ContinuityTarget.Tested(
                        Instant.parse("2025-11-03T20:00:00Z"), Optional.of(Duration.ofHours(3)), Duration.ofMinutes(20)))
                .build();

        ServiceValue value = ServiceValue.of(utility, new Warranty(targets, facts), NOW);
        boolean purpose = value.isFitForPurpose();                              // true
        boolean use = value.isFitForUse();                                      // false
        List<String> sentences = value.sentences();
        // end

        // snippet: service-support
        SupportGraph graph = SupportGraph.of(Map.of(MAIL, List.of(SupportingService.essential(NETWORK))));
        SupportedValue together = SupportedValue.of(graph, MAIL, Map.of(MAIL, value));
        AvailabilityCeiling ceiling = AvailabilityCeiling.of(graph, MAIL, Map.of(
                MAIL, new BigDecimal("0.999"), NETWORK, new BigDecimal("0.99")));
        boolean tooMuch = ceiling.isBelow(new BigDecimal("0.995"));             // the network does not allow it
        // end
        // spotless:on

        assertThat(purpose).isTrue();
        assertThat(use).isFalse();
        assertThat(sentences)
                .containsExactly(
                        "It is fit for purpose, not fit for use: it has no value as it is.",
                        "It was available for 99.000 % of the agreed time; at least 99.5 % are wanted.",
                        "Nobody looked for weaknesses.");
        assertThat(together.unknown()).containsExactly(NETWORK);
        assertThat(tooMuch).isTrue();
    }

    @Test
    void whoSupportsIt() {
        // spotless:off
        // snippet: service-teams
        Team vienna = Team.builder()
                .group(GroupId.of("desk-vienna"))
                .function(SupportFunction.SERVICE_DESK)
                .desk(DeskType.FOLLOW_THE_SUN)
                .shifts(CalendarData.of(ZoneId.of("Europe/Vienna"), BusinessHours.weekdays(TimeRange.of("08:00", "16:00"))))
                .addMembers(new Member(BEN, Map.of("mail", 3)))
                .build();
        Team newYork = Team.builder()
                .group(GroupId.of("desk-new-york"))
                .function(SupportFunction.SERVICE_DESK)
                .desk(DeskType.FOLLOW_THE_SUN)
                .shifts(CalendarData.of(ZoneId.of("America/New_York"), BusinessHours.weekdays(TimeRange.of("10:00", "18:00"))))
                .addMembers(new Member(CARLA, Map.of("mail", 4, "network", 5)))
                .build();
        // end

        // snippet: service-coverage
        Window monday = new Window(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));
        Coverage coverage = Coverage.of(List.of(vienna, newYork), OpenWindows.always(), monday);

        Optional<BigDecimal> share = coverage.share();                          // 16 of 24 hours
        List<Window> gaps = coverage.gaps();                                    // 00–07 and 23–24 UTC
        List<HandOver> blind = coverage.blindHandOvers();                       // nobody can tell the other anything
        SortedMap<String, Coverage> network =
                Coverage.bySkill(List.of(vienna, newYork), Set.of("network"), 4, OpenWindows.always(), monday);
        List<String> alone = SkillCover.of(List.of(vienna, newYork), 3).heldByOne();
        // end

        // snippet: service-tiers
        SharePerTier tiers = SharePerTier.of(Stream.of(
                new SolvedAt(RecordRef.of("incident", RecordId.of("i-1")), 1),
                new SolvedAt(RecordRef.of("incident", RecordId.of("i-2")), 1),
                new SolvedAt(RecordRef.of("incident", RecordId.of("i-3")), 2)));
        Optional<BigDecimal> first = tiers.share(1);                            // 2 of 3
        Optional<BigDecimal> passedOn = tiers.escalationRate(1);                // 1 of 3
        // end

        // snippet: service-heritage
        List<String> became = Heritage.of("change-management").map(Ancestor::practices).orElse(List.of());
        List<Ancestor> was = Heritage.ancestorsOf("it-asset-management");
        // end
        // spotless:on

        assertThat(share).contains(new BigDecimal("0.666666"));
        assertThat(gaps).hasSize(2);
        assertThat(blind).extracting(HandOver::at).containsExactly(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(network.get("network").covered()).isEqualTo(Duration.ofHours(8));
        assertThat(alone).containsExactly("network");
        assertThat(first).contains(new BigDecimal("0.666666"));
        assertThat(passedOn).contains(new BigDecimal("0.333333"));
        assertThat(became).containsExactly("change-enablement", "organizational-change-management");
        assertThat(was).extracting(Ancestor::code).containsExactly("service-asset-and-configuration-management");
    }
}
