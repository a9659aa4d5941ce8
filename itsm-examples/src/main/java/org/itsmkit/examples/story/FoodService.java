package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.service.GateCommand;
import org.itsmkit.service.ScopeCommand;
import org.itsmkit.service.Service;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.service.Services;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.CapacityTarget;
import org.itsmkit.service.warranty.ContinuityTarget;
import org.itsmkit.service.warranty.SecurityTarget;
import org.itsmkit.service.warranty.WarrantyTargets;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** The service as a record: proposed, chartered, designed, accepted by two, live, and later noted to be in need of something. */
final class FoodService {

    private final Stage stage;
    private RecordId id = RecordId.of("none");

    FoodService(Stage stage, Agenda agenda, Features features) {
        this.stage = stage;
        agenda.at("2026-01-12T09:00:00", this::isProposed);
        agenda.at("2026-01-14T09:00:00", this::isChartered);
        agenda.at("2026-01-20T15:00:00", this::isDesigned);
        agenda.at("2026-02-12T10:00:00", () -> isLive(features));
        agenda.at(
                "2026-02-26T18:00:00",
                () -> does(
                        FoodDelivery.ORRI,
                        "Two weeks went by without an outage. {who} ends early life.",
                        new GateCommand.EndEarlyLife("Two weeks without an outage.", List.of())));
    }

    private void isProposed() {
        stage.narrate(
                "Diners want to eat without a telephone call; restaurants want orders on evenings on which tables are"
                        + " empty.");
        id = stage.open(
                FoodDelivery.KRISTIN,
                "{who} proposes a service, {number}.",
                stage.itsm().services(),
                ServiceCommand.propose()
                        .key(FoodDelivery.FOOD)
                        .name("Food delivery")
                        .owner(FoodDelivery.KRISTIN)
                        .addCustomers(OrganisationId.of(Features.RESTAURANTS))
                        .build());
        stage.attempt(
                FoodDelivery.ORRI,
                "{who} would charter it at once.",
                stage.itsm().services(),
                id,
                new GateCommand.Charter("It is a good idea.", List.of()));
    }

    private void isChartered() {
        does(
                FoodDelivery.KRISTIN,
                "{who} says what those who use it are to have of it.",
                new ScopeCommand.SetAims(List.of(
                        Aim.outcome("eaten-warm", "What people ordered is with them while it is warm"),
                        Aim.constraint("no-calls", "Nobody has to call a restaurant to order"))));
        does(
                FoodDelivery.ORRI,
                "{who} charters it.",
                new GateCommand.Charter("Eleven restaurants would take part.", List.of()));
        does(FoodDelivery.KRISTIN, "{who} begins to design it.", new ServiceCommand.BeginDesign());
    }

    private void isDesigned() {
        does(
                FoodDelivery.JON,
                "{who} writes down how it does that, and how available it is to be.",
                new ScopeCommand.Design(new DesignPackage(
                        "An app for diners, a screen in each kitchen, riders on demand",
                        WarrantyTargets.builder()
                                .availability(new AvailabilityTarget(new BigDecimal("0.995")))
                                .build())));
        does(
                FoodDelivery.JON,
                "{who} thinks of technology first.",
                new ScopeCommand.AddressDimension(
                        Dimension.INFORMATION_AND_TECHNOLOGY, DimensionNote.addressed("Rented servers, one database")));
        stage.attempt(
                FoodDelivery.KRISTIN,
                "{who} would let him build it.",
                stage.itsm().services(),
                id,
                new GateCommand.CompleteDesign("Jon has a design.", List.of()));
        does(
                FoodDelivery.JON,
                "So {who} says of the rest of its warranty what is wanted too.",
                new ScopeCommand.Design(new DesignPackage(
                        "An app for diners, a screen in each kitchen, riders on demand",
                        WarrantyTargets.builder()
                                .availability(new AvailabilityTarget(new BigDecimal("0.995")))
                                .capacity(new CapacityTarget(new BigDecimal("0.2"), Duration.ofDays(90)))
                                .continuity(new ContinuityTarget(
                                        Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(365)))
                                .security(new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup")))
                                .build())));
        address(Dimension.ORGANISATIONS_AND_PEOPLE, "Sara helps from ten to ten; riders are trained for a day");
        address(Dimension.PARTNERS_AND_SUPPLIERS, "Restaurants, a firm of riders, a bank for cards");
        address(
                Dimension.VALUE_STREAMS_AND_PROCESSES,
                "One way for all that is new: idea, design, build, test, release, live");
        does(
                FoodDelivery.KRISTIN,
                "All four dimensions are thought of. {who} lets it be built.",
                new GateCommand.CompleteDesign("Looked at by all six.", List.of()));
    }

    private void address(Dimension dimension, String note) {
        stage.silently(
                FoodDelivery.KRISTIN,
                stage.itsm().services(),
                id,
                new ScopeCommand.AddressDimension(dimension, DimensionNote.addressed(note)));
    }

    private void isLive(Features features) {
        does(
                FoodDelivery.ORRI,
                "Operations is to run it, says {who}.",
                new ScopeCommand.NameSupport(FoodDelivery.OPERATIONS));
        does(
                FoodDelivery.ORRI,
                "Nothing is promised in writing, and {who} says why.",
                new ScopeCommand.Assure(new Assurance.Waived("Restaurants try it for half a year.")));
        does(
                FoodDelivery.KRISTIN,
                "{who} accepts it as its owner.",
                new GateCommand.Accept(AcceptingSide.OWNER, "It does what I asked for."));
        stage.attempt(
                FoodDelivery.KRISTIN,
                "{who} would accept it for operations as well.",
                stage.itsm().services(),
                id,
                new GateCommand.Accept(AcceptingSide.OPERATIONS, ""));
        does(
                FoodDelivery.RAGNA,
                "{who}, who is to run it, accepts it for operations.",
                new GateCommand.Accept(AcceptingSide.OPERATIONS, "I know how to bring it back."));
        List<RecordRef> changes = features.soFar().stream().map(Feature::ref).toList();
        does(
                FoodDelivery.ORRI,
                "{who} lets it go live, by the evidence of the " + changes.size() + " changes that made it.",
                new GateCommand.GoLive("All of them are in use by us.", changes));
    }

    private void does(PersonId who, String text, Command<Service> command) {
        stage.act(who, text, stage.itsm().services(), id, command);
    }

    /** Notes what could be better, and where that is followed up. */
    void isToImprove(PersonId who, String text, ServiceCommand.Improve improve) {
        does(who, text, improve);
    }

    RecordId id() {
        return id;
    }

    RecordRef ref() {
        return RecordRef.of(Services.NAME, id);
    }

    Service service() {
        return stage.stored(Services.KIND, id);
    }
}
