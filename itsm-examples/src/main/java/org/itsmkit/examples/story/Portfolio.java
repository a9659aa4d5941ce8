package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.CloudPolicy.INES;
import static org.itsmkit.examples.story.CloudPolicy.NOEMI;
import static org.itsmkit.examples.story.CloudPolicy.OPERATIONS;
import static org.itsmkit.examples.story.CloudPolicy.ROSA;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
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
import org.itsmkit.spi.RecordId;

/** The dozen services of the railway, as records: for whom, how well, and who supplies them. */
final class Portfolio {

    /** Who supplies from the cloud. */
    static final Set<OrganisationId> CLOUDS =
            Set.of(OrganisationId.of("nimbus"), OrganisationId.of("cumulus"), OrganisationId.of("stratus"));

    private static final WarrantyTargets TARGETS = WarrantyTargets.builder()
            .availability(new AvailabilityTarget(new BigDecimal("0.98")))
            .capacity(new CapacityTarget(new BigDecimal("0.1"), Duration.ofDays(180)))
            .continuity(new ContinuityTarget(Duration.ofHours(8), Duration.ofHours(1), Duration.ofDays(365)))
            .security(new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup")))
            .build();

    /** A service; {@code francs} are thousands a year, and {@code aim} is what its customers have of it. */
    private record Held(String key, String name, boolean critical, String supplier, int francs, String aim) {}

    private static final List<Held> HELD = List.of(
            new Held("ticketing", "Ticket sales", true, "ironworks", 120, "Passengers buy a ticket in a minute"),
            new Held("timetable", "Timetable", true, "ironworks", 40, "Everybody plans with one timetable"),
            new Held("payroll", "Payroll", false, "datenhof", 50, "Wages are paid on the 25th"),
            new Held("ledger", "Accounting", false, "datenhof", 70, "The year is closed in March"),
            new Held("mail", "Mail", false, "nimbus", 120, "Passengers are answered on the same day"),
            new Held("intranet", "Intranet", false, "lagerhaus", 30, "Staff find what holds today"),
            new Held("maintenance", "Rolling stock", true, "werkbank", 80, "No train runs with an open defect"),
            new Held("depot", "Depot access", false, "lagerhaus", 40, "Only staff enter a depot"),
            new Held(
                    "passengers", "Passenger information", true, "stahl", 75, "Passengers know of a delay in a minute"),
            new Held("lost-property", "Lost property", false, "lagerhaus", 20, "What is found comes back in a week"),
            new Held("archive", "Archive", false, "stahl", 45, "Each contract is found in an hour"),
            new Held("training", "Training", false, "cumulus", 50, "Drivers keep their licence"));

    private final Stage stage;
    private final Map<String, RecordId> ids = new LinkedHashMap<>();
    private final Map<String, Instant> moved = new HashMap<>();

    Portfolio(Stage stage) {
        this.stage = stage;
    }

    /** All twelve go through their gates, years ago as the railway sees it; the kit is told in an hour. */
    void comesIntoUse() {
        HELD.forEach(this::comesIntoUse);
        stage.narrate("Noemi has written all " + services().size()
                + " down as services: who has what of them, how well they are to do it, who supplies them,"
                + " what they mean to each dimension.");
    }

    private void comesIntoUse(Held held) {
        var room = stage.itsm().services();
        RecordId id = stage.silently(
                NOEMI,
                room,
                ServiceCommand.propose()
                        .key(ServiceId.of(held.key()))
                        .name(held.name())
                        .owner(INES)
                        .criticality(held.critical() ? Optional.of(Criticality.BUSINESS_CRITICAL) : Optional.empty())
                        .addCustomers(OrganisationId.of("railway"))
                        .addAims(Aim.outcome("aim", held.aim()))
                        .build());
        ids.put(held.key(), id);
        List<Command<Service>> way = List.of(
                new GateCommand.Charter("it has been there for years", List.of()),
                new ServiceCommand.BeginDesign(),
                new ScopeCommand.Design(new DesignPackage("As it runs today", TARGETS)),
                new ScopeCommand.RestOn(List.of(), Set.of(OrganisationId.of(held.supplier()))),
                noted(Dimension.ORGANISATIONS_AND_PEOPLE, "Operations run it, and its users know whom to ask"),
                noted(Dimension.INFORMATION_AND_TECHNOLOGY, "An application and its data"),
                noted(Dimension.PARTNERS_AND_SUPPLIERS, contract(held.supplier(), held.francs())),
                noted(Dimension.VALUE_STREAMS_AND_PROCESSES, "Incidents and changes as for all others"),
                new GateCommand.CompleteDesign("as it is", List.of()),
                new ScopeCommand.NameSupport(OPERATIONS),
                new ScopeCommand.Assure(new Assurance.Waived("It is for the railway itself")));
        way.forEach(command -> stage.silently(NOEMI, room, id, command));
        stage.silently(INES, room, id, new GateCommand.Accept(AcceptingSide.OWNER, ""));
        stage.silently(ROSA, room, id, new GateCommand.Accept(AcceptingSide.OPERATIONS, ""));
        stage.silently(NOEMI, room, id, new GateCommand.GoLive("it is live", List.of()));
    }

    private static ScopeCommand.AddressDimension noted(Dimension dimension, String note) {
        return new ScopeCommand.AddressDimension(dimension, DimensionNote.addressed(note));
    }

    private static String contract(String supplier, int francs) {
        return francs + " thousand francs a year to " + supplier;
    }

    /** From now on another supplies it, for as much. */
    void movesTo(String key, String supplier) {
        RecordId id = id(key);
        moved.put(key, stage.now().toInstant());
        stage.silently(
                NOEMI,
                stage.itsm().services(),
                id,
                new ScopeCommand.RestOn(List.of(), Set.of(OrganisationId.of(supplier))));
        stage.silently(
                NOEMI,
                stage.itsm().services(),
                id,
                noted(Dimension.PARTNERS_AND_SUPPLIERS, contract(supplier, francs(key))));
    }

    /** What is paid for it, in thousands a year: whoever supplies it. */
    static int francs(String key) {
        return HELD.stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .orElseThrow()
                .francs();
    }

    /** When it moved, if it did. */
    Optional<Instant> movedAt(ServiceId key) {
        return Optional.ofNullable(moved.get(key.value()));
    }

    RecordId id(String key) {
        return Optional.ofNullable(ids.get(key)).orElseThrow();
    }

    /** All of them, as they stand. */
    List<Service> services() {
        return ids.values().stream().map(id -> stage.stored(Services.KIND, id)).toList();
    }

    /** How many run in the cloud: those that are supplied from there. */
    long inCloud() {
        return services().stream()
                .filter(service -> CLOUDS.containsAll(service.suppliers()))
                .count();
    }

    /** Likewise in per cent of all, with one digit. */
    BigDecimal percentInCloud() {
        return BigDecimal.valueOf(100 * inCloud())
                .divide(BigDecimal.valueOf(services().size()), 1, RoundingMode.HALF_UP);
    }
}
