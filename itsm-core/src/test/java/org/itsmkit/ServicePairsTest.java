package org.itsmkit;

import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.service.Serving.NO_DOCUMENTS;
import static org.itsmkit.service.Serving.PAYROLL;
import static org.itsmkit.service.Serving.SALES;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.service.GateCommand;
import org.itsmkit.service.RetirementCommand;
import org.itsmkit.service.ScopeCommand;
import org.itsmkit.service.Service;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.service.Services;
import org.itsmkit.service.Serving;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** As {@link EveryPairTest}, of services. */
class ServicePairsTest {

    private static final String GATES = """
            from       | charter   begin-design complete-design accept     go-live    end-early-life retire  send-back  reject
            proposed   | chartered .            .               .          .          .              .       .          rejected
            chartered  | .         design       .               .          .          .              .       proposed   rejected
            design     | .         .            transition      .          .          .              .       proposed   rejected
            transition | .         .            .               transition early-life .              .       design     rejected
            early-life | .         .            .               .          .          operation      .       transition .
            operation  | .         .            .               .          .          .              .       early-life .
            suspended  | .         .            .               .          .          .              .       .          .
            retiring   | .         .            .               .          .          .              retired .          .
            retired    | .         .            .               .          .          .              .       .          .
            rejected   | .         .            .               .          .          .              .       .          .
            """;

    private static final String SCOPE = """
            from       | describe   hand-over  set-aims  add-customers remove-customers rest-on    address-dimension design     name-support assure
            proposed   | proposed   proposed   proposed  proposed      proposed         proposed   .                 .          .            .
            chartered  | chartered  chartered  chartered chartered     chartered        chartered  chartered         .          .            .
            design     | design     design     design    design        design           design     design            design     design       design
            transition | transition transition .         transition    transition       transition transition        transition transition   transition
            early-life | early-life early-life .         early-life    early-life       early-life early-life        .          early-life   early-life
            operation  | operation  operation  .         operation     operation        operation  operation         .          operation    operation
            suspended  | suspended  suspended  .         .             suspended        suspended  suspended         .          suspended    suspended
            retiring   | retiring   retiring   .         .             retiring         retiring   .                 .          retiring     retiring
            retired    | .          .          .         .             .                .          .                 .          .            .
            rejected   | .          .          .         .             .                .          .                 .          .            .
            """;

    private static final String LIFE = """
            from       | suspend   resume     improve    plan-retirement keep       note-retirement-due
            proposed   | .         .          .          .               .          .
            chartered  | .         .          chartered  .               .          .
            design     | .         .          design     .               .          .
            transition | .         .          transition .               .          .
            early-life | suspended .          early-life retiring        .          .
            operation  | suspended .          operation  retiring        .          .
            suspended  | .         early-life suspended  retiring        .          .
            retiring   | .         .          retiring   retiring        early-life retiring
            retired    | .         .          .          .               .          .
            rejected   | .         .          .          .               .          .
            """;

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(Services.DEFINITION, GATES, SCOPE, LIFE);
    }

    @TestFactory
    Stream<DynamicTest> ofServices() {
        return EveryPairTest.pairs(GATES, SCOPE, LIFE).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Serving serving = Serving.in(company, pair.from());
                    prepare(serving, pair);
                    company.aMinuteLater();
                    PersonId who = pair.action().equals("accept") ? BEN : DORA;
                    EveryPairTest.check(
                            company, company.itsm.services(), serving.id, pair, who, command(serving, pair.action()));
                }));
    }

    /** What must be there for a gate to open. */
    private static void prepare(Serving serving, Pair pair) {
        if (pair.to().isEmpty()) {
            return;
        }
        switch (pair.action()) {
            case "complete-design" -> serving.design();
            case "go-live" -> serving.ready();
            case "retire" -> {
                serving.does(new ScopeCommand.RemoveCustomers(Set.of(PAYROLL)));
                serving.company.clock.advance(Duration.ofDays(31));
            }
            case "note-retirement-due" -> serving.company.clock.advance(Duration.ofDays(31));
            default -> {}
        }
    }

    private static Command<Service> command(Serving serving, String action) {
        return switch (action) {
            case "charter" -> new GateCommand.Charter("wanted", NO_DOCUMENTS);
            case "begin-design" -> new ServiceCommand.BeginDesign();
            case "complete-design" -> new GateCommand.CompleteDesign("drawn", NO_DOCUMENTS);
            case "accept" -> new GateCommand.Accept(AcceptingSide.OWNER, "good");
            case "go-live" -> new GateCommand.GoLive("built", NO_DOCUMENTS);
            case "end-early-life" -> new GateCommand.EndEarlyLife("quiet", NO_DOCUMENTS);
            case "retire" -> new GateCommand.Retire("empty", NO_DOCUMENTS);
            case "send-back" -> new GateCommand.SendBack("not good enough");
            case "reject" -> new ServiceCommand.Reject("too dear");
            case "suspend" -> new ServiceCommand.Suspend("a hole");
            case "resume" -> new ServiceCommand.Resume("it is mended");
            case "improve" -> new ServiceCommand.Improve("slow in the morning", Optional.empty());
            case "plan-retirement" ->
                new RetirementCommand.PlanRetirement(serving.today().plusDays(60), Optional.empty(), "old");
            case "keep" -> new RetirementCommand.Keep("it is loved");
            case "note-retirement-due" ->
                new RetirementCommand.NoteRetirementDue(
                        serving.now().retirement().map(planned -> planned.on()).orElse(serving.today()));
            default -> scope(action);
        };
    }

    private static Command<Service> scope(String action) {
        return switch (action) {
            case "describe" -> new ServiceCommand.Describe("Post", "As before", "", Optional.empty());
            case "hand-over" -> new ServiceCommand.HandOver(CARLA);
            case "set-aims" -> new ScopeCommand.SetAims(List.of(Aim.outcome("speed", "Quick answers")));
            case "add-customers" -> new ScopeCommand.AddCustomers(Set.of(SALES));
            case "remove-customers" -> new ScopeCommand.RemoveCustomers(Set.of(PAYROLL));
            case "rest-on" ->
                new ScopeCommand.RestOn(List.of(SupportingService.essential(ServiceId.of("network"))), Set.of());
            case "address-dimension" ->
                new ScopeCommand.AddressDimension(
                        Dimension.PARTNERS_AND_SUPPLIERS, DimensionNote.addressed("a spam filter"));
            case "design" -> new ScopeCommand.Design(new DesignPackage("One server", Serving.DESIGNED.warranty()));
            case "name-support" -> new ScopeCommand.NameSupport(Company.SERVICE_DESK);
            case "assure" -> new ScopeCommand.Assure(new Assurance.Waived("for the time being"));
            default -> throw new IllegalArgumentException(action);
        };
    }
}
