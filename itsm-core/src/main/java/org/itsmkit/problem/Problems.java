package org.itsmkit.problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.OpenTime;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketAnnouncer;
import org.itsmkit.ticket.TicketBounds;
import org.itsmkit.ticket.TicketFields;
import org.itsmkit.ticket.TicketKind;
import org.itsmkit.ticket.TicketTimers;

/** What problems are to the engine and to stores, and what they are found by. */
public final class Problems {

    /** The name of the kind. */
    public static final String NAME = "problem";

    /** The fields of every ticket. */
    public static final TicketFields<Problem> FIELDS = new TicketFields<>();

    /** How somebody came to look for it. */
    public static final Field<Problem, Origin> ORIGIN = Field.of(
            FieldKey.of("origin", FieldType.TEXT),
            origin -> FieldValue.text(origin.name().toLowerCase(Locale.ROOT)),
            problem -> List.of(problem.origin()));

    /** How much it hurts, in whatever currency that was worked out: for ordering where a tenant has one. */
    public static final Field<Problem, BigDecimal> PAIN =
            Field.decimal("pain", problem -> problem.pain().map(pain -> pain.value()));

    /** In what way it is lived with. */
    public static final Field<Problem, AcceptedRisk.Code> RISK =
            Field.id("risk", problem -> problem.acceptedRisk().map(AcceptedRisk::code));

    /** How problems are stored and found. */
    public static final TicketKind<Problem> KIND = new TicketKind<>(
            NAME, Problem.class, FIELDS, ProblemEvent.types(), List.of(ORIGIN, PAIN, RISK), Personal.names());

    private static final TicketAnnouncer<Problem> COMMON = new TicketAnnouncer<>();

    /** Problem management as the kit has it; hosts change it before they hand it to the engine. */
    public static final Definition<Problem> DEFINITION = Definition.of(
                    KIND,
                    ProblemLifecycle.standard(),
                    problem -> problem.ticket().status())
            .policy(none -> ProblemPolicy.standard())
            .numbers("PRB", 7)
            .inputs(ProblemLifecycle.ASSESS, "finding")
            .inputs(ProblemLifecycle.WEIGH, "pain")
            .inputs(ProblemLifecycle.ANALYSE, "name", "analysis")
            .inputs(ProblemLifecycle.DROP_ANALYSIS, "name", "reason")
            .inputs(ProblemLifecycle.IDENTIFY_ROOT_CAUSE, "cause")
            .inputs(FixingCommand.PLAN_FIX, "change")
            .inputs(FixingCommand.NOTE_FIX, "change", "state")
            .inputs(ProblemLifecycle.RESOLVE, "solution")
            .inputs(ProblemLifecycle.REVIEW, "wentWell", "wentBadly")
            .inputs(ProblemLifecycle.ACCEPT_RISK, "code", "reason", "reviewOn")
            .inputs(ProblemLifecycle.RENEW_RISK, "reason", "reviewOn")
            .inputs(ProblemLifecycle.REANALYSE, "reason", "evidence")
            .inputs(TicketAction.NAME_AFFECTED, "items", "errorCodes")
            .inputs(TicketAction.DESCRIBE, "title")
            .inputs(TicketAction.PRIORITISE, "impact", "urgency")
            .inputs(TicketAction.HOLD, "reason")
            .inputs(TicketAction.ESCALATE, "reason")
            .inputs(TicketAction.COMMENT, "text")
            .inputs(TicketAction.LINK, "type", "target")
            .inputs(TicketAction.CANCEL, "reason")
            .inputs(TicketAction.HAND_BACK, "reason")
            .inputs(TicketAction.WATCH, "person")
            .inputs(TicketAction.INVOLVE, "organisation")
            .inputs(TicketAction.TAG, "tags")
            .inputs(TicketAction.MERGE, "target")
            .inputs(TicketAction.UNMERGE, "reason")
            .inputs(TicketAction.PLAN_TASKS, "task")
            .inputs(TicketAction.DO_TASK, "task")
            .inputs(TicketAction.RECORD_TIME, "spent", "activity")
            .inputs(TicketAction.ATTACH, "fileName", "mediaType", "size", "location")
            .ownCommands(ProblemLifecycle.standard().actions())
            .announces(Problems::announce)
            .timers(new TicketTimers<>(NAME, OpenTime.always()))
            .timers(new RiskTimers())
            .bounds(new TicketBounds<>())
            .withoutInternal(problem -> problem.withTicket(problem.ticket().withoutInternal()));

    private Problems() {}

    private static List<Announcement> announce(Happened<Problem> happened) {
        List<Announcement> announcements = new ArrayList<>(COMMON.announce(happened));
        Ticket ticket = happened.after().ticket();
        if (happened.event() instanceof ProblemEvent.Resolved) {
            announcements.addAll(TicketAnnouncer.toRequesterAndWatchers(ticket, "resolved"));
        } else if (happened.event() instanceof ProblemEvent.RootCauseIdentified) {
            announcements.addAll(TicketAnnouncer.toWatchers(ticket, "root-cause-identified"));
        } else if (happened.event() instanceof ProblemEvent.Reanalysed) {
            announcements.addAll(TicketAnnouncer.toWatchers(ticket, "reanalysed"));
        } else if (happened.event() instanceof RiskEvent.RiskReviewDue) {
            announcements.add(riskReview(happened.after()));
        }
        return announcements;
    }

    /** Whoever has it is told, or else who accepted the risk. */
    private static Announcement riskReview(Problem problem) {
        Ticket ticket = problem.ticket();
        Map<String, String> arguments = TicketAnnouncer.arguments(ticket);
        return ticket.assignee()
                .map(person -> Announcement.to(person, "risk-review-due", arguments))
                .or(() -> ticket.group().map(group -> Announcement.to(group, "risk-review-due", arguments)))
                .orElseGet(() -> Announcement.to(
                        problem.acceptedRisk().map(AcceptedRisk::by).orElse(ticket.requester()),
                        "risk-review-due",
                        arguments));
    }
}
