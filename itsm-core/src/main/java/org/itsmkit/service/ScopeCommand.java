package org.itsmkit.service;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.support.SupportGraph;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.Utility;
import org.itsmkit.spi.GroupId;

/** What may be wanted of what a service is: for whom, to what end, resting on what, designed how, run by whom and promised how. */
public sealed interface ScopeCommand extends ServiceCommand {

    /** Say what customers have of it, in place of what was said before. At most {@value Utility#MOST_AIMS}, each code once. */
    record SetAims(List<Aim> aims) implements ScopeCommand {
        public SetAims {
            aims = List.copyOf(aims);
        }

        @Override
        public Action action() {
            return ServiceLifecycle.SET_AIMS;
        }

        @Override
        public List<Violation> check(Context context) {
            return fitting(aims);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return service.aims().equals(aims) && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.AimsSet(context.destination(), aims)));
        }
    }

    /** Say for whom it is besides; whoever is a customer already stays so. */
    record AddCustomers(Set<OrganisationId> customers) implements ScopeCommand {
        public AddCustomers {
            customers = Set.copyOf(customers);
        }

        @Override
        public Action action() {
            return ServiceLifecycle.ADD_CUSTOMERS;
        }

        @Override
        public List<Violation> check(Context context) {
            return some("customers", customers);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return service.customers().containsAll(customers) && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.CustomersAdded(context.destination(), customers)));
        }
    }

    /** Say for whom it is no longer. */
    record RemoveCustomers(Set<OrganisationId> customers) implements ScopeCommand {
        public RemoveCustomers {
            customers = Set.copyOf(customers);
        }

        @Override
        public Action action() {
            return ServiceLifecycle.REMOVE_CUSTOMERS;
        }

        @Override
        public List<Violation> check(Context context) {
            return some("customers", customers);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new ServiceEvent.CustomersRemoved(context.destination(), customers)));
        }
    }

    /**
     * Say on what it rests, in place of what was said before.
     *
     * @param services at most {@value SupportGraph#MOST_SUPPORTING}, each once, and not itself
     * @param suppliers at most {@value Service#MOST_ORGANISATIONS}
     */
    record RestOn(List<SupportingService> services, Set<OrganisationId> suppliers) implements ScopeCommand {
        public RestOn {
            services = List.copyOf(services);
            suppliers = Set.copyOf(suppliers);
        }

        @Override
        public Action action() {
            return ServiceLifecycle.REST_ON;
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(Inputs.check()
                    .require(
                            services.size() <= SupportGraph.MOST_SUPPORTING,
                            "list.too-long",
                            "services",
                            "A service rests on no more than " + SupportGraph.MOST_SUPPORTING + " others.")
                    .require(
                            services.stream()
                                            .map(SupportingService::service)
                                            .distinct()
                                            .count()
                                    == services.size(),
                            "list.not-distinct",
                            "services",
                            "A service on which it rests is named twice.")
                    .violations());
            violations.addAll(organisations("suppliers", suppliers));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            boolean isSame =
                    service.restsOn().equals(services) && service.suppliers().equals(suppliers);
            return isSame && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.RestsOn(context.destination(), services, suppliers)));
        }
    }

    /** Say what it means to one of the four dimensions, or why it does not touch it, in place of what was said before. */
    record AddressDimension(Dimension dimension, DimensionNote note) implements ScopeCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.ADDRESS_DIMENSION;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("note", note.note(), NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return note.equals(service.dimensions().get(dimension)) && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.DimensionAddressed(context.destination(), dimension, note)));
        }
    }

    /** Say what is to be built, in place of what was said before; who had accepted that has yet to accept this. */
    record Design(DesignPackage design) implements ScopeCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.DESIGN_PACKAGE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("design", design.utility(), TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return service.design().equals(design) && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.Designed(context.destination(), design)));
        }
    }

    /** Say which team runs and supports it; of another, somebody has yet to accept it. */
    record NameSupport(GroupId team) implements ScopeCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.NAME_SUPPORT;
        }

        @Override
        public Needs needs(Service service) {
            return Needs.group(team);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            boolean isSame = service.support().map(team::equals).orElse(false);
            return isSame && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.SupportNamed(context.destination(), team)));
        }
    }

    /** Say what customers are promised of it, or why nothing is. */
    record Assure(Assurance assurance) implements ScopeCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.ASSURE;
        }

        @Override
        public Needs needs(Service service) {
            return assurance instanceof Assurance.Agreed agreed ? Needs.record(agreed.agreement()) : Needs.none();
        }

        @Override
        public List<Violation> check(Context context) {
            if (assurance instanceof Assurance.Waived waived) {
                return Inputs.check()
                        .text("waiver", waived.waiver(), NOTE_LENGTH)
                        .violations();
            }
            return Inputs.check()
                    .require(
                            assurance instanceof Assurance.Agreed agreed
                                    && agreed.agreement().kind().equals(Assurance.AGREEMENT)
                                    && context.facts().exists(agreed.agreement()),
                            "service.no-such-agreement",
                            "agreement",
                            "There is no such agreement.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            boolean isSame = service.assurance().map(assurance::equals).orElse(false);
            return isSame && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new ServiceEvent.Assured(context.destination(), assurance)));
        }
    }

    /** What is wrong with aims. */
    static List<Violation> fitting(List<Aim> aims) {
        return Inputs.check()
                .require(
                        aims.size() <= Utility.MOST_AIMS,
                        "list.too-long",
                        "aims",
                        "A service has no more than " + Utility.MOST_AIMS + " aims.")
                .require(
                        aims.stream().map(Aim::code).distinct().count() == aims.size(),
                        "list.not-distinct",
                        "aims",
                        "Two aims have one code.")
                .violations();
    }

    /** What is wrong with so many organisations. */
    static List<Violation> organisations(String field, Set<OrganisationId> organisations) {
        return Inputs.check()
                .require(
                        organisations.size() <= Service.MOST_ORGANISATIONS,
                        "list.too-long",
                        field,
                        "No more than " + Service.MOST_ORGANISATIONS + " " + field + " are named.")
                .violations();
    }

    private static List<Violation> some(String field, Set<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of(Violation.of("list.missing", "field", field, "No " + field + " are named."))
                : organisations(field, organisations);
    }
}
