package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.dimension.Aspect;
import org.itsmkit.dimension.Concentration;
import org.itsmkit.dimension.Coverage;
import org.itsmkit.dimension.OutsideFactor;
import org.itsmkit.dimension.Subject;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.service.Service;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.CapacityTarget;
import org.itsmkit.service.warranty.ContinuityTarget;
import org.itsmkit.service.warranty.Finding;
import org.itsmkit.service.warranty.SecurityTarget;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.WarrantyFacts;

/** What the portfolio is worth, seen from all four dimensions, and how much of it hangs on how few suppliers. */
final class Appraisal {

    /** What last year's reports say of all: up 99 % of the time, a third free, no weakness, brought back in four hours last June. */
    private static final WarrantyFacts USUAL = WarrantyFacts.builder()
            .availability(new AvailabilityTarget.Measured(Duration.ofHours(6_000), Duration.ofHours(60)))
            .capacity(new CapacityTarget.Measured(new BigDecimal("650"), new BigDecimal("1000"), new BigDecimal("0.5")))
            .continuity(tested("2025-06-14T20:00:00Z", 4))
            .security(new SecurityTarget.Reviewed(Map.of(), Set.of("backup"), Set.of()))
            .build();

    /** And of some it says something else. */
    private static final Map<String, ContinuityTarget.Tested> OTHERWISE = Map.of(
            "timetable", tested("2024-05-11T20:00:00Z", 3),
            "payroll", tested("2025-06-15T20:00:00Z", 19));

    private final Stage stage;
    private final Portfolio portfolio;

    Appraisal(Stage stage, Portfolio portfolio) {
        this.stage = stage;
        this.portfolio = portfolio;
    }

    private static ContinuityTarget.Tested tested(String at, int hours) {
        return new ContinuityTarget.Tested(
                Instant.parse(at), Optional.of(Duration.ofHours(hours)), Duration.ofMinutes(30));
    }

    /** Who moves brings it back on the other side, and that is as good as a test. */
    private static ContinuityTarget.Tested triedInTheMove(Instant at) {
        return new ContinuityTarget.Tested(at, Optional.of(Duration.ofHours(4)), Duration.ZERO);
    }

    /** What a service is worth today. */
    ServiceValue value(Service service) {
        WarrantyFacts facts = portfolio
                .movedAt(service.key())
                .map(Appraisal::triedInTheMove)
                .or(() -> Optional.ofNullable(OTHERWISE.get(service.key().value())))
                .map(USUAL::withContinuity)
                .orElse(USUAL);
        List<AimFact> reached = List.of(AimFact.reached("aim", "the survey of last autumn"));
        return service.value(reached, facts, stage.now().toInstant());
    }

    /** By their names, in the order of the portfolio. */
    List<String> failingNames() {
        return failing().stream().map(Service::name).toList();
    }

    /** Those that fail one of their facets. */
    List<Service> failing() {
        return portfolio.services().stream()
                .filter(service -> !value(service).isFitForUse())
                .toList();
    }

    /** A sentence for each facet that fails. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (Service service : failing()) {
            for (Finding finding : value(service).failing()) {
                failures.add(service.name() + ", " + finding.what() + ": " + finding.sentence());
            }
        }
        return failures;
    }

    /** A row for each service: who supplies it for how much, and what it is worth today. */
    List<String> table() {
        List<String> rows = new ArrayList<>();
        rows.add("| Service | supplier | thousand francs a year | dimensions noted | fit for purpose | fit for use |"
                + " fails on |");
        rows.add("|---|---|---|---|---|---|---|");
        for (Service service : portfolio.services()) {
            ServiceValue value = value(service);
            rows.add("| " + service.name() + " | " + supplier(service).value() + " | "
                    + Portfolio.francs(service.key().value()) + " | "
                    + service.dimensions().size() + " | " + said(value.isFitForPurpose()) + " | "
                    + said(value.isFitForUse()) + " | "
                    + value.failing().stream().map(Finding::what).collect(Collectors.joining(", ")) + " |");
        }
        return rows;
    }

    private static String said(boolean is) {
        return is ? "yes" : "no";
    }

    /** How the whole portfolio is seen from the four dimensions. */
    Coverage coverage() {
        List<OutsideFactor> factors = List.of(OutsideFactor.of(
                "data-protection-law",
                OutsideFactor.Kind.LEGAL,
                "data of passengers stays in Switzerland",
                Dimension.PARTNERS_AND_SUPPLIERS,
                Dimension.INFORMATION_AND_TECHNOLOGY));
        return Coverage.of(Subject.criticalService("portfolio"), aspects(), factors);
    }

    /** By what is paid to each. */
    Concentration concentration() {
        return Concentration.bySpend(aspects()).orElseThrow();
    }

    /** What the dimensions mean to all services, by their records. */
    private List<Aspect> aspects() {
        List<Aspect> aspects = new ArrayList<>();
        for (Service service : portfolio.services()) {
            service.dimensions().forEach((dimension, note) -> {
                Aspect aspect = Aspect.of(dimension, service.name() + ": " + note.note())
                        .ownedBy(service.owner());
                aspects.add(
                        dimension == Dimension.PARTNERS_AND_SUPPLIERS
                                ? aspect.suppliedBy(supplier(service))
                                        .costing(BigDecimal.valueOf(
                                                Portfolio.francs(service.key().value())))
                                : aspect);
            });
        }
        return aspects;
    }

    private static OrganisationId supplier(Service service) {
        return service.suppliers().iterator().next();
    }

    /** In a line: how concentrated, and who has most. */
    String suppliers() {
        Concentration found = concentration();
        OrganisationId first = found.suppliers().get(0).supplier();
        return "the Herfindahl–Hirschman index of its suppliers is " + found.index() + " ("
                + found.level().name().toLowerCase(Locale.ROOT) + "), and " + first.value() + " has "
                + found.perCent(first) + " %";
    }
}
