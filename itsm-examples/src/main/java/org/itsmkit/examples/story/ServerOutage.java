package org.itsmkit.examples.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.EntryKind;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorRole;
import org.itsmkit.majorincident.ReviewCommand;
import org.itsmkit.majorincident.RoleCommand;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;
import org.itsmkit.ticket.TicketCommand;

/** A bookseller's web shop does not answer any more: from the first failed probe to the end of the review, and of the problem behind it. */
final class ServerOutage implements Story {

    private static final PersonId MONITORING = PersonId.of("monitoring");
    static final PersonId ANNA = PersonId.of("anna");
    static final PersonId BEN = PersonId.of("ben");
    static final PersonId CLARA = PersonId.of("clara");
    static final PersonId DORA = PersonId.of("dora");
    static final PersonId ERIK = PersonId.of("erik");

    private static final GroupId SERVICE_DESK = GroupId.of("service-desk");
    private static final GroupId SERVER_TEAM = GroupId.of("server-team");
    private static final GroupId HEADS = GroupId.of("heads-of-it");

    static final ServiceId WEB_SHOP = ServiceId.of("web-shop");

    private static final String CUSTOMERS = "customers";
    private static final String BOARD = "board";

    private static final String AGENT = "agent";
    private static final String MANAGER = "major-incident-manager";
    private static final String SENSOR = "sensor";
    private static final String CUSTOMER = "customer";

