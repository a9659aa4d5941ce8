package org.itsmkit.change;

import java.util.List;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketBounds;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;
import org.itsmkit.ticket.TicketTimers;

/** What changes are to the engine and to stores, and what they are found by. */
public final class Changes {

    /** The fields of every ticket. */
    public static final TicketFields<Change> FIELDS = new TicketFields<>();

    /** How changes are stored and found. */
    public static final TicketKind<Change> KIND = new TicketKind<>(
            "change", Change.class, FIELDS, ChangeEvent.types(), List.of(), Set.of("plan", "comment", "outcome"));

    private static final TicketAnnouncer<Change> COMMON = new TicketAnnouncer<>();

    /** Change enablement as the kit has it; hosts change it before they hand it to the engine. */
    public static final Definition<Change> DEFINITION = Definition.of(
                    KIND, ChangeLifecycle.standard(), change -> change.ticket().status())
            .policy(none -> ChangePolicy.standard())
            .numbers("CHG", 7)
            .inputs(ChangeLifecycle.REVISE, "plan")
            .inputs(ChangeLifecycle.IMPLEMENT, "outcome")
            .inputs(TicketAction.DESCRIBE, "title")
            .inputs(TicketAction.PRIORITISE, "impact", "urgency")
            .inputs(TicketAction.COMMENT, "text")
            .inputs(TicketAction.LINK, "type", "target")
            .inputs(TicketAction.CANCEL, "reason")
            .inputs(TicketAction.NAME_AFFECTED, "items", "errorCodes")
            .inputs(TicketAction.PLAN_TASKS, "task")
            .inputs(TicketAction.DO_TASK, "task")
            .inputs(TicketAction.RECORD_TIME, "spent", "activity")
            .inputs(TicketAction.ATTACH, "fileName", "mediaType", "size", "location")
            .ownCommands(ChangeLifecycle.standard().actions())
            .inputs(TicketAction.HAND_BACK, "reason")
            .inputs(TicketAction.WATCH, "person")
            .inputs(TicketAction.INVOLVE, "organisation")
            .inputs(TicketAction.TAG, "tags")
            .announces(Changes::announce)
            .timers(new TicketTimers<>(KIND.name(), OpenTime.always()))
            .bounds(new TicketBounds<>())
            .withoutInternal(change -> change.withTicket(change.ticket().withoutInternal()));

    private Changes() {}

    private static List<Announcement> announce(Happened<Change> happened) {
        return happened.event() instanceof ChangeEvent.Implemented
                ? TicketAnnouncer.toWatchers(happened.after().ticket(), "implemented")
                : COMMON.announce(happened);
    }
}
