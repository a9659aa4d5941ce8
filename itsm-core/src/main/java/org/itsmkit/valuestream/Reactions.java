package org.itsmkit.valuestream;

import java.util.List;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.incident.Incident;
import org.itsmkit.majorincident.MajorIncident;

/** The reactions that the kit comes with. */
public final class Reactions {

    private Reactions() {}

    /** All of them, between these kinds as the host has them. */
    public static List<Reaction<?, ?>> standard(
            Definition<Incident> incidents, Definition<MajorIncident> majorIncidents) {
        return List.of(new MajorIncidentProposals(incidents, majorIncidents));
    }
}
