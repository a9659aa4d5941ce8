package org.itsmkit.valuestream;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Settings;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketEvent;

/**
 * Proposes an incident as a major one, in the same commit, when something happens to it that makes it meet one of the tenant's triggers:
 * it is logged, or reopened, or gets another priority, category or service, or another incident comes to belong under it. An incident
 * that was proposed before is left to people.
 */
public final class MajorIncidentProposals implements Reaction<Incident, MajorIncident> {

    /** The name by which tenants can switch it off. */
    public static final String NAME = "propose-major-incident";

    private final Definition<Incident> incidents;
    private final Definition<MajorIncident> majorIncidents;

    /** The reaction between these kinds, as the host has them. */
    public MajorIncidentProposals(Definition<Incident> incidents, Definition<MajorIncident> majorIncidents) {
        this.incidents = Objects.requireNonNull(incidents, "incidents");
        this.majorIncidents = Objects.requireNonNull(majorIncidents, "majorIncidents");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Definition<Incident> source() {
        return incidents;
    }

    @Override
    public Definition<MajorIncident> target() {
        return majorIncidents;
    }

    @Override
    public boolean isWanted(Settings settings) {
        return !settings.majorIncidents().triggers().isEmpty();
    }

    /** The major incident has the id of its incident. */
    @Override
    public Targets targets(Occasion<Incident> occasion) {
        Event<Incident> event = occasion.event();
        if (event instanceof TicketEvent.Linked<Incident> linked) {
            return parent(linked.link()).map(Targets::one).orElse(Targets.none());
        }
        boolean matters = event instanceof IncidentEvent.Logged
                || event instanceof IncidentEvent.Reopened
                || event instanceof TicketEvent.Prioritised
                || event instanceof TicketEvent.Categorised;
        return matters ? Targets.one(occasion.source().id()) : Targets.none();
    }

    private Optional<RecordId> parent(Link link) {
        boolean isParent = link.type().equals(LinkType.PARENT.value())
                && link.target().kind().equals(incidents.name());
        return isParent ? Optional.of(link.target().id()) : Optional.empty();
    }

    @Override
    public Optional<Creation<MajorIncident>> creation(Occasion<Incident> occasion, RecordId target) {
        return Optional.of(new MajorIncidentCommand.ProposeIfTriggered(target));
    }
}
