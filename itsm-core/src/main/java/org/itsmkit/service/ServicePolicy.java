package org.itsmkit.service;

import static org.itsmkit.service.ServiceLifecycle.ADD_CUSTOMERS;
import static org.itsmkit.service.ServiceLifecycle.HAND_OVER;
import static org.itsmkit.service.ServiceLifecycle.NAME_SUPPORT;
import static org.itsmkit.service.ServiceLifecycle.PLAN_RETIREMENT;
import static org.itsmkit.service.ServiceLifecycle.PROPOSE;
import static org.itsmkit.service.ServiceLifecycle.REMOVE_CUSTOMERS;
import static org.itsmkit.service.ServiceLifecycle.REST_ON;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;

/** What is permitted with a service. */
public final class ServicePolicy {

    private ServicePolicy() {}

    /** All rules of services. */
    public static Policy<Service> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                ownerIsKnown(),
                keyIsFree(),
                hasRoomForCustomers(),
                whoIsRemovedWasACustomer(),
                restsOnOthers(),
                supportIsATeam(),
                retiresInTime(),
                followedByAnotherService(),
                GatePolicy.hasPurpose(),
                GatePolicy.isForSomebody(),
                GatePolicy.utilityIsDesigned(),
                GatePolicy.warrantyIsDesigned(),
                GatePolicy.allDimensionsAreAddressed(),
                GatePolicy.someoneSupportsIt(),
                GatePolicy.customersKnowWhatIsPromised(),
                GatePolicy.acceptedByBothSides(),
                GatePolicy.acceptedByWhoMay(),
                GatePolicy.acceptedByTwo(),
                GatePolicy.hasPassedAGate(),
                GatePolicy.noticeIsOver(),
                GatePolicy.leavesNobodyBehind()));
    }

    /** Services of that key. */
    static Needs.Counting named(ServiceId key) {
        return new Needs.Counting(Services.NAME, ServiceKind.KEY.is(key));
    }

    /** Nothing happens before what has happened already: gates were passed by what was so then. */
    static Rule<Service> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> p.record()
                        .map(service -> p.context().at().isBefore(service.updatedAt()))
                        .orElse(false),
                "This would have happened before the service's last change.");
    }

    /** Who is to answer for it is somebody. */
    static Rule<Service> ownerIsKnown() {
        return Rule.of(
                "owner-is-known",
                Set.of(PROPOSE, HAND_OVER),
                p -> owner(p).map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "Nobody knows this owner.");
    }

    private static Optional<PersonId> owner(Proposal<Service> proposal) {
        return proposal.intention(ServiceCommand.Propose.class)
                .map(ServiceCommand.Propose::owner)
                .or(() -> proposal.intention(ServiceCommand.HandOver.class).map(ServiceCommand.HandOver::owner));
    }

    /** No other service is named so; what was given up and what has ended keep their names, as tickets may name them still. */
    static Rule<Service> keyIsFree() {
        return Rule.of(
                "key-is-free",
                Set.of(PROPOSE),
                p -> p.intention(ServiceCommand.Propose.class)
                        .map(propose -> p.context().facts().count(named(propose.key())) > 0)
                        .orElse(false),
                "Another service has this key.");
    }

    /** Customers can be counted. */
    static Rule<Service> hasRoomForCustomers() {
        return Rule.of(
                "has-room-for-customers",
                Set.of(ADD_CUSTOMERS),
                p -> of(p, ScopeCommand.AddCustomers.class, (service, add) -> {
                    Set<OrganisationId> all = new HashSet<>(service.customers());
                    all.addAll(add.customers());
                    return all.size() > Service.MOST_ORGANISATIONS;
                }),
                "A service has no more than " + Service.MOST_ORGANISATIONS + " customers.");
    }

    /** Only who is a customer can cease to be one. */
    static Rule<Service> whoIsRemovedWasACustomer() {
        return Rule.of(
                "who-is-removed-was-a-customer",
                Set.of(REMOVE_CUSTOMERS),
                p -> of(
                        p,
                        ScopeCommand.RemoveCustomers.class,
                        (service, remove) -> !service.customers().containsAll(remove.customers())),
                "One of these is no customer of it.");
    }

    /** Nothing rests on itself; circles through others are found by those who see all services. */
    static Rule<Service> restsOnOthers() {
        return Rule.of(
                "rests-on-others",
                Set.of(REST_ON),
                p -> of(
                        p,
                        ScopeCommand.RestOn.class,
                        (service, restOn) -> restOn.services().stream()
                                .anyMatch(one -> one.service().equals(service.key()))),
                "No service rests on itself.");
    }

    /** Who is to run and support it is a team. */
    static Rule<Service> supportIsATeam() {
        return Rule.of(
                "support-is-a-team",
                Set.of(NAME_SUPPORT),
                p -> p.intention(ScopeCommand.NameSupport.class)
                        .map(named -> p.context().facts().group(named.team()).isEmpty())
                        .orElse(false),
                "There is no such team.");
    }

    /** Its end is planned for today or later. */
    static Rule<Service> retiresInTime() {
        return Rule.of(
                "retires-in-time",
                Set.of(PLAN_RETIREMENT),
                p -> p.intention(RetirementCommand.PlanRetirement.class)
                        .map(plan -> plan.on()
                                .isBefore(LocalDate.ofInstant(p.context().at(), ZoneOffset.UTC)))
                        .orElse(false),
                "The end of a service is planned for a day that is not over.");
    }

    /** What customers use instead is a service, and another. */
    static Rule<Service> followedByAnotherService() {
        return Rule.of(
                "followed-by-another-service",
                Set.of(PLAN_RETIREMENT),
                p -> of(
                        p,
                        RetirementCommand.PlanRetirement.class,
                        (service, plan) -> plan.successor()
                                .map(next -> next.equals(service.key())
                                        || p.context().facts().count(named(next)) == 0)
                                .orElse(false)),
                "There is no other service of this key that could follow it.");
    }

    /** Whether that is so of the service as it is and of the command, if there is one of that class. */
    static <C> boolean of(Proposal<Service> proposal, Class<C> type, BiPredicate<Service, C> question) {
        return proposal.intention(type)
                .flatMap(command -> proposal.record().map(service -> question.test(service, command)))
                .orElse(false);
    }
}
