package org.itsmkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.service.Serving.CHAT;
import static org.itsmkit.service.Serving.NO_DOCUMENTS;
import static org.itsmkit.service.Serving.mail;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.WarrantyTargets;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** The gates of a service: what opens each, who opens it, and what becomes of what was decided. */
class ServiceGatesTest {

    private static final GateCommand.Charter CHARTER = new GateCommand.Charter("wanted", NO_DOCUMENTS);
    private static final GateCommand.CompleteDesign DESIGNED = new GateCommand.CompleteDesign("drawn", NO_DOCUMENTS);
    private static final GateCommand.GoLive LIVE = new GateCommand.GoLive("built", NO_DOCUMENTS);
    private static final GateCommand.Retire RETIRE = new GateCommand.Retire("empty", NO_DOCUMENTS);
    private static final GateCommand.SendBack BACK = new GateCommand.SendBack("not so");

    private final Company company = Company.open();

    private static String missing(Rejection rejection, String rule) {
        return rejection.violations().stream()
                .filter(violation -> violation.code().equals("rule:" + rule))
                .map(Violation::arguments)
                .map(arguments -> arguments.getOrDefault("missing", ""))
                .findFirst()
                .orElse("");
    }

    @Test
    void itIsCharteredForSomebodyToSomeEnd() {
        Serving serving =
                Serving.of(company, mail().customers(Set.of()).aims(List.of()).build());

        assertThat(serving.refused(CHARTER)).containsExactly("rule:has-purpose", "rule:is-for-somebody");
        serving.does(new ScopeCommand.SetAims(List.of(Aim.constraint("post", "Nobody waits for the post"))));
        serving.does(new ScopeCommand.AddCustomers(Set.of(Serving.SALES)));
        assertThat(serving.refused(CHARTER)).as("an outcome is needed").containsExactly("rule:has-purpose");
        serving.does(new ScopeCommand.SetAims(List.of(Aim.outcome("answers", "Quick answers"))));
        assertThat(serving.does(CHARTER).status()).isEqualTo(ServiceLifecycle.CHARTERED);
    }

    @Test
    void evidenceIsGivenAtEachGate() {
        Serving serving = Serving.in(company, "proposed");
        RecordRef incident = Company.incident(company.log().id());
        RecordRef none = Company.change(incident.id());

        assertThat(serving.refused(new GateCommand.Charter(" ", List.of(none))))
                .containsExactly("text.missing", "service.no-such-document");
        assertThat(serving.refused(new GateCommand.Charter("all", Collections.nCopies(21, incident))))
                .containsExactly("list.too-long");
        assertThat(serving.does(new GateCommand.Charter("see there", List.of(incident)))
                        .passed(Gate.CHARTER)
                        .map(GateDecision::documents))
                .contains(List.of(incident));
    }

    @Test
    void aDesignSaysHowAndHowWellAndForAllFourDimensions() {
        Serving serving = Serving.in(company, "design");

        Rejection nothing = serving.rejection(caller(DORA), DESIGNED);
        assertThat(Serving.codes(nothing))
                .containsExactly(
                        "rule:utility-is-designed", "rule:warranty-is-designed", "rule:all-dimensions-are-addressed");
        assertThat(missing(nothing, "warranty-is-designed")).isEqualTo("availability, capacity, continuity, security");
        assertThat(missing(nothing, "all-dimensions-are-addressed"))
                .isEqualTo("organisations-and-people, information-and-technology, partners-and-suppliers,"
                        + " value-streams-and-processes");

        WarrantyTargets three = Serving.DESIGNED.warranty().withContinuity(Optional.empty());
        serving.does(new ScopeCommand.Design(new DesignPackage("Two servers", three)));
        serving.does(new ScopeCommand.AddressDimension(
                Dimension.PARTNERS_AND_SUPPLIERS, DimensionNote.notTouched("nobody outside")));
        Rejection some = serving.rejection(caller(DORA), DESIGNED);
        assertThat(missing(some, "warranty-is-designed")).isEqualTo("continuity");
        assertThat(some.sentence()).contains("Missing: continuity.");
        assertThat(missing(some, "all-dimensions-are-addressed"))
                .isEqualTo("organisations-and-people, information-and-technology, value-streams-and-processes");
        assertThat(serving.refused(
                        new ScopeCommand.Design(new DesignPackage("x".repeat(32_001), WarrantyTargets.none()))))
                .containsExactly("text.too-long");

        serving.design();
        assertThat(serving.does(DESIGNED).status()).isEqualTo(ServiceLifecycle.TRANSITION);
    }

    @Test
    void whatAnEarlierGateAskedForIsAskedForAgain() {
        Serving serving = Serving.in(company, "transition");
        serving.does(new ScopeCommand.RemoveCustomers(serving.now().customers()));
        serving.does(new ScopeCommand.Design(DesignPackage.none()));
        serving.ready();

        assertThat(serving.refused(LIVE))
                .containsExactly("rule:is-for-somebody", "rule:utility-is-designed", "rule:warranty-is-designed");
    }

