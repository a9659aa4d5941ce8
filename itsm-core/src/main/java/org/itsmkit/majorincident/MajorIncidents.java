package org.itsmkit.majorincident;

import org.itsmkit.engine.Definition;

/** What major incidents are to the engine and to stores. */
public final class MajorIncidents {

    /** The name of the kind. */
    public static final String NAME = "major-incident";

    /** The name of the kind of record that a major incident leads. */
    public static final String INCIDENT = "incident";

    /** How major incidents are stored and found; what they are found by stands in {@link MajorIncidentKind}. */
    public static final MajorIncidentKind KIND = new MajorIncidentKind();

    /** Major incidents as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<MajorIncident> DEFINITION = Definition.of(
                    KIND, MajorIncidentLifecycle.standard(), MajorIncident::status)
            .policy(none -> MajorIncidentPolicy.standard())
            .numbers("MAJ", 7)
            .inputs(MajorIncidentLifecycle.PROPOSE_AGAIN, "reason")
            .inputs(MajorIncidentLifecycle.ACCEPT, "commander")
            .inputs(MajorIncidentLifecycle.REJECT, "reason")
            .inputs(MajorIncidentLifecycle.DEMOTE, "reason")
            .inputs(MajorIncidentLifecycle.MITIGATE, "how")
            .inputs(MajorIncidentLifecycle.RESTORE, "how")
            .inputs(MajorIncidentLifecycle.RELAPSE, "reason")
            .inputs(MajorIncidentLifecycle.ASSIGN_ROLE, "role", "person")
            .inputs(MajorIncidentLifecycle.VACATE_ROLE, "role", "reason")
            .inputs(MajorIncidentLifecycle.PLAN_COMMUNICATION, "audiences")
            .inputs(MajorIncidentLifecycle.INFORM, "audience", "text")
            .inputs(MajorIncidentLifecycle.ENTER, "kind", "text")
            .inputs(MajorIncidentLifecycle.RECORD_FINDINGS, "whatHappened", "contributingFactors")
            .inputs(MajorIncidentLifecycle.ADD_ACTION_ITEM, "text", "owner", "due")
            .inputs(MajorIncidentLifecycle.SETTLE_ACTION_ITEM, "number", "state")
            .ownCommands(MajorIncidentLifecycle.standard().actions())
            .announces(new MajorIncidentAnnouncer())
            .timers(new UpdateTimers());

    private MajorIncidents() {}
}
