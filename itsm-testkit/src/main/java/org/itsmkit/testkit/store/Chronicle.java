package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.EntryKind;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorRole;
import org.itsmkit.majorincident.ReviewCommand;
import org.itsmkit.majorincident.RoleCommand;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.TimeCommand;

/** Whatever people can write around a disturbance, in words that a test can look for, with one person in every part. */
final class Chronicle {

    private final Trial trial;
    private final Desk desk;
    private final String word;
    private final PersonId person;
    private final Caller own;
    private final Caller ben;
    private final BigDecimal salary;
    private final LocalDate born;
    private final List<String> said = new ArrayList<>();

    /** Writes everything, each text beginning with {@code word}. */
    Chronicle(Trial trial, Desk desk, String word) {
        this.trial = trial;
        this.desk = desk;
        this.word = word;
        this.person = desk.person(word);
        int day = Math.floorMod(word.hashCode(), 10_000);
        this.salary = BigDecimal.valueOf(76_543_000_000L + day);
        this.born = LocalDate.of(1900, 1, 1).plusDays(day);
        this.own = Caller.of(trial.tenant(), person);
        this.ben = Caller.of(trial.tenant(), People.BEN).actingFor(person);
        RecordId worked = logged("workedtitle");
        work(worked);
        people(worked);
        duplicate(worked);
        majorIncident(logged("majortitle"));
        change();
    }

    /** Every text that somebody wrote, and what else is nobody else's. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(said);
        secrets.add(person.value());
        secrets.addAll(marks());
        return secrets;
    }

    /** What is in every secret, to be looked for at once. */
    List<String> marks() {
        return List.of(word, salary.toString(), born.toString(), baptised().toString());
    }

    private LocalDate baptised() {
        return born.plusDays(10_000);
    }

    private String say(String what) {
        String text = word + what;
        said.add(text);
        return text;
    }

    private RecordId logged(String title) {
        IncidentCommand.Log log = IncidentCommand.log()
                .title(say(title))
                .requester(person)
                .putCustom("salary", FieldValue.decimal(salary))
                .putCustom("born", FieldValue.date(born))
                .putCustom(
                        "baptised", FieldValue.moment(baptised().atStartOfDay().toInstant(ZoneOffset.UTC)))
                .putCustom("smokes", FieldValue.flag(true))
                .build();
        return desk.itsm().incidents().submit(own, log).get().id();
    }

    private <R> void does(Records<R> records, Caller caller, RecordId id, List<? extends Command<R>> commands) {
        for (Command<R> command : commands) {
            trial.clock().advance(Duration.ofMinutes(7));
            Either<Rejection, Stored<R>> done = records.submit(caller, id, command);
            assertThat(done.isRight()).as("%s: %s", command, done).isTrue();
        }
    }

    private void work(RecordId id) {
        TaskId look = TaskId.of("look");
        TaskId order = TaskId.of("order");
        TaskId mount = TaskId.of("mount");
        List<Command<Incident>> commands = List.of(
                new TaskCommand.Add<>(
                        look, say("tasktitle"), false, Set.of(), Optional.of(People.SERVICE_DESK), Optional.of(person)),
                new TaskCommand.Add<>(order, "Order a disk"),
                new TaskCommand.Add<>(mount, "Mount it"),
                new TaskCommand.Assign<>(order, Optional.empty(), Optional.of(person)),
                new TaskCommand.Start<>(look),
                new TaskCommand.Finish<>(look, Optional.of(say("taskdone"))),
                new TaskCommand.Skip<>(order, say("taskskipped")),
                new TaskCommand.Remove<>(mount, say("taskremoved")),
                new TimeCommand.Record<>(
                        Optional.of(person),
                        Optional.empty(),
                        Duration.ofMinutes(5),
                        Activity.ANALYSIS,
                        false,
                        Optional.empty(),
                        Optional.of(say("timenote"))),
                new TimeCommand.Record<>(Duration.ofMinutes(2), Activity.TRAVEL),
                new TimeCommand.Remove<>(2, say("timeremoved")),
                new AttachmentCommand.Attach<>(
                        say("filename") + ".png",
                        "image/png",
                        12,
                        "https://files.example/" + say("location"),
                        Optional.empty(),
                        false),
                new AttachmentCommand.Attach<>("dump.bin", "application/x-dump", 0, "dump-7", Optional.empty(), true),
                new AttachmentCommand.Detach<>(4, say("detached")));
        does(desk.itsm().incidents(), ben, id, commands);
    }