    @Test
    void itIsAcceptedPromisedAndSupportedBeforeAnybodyUsesIt() {
        Serving serving = Serving.in(company, "transition");

        Rejection nothing = serving.rejection(caller(DORA), LIVE);
        assertThat(Serving.codes(nothing))
                .containsExactly(
                        "rule:someone-supports-it",
                        "rule:customers-know-what-is-promised",
                        "rule:accepted-by-both-sides");
        assertThat(missing(nothing, "accepted-by-both-sides")).isEqualTo("owner, operations");
        serving.does(new ScopeCommand.NameSupport(OPERATIONS));
        serving.does(new ScopeCommand.Assure(new Assurance.Waived("for ourselves")));
        serving.does(caller(BEN), new GateCommand.Accept(AcceptingSide.OWNER, ""));
        assertThat(missing(serving.rejection(caller(DORA), LIVE), "accepted-by-both-sides"))
                .isEqualTo("operations");
        serving.does(caller(CARLA), new GateCommand.Accept(AcceptingSide.OPERATIONS, ""));

        Service live = serving.does(LIVE);
        assertThat(live.status()).isEqualTo(ServiceLifecycle.EARLY_LIFE);
        assertThat(live.liveSince()).contains(company.clock.instant());
    }

    @Test
    void onlyTheOwnerAndWhoRunsItAcceptIt() {
        Serving serving = Serving.in(company, "transition");
        GateCommand.Accept owner = new GateCommand.Accept(AcceptingSide.OWNER, "");
        GateCommand.Accept operations = new GateCommand.Accept(AcceptingSide.OPERATIONS, "");

        assertThat(serving.refused(caller(CARLA), owner)).containsExactly("rule:accepted-by-who-may");
        assertThat(serving.refused(caller(CARLA), operations))
                .as("no team is named")
                .containsExactly("rule:accepted-by-who-may");
        serving.does(new ScopeCommand.NameSupport(OPERATIONS));
        assertThat(serving.refused(caller(BEN), operations)).containsExactly("rule:accepted-by-who-may");
        assertThat(serving.does(caller(FRIDA).actingFor(CARLA), operations)
                        .acceptances()
                        .get(AcceptingSide.OPERATIONS)
                        .onBehalfOf())
                .contains(CARLA);
        assertThat(serving.refused(caller(BEN), new GateCommand.Accept(AcceptingSide.OWNER, "x".repeat(4_001))))
                .containsExactly("text.too-long");
    }

    @Test
    void nobodyAcceptsItForBothSides() {
        Serving serving = Serving.in(company, "transition");
        serving.does(new ServiceCommand.HandOver(CARLA));
        serving.does(new ScopeCommand.NameSupport(OPERATIONS));
        serving.does(caller(CARLA), new GateCommand.Accept(AcceptingSide.OWNER, ""));
        GateCommand.Accept operations = new GateCommand.Accept(AcceptingSide.OPERATIONS, "");

        assertThat(serving.refused(caller(CARLA), operations)).containsExactly("rule:accepted-by-two");
        assertThat(serving.refused(caller(DORA).actingFor(CARLA), operations)).containsExactly("rule:accepted-by-two");
        assertThat(serving.refused(caller(CARLA).actingFor(DORA), operations)).containsExactly("rule:accepted-by-two");
        assertThat(serving.does(caller(DORA), operations).unaccepted()).isEmpty();
    }

    @Test
    void whatBecomesDifferentMustBeAcceptedAnew() {
        Serving serving = Serving.in(company, "transition");
        serving.ready();
        serving.does(new ServiceCommand.HandOver(FRIDA));
        assertThat(serving.now().unaccepted()).containsExactly(AcceptingSide.OWNER);
        serving.does(new ServiceCommand.HandOver(BEN));

        serving.ready();
        serving.does(new ScopeCommand.NameSupport(SERVICE_DESK));
        assertThat(serving.now().unaccepted()).containsExactly(AcceptingSide.OPERATIONS);

        serving.ready();
        serving.does(new ScopeCommand.Design(new DesignPackage("One server", Serving.DESIGNED.warranty())));
        assertThat(serving.now().unaccepted()).containsExactly(AcceptingSide.OWNER, AcceptingSide.OPERATIONS);
    }

    @Test
    void whatIsSentBackStandsBeforeItsGateAgain() {
        Serving serving = Serving.in(company, "operation");

        Service watched = serving.does(BACK);
        assertThat(watched.status()).isEqualTo(ServiceLifecycle.EARLY_LIFE);
        assertThat(watched.lastGate()).contains(Gate.GO_LIVE);
        assertThat(watched.liveSince()).isPresent();

        Service built = serving.does(BACK);
        assertThat(built.status()).isEqualTo(ServiceLifecycle.TRANSITION);
        assertThat(built.liveSince()).as("nobody uses it").isEmpty();
        assertThat(built.acceptances())
                .as("what is built anew is accepted anew")
                .isEmpty();
        assertThat(serving.refused(LIVE)).containsExactly("rule:accepted-by-both-sides");

        assertThat(serving.does(BACK).status()).isEqualTo(ServiceLifecycle.DESIGN);
        Service proposed = serving.does(BACK);
        assertThat(proposed.status()).isEqualTo(ServiceLifecycle.PROPOSED);
        assertThat(proposed.gates()).isEmpty();
        assertThat(proposed.decisions())
                .extracting(decision -> decision.gate().text() + (decision.passed() ? "" : " back"))
                .containsExactly(
                        "charter",
                        "design",
                        "go-live",
                        "operation",
                        "operation back",
                        "go-live back",
                        "design back",
                        "charter back");
        assertThat(proposed.decisions())
                .last()
                .extracting(GateDecision::evidence)
                .isEqualTo("not so");
    }

