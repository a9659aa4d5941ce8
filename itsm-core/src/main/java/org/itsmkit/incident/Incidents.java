package org.itsmkit.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketBounds;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;
import org.itsmkit.ticket.TicketTimers;

/** What incidents are to the engine and to stores, and what they are found by. */
public final class Incidents {

    /** The fields of every ticket. */
    public static final TicketFields<Incident> FIELDS = new TicketFields<>();

    /** In what way it was brought to its end. */
    public static final Field<Incident, Resolution.Code> RESOLUTION_CODE =
            Field.id("resolution-code", i -> i.resolution().map(Resolution::code));

    /** The known errors whose workarounds were offered. */
    public static final Field<Incident, RecordRef> WORKAROUND_OFFERED = workaround("workaround-offered", one -> true);

    /** The known errors whose workarounds were tried. */
    public static final Field<Incident, RecordRef> WORKAROUND_TRIED =
            workaround("workaround-tried", OfferedWorkaround::wasTried);

    /** The known errors whose workarounds helped. */
    public static final Field<Incident, RecordRef> WORKAROUND_SOLVED =
            workaround("workaround-solved", one -> one.state() == OfferedWorkaround.State.SOLVED);

    /** How incidents are stored and found. */
    public static final TicketKind<Incident> KIND = new TicketKind<>(
            "incident",
            Incident.class,
            FIELDS,
            IncidentEvent.types(),
            List.of(RESOLUTION_CODE, WORKAROUND_OFFERED, WORKAROUND_TRIED, WORKAROUND_SOLVED),
            Set.of("diagnosis", "confirmedBy", "Reopened.reason"));

    private static final TicketAnnouncer<Incident> COMMON = new TicketAnnouncer<>();

    /** Incident management as the kit has it; hosts change it before they hand it to the engine. */
    public static final Definition<Incident> DEFINITION = Definition.of(
                    KIND,
                    IncidentLifecycle.standard(),
                    incident -> incident.ticket().status())
            .policy(none -> IncidentPolicy.standard())
            .numbers("INC", 7)
            .inputs(IncidentLifecycle.RESOLVE, "code", "text")
            .inputs(IncidentLifecycle.DIAGNOSE, "diagnosis")
            .inputs(IncidentLifecycle.REOPEN, "reason")
            .inputs(IncidentLifecycle.REFUSE, "reason")
            .inputs(TicketAction.DESCRIBE, "title")
            .inputs(TicketAction.PRIORITISE, "impact", "urgency")
            .inputs(TicketAction.HOLD, "reason")
            .inputs(TicketAction.ESCALATE, "reason")
            .inputs(TicketAction.COMMENT, "text")
            .inputs(TicketAction.LINK, "type", "target")
            .inputs(TicketAction.CANCEL, "reason")
            .inputs(TicketAction.HAND_BACK, "reason")
            .inputs(TicketAction.WATCH, "person")
            .inputs(TicketAction.CHANGE_REQUESTER, "requester")
            .inputs(TicketAction.INVOLVE, "organisation")
            .inputs(TicketAction.TAG, "tags")
            .inputs(TicketAction.DE_ESCALATE, "reason")
            .inputs(IncidentLifecycle.CORRECT_MILESTONE, "milestone", "reason")
            .inputs(IncidentLifecycle.OFFER_WORKAROUND, "knownError", "number", "text")
            .inputs(IncidentLifecycle.TRY_WORKAROUND, "knownError", "solved")
            .inputs(TicketAction.NAME_AFFECTED, "items", "errorCodes")
            .inputs(TicketAction.MERGE, "target")
            .inputs(TicketAction.UNMERGE, "reason")
            .inputs(TicketAction.PLAN_TASKS, "task")
            .inputs(TicketAction.DO_TASK, "task")
            .inputs(TicketAction.RECORD_TIME, "spent", "activity")
            .inputs(TicketAction.ATTACH, "fileName", "mediaType", "size", "location")
            .ownCommands(IncidentLifecycle.standard().actions())
            .announces(Incidents::announce)
            .timers(new TicketTimers<>(
                    KIND.name(),
                    OpenTime.always(),
                    (code, text) -> new IncidentCommand.Resolve(new Resolution.Code(code), text)))
            .bounds(new TicketBounds<>())
            .withoutInternal(incident -> incident.withTicket(incident.ticket().withoutInternal()));

    private Incidents() {}

    private static Field<Incident, RecordRef> workaround(String name, Predicate<OfferedWorkaround> which) {
        return Field.of(
                FieldKey.of(name, FieldType.TEXT),
                ref -> FieldValue.text(ref.toString()),
                i -> i.workarounds().stream()
                        .filter(which)
                        .map(OfferedWorkaround::knownError)
                        .toList());
    }

    private static List<Announcement> announce(Happened<Incident> happened) {
        List<Announcement> announcements = new ArrayList<>(COMMON.announce(happened));
        Event<Incident> event = happened.event();
        Incident incident = happened.after();
        if (event instanceof IncidentEvent.Resolved) {
            announcements.addAll(TicketAnnouncer.toRequesterAndWatchers(incident.ticket(), "resolved"));
        } else if (event instanceof WorkaroundEvent.WorkaroundOffered) {
            toWhoHasIt(incident, "workaround-offered").ifPresent(announcements::add);
        } else if (event instanceof IncidentEvent.Reopened) {
            toWhoHasIt(incident, "reopened").ifPresent(announcements::add);
            PersonId[] toldAlready = incident.ticket().assignee().stream().toArray(PersonId[]::new);
            announcements.addAll(TicketAnnouncer.toWatchers(incident.ticket(), "reopened", toldAlready));
        }
        return announcements;
    }

    private static Optional<Announcement> toWhoHasIt(Incident incident, String code) {
        var arguments = TicketAnnouncer.arguments(incident.ticket());
        return incident.ticket()
                .assignee()
                .map(person -> Announcement.to(person, code, arguments))
                .or(() -> incident.ticket().group().map(group -> Announcement.to(group, code, arguments)));
    }
}
