package org.itsmkit.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.service.support.SupportGraph;
import org.itsmkit.service.support.SupportingService;

/** What services are to the engine and to stores. */
public final class Services {

    /** The name of the kind. */
    public static final String NAME = "service";

    /** How services are stored and found; what they are found by stands in {@link ServiceKind}. */
    public static final ServiceKind KIND = new ServiceKind();

    /** Services as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<Service> DEFINITION = Definition.of(
                    KIND, ServiceLifecycle.standard(), Service::status)
            .policy(none -> ServicePolicy.standard())
            .numbers("SVC", 7)
            .inputs(ServiceLifecycle.DESCRIBE, "name", "description", "proposition", "criticality")
            .inputs(ServiceLifecycle.HAND_OVER, "owner")
            .inputs(ServiceLifecycle.SET_AIMS, "aims")
            .inputs(ServiceLifecycle.ADD_CUSTOMERS, "customers")
            .inputs(ServiceLifecycle.REMOVE_CUSTOMERS, "customers")
            .inputs(ServiceLifecycle.REST_ON, "services", "suppliers")
            .inputs(ServiceLifecycle.ADDRESS_DIMENSION, "dimension", "note")
            .inputs(ServiceLifecycle.DESIGN_PACKAGE, "design")
            .inputs(ServiceLifecycle.NAME_SUPPORT, "team")
            .inputs(ServiceLifecycle.ASSURE, "assurance")
            .inputs(ServiceLifecycle.CHARTER, "evidence", "documents")
            .inputs(ServiceLifecycle.COMPLETE_DESIGN, "evidence", "documents")
            .inputs(ServiceLifecycle.ACCEPT, "side")
            .inputs(ServiceLifecycle.GO_LIVE, "evidence", "documents")
            .inputs(ServiceLifecycle.END_EARLY_LIFE, "evidence", "documents")
            .inputs(ServiceLifecycle.SEND_BACK, "reason")
            .inputs(ServiceLifecycle.REJECT, "reason")
            .inputs(ServiceLifecycle.SUSPEND, "reason")
            .inputs(ServiceLifecycle.RESUME, "reason")
            .inputs(ServiceLifecycle.IMPROVE, "note")
            .inputs(ServiceLifecycle.PLAN_RETIREMENT, "on", "successor", "reason")
            .inputs(ServiceLifecycle.KEEP, "reason")
            .inputs(ServiceLifecycle.RETIRE, "evidence", "documents")
            .ownCommands(ServiceLifecycle.standard().actions())
            .announces(Services::announce)
            .timers(new ServiceTimers());

    private Services() {}

    /**
     * Which of these rest on which; those of them that are over are left out.
     *
     * @throws IllegalArgumentException if two have one key, or a service rests on itself by whatever way
     */
    public static SupportGraph graph(Collection<Service> services) {
        Map<ServiceId, List<SupportingService>> restsOn = new HashMap<>();
        for (Service service : services) {
            if (!service.status().phase().isOver() && restsOn.putIfAbsent(service.key(), service.restsOn()) != null) {
                throw new IllegalArgumentException("two services have the key " + service.key());
            }
        }
        return SupportGraph.of(restsOn);
    }

    /** Its owner is told what others decided of it and that its end is due; who is handed it, and who had it before, of that. */
    private static List<Announcement> announce(Happened<Service> happened) {
        Event<Service> event = happened.event();
        Service service = happened.after();
        if (event instanceof ServiceEvent.HandedOver handed) {
            return List.of(
                    Announcement.to(handed.owner(), "service-handed-over", arguments(service)),
                    Announcement.to(handed.from(), "service-handed-over", arguments(service)));
        }
        if (event instanceof ServiceEvent.SupportNamed named) {
            return List.of(Announcement.to(named.team(), "service-support-named", arguments(service)));
        }
        return toOwner(event)
                .map(code -> List.of(Announcement.to(service.owner(), code, arguments(service))))
                .orElseGet(List::of);
    }

    private static Optional<String> toOwner(Event<Service> event) {
        if (event instanceof GateEvent.Passed passed) {
            return Optional.of("service-passed-" + passed.gate().text());
        }
        if (event instanceof GateEvent.SentBack) {
            return Optional.of("service-sent-back");
        }
        if (event instanceof GateEvent.RetirementPlanned) {
            return Optional.of("service-retirement-planned");
        }
        if (event instanceof GateEvent.RetirementDue) {
            return Optional.of("service-retirement-due");
        }
        if (event instanceof ServiceEvent.Rejected) {
            return Optional.of("service-rejected");
        }
        if (event instanceof ServiceEvent.Suspended) {
            return Optional.of("service-suspended");
        }
        return event instanceof ServiceEvent.Resumed ? Optional.of("service-resumed") : Optional.empty();
    }

    private static Map<String, String> arguments(Service service) {
        return Map.of(
                "number",
                service.number(),
                "key",
                service.key().value(),
                "status",
                service.status().name());
    }
}