    @Test
    void whatWasStoppedShowsAnewThatItRuns() {
        Serving serving = Serving.in(company, "suspended");
        assertThat(serving.now().lastGate()).contains(Gate.OPERATION);

        Service resumed = serving.does(new ServiceCommand.Resume("mended"));
        assertThat(resumed.status()).isEqualTo(ServiceLifecycle.EARLY_LIFE);
        assertThat(resumed.lastGate()).contains(Gate.GO_LIVE);
        assertThat(serving.does(BACK).status()).as("not twice the same gate").isEqualTo(ServiceLifecycle.TRANSITION);
    }

    @Test
    void decisionsInTheRecordAreTheLatestAndGatesStay() {
        Serving serving = Serving.in(company, "operation");
        for (int i = 0; i < 26; i++) {
            serving.does(BACK);
            serving.does(new GateCommand.EndEarlyLife("round " + i, NO_DOCUMENTS));
        }

        Service service = serving.now();
        assertThat(service.decisions()).hasSize(Service.MOST_TOLD);
        assertThat(service.gates()).containsOnlyKeys(Gate.CHARTER, Gate.DESIGN, Gate.GO_LIVE, Gate.OPERATION);
        assertThat(service.passed(Gate.OPERATION).map(GateDecision::evidence)).contains("round 25");
    }

    @Test
    void nobodyIsLeftBehind() {
        Serving serving = Serving.in(company, "operation");
        serving.planEnd();
        assertThat(serving.refused(RETIRE)).containsExactly("rule:notice-is-over", "rule:leaves-nobody-behind");
        company.clock.advance(Duration.ofDays(30));
        assertThat(serving.refused(RETIRE)).containsExactly("rule:leaves-nobody-behind");

        Serving.of(company, mail().key(CHAT).name("Chat").build());
        serving.does(new RetirementCommand.PlanRetirement(serving.today(), Optional.of(CHAT), "chat is there"));
        assertThat(serving.does(RETIRE).status())
                .as("customers have something else")
                .isEqualTo(ServiceLifecycle.RETIRED);
    }

    @Test
    void noticeEndsWhenTheDayBegins() {
        Serving serving = Serving.in(company, "operation");
        serving.does(new ScopeCommand.RemoveCustomers(serving.now().customers()));
        serving.does(new RetirementCommand.PlanRetirement(serving.today().plusDays(1), Optional.empty(), "old"));
        Duration untilMidnight = Duration.between(
                company.clock.instant(),
                serving.now().retirement().orElseThrow().begins());

        company.clock.advance(untilMidnight.minusNanos(1_000));
        assertThat(serving.refused(RETIRE)).containsExactly("rule:notice-is-over");
        company.clock.advance(Duration.ofNanos(1_000));
        assertThat(serving.does(RETIRE).status()).isEqualTo(ServiceLifecycle.RETIRED);
    }

    @Test
    void itsEndLiesAheadAndAnotherServiceFollows() {
        Serving serving = Serving.in(company, "operation");

        assertThat(serving.refused(
                        new RetirementCommand.PlanRetirement(serving.today().minusDays(1), Optional.of(MAIL), "old")))
                .containsExactly("rule:retires-in-time", "rule:followed-by-another-service");
        assertThat(serving.refused(new RetirementCommand.PlanRetirement(serving.today(), Optional.of(CHAT), "old")))
                .containsExactly("rule:followed-by-another-service");
        assertThat(serving.refused(
                        new RetirementCommand.PlanRetirement(LocalDate.of(10_000, 1, 1), Optional.empty(), "old")))
                .containsExactly("service.date");
    }

    /** Where a tenant lets a service be sent back before it has passed any gate, and asks no rule. */
    @Test
    void nothingIsSentBackThatHasPassedNoGate() {
        Lifecycle lenient = ServiceLifecycle.standard()
                .edit()
                .move(ServiceLifecycle.PROPOSED, ServiceLifecycle.SEND_BACK, ServiceLifecycle.PROPOSED)
                .build();
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder().putLifecycles("service", lenient.toData()).build()));
        Serving serving = Serving.in(company, "proposed");
        assertThat(serving.refused(BACK)).containsExactly("rule:has-passed-a-gate");
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles("service", lenient.toData())
                        .addRulesOff("service/has-passed-a-gate")
                        .build()));
        assertThat(serving.refused(BACK)).containsExactly("service.passed-no-gate");
    }
}
