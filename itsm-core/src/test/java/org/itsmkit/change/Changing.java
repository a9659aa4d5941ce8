package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** A change at Acme that Ben drafted, and what people do to it. */
public final class Changing {

    /** Any of operations says yes within a week. */
    public static final ApprovalStep OPERATIONS_SAY = ApprovalStep.of(
                    Authority.of("operations", Voters.members(OPERATIONS), Quorum.any()))
            .within(ApprovalTerms.unlimited().withOpenFor(Duration.ofDays(7), ApprovalTerms.OnExpiry.EXPIRE));

    /** The night after the first morning of the company. */
    public static final Window TONIGHT =
            new Window(Instant.parse("2026-03-02T22:00:00Z"), Instant.parse("2026-03-03T02:00:00Z"));

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Changing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** Normal changes and emergencies are approved by operations, and their risk is assessed; all is planned and scheduled. */
    public static ChangeProcedure strict(ChangeType type) {
        return ChangeProcedure.builder()
                .type(type)
                .addApprovals(OPERATIONS_SAY)
                .risk(RiskModel.highestOf(RiskMatrix.standard()))
                .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT)
                .mustBeScheduled(true)
                .build();
    }

    /** A company in which changes go so. */
    public static Company company(ChangeProcedure... procedures) {
        ChangePractice practice = ChangePractice.standard();
        for (ChangeProcedure procedure : procedures) {
            practice = practice.with(procedure);
        }
        ChangePractice all = practice;
        return Company.with(builder -> builder.changePractice(all));
    }

    /** The same, where nothing follows from votes by itself. */
    public static Company deaf(ChangeProcedure... procedures) {
        ChangePractice practice = ChangePractice.standard();
        for (ChangeProcedure procedure : procedures) {
            practice = practice.with(procedure);
        }
        ChangePractice all = practice;
        return Company.with(builder -> builder.changePractice(all)
                .defaults(
                        Tailoring.builder().addReactionsOff("conclude-approval").build()));
    }

    /** Ben drafts one of that type, planned, scheduled and assessed where it must be; a standard one by a model. */
    public static Changing drafted(Company company, ChangeType type) {
        ChangeCommand.Draft.Builder draft = ChangeCommand.draft()
                .draft(TicketDraft.builder().title("New disk").build())
                .plans(Plans.builder()
                        .implementation("Replace the disk")
                        .backOut("Put the old one back")
                        .build())
                .slot(Slot.of(TONIGHT));
        if (type == ChangeType.STANDARD) {
            draft.model(model(company).ref());
        } else {
            draft.type(type);
        }
        Changing changing = new Changing(
                company,
                done(company.itsm.changes().submit(caller(BEN), draft.build())).id());
        changing.does(
                BEN,
                new TaskCommand.Add<>(
                        TaskId.of("tell"), "Tell the users", false, Set.of(), Optional.empty(), Optional.empty()));
        if (changing.now().procedure().risk().isPresent()) {
            changing.does(BEN, new PlanningCommand.AssessRisk("low", "medium"));
        }
        return changing;
    }

    /** How disks are replaced without anybody being asked; how risky one is may be found out. */
    public static Modelling model(Company company) {
        Modelling model = Modelling.of(
                company,
                Modelling.disks()
                        .procedure(ChangeProcedure.builder()
                                .type(ChangeType.STANDARD)
                                .risk(RiskModel.highestOf(RiskMatrix.standard()))
                                .build())
                        .build());
        model.does(new ChangeModelCommand.Approve("good"));
        return model;
    }

    /** That change of somebody's. */
    public static Changing of(Company company, RecordId id) {
        return new Changing(company, id);
    }

    /** One of that type in that status, by a way on which votes are cast where they must be. */
    public static Changing in(Company company, ChangeType type, String status) {
        Changing changing = drafted(company, type);
        company.aMinuteLater();
        switch (status) {
            case "draft" -> {}
            case "awaiting-approval" -> changing.submit();
            case "rejected" -> changing.rejected();
            case "cancelled" -> changing.does(DORA, new TicketCommand.Cancel<>("no money"));
            default -> changing.made(status);
        }
        assertThat(changing.status()).isEqualTo(status);
        company.aMinuteLater();
        return changing;
    }

    private void made(String status) {
        if (now().type() == ChangeType.EMERGENCY && !status.equals("authorised")) {
            submit();
            does(BEN, new ChangeCommand.Begin());
        } else {
            authorised();
        }
        List<String> path = List.of("authorised", "implementing", "implemented", "closed");
        if (path.indexOf(status) >= 1 && !status().equals("implementing")) {
            does(BEN, new ChangeCommand.Begin());
        }
        if (path.indexOf(status) >= 2) {
            does(BEN, new ChangeCommand.Implement("as planned"));
        }
        if (path.indexOf(status) >= 3) {
            if (now().isReviewDue()) {
                does(BEN, new ChangeCommand.LookBack("quick", "", List.of()));
            }
            does(BEN, new TicketCommand.Close<>());
        }
    }

    /** Those who must approve it are asked. */
    public Changing submit() {
        does(BEN, new ApprovalCommand.Submit());
        return this;
    }

    /** Carla says that in operations. */
    public Changing carla(Choice choice) {
        does(CARLA, new ApprovalCommand.CastVote("operations", choice, ""));
        return this;
    }

    private void authorised() {
        if (now().type() != ChangeType.STANDARD
                && !now().procedure().approvals().isEmpty()) {
            submit();
            carla(Choice.APPROVE);
        }
        if (now().authorisation().isEmpty()) {
            does(DORA, new ChangeCommand.Authorise("go"));
        }
    }

    private void rejected() {
        submit();
        carla(Choice.REJECT);
        does(DORA, new ApprovalCommand.CastVote("operations", Choice.REJECT, "no"));
        if (!status().equals("rejected")) {
            does(DORA, new ApprovalCommand.Reject("no"));
        }
    }

    /** As it is now. */
    public Change now() {
        return company.changeNow(id).record();
    }

    /** Where it stands. */
    public String status() {
        return now().ticket().status().name();
    }

    /** Somebody does that, and it succeeds. */
    public Stored<Change> does(PersonId by, Command<Change> command) {
        return company.changes(by, id, command);
    }

    /** Somebody tries that, and it is refused. */
    public Rejection refused(PersonId by, Command<Change> command) {
        Either<Rejection, Stored<Change>> tried = company.itsm.changes().submit(caller(by), id, command);
        assertThat(tried.isLeft()).as("%s", tried).isTrue();
        return tried.getLeft();
    }

    /** The names of what happened to it. */
    public List<String> journal() {
        return company.store.journal(ACME, Changes.KIND, id, 0, 100).stream()
                .map(JournalEntry::name)
                .toList();
    }

    /** A command of that action, which fits where it is possible. */
    public Command<Change> command(String action) {
        return switch (action) {
            case "revise" -> new ChangeCommand.Revise("two disks");
            case "schedule" ->
                new PlanningCommand.Schedule(
                        new Window(Instant.parse("2026-03-04T22:00:00Z"), Instant.parse("2026-03-05T02:00:00Z")));
            case "assess-risk" -> new PlanningCommand.AssessRisk("high", "high");
            case "reclassify" ->
                new PlanningCommand.Reclassify(
                        now().type() == ChangeType.NORMAL ? ChangeType.EMERGENCY : ChangeType.NORMAL);
            case "submit" -> new ApprovalCommand.Submit();
            case "vote" -> new ApprovalCommand.CastVote("operations", Choice.APPROVE, "fine");
            case "take-votes" ->
                new ApprovalCommand.TakeVotes(
                        "operations",
                        now().round().map(round -> round.request().content()).orElse("none"),
                        Map.of(DORA, Choice.APPROVE),
                        "in the meeting");
            case "delegate" ->
                new ApprovalCommand.Delegate(
                        Company.EMIL, company.clock.instant().plus(Duration.ofDays(1)));
            case "authorise" -> new ChangeCommand.Authorise("go");
            case "reject" -> new ApprovalCommand.Reject("no");
            case "expire" -> new ApprovalCommand.Expire();
            case "begin" -> new ChangeCommand.Begin();
            case "implement" -> new ChangeCommand.Implement("as planned");
            case "record-unauthorised" ->
                new ChangeCommand.RecordUnauthorised(ChangeOutcome.SUCCESSFUL, "it was urgent", Optional.empty());
            case "review" -> new ChangeCommand.LookBack("quick", "loud", List.of("ask first"));
            default -> throw new IllegalArgumentException(action);
        };
    }

    /** The actions that changes alone have. */
    public static Set<String> own() {
        return Set.of(
                "revise",
                "schedule",
                "assess-risk",
                "reclassify",
                "submit",
                "vote",
                "take-votes",
                "delegate",
                "authorise",
                "reject",
                "expire",
                "begin",
                "implement",
                "record-unauthorised",
                "review");
    }
}
