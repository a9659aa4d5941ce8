package org.itsmkit.change.cab;

import org.itsmkit.engine.Definition;

/** What meetings of change advisory boards are to the engine and to stores. */
public final class CabMeetings {

    /** The name of the kind. */
    public static final String NAME = "cab-meeting";

    /** The name of the kind of record that stands on agendas. */
    public static final String CHANGE = "change";

    /** How meetings are stored and found; what they are found by stands in {@link CabMeetingKind}. */
    public static final CabMeetingKind KIND = new CabMeetingKind();

    /** Meetings as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<CabMeeting> DEFINITION = Definition.of(
                    KIND, CabMeetingLifecycle.standard(), CabMeeting::status)
            .policy(none -> CabMeetingPolicy.standard())
            .numbers("CAB", 7)
            .inputs(CabMeetingLifecycle.RESCHEDULE, "planned", "place")
            .inputs(CabMeetingLifecycle.INVITE, "people")
            .inputs(CabMeetingLifecycle.UNINVITE, "people")
            .inputs(CabMeetingLifecycle.HAND_OVER, "chair")
            .inputs(CabMeetingLifecycle.PUT_ON_AGENDA, "change", "content", "presenter")
            .inputs(CabMeetingLifecycle.TAKE_OFF_AGENDA, "change")
            .inputs(CabMeetingLifecycle.ORDER_AGENDA, "changes")
            .inputs(CabMeetingLifecycle.CONVENE, "present")
            .inputs(CabMeetingLifecycle.NOTE_ATTENDANCE, "came", "left")
            .inputs(CabMeetingLifecycle.DECIDE, "change", "votes", "note")
            .inputs(CabMeetingLifecycle.DEFER, "change", "note")
            .inputs(CabMeetingLifecycle.WRITE_MINUTES, "minutes")
            .inputs(CabMeetingLifecycle.CANCEL, "reason")
            .ownCommands(CabMeetingLifecycle.standard().actions())
            .announces(new CabMeetingAnnouncer())
            .timers(new CabMeetingTimers());

    private CabMeetings() {}
}