    @Override
    public String title() {
        return "The web shop is down";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 3, 10, 9, 58, 30);
    }

    @Override
    public Directory people() {
        return Directories.fixed()
                .person(new Person(MONITORING, "the monitoring", Set.of(SENSOR)))
                .person(new Person(ANNA, "Anna", Set.of(AGENT, Authority.CAB)))
                .person(new Person(BEN, "Ben", Set.of(AGENT)))
                .person(new Person(CLARA, "Clara", Set.of(AGENT, Authority.CAB)))
                .person(new Person(DORA, "Dora", Set.of(AGENT, MANAGER, Authority.CAB)))
                .person(new Person(ERIK, "Erik", Set.of(CUSTOMER, Authority.CAB)))
                .group(SERVICE_DESK, ANNA)
                .group(SERVER_TEAM, BEN, CLARA)
                .group(HEADS, DORA)
                .manager(BEN, DORA)
                .manager(CLARA, DORA)
                .build();
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(AGENT, "incident", "*")
                .may(AGENT, "problem", "*")
                .may(AGENT, "known-error", "*")
                .may(AGENT, "change", "draft", "read", "revise", "schedule", "assess-risk", "submit", "vote")
                .may(AGENT, "change", "authorise", "begin", "implement", "review", "close")
                .may(AGENT, "cab-meeting", "read")
                .may(MANAGER, "cab-meeting", "*")
                .may(AGENT, "major-incident", "read", "propose", "enter", "inform", "mitigate", "restore")
                .may(AGENT, "major-incident", "record-findings", "add-action-item", "settle-action-item")
                .may(MANAGER, "major-incident", "*")
                .may(SENSOR, "incident", "log", "read")
                .mayOnOwn(CUSTOMER, "incident", "log", "read", "comment", "confirm", "reopen")
                .build();
    }

    @Override
    public Tailoring tailoring() {
        MajorIncidentTrigger shopIsDown = MajorIncidentTrigger.builder()
                .name("shop-is-down")
                .priorityAtLeast(Priority.CRITICAL)
                .addServices(WEB_SHOP)
                .build();
        return Tailoring.builder()
                .majorIncidents(MajorIncidentTailoring.of(shopIsDown).managedBy(HEADS))
                .build();
    }

    @Override
    public ChangePractice changePractice() {
        return ChangePractice.standard()
                .with(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .addApprovals(ApprovalStep.of(Authority.peer(Voters.members(SERVER_TEAM))))
                        .addApprovals(ApprovalStep.of(
                                        Authority.cab(Quorum.percent(75)).withReviewAfterwards())
                                .from(RiskLevel.MODERATE))
                        .risk(RiskModel.highestOf(RiskMatrix.standard()))
                        .addRequiredPlans(PlanKind.values())
                        .mustBeScheduled(true)
                        .build());
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "A bookseller sells through a web shop. Erik, of online sales, answers for it; Anna sits at the service desk; Ben and "
                        + "Clara run the servers; Dora heads operations.");
        stage.narrate("The probe that buys a book every thirty seconds gets no answer from the web shop.");

        stage.at("10:00:00");
        RecordId outage = stage.log(
                MONITORING,
                "After three failed probes {who} logs an incident, in the name of Erik, who owns the shop.",
                IncidentCommand.log()
                        .title("Web shop does not answer")
                        .description("GET https://shop.example/checkout: no answer within 10 s, three times in a row.")
                        .requester(ERIK)
                        .detectedAt(stage.instant("09:58:30"))
                        .build());

        stage.at("10:03:00");
        stage.act(
                ANNA,
                "{who} looks at it and says what sort of thing it is.",
                outage,
                new TicketCommand.Categorise<>(Category.of("hardware/server"), WEB_SHOP));
        stage.act(
                ANNA,
                "Nobody can buy anything, and every hour costs: high impact, high urgency. The matrix makes it critical; and that the shop "
                        + "is down, and critical, makes the kit propose a major incident.",
                outage,
                new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        stage.at("10:04:00");
        stage.act(ANNA, "{who} takes it on.", outage, new TicketCommand.Assign<>(SERVICE_DESK, ANNA));
        stage.act(ANNA, "{who} begins.", outage, new TicketCommand.Start<>());
        stage.act(
                ANNA,
                "{who} tells Erik that it is known.",
                outage,
                TicketCommand.Comment.toAll("We know that the shop is down and are working on it."));

        stage.at("10:06:00");
        stage.attemptToLead(
                ANNA,
                "{who} would call it a major incident at once.",
                outage,
                MajorIncidentCommand.Accept.commandedBy(DORA));

        stage.at("10:07:00");
        accepted(stage, outage);

        stage.at("10:09:00");
        stage.act(
                ANNA,
                "The server does not even answer a ping. {who} escalates to those who know servers.",
                outage,
                new TicketCommand.EscalateTo<>(SERVER_TEAM, "shop-web-01 does not answer a ping."));

        stage.at("10:10:00");
        stage.lead(
                ANNA,
                "{who} writes the first update for the status page.",
                outage,
                CommunicationCommand.Inform.of(
                        CUSTOMERS, "The shop does not answer. We are looking for the cause. Next news at 10:40."));

        stage.at("10:12:00");
        stage.act(BEN, "{who} takes it.", outage, new TicketCommand.Assign<>(SERVER_TEAM, BEN));

        stage.at("10:20:00");
        stage.act(
                BEN,
                "{who} must have somebody look at the machine. The data centre sends a technician: until then it waits.",
                outage,
                new TicketCommand.PutOnHold<>(
                        HoldReason.AWAITING_SUPPLIER.name(), Optional.of("Technician at rack 14, within 30 minutes.")));

        stage.at("10:30:00");
        stage.act(
                ANNA,
                "Half an hour without a shop: {who} has the head of operations told.",
                outage,
                new TicketCommand.EscalateUp<>("Critical for 30 minutes, cause unknown."));

        stage.at("10:40:00");
        stage.comes("Customers were promised news by now. The kit reminds Anna.");

        stage.at("10:43:00");
        stage.lead(
                ANNA,
                "{who} was on the phone with the data centre. The update goes out three minutes late.",
                outage,
                CommunicationCommand.Inform.of(
                        CUSTOMERS, "A technician is at our server. We do not know yet when the shop will be back."));

        stage.at("10:47:00");
        stage.act(
                BEN,
                "The technician calls: both power supplies are dark. {who} goes on.",
                outage,
                new TicketCommand.Resume<>());

        stage.at("10:52:00");
        stage.act(
                BEN,
                "{who} writes down what is wrong.",
                outage,
                new IncidentCommand.Diagnose("Both power supplies of shop-web-01 hang on one fuse, and it has blown."));
        stage.act(
                CLARA,
                "{who} adds, for colleagues only, what they know of the other machine.",
                outage,
                TicketCommand.Comment.internal("shop-web-02 is up to date since last night's sync."));

        stage.at("10:55:00");
        stage.lead(
                CLARA,
                "{who} notes what the technician saw.",
                outage,
                CommunicationCommand.Enter.at(
                        stage.instant("10:45:00"),
                        EntryKind.OBSERVATION,
                        "Power supply 1 is dark. The fuse has blown."));
        int technician = 10;
        stage.lead(
                CLARA,
                "That was not all that the technician saw: {who} corrects it.",
                outage,
                CommunicationCommand.Enter.at(
                                stage.instant("10:45:00"),
                                EntryKind.OBSERVATION,
                                "Both power supplies are dark. They hang on one fuse, and it has blown.")
                        .correcting(technician));
        stage.lead(
                DORA,
                "{who} decides not to wait for an electrician: the shop goes to the other machine. That is written down too.",
                outage,
                CommunicationCommand.Enter.now(EntryKind.DECISION, "Fail over to shop-web-02."));
        stage.lead(
                DORA,
                "{who} has to see the board, and calls it first.",
                outage,
                CommunicationCommand.Inform.of(BOARD, "No sales since 09:58. The shop moves to another machine."));
        stage.lead(
                DORA,
                "Meanwhile Clara commands: {who} hands over.",
                outage,
                new RoleCommand.AssignRole(MajorRole.COMMANDER, CLARA, "Fail-over is decided; Ben does it."));

        stage.at("11:04:00");
        stage.lead(
                BEN,
                "Customers see the shop again, and can look but not buy. {who} says that it hurts less.",
                outage,
                new MajorIncidentCommand.Mitigate("Catalogue is served by shop-web-02."));

        stage.at("11:08:00");
        stage.act(
                BEN,
                "The shop answers again, from the other machine. {who} resolves the incident by a workaround.",
                outage,
                new IncidentCommand.Resolve(
                        Resolution.Code.WORKAROUND, "Shop runs on shop-web-02; shop-web-01 waits for an electrician."));

        stage.lead(
                CLARA,
                "With that the service is back, {who} decides.",
                outage,
                new MajorIncidentCommand.Restore("Checkout is served by shop-web-02."));

        stage.at("11:12:00");
        stage.lead(
                ANNA,
                "{who} tells customers, for the last time.",
                outage,
                CommunicationCommand.Inform.last(CUSTOMERS, "The shop is back. We are sorry."));
        stage.attemptToLead(
                DORA,
                "{who} would like to look back while all remember.",
                outage,
                new MajorIncidentCommand.BeginReview());
        stage.lead(
                DORA,
                "So {who} tells the board first.",
                outage,
                CommunicationCommand.Inform.last(BOARD, "Sales go on since 11:08. A review is on Thursday."));

        stage.at("11:15:00");
        stage.attempt(
                ANNA,
                "{who} would like to see it confirmed, and tries to do so.",
                outage,
                new IncidentCommand.Confirm());

        stage.at("11:24:00");
        stage.act(ERIK, "{who} has bought a book. It works, and {who} says so.", outage, new IncidentCommand.Confirm());

        stage.on("2026-03-11", "09:00:00");
        stage.act(
                ANNA,
                "Nothing came after. {who} closes the incident; the major incident is not over before its review.",
                outage,
                new TicketCommand.Close<>());

        stage.on("2026-03-12", "10:00:00");
        reviewed(stage, outage);
    }

    private static void accepted(Stage stage, RecordId outage) {
        stage.lead(
                DORA,
                "{who} was told, and prepares. Anna is to see to it that everybody is kept told.",
                outage,
                new RoleCommand.AssignRole(MajorRole.COMMUNICATIONS_LEAD, ANNA));
        stage.lead(
                DORA,
                "Clara is to write down what happens.",
                outage,
                new RoleCommand.AssignRole(MajorRole.SCRIBE, CLARA));
        stage.lead(
                DORA,
                "Customers are to hear every half hour, the board every hour.",
                outage,
                new CommunicationCommand.PlanCommunication(List.of(
                        Audience.of(CUSTOMERS, "status-page", Duration.ofMinutes(30)),
                        Audience.of(BOARD, "phone", Duration.ofHours(1)))));
        stage.lead(
                DORA,
                "Then {who} accepts: it is a major incident, and {who} commands.",
                outage,
                MajorIncidentCommand.Accept.commandedBy(DORA));
    }

    private static void reviewed(Stage stage, RecordId outage) {
        stage.lead(
                DORA,
                "All who were there sit together, and {who} leads the review.",
                outage,
                new MajorIncidentCommand.BeginReview());
        stage.attemptToLead(DORA, "Could it be over quickly? {who} tries.", outage, new MajorIncidentCommand.Close());
        stage.lead(
                CLARA,
                "{who} writes down what they agree on: what came together, and what they learnt.",
                outage,
                new ReviewCommand.RecordFindings(
                        "A fuse blew and took both power supplies of the only active web server with it.",
                        List.of(
                                "Both power supplies of shop-web-01 hang on one fuse.",
                                "Nothing moves the shop to shop-web-02 by itself.",
                                "Who may decide on a fail-over was not clear for 45 minutes."),
                        List.of("A second power supply is worth nothing on the same fuse.")));
        stage.lead(
                DORA,
                "Three things are to be done. The first is Ben's.",
                outage,
                new ReviewCommand.AddActionItem(
                        "Put each power supply on a fuse of its own.", BEN, LocalDate.of(2026, 3, 20)));
        stage.lead(
                DORA,
                "The second is Clara's.",
                outage,
                new ReviewCommand.AddActionItem(
                        "Write down who decides on a fail-over.", CLARA, LocalDate.of(2026, 3, 16)));
        stage.lead(
                DORA,
                "The third is for Anna to find out.",
                outage,
                new ReviewCommand.AddActionItem(
                        "Ask for a discount from the data centre.", ANNA, LocalDate.of(2026, 3, 31)));

        OneFuse problem = OneFuse.logged(stage, outage);

        stage.on("2026-03-16", "16:00:00");
        stage.lead(
                CLARA,
                "{who} has written it down.",
                outage,
                ReviewCommand.SettleActionItem.done(2, "The commander does; else whoever has the night shift."));
        stage.lead(
                ANNA,
                "{who} has read the contract.",
                outage,
                ReviewCommand.SettleActionItem.dropped(3, "The contract has no discount for fuses."));
        TwoFuses fuses = problem.draftsChange();
        stage.lead(
                BEN,
                "{who} hands the first item over to it.",
                outage,
                ReviewCommand.SettleActionItem.handedOver(1, fuses.ref()));
        stage.lead(
                DORA,
                "Nothing is left open. {who} closes the major incident; the problem is not solved with that.",
                outage,
                new MajorIncidentCommand.Close());
        problem.isSolvedBy(fuses);
    }
}
