package org.itsmkit.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketBounds;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;

/** What changes are to the engine and to stores, and what they are found by. */
public final class Changes {

    /** The name of the kind. */
    public static final String NAME = "change";

    private static final Set<String> PERSONAL = Set.of(
            "Plans.implementation",
            "Plans.backOut",
            "Plans.test",
            "Plans.communication",
            "ChangeProcedure.tasks",
            "comment",
            "wentWell",
            "wentBadly",
            "lessons",
            "people",
            "eligible",
            "veto",
            "excluded",
            "representing",
            "weights",
            "Delegation.from",
            "Delegation.to");

    /** The fields of every ticket. */
    public static final TicketFields<Change> FIELDS = new TicketFields<>();

    /** By which way it goes. */
    public static final Field<Change, ChangeType> TYPE = Field.of(
            FieldKey.of("type", FieldType.TEXT),
            type -> FieldValue.text(type.text()),
            change -> List.of(change.type()));

    /** The change model by which it goes. */
    public static final Field<Change, RecordRef> MODEL = Field.ref("model", Change::model);

    /** How risky it was found to be, by the name of the level. */
    public static final Field<Change, String> RISK =
            Field.text("risk", change -> change.risk().map(risk -> risk.level().name()));

    /** When it is to be begun. */
    public static final Field<Change, Instant> PLANNED_BEGIN = Field.moment(
            "planned-begin", change -> change.slot().map(slot -> slot.window().fromInclusive()));

    /** When it is to be done. */
    public static final Field<Change, Instant> PLANNED_END = Field.moment(
            "planned-end", change -> change.slot().map(slot -> slot.window().toExclusive()));

    /** On what it rests that it may be made, as {@code person}, {@code votes} or {@code model}; {@code none} if it was begun without. */
    public static final Field<Change, String> AUTHORISATION = Field.text("authorisation", Changes::authorisation);

    /** How it went. */
    public static final Field<Change, ChangeOutcome> OUTCOME = Field.of(
            FieldKey.of("outcome", FieldType.TEXT),
            outcome -> FieldValue.text(outcome.text()),
            change -> change.outcome().map(List::of).orElse(List.of()));

    /** When it was done. */
    public static final Field<Change, Instant> MADE =
            Field.moment("made", change -> change.result().map(Result::to));

    /** How changes are stored and found. */
    public static final TicketKind<Change> KIND = new TicketKind<>(
            NAME,
            Change.class,
            FIELDS,
            ChangeEvent.types(),
            List.of(TYPE, MODEL, RISK, PLANNED_BEGIN, PLANNED_END, AUTHORISATION, OUTCOME, MADE),
            PERSONAL);

    private static final TicketAnnouncer<Change> COMMON = new TicketAnnouncer<>();

    /**
     * Change enablement as the kit has it; hosts change it before they hand it to the engine. Normal changes go by the lifecycle of the kind,
     * so that whoever tailors that has tailored them.
     */
    public static final Definition<Change> DEFINITION = Definition.of(
                    KIND, ChangeLifecycle.standard(), change -> change.ticket().status())
            .policy(none -> ChangePolicy.standard())
            .numbers("CHG", 7)
            .variants(change -> change.procedure().lifecycleName())
            .variant(ChangeType.STANDARD.text(), ChangeLifecycle.of(ChangeType.STANDARD))
            .variant(ChangeType.EMERGENCY.text(), ChangeLifecycle.of(ChangeType.EMERGENCY))
            .inputs(ChangeLifecycle.REVISE, "plans")
            .inputs(ChangeLifecycle.SCHEDULE, "window")
            .inputs(ChangeLifecycle.VOTE, "authority", "choice")
            .inputs(ChangeLifecycle.TAKE_VOTES, "authority", "content", "votes")
            .inputs(ChangeLifecycle.DELEGATE, "to", "untilExclusive")
            .inputs(ChangeLifecycle.IMPLEMENT, "outcome", "note")
            .inputs(ChangeLifecycle.RECORD_UNAUTHORISED, "outcome", "note")
            .inputs(ChangeLifecycle.REVIEW, "wentWell", "wentBadly")
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
            .ownCommands(ownCommands())
            .inputs(TicketAction.HAND_BACK, "reason")
            .inputs(TicketAction.WATCH, "person")
            .inputs(TicketAction.INVOLVE, "organisation")
            .inputs(TicketAction.TAG, "tags")
            .announces(Changes::announce)
            .timers(new ChangeTimers(NAME))
            .timers(new ApprovalTimers())
            .bounds(new TicketBounds<>())
            .withoutInternal(change -> change.withTicket(change.ticket().withoutInternal()));

    private Changes() {}

    private static Set<Action> ownCommands() {
        Set<Action> all = new HashSet<>();
        for (ChangeType type : ChangeType.values()) {
            all.addAll(ChangeLifecycle.of(type).actions());
        }
        return all;
    }

    private static Optional<String> authorisation(Change change) {
        return change.authorisation()
                .map(known -> known.basis().name().toLowerCase(Locale.ROOT))
                .or(() -> change.isUnauthorised() ? Optional.of("none") : Optional.empty());
    }

    private static List<Announcement> announce(Happened<Change> happened) {
        List<Announcement> announcements = new ArrayList<>(COMMON.announce(happened));
        Ticket ticket = happened.after().ticket();
        if (happened.event() instanceof ChangeEvent.Implemented) {
            announcements.addAll(TicketAnnouncer.toWatchers(ticket, "implemented"));
        } else if (happened.event() instanceof ChangeEvent.Authorised) {
            announcements.addAll(TicketAnnouncer.toRequesterAndWatchers(ticket, "authorised"));
        } else if (happened.event() instanceof ApprovalEvent.Rejected) {
            announcements.addAll(TicketAnnouncer.toRequesterAndWatchers(ticket, "rejected"));
        } else if (happened.event() instanceof ApprovalEvent.Expired) {
            announcements.addAll(TicketAnnouncer.toRequesterAndWatchers(ticket, "approval-expired"));
        }
        announcements.addAll(Called.to(happened));
        return announcements;
    }
}
