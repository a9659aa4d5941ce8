package org.itsmkit.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.service.portfolio.Acceptance;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.service.portfolio.Improvement;
import org.itsmkit.service.portfolio.PlannedRetirement;
import org.itsmkit.service.portfolio.PortfolioStage;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.Utility;
import org.itsmkit.service.warranty.Warranty;
import org.itsmkit.service.warranty.WarrantyFacts;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * A service, from an idea to its end.
 *
 * @param number what people quote, such as SVC0000042
 * @param key what tickets and agreements name; one service has it, as far as the host takes care that no two propose it at once
 * @param name in one line
 * @param description what it is; may be empty
 * @param status where it stands
 * @param owner who answers for it
 * @param criticality how much depends on it; empty if nobody said
 * @param customers for whom it is
 * @param proposition why they would want it; may be empty
 * @param aims what they have of it: outcomes that it supports, constraints that it removes
 * @param restsOn the services on which it rests, each once
 * @param suppliers who outside contributes to it
 * @param dimensions what it means to each of the four dimensions, as far as somebody said
 * @param design what is to be built
 * @param support the team that runs and supports it
 * @param assurance what customers are promised of it, or why nothing is
 * @param acceptances who accepted it as it is designed now, and is to be run by the team that is named now
 * @param gates the gates behind which it stands, with who let it pass and by what evidence
 * @param decisions at which gates somebody let it pass or sent it back, the latest {@value #MOST_TOLD}
 * @param improvements what was noted that could be better, the latest {@value #MOST_TOLD}
 * @param retirement how it is to end, once that is planned
 * @param retirementNoted for which day its owner was told that its end is due
 * @param liveSince since when customers use it; empty before, and again once it was sent back from early life
 * @param createdAt when it was proposed
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record Service(
        String number,
        ServiceId key,
        String name,
        String description,
        Status status,
        PersonId owner,
        Optional<Criticality> criticality,
        Set<OrganisationId> customers,
        String proposition,
        List<Aim> aims,
        List<SupportingService> restsOn,
        Set<OrganisationId> suppliers,
        Map<Dimension, DimensionNote> dimensions,
        DesignPackage design,
        Optional<GroupId> support,
        Optional<Assurance> assurance,
        Map<AcceptingSide, Acceptance> acceptances,
        Map<Gate, GateDecision> gates,
        List<GateDecision> decisions,
        List<Improvement> improvements,
        Optional<PlannedRetirement> retirement,
        Optional<LocalDate> retirementNoted,
        Optional<Instant> liveSince,
        Instant createdAt,
        Instant updatedAt)
        implements WithService {

    /** The most customers, and the most suppliers. */
    public static final int MOST_ORGANISATIONS = 1_000;

    /** How many decisions and improvements stand in the record; the journal has all. */
    public static final int MOST_TOLD = 50;

    public Service {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(design, "design");
        customers = Set.copyOf(customers);
        aims = List.copyOf(aims);
        restsOn = List.copyOf(restsOn);
        suppliers = Set.copyOf(suppliers);
        dimensions = Map.copyOf(dimensions);
        acceptances = Map.copyOf(acceptances);
        gates = Map.copyOf(gates);
        decisions = List.copyOf(decisions);
        improvements = List.copyOf(improvements);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** In which part of the portfolio it stands; empty if it was given up before customers used it. */
    public Optional<PortfolioStage> stage() {
        if (liveSince.isPresent()) {
            return Optional.of(status.phase().isOver() ? PortfolioStage.RETIRED : PortfolioStage.CATALOGUE);
        }
        return status.phase() == Phase.CANCELLED ? Optional.empty() : Optional.of(PortfolioStage.PIPELINE);
    }

    /**
     * Whether customers can use it now: it is live, neither suspended nor over. One whose end is planned counts as used until then, even if
     * it was suspended when that was planned.
     */
    public boolean isInUse() {
        return liveSince.isPresent() && status.phase() == Phase.ACTIVE;
    }

    /** Who let it pass that gate, and by what evidence; empty if it has not passed, or was sent back behind it since. */
    public Optional<GateDecision> passed(Gate gate) {
        return Optional.ofNullable(gates.get(gate));
    }

    /** The last of the gates behind which it stands. */
    public Optional<Gate> lastGate() {
        return gates.keySet().stream().max(Comparator.naturalOrder());
    }

    /**
     * What it is worth at an instant, by what is wanted of it and these facts.
     *
     * @throws IllegalArgumentException if {@code reached} tells of an aim twice, or of one that it has not
     */
    public ServiceValue value(List<AimFact> reached, WarrantyFacts facts, Instant at) {
        return ServiceValue.of(new Utility(aims, reached), new Warranty(design.warranty(), facts), at);
    }

    /** Of which dimensions nothing was said, in their order. */
    public List<Dimension> openDimensions() {
        return List.of(Dimension.values()).stream()
                .filter(dimension -> !dimensions.containsKey(dimension))
                .toList();
    }

    /** Which sides have not accepted it, in their order. */
    public List<AcceptingSide> unaccepted() {
        return List.of(AcceptingSide.values()).stream()
                .filter(side -> !acceptances.containsKey(side))
                .toList();
    }

    /** When its end is due of which its owner was not told. */
    Optional<Instant> retirementDue() {
        return retirement
                .filter(planned -> !retirementNoted.equals(Optional.of(planned.on())))
                .map(PlannedRetirement::begins);
    }

    Service moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt());
    }

    Service accepted(AcceptingSide side, Acceptance acceptance) {
        Map<AcceptingSide, Acceptance> all = new EnumMap<>(AcceptingSide.class);
        all.putAll(acceptances);
        all.put(side, acceptance);
        return withAcceptances(all);
    }

    /** Where that side has yet to accept what has become different. */
    Service unaccepted(AcceptingSide side) {
        Map<AcceptingSide, Acceptance> rest = new EnumMap<>(AcceptingSide.class);
        rest.putAll(acceptances);
        rest.remove(side);
        return withAcceptances(rest);
    }

    Service with(Dimension dimension, DimensionNote note) {
        Map<Dimension, DimensionNote> all = new EnumMap<>(Dimension.class);
        all.putAll(dimensions);
        all.put(dimension, note);
        return withDimensions(all);
    }

    /** Behind that gate. */
    Service passing(GateDecision decision) {
        Map<Gate, GateDecision> all = new EnumMap<>(Gate.class);
        all.putAll(gates);
        all.put(decision.gate(), decision);
        return withGates(all).withDecisions(latest(decisions, decision));
    }

    /** Before that gate again, and before all later ones; what was accepted for customers to use it must be accepted anew. */
    Service sentBack(GateDecision decision) {
        Map<Gate, GateDecision> rest = new EnumMap<>(Gate.class);
        rest.putAll(gates);
        rest.keySet().removeIf(gate -> gate.compareTo(decision.gate()) >= 0);
        Service back = withGates(rest).withDecisions(latest(decisions, decision));
        return decision.gate().compareTo(Gate.GO_LIVE) <= 0
                ? back.withLiveSince(Optional.empty()).withAcceptances(Map.of())
                : back;
    }

    /** Watched closely again: what was stopped, or was to end, has yet to show that it runs as it should. */
    Service watchedAgain(Occurrence when, String reason) {
        return gates.containsKey(Gate.OPERATION) ? sentBack(GateDecision.sentBack(Gate.OPERATION, when, reason)) : this;
    }

    Service with(Improvement improvement) {
        return withImprovements(latest(improvements, improvement));
    }

    private static <T> List<T> latest(List<T> before, T next) {
        List<T> all = new ArrayList<>(before);
        all.add(next);
        return all.subList(Math.max(0, all.size() - MOST_TOLD), all.size());
    }

    public static final class Builder extends ServiceBuilder {
        Builder() {
            description("");
            proposition("");
            design(DesignPackage.none());
        }
    }
}
