package org.itsmkit.service;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.portfolio.Improvement;
import org.itsmkit.service.support.SupportingService;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;

/** What happens to services. A family of its own is {@link GateEvent}. */
public sealed interface ServiceEvent extends Event<Service>
        permits ServiceEvent.Proposed,
                ServiceEvent.Described,
                ServiceEvent.HandedOver,
                ServiceEvent.AimsSet,
                ServiceEvent.CustomersAdded,
                ServiceEvent.CustomersRemoved,
                ServiceEvent.RestsOn,
                ServiceEvent.DimensionAddressed,
                ServiceEvent.Designed,
                ServiceEvent.SupportNamed,
                ServiceEvent.Assured,
                ServiceEvent.DesignBegun,
                ServiceEvent.Rejected,
                ServiceEvent.Suspended,
                ServiceEvent.Resumed,
                ServiceEvent.Improved,
                GateEvent {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("proposed", Proposed.class),
                EventType.of("described", Described.class),
                EventType.of("handed-over", HandedOver.class),
                EventType.of("aims-set", AimsSet.class),
                EventType.of("customers-added", CustomersAdded.class),
                EventType.of("customers-removed", CustomersRemoved.class),
                EventType.of("rests-on", RestsOn.class),
                EventType.of("dimension-addressed", DimensionAddressed.class),
                EventType.of("designed", Designed.class),
                EventType.of("support-named", SupportNamed.class),
                EventType.of("assured", Assured.class),
                EventType.of("design-begun", DesignBegun.class),
                EventType.of("rejected", Rejected.class),
                EventType.of("suspended", Suspended.class),
                EventType.of("resumed", Resumed.class),
                EventType.of("improved", Improved.class),
                EventType.of("passed", GateEvent.Passed.class),
                EventType.of("accepted", GateEvent.Accepted.class),
                EventType.of("sent-back", GateEvent.SentBack.class),
                EventType.of("retirement-planned", GateEvent.RetirementPlanned.class),
                EventType.of("kept", GateEvent.Kept.class),
                EventType.of("retirement-due", GateEvent.RetirementDue.class));
    }

    /** Somebody wrote down the idea of it. */
    record Proposed(
            String number,
            ServiceId key,
            String name,
            String description,
            PersonId owner,
            Optional<Criticality> criticality,
            Set<OrganisationId> customers,
            String proposition,
            List<Aim> aims,
            Status status)
            implements ServiceEvent, Event.First<Service> {
        @Override
        public Service begin(Occurrence when) {
            return Service.builder()
                    .number(number)
                    .key(key)
                    .name(name)
                    .description(description)
                    .status(status)
                    .owner(owner)
                    .criticality(criticality)
                    .customers(customers)
                    .proposition(proposition)
                    .aims(aims)
                    .createdAt(when.occurredAt())
                    .updatedAt(when.occurredAt())
                    .build();
        }
    }

    /** It is called otherwise, or described otherwise. */
    record Described(Status to, String name, String description, String proposition, Optional<Criticality> criticality)
            implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when)
                    .withName(name)
                    .withDescription(description)
                    .withProposition(proposition)
                    .withCriticality(criticality);
        }
    }

    /** Somebody else answers for it. */
    record HandedOver(Status to, PersonId from, PersonId owner) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withOwner(owner).unaccepted(AcceptingSide.OWNER);
        }
    }

    /** Customers are to have that of it. */
    record AimsSet(Status to, List<Aim> aims) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withAims(aims);
        }
    }

    /** It is for these besides. */
    record CustomersAdded(Status to, Set<OrganisationId> customers) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            Set<OrganisationId> all = new HashSet<>(service.customers());
            all.addAll(customers);
            return service.moved(to, when).withCustomers(all);
        }
    }

    /** It is no longer for these. */
    record CustomersRemoved(Status to, Set<OrganisationId> customers) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            Set<OrganisationId> rest = new HashSet<>(service.customers());
            rest.removeAll(customers);
            return service.moved(to, when).withCustomers(rest);
        }
    }

    /** It rests on these. */
    record RestsOn(Status to, List<SupportingService> services, Set<OrganisationId> suppliers)
            implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withRestsOn(services).withSuppliers(suppliers);
        }
    }

    /** It means that to one of the four dimensions. */
    record DimensionAddressed(Status to, Dimension dimension, DimensionNote note)
            implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).with(dimension, note);
        }
    }

    /** That is to be built; nobody has accepted it. */
    record Designed(Status to, DesignPackage design) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when)
                    .withDesign(design)
                    .unaccepted(AcceptingSide.OWNER)
                    .unaccepted(AcceptingSide.OPERATIONS);
        }
    }

    /** Another team runs it, and has not accepted it. */
    record SupportNamed(Status to, GroupId team) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withSupport(team).unaccepted(AcceptingSide.OPERATIONS);
        }
    }

    /** Customers are promised that, or nothing. */
    record Assured(Status to, Assurance assurance) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).withAssurance(assurance);
        }
    }

    /** Somebody began to design it. */
    record DesignBegun(Status to) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when);
        }
    }

    /** It was given up before anybody used it. */
    record Rejected(Status to, String reason) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when);
        }
    }

    /** Nobody is to use it for the time being. */
    record Suspended(Status to, String reason) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when);
        }
    }

    /** Customers use it again, and it is watched closely. */
    record Resumed(Status to, String reason) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).watchedAgain(when, reason);
        }
    }

    /** Somebody noted what could be better. */
    record Improved(Status to, String note, Optional<RecordRef> register) implements ServiceEvent, Event.Next<Service> {
        @Override
        public Service applyTo(Service service, Occurrence when) {
            return service.moved(to, when).with(new Improvement(when.by(), when.occurredAt(), note, register));
        }
    }
}