    private void people(RecordId id) {
        List<Command<Incident>> commands = List.of(
                new TicketPeopleCommand.Watch<>(person),
                new TicketPeopleCommand.Tag<>(say("tag")),
                new TicketPeopleCommand.Tag<>(Set.of(say("other")), Set.of(word + "tag")),
                new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("Northwind"), say("reference")),
                new TicketCommand.Assign<>(Optional.of(People.SERVICE_DESK), Optional.of(person)),
                new TicketPeopleCommand.Accept<>(person),
                new TicketPeopleCommand.HandBack<>(say("handedback")),
                new TicketPeopleCommand.ChangeRequester<>(People.ANNA),
                new TicketPeopleCommand.ChangeRequester<>(person),
                new TicketFamilyCommand.CommentToAll<>(say("toall")),
                new IncidentTimelineCommand.Acknowledge(Optional.empty()),
                new IncidentTimelineCommand.CorrectMilestone(
                        Milestone.ACKNOWLEDGED,
                        Optional.of(trial.clock().instant().minusSeconds(60)),
                        say("corrected")),
                new TicketCommand.Migrate<>(
                        "on-hold", Optional.of(new Hold("other", Optional.of(say("held")))), say("migrated")),
                new TicketCommand.Resume<>(),
                new IncidentCommand.Resolve(Resolution.Code.FIXED, say("resolved")));
        does(desk.itsm().incidents(), ben, id, commands);
        does(desk.itsm().incidents(), own, id, List.of(new IncidentCommand.Refuse(say("refused"))));
    }

    private void duplicate(RecordId target) {
        RecordRef ref = desk.ref(target);
        List<Command<Incident>> commands = List.of(
                new TicketMergeCommand.MergeInto<>(ref),
                new TicketMergeCommand.Unmerge<>(say("unmerged")),
                new TicketMergeCommand.MergeInto<>(ref));
        does(desk.itsm().incidents(), ben, logged("duplicatetitle"), commands);
    }

    private void majorIncident(RecordId id) {
        trial.clock().advance(Duration.ofMinutes(7));
        assertThat(desk.itsm()
                        .majorIncidents()
                        .submit(ben, new MajorIncidentCommand.Propose(id, say("proposed")))
                        .isRight())
                .isTrue();
        List<Command<MajorIncident>> commands = List.of(
                new MajorIncidentCommand.Reject(say("rejected")),
                new MajorIncidentCommand.ProposeAgain(say("proposedagain")),
                new CommunicationCommand.PlanCommunication(
                        List.of(Audience.of("customers", "status-page", Duration.ofMinutes(30)))),
                new MajorIncidentCommand.Accept(Optional.of(person), say("accepted")),
                new RoleCommand.AssignRole(MajorRole.SCRIBE, person, say("rolenote")),
                new RoleCommand.VacateRole(MajorRole.SCRIBE, say("vacated")),
                CommunicationCommand.Inform.of("customers", say("informed")),
                CommunicationCommand.Enter.now(EntryKind.DECISION, say("entered")),
                new MajorIncidentCommand.Mitigate(say("mitigated")),
                new MajorIncidentCommand.Relapse(say("relapsed")),
                new MajorIncidentCommand.Demote(say("demoted")),
                new MajorIncidentCommand.ProposeAgain("Down again"),
                new MajorIncidentCommand.Accept(Optional.empty(), ""),
                new MajorIncidentCommand.Restore(say("restored")),
                CommunicationCommand.Inform.last("customers", say("last")),
                new MajorIncidentCommand.BeginReview(),
                new ReviewCommand.RecordFindings(say("happened"), List.of(say("factor")), List.of(say("lesson"))),
                new ReviewCommand.AddActionItem(
                        say("item"),
                        person,
                        LocalDate.ofInstant(trial.clock().instant(), ZoneOffset.UTC)
                                .plusDays(30)),
                ReviewCommand.SettleActionItem.done(1, say("itemnote")),
                new MajorIncidentCommand.Close());
        does(desk.itsm().majorIncidents(), ben, id, commands);
    }

    private void change() {
        trial.clock().advance(Duration.ofMinutes(7));
        Caller carla = Caller.of(trial.tenant(), People.CARLA);
        ChangeCommand.Draft draft = new ChangeCommand.Draft(
                TicketDraft.builder().title(say("changetitle")).build(), say("plan"));
        RecordId id = desk.itsm().changes().submit(own, draft).get().id();
        does(
                desk.itsm().changes(),
                carla,
                id,
                List.of(
                        new ChangeCommand.Authorise(say("authorised")),
                        new ChangeCommand.Revise(plans("revised")),
                        new PlanningCommand.Schedule(tonight(), Optional.of(tonight())),
                        new ChangeCommand.Authorise("")));
        does(
                desk.itsm().changes(),
                own,
                id,
                List.of(
                        new ChangeCommand.Begin(),
                        new ChangeCommand.Implement(ChangeOutcome.FAILED, say("outcome")),
                        new ChangeCommand.LookBack(say("well"), say("badly"), List.of(say("learnt")))));
        approvedChange(carla);
    }

    /** One that goes by a model, on which the person and those who stand in for them vote. */
    private void approvedChange(Caller carla) {
        RecordId model = desk.itsm()
                .changeModels()
                .submit(
                        own,
                        ChangeModelCommand.propose()
                                .title(say("modeltitle"))
                                .owner(person)
                                .procedure(procedure())
                                .build())
                .get()
                .id();
        does(desk.itsm().changeModels(), carla, model, List.of(new ChangeModelCommand.Approve(say("modelapproved"))));
        ChangeCommand.Draft draft = ChangeCommand.draft()
                .draft(TicketDraft.builder().title(say("votedtitle")).build())
                .model(RecordRef.of("change-model", model))
                .plans(plans("voted"))
                .slot(Slot.of(tonight()))
                .build();
        RecordId id = desk.itsm().changes().submit(carla, draft).get().id();
        does(
                desk.itsm().changes(),
                carla,
                id,
                List.of(new PlanningCommand.AssessRisk("low", "high"), new ApprovalCommand.Submit()));
        does(
                desk.itsm().changes(),
                own,
                id,
                List.of(
                        new ApprovalCommand.Delegate(
                                People.BEN, trial.clock().instant().plus(Duration.ofDays(1))),
                        new ApprovalCommand.CastVote("owners", Vote.Choice.ABSTAIN, say("abstained"))));
        String content =
                desk.itsm().changes().find(carla, id).orElseThrow().record().content();
        does(
                desk.itsm().changes(),
                carla,
                id,
                List.of(new ApprovalCommand.TakeVotes(
                        "owners", content, Map.of(People.ANNA, Vote.Choice.REJECT), say("met"))));
    }

    /** Three are asked, of whom two must say yes. */
    private ChangeProcedure procedure() {
        return ChangeProcedure.builder()
                .type(ChangeType.NORMAL)
                .addApprovals(ApprovalStep.of(
                        Authority.of("owners", Voters.people(person, People.ANNA, People.DORA), new Quorum.Count(2))))
                .risk(RiskModel.highestOf(RiskMatrix.standard()))
                .addTasks(say("modeltask"))
                .build();
    }

    private Plans plans(String what) {
        return Plans.builder()
                .implementation(say(what))
                .backOut(say(what + "back"))
                .test(say(what + "test"))
                .communication(say(what + "told"))
                .build();
    }

    private Window tonight() {
        Instant from = trial.clock().instant().plus(Duration.ofHours(12));
        return new Window(from, from.plus(Duration.ofHours(4)));
    }
}
