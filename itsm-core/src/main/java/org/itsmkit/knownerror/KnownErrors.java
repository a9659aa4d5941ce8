package org.itsmkit.knownerror;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.spi.record.Field;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketBounds;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;
import org.itsmkit.ticket.TicketTimers;

/** What known errors are to the engine and to stores, and what they are found by. */
public final class KnownErrors {

    /** The name of the kind. */
    public static final String NAME = "known-error";

    /** The fields of every ticket. */
    public static final TicketFields<KnownError> FIELDS = new TicketFields<>();

    /** How it shows; found by its words. */
    public static final Field<KnownError, String> SYMPTOM = Field.<KnownError>text(
                    "symptom", error -> Optional.of(error.symptom()))
            .searchable();

    /** Since when everybody whom it concerns was told. */
    public static final Field<KnownError, Instant> PUBLISHED = Field.moment("published", KnownError::publishedAt);

    /** How known errors are stored and found. */
    public static final TicketKind<KnownError> KIND = new TicketKind<>(
            NAME,
            KnownError.class,
            FIELDS,
            KnownErrorEvent.types(),
            List.of(SYMPTOM, PUBLISHED),
            Set.of("symptom", "cause", "workaround", "verifiedBy", "Recurred.reason", "Retired.reason"));

    private static final TicketAnnouncer<KnownError> COMMON = new TicketAnnouncer<>();

    /** Known errors as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<KnownError> DEFINITION = Definition.of(
                    KIND,
                    KnownErrorLifecycle.standard(),
                    error -> error.ticket().status())
            .policy(none -> KnownErrorPolicy.standard())
            .numbers("KE", 7)
            .inputs(KnownErrorLifecycle.DESCRIBE_ERROR, "symptom")
            .inputs(KnownErrorLifecycle.DESCRIBE_WORKAROUND, "text")
            .inputs(FixingCommand.PLAN_FIX, "change")
            .inputs(FixingCommand.NOTE_FIX, "change", "state")
            .inputs(KnownErrorLifecycle.RECORD_FIX, "text")
            .inputs(KnownErrorLifecycle.RECUR, "reason")
            .inputs(KnownErrorLifecycle.RETIRE, "reason")
            .inputs(TicketAction.NAME_AFFECTED, "items", "errorCodes")
            .inputs(TicketAction.DESCRIBE, "title")
            .inputs(TicketAction.PRIORITISE, "impact", "urgency")
            .inputs(TicketAction.COMMENT, "text")
            .inputs(TicketAction.LINK, "type", "target")
            .inputs(TicketAction.HAND_BACK, "reason")
            .inputs(TicketAction.WATCH, "person")
            .inputs(TicketAction.INVOLVE, "organisation")
            .inputs(TicketAction.TAG, "tags")
            .inputs(TicketAction.PLAN_TASKS, "task")
            .inputs(TicketAction.DO_TASK, "task")
            .inputs(TicketAction.RECORD_TIME, "spent", "activity")
            .inputs(TicketAction.ATTACH, "fileName", "mediaType", "size", "location")
            .ownCommands(KnownErrorLifecycle.standard().actions())
            .announces(KnownErrors::announce)
            .timers(new TicketTimers<>(NAME, OpenTime.always()))
            .bounds(new TicketBounds<>())
            .withoutInternal(error -> error.withTicket(error.ticket().withoutInternal()));

    private KnownErrors() {}

    private static List<Announcement> announce(Happened<KnownError> happened) {
        List<Announcement> announcements = new ArrayList<>(COMMON.announce(happened));
        if (happened.event() instanceof KnownErrorEvent.FixRecorded) {
            announcements.addAll(
                    TicketAnnouncer.toRequesterAndWatchers(happened.after().ticket(), "fixed"));
        } else if (happened.event() instanceof KnownErrorEvent.Published) {
            announcements.addAll(TicketAnnouncer.toWatchers(happened.after().ticket(), "published"));
        } else if (happened.event() instanceof KnownErrorEvent.Recurred) {
            announcements.addAll(
                    TicketAnnouncer.toRequesterAndWatchers(happened.after().ticket(), "recurred"));
        }
        return announcements;
    }
}
