package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.Itsm;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.ApprovalTerms.OnExpiry;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.ForwardSchedule;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.FreeSlot;
import org.itsmkit.change.schedule.Freeze;
import org.itsmkit.change.schedule.ICalendar;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.change.schedule.ServiceOutage;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The snippets about changes. */
class ChangesDocTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final TenantId ACME = TenantId.of("acme");
    private static final GroupId MAIL_TEAM = GroupId.of("mail-team");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final PersonId DORA = PersonId.of("dora");
    private static final PersonId EMIL = PersonId.of("emil");

    private static final Window TONIGHT = window("2026-03-02T22:00", "2026-03-03T00:00");
    private static final Window TOMORROW = window("2026-03-03T22:00", "2026-03-04T00:00");

    private final SettableClock clock = new SettableClock(at("2026-03-02T09:00"));
    private final InMemoryStore store = new InMemoryStore(clock);
    private final Caller anna = Caller.of(ACME, PersonId.of("anna"));
    private final Caller ben = Caller.of(ACME, BEN);
    private final Caller carla = Caller.of(ACME, CARLA);
    private final Caller dora = Caller.of(ACME, DORA);

    private final Directory directory = Directories.fixed()
            .person(PersonId.of("anna"))
            .person(BEN)
            .person(CARLA)
            .person(DORA, Authority.CAB, Authority.EMERGENCY_CAB)
            .person(EMIL, Authority.CAB)
            .group(MAIL_TEAM, BEN, CARLA)
            .build();

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static ChangePractice practice() {
        // spotless:off
        // snippet: change-practice
        ApprovalStep peers = ApprovalStep.of(Authority.peer(Voters.members(MAIL_TEAM)))
                .within(ApprovalTerms.unlimited().withOpenFor(Duration.ofDays(5), OnExpiry.EXPIRE));
        ApprovalStep board = ApprovalStep.of(Authority.cab(Quorum.count(2)));

        ChangePractice practice = ChangePractice.standard()
                .with(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .addApprovals(peers, board.from(RiskLevel.HIGH))
                        .risk(RiskModel.highestOf(RiskMatrix.standard()))
                        .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT)
                        .mustBeScheduled(true)
                        .build())
                .with(ChangeProcedure.of(ChangeType.EMERGENCY)
                        .withApprovals(ApprovalStep.of(Authority.emergencyCab(1))));
        // end
        // spotless:on
        return practice;
    }

    private Itsm kit(ChangePractice practice) {
        return Itsm.builder()
                .store(store)
                .authorizer(Authorizers.allowAll())
                .directory(directory)
                .clock(clock)
                .changePractice(practice)
                .build();
    }

    private static ChangeCommand.Draft.Builder draft(String title) {
        return ChangeCommand.draft()
                .draft(TicketDraft.builder().title(title).build())
                .plans(Plans.builder()
                        .implementation("Take the old one out, put the new one in")
                        .backOut("Put the old one back")
                        .build());
    }

    private static RecordId drafted(Itsm itsm, Caller by, ChangeCommand.Draft draft) {
        return itsm.changes().submit(by, draft).get().id();
    }

    private static Change change(Itsm itsm, Caller by, RecordId id) {
        return itsm.changes().find(by, id).orElseThrow().record();
    }

    private String status(Itsm itsm, RecordId id) {
        return change(itsm, anna, id).ticket().status().name();
    }

    private static void does(Itsm itsm, Caller by, RecordId id, Command<Change> command) {
        assertThat(itsm.changes().submit(by, id, command).isRight()).isTrue();
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(store, ACME, Changes.KIND, checked -> {}).breaks())
                .isEmpty();
    }

    @Test
    void oneOtherPersonSaysYes() {
        Itsm itsm = kit(ChangePractice.standard());
        Window tonight = TONIGHT;
        // spotless:off
        // snippet: change-draft
        RecordId change = itsm.changes().submit(anna, ChangeCommand.draft()
                        .draft(TicketDraft.builder().title("New version of mail").build())
                        .plans(Plans.builder()
                                .implementation("Take the old one out, put the new one in")
                                .backOut("Put the old one back")
                                .build())
                        .slot(Slot.of(tonight))
                        .affected(new Affected(Set.of(AffectedItem.of("mail-server", "4.2")), Set.of()))
                        .build())
                .get().id();
        // end

        // snippet: change-alone
        Rejection herOwn = itsm.changes().submit(anna, change, new ChangeCommand.Authorise("go")).getLeft();
        String code = herOwn.code();   // rule:nobody-authorises-their-own

        itsm.changes().submit(ben, change, new ChangeCommand.Authorise("go"));
        itsm.changes().submit(anna, change, new ChangeCommand.Begin());
        itsm.changes().submit(anna, change, new ChangeCommand.Implement("as planned"));
        itsm.changes().submit(anna, change, new TicketCommand.Close<>());
        // end
        // spotless:on
        assertThat(code).isEqualTo("rule:nobody-authorises-their-own");
        assertThat(status(itsm, change)).isEqualTo("closed");
        assertThat(change(itsm, anna, change).outcome()).contains(ChangeOutcome.SUCCESSFUL);
    }

    @Test
    void othersApproveByRisk() {
        Itsm itsm = kit(practice());
        RecordId change = drafted(
                itsm, anna, draft("New version of mail").slot(Slot.of(TONIGHT)).build());
        // spotless:off
        // snippet: change-submit
        Rejection tooEarly = itsm.changes().submit(anna, change, new ApprovalCommand.Submit()).getLeft();
        String code = tooEarly.code();   // rule:risk-is-assessed

        itsm.changes().submit(anna, change, new PlanningCommand.AssessRisk("low", "medium"));
        itsm.changes().submit(anna, change, new ApprovalCommand.Submit());
        itsm.changes().submit(ben, change, new ApprovalCommand.CastVote("peer", Choice.APPROVE, "looks good"));

        List<JournalEntry> journal = itsm.changes().history(anna, change);
        JournalEntry authorised = journal.get(journal.size() - 1);   // by the system, because of the vote of Ben
        // end

        // snippet: change-content
        itsm.changes().submit(anna, change, new PlanningCommand.Schedule(window("2026-03-03T22:00", "2026-03-04T00:00")));

        Rejection another = itsm.changes().submit(anna, change, new ChangeCommand.Begin()).getLeft();
        String sentence = another.sentence();   // It is not what was authorised, or that holds no more; …

        itsm.changes().submit(anna, change, new ApprovalCommand.Submit());   // asked anew, and nobody has voted yet
        // end

        // snippet: change-delegate
        itsm.changes().submit(ben, change, new ApprovalCommand.Delegate(DORA, at("2026-03-07T00:00")));
        itsm.changes().submit(dora, change, new ApprovalCommand.CastVote("peer", Choice.APPROVE, "for Ben"));
        // end
        // spotless:on
        assertThat(code).isEqualTo("rule:risk-is-assessed");
        assertThat(authorised.name()).isEqualTo("authorised");
        assertThat(authorised.cause().toString()).contains("conclude-approval");
        assertThat(sentence).startsWith("It is not what was authorised");
        assertThat(status(itsm, change)).isEqualTo("authorised");
        assertThat(change(itsm, anna, change)
                        .round()
                        .orElseThrow()
                        .votes()
                        .get(0)
                        .representing())
                .containsExactly(BEN);
    }

    @Test
    void anEmergencyIsApprovedInRetrospect() {
        Itsm itsm = kit(practice());
        // spotless:off
        // snippet: change-emergency
        RecordId change = itsm.changes().submit(anna, ChangeCommand.draft()
                        .draft(TicketDraft.builder().title("Close the hole").build())
                        .plans(Plans.of("Put the patch in"))
                        .type(ChangeType.EMERGENCY)
                        .build())
                .get().id();
        itsm.changes().submit(anna, change, new ApprovalCommand.Submit());
        itsm.changes().submit(anna, change, new ChangeCommand.Begin());          // nobody has said yes so far
        itsm.changes().submit(anna, change, new ChangeCommand.Implement("patched"));
        itsm.changes().submit(dora, change, new ApprovalCommand.CastVote("emergency-cab", Choice.APPROVE, "right so"));

        Rejection notYet = itsm.changes().submit(anna, change, new TicketCommand.Close<>()).getLeft();
        String code = notYet.code();   // rule:closed-after-review

        itsm.changes().submit(anna, change, new ChangeCommand.LookBack("quick", "", List.of("patch earlier")));
        itsm.changes().submit(anna, change, new TicketCommand.Close<>());
        // end
        // spotless:on
        assertThat(code).isEqualTo("rule:closed-after-review");
        assertThat(status(itsm, change)).isEqualTo("closed");
        assertThat(change(itsm, anna, change).isUnauthorised()).isFalse();
    }

    @Test
    void whatFailedLogsAnIncident() {
        Itsm itsm = kit(ChangePractice.standard());
        RecordId change = drafted(itsm, anna, draft("New version of mail").build());
        // spotless:off
        // snippet: change-failed
        itsm.changes().submit(ben, change, new ChangeCommand.Authorise("go"));
        itsm.changes().submit(anna, change, new ChangeCommand.Implement(ChangeOutcome.FAILED, "Mail does not start"));

        var incident = itsm.incidents().find(anna, change).orElseThrow();   // has the id of the change, and names it as its cause
        // end
        // spotless:on
        assertThat(incident.record().ticket().title()).isEqualTo("Change CHG0000001 failed");
        assertThat(incident.record().ticket().links())
                .anySatisfy(link -> assertThat(link.target()).isEqualTo(RecordRef.of("change", change)));
        assertThat(itsm.incidents().history(anna, change).get(0).cause().toString())
                .contains("log-incident-of-failed-change");
        assertThat(itsm.changes()
                        .submit(anna, change, new TicketCommand.Close<>())
                        .getLeft()
                        .code())
                .isEqualTo("rule:closed-after-review");
    }

    @Test
    void theCatalogue() {
        Itsm itsm = kit(practice());
        // spotless:off
        // snippet: change-model
        RecordId disks = itsm.changeModels().submit(ben, ChangeModelCommand.propose()
                        .title("Replace a disk")
                        .description("Of a server that has another")
                        .owner(BEN)
                        .procedure(ChangeProcedure.builder()
                                .type(ChangeType.STANDARD)
                                .addTasks("Take a backup", "Replace the disk", "Look at the mirror")
                                .build())
                        .failuresAllowed(1)
                        .build())
                .get().id();
        itsm.changeModels().submit(dora, disks, new ChangeModelCommand.Approve("fine"));
        RecordRef model = RecordRef.of("change-model", disks);
        // end

        // snippet: change-by-model
        RecordId change = itsm.changes().submit(anna, ChangeCommand.draft()
                        .draft(TicketDraft.builder().title("Disk 3 of rack 7").build())
                        .plans(Plans.of("As in the model"))
                        .model(model)
                        .build())
                .get().id();
        itsm.changes().submit(anna, change, new ChangeCommand.Authorise(""));   // her own: its model was approved
        itsm.changes().submit(anna, change, new ChangeCommand.Begin());
        // end
        // spotless:on
        List<TaskId> tasks = List.of(TaskId.of("model-1"), TaskId.of("model-2"), TaskId.of("model-3"));
        for (TaskId task : tasks) {
            does(itsm, anna, change, new TaskCommand.Finish<>(task, Optional.empty()));
        }
        // spotless:off
        // snippet: change-suspended
        itsm.changes().submit(anna, change, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "The wrong size"));

        String status = itsm.changeModels().find(anna, disks).orElseThrow().record().status().name();   // suspended
        Rejection noMore = itsm.changes().submit(anna, ChangeCommand.draft()
                        .draft(TicketDraft.builder().title("Disk 4 of rack 7").build())
                        .model(model)
                        .build())
                .getLeft();
        String code = noMore.code();   // model.not-in-use
        // end
        // spotless:on
        assertThat(status).isEqualTo("suspended");
        assertThat(code).isEqualTo("model.not-in-use");
    }

    @Test
    void aWayOfItsOwn() {
        Itsm itsm = kit(ChangePractice.standard());
        // spotless:off
        // snippet: change-way
        Status staged = Status.of("staged", Phase.ACTIVE);
        Lifecycle boardWay = ChangeLifecycle.of(ChangeType.NORMAL).edit()
                .status(staged, ValueChainActivity.OBTAIN_BUILD)
                .remove(ChangeLifecycle.AUTHORISED, ChangeLifecycle.BEGIN)
                .remove(ChangeLifecycle.AUTHORISED, ChangeLifecycle.IMPLEMENT)
                .move(ChangeLifecycle.AUTHORISED, Action.of("stage"), staged)
                .move(staged, ChangeLifecycle.BEGIN, ChangeLifecycle.IMPLEMENTING)
                .build();
        itsm.tailor(dora, Tailoring.builder()
                .putLifecycles("change/board-way", boardWay.toData())
                .build());

        RecordId model = itsm.changeModels().submit(ben, ChangeModelCommand.propose()
                        .title("Releases")
                        .owner(BEN)
                        .procedure(ChangeProcedure.of(ChangeType.NORMAL).withLifecycle("board-way"))
                        .build())
                .get().id();
        itsm.changeModels().submit(dora, model, new ChangeModelCommand.Approve("fine"));
        // end
        RecordId change = drafted(
                itsm,
                anna,
                draft("Release 12").model(RecordRef.of("change-model", model)).build());
        // snippet: change-staged
        itsm.changes().submit(ben, change, new ChangeCommand.Authorise("go"));
        Rejection atOnce = itsm.changes().submit(anna, change, new ChangeCommand.Begin()).getLeft();

        itsm.changes().submit(anna, change, new TicketCommand.Move<>(Action.of("stage")));
        itsm.changes().submit(anna, change, new ChangeCommand.Begin());
        // end
        // spotless:on
        assertThat(atOnce.reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(status(itsm, change)).isEqualTo("implementing");
        RecordId other = drafted(itsm, anna, draft("Another").build());
        does(itsm, ben, other, new ChangeCommand.Authorise("go"));
        does(itsm, anna, other, new ChangeCommand.Begin());
    }

    @Test
    void aBoardMeets() {
        Itsm itsm = kit(practice());
        RecordId change = drafted(
                itsm, anna, draft("New version of mail").slot(Slot.of(TOMORROW)).build());
        does(itsm, anna, change, new PlanningCommand.AssessRisk("high", "high"));
        does(itsm, anna, change, new ApprovalCommand.Submit());
        // spotless:off
        // snippet: change-meeting
        RecordRef ref = RecordRef.of("change", change);
        RecordId meeting = itsm.cabMeetings().submit(dora, CabMeetingCommand.plan()
                        .title("Changes of the week")
                        .chair(DORA)
                        .addInvited(EMIL)
                        .planned(window("2026-03-02T10:00", "2026-03-02T11:00"))
                        .build())
                .get().id();
        String content = itsm.changes().find(dora, change).orElseThrow().record().content();
        itsm.cabMeetings().submit(dora, meeting, new AgendaCommand.PutOnAgenda(ref, content, Optional.empty()));

        itsm.cabMeetings().submit(dora, meeting, new AttendanceCommand.Convene(Set.of(DORA, EMIL)));
        itsm.cabMeetings().submit(dora, meeting, new AgendaCommand.Decide(ref,
                List.of(new BoardVote(DORA, Choice.APPROVE), new BoardVote(EMIL, Choice.APPROVE)), "only at night"));
        itsm.cabMeetings().submit(dora, meeting, new CabMeetingCommand.WriteMinutes("We looked at one change."));
        itsm.cabMeetings().submit(dora, meeting, new CabMeetingCommand.Close());

        String status = itsm.changes().find(dora, change).orElseThrow().record().ticket().status().name();   // authorised
        // end
        // spotless:on
        assertThat(status).isEqualTo("authorised");
        assertThat(itsm.cabMeetings()
                        .find(dora, meeting)
                        .orElseThrow()
                        .record()
                        .status()
                        .name())
                .isEqualTo("closed");
        assertThat(itsm.changes().history(dora, change))
                .extracting(JournalEntry::name)
                .endsWith("voted", "voted", "authorised");
    }

    @Test
    void whatIsPlanned() {
        Itsm itsm = kit(ChangePractice.standard());
        Window christmas = window("2026-12-18T00:00", "2027-01-07T00:00");
        Affected mail = new Affected(Set.of(AffectedItem.of("mail-server", "4.2")), Set.of());
        TicketDraft disks = TicketDraft.builder()
                .title("New disks")
                .service(ServiceId.of("mail"))
                .build();
        drafted(
                itsm,
                ben,
                ChangeCommand.draft()
                        .draft(disks)
                        .slot(new Slot(TONIGHT, Optional.of(window("2026-03-02T22:00", "2026-03-02T22:30"))))
                        .affected(mail)
                        .build());
        RecordId change = drafted(
                itsm,
                anna,
                draft("New version of mail")
                        .slot(Slot.of(window("2026-03-02T23:00", "2026-03-03T01:00")))
                        .affected(mail)
                        .build());
        // spotless:off
        // snippet: change-forward
        ForwardSchedule schedule = new ForwardSchedule(itsm.changes(), SchedulingRules.builder()
                .addFreezes(Freeze.of("Christmas", christmas).exceptFor("emergency"))
                .build());
        Window march = window("2026-03-01T00:00", "2026-04-01T00:00");

        List<Collision> inTheWay = schedule.collisions(anna, change);              // the new disks, from 23:00 to 00:00
        List<FreeSlot> next = schedule.freeSlots(anna, change, march, 2);          // until 22:00, and from midnight on
        List<ServiceOutage> outages = schedule.projectedOutages(anna, march);      // mail, for half an hour

        String file = new ICalendar("-//Example//Changes//EN", "itsm.example.org")
                .write(schedule.calendar(anna, march).changes(), List.of(), at("2026-03-02T09:00"));
        // end
        // spotless:on
        assertThat(inTheWay)
                .singleElement()
                .satisfies(collision ->
                        assertThat(collision.sentence()).contains("from 2026-03-02T22:00:00Z to 2026-03-02T23:00:00Z"));
        assertThat(next)
                .extracting(FreeSlot::window)
                .containsExactly(
                        window("2026-03-01T00:00", "2026-03-02T22:00"), window("2026-03-03T00:00", "2026-04-01T00:00"));
        assertThat(outages).singleElement().satisfies(out -> {
            assertThat(out.service()).isEqualTo(ServiceId.of("mail"));
            assertThat(out.total()).isEqualTo(Duration.ofMinutes(30));
        });
        assertThat(file).contains("SUMMARY:New disks\r\n", "SUMMARY:New version of mail\r\n");
    }

    @Test
    void whatIsMeasured() {
        Itsm itsm = kit(ChangePractice.standard());
        for (ChangeOutcome outcome : List.of(ChangeOutcome.SUCCESSFUL, ChangeOutcome.BACKED_OUT)) {
            RecordId change = drafted(itsm, anna, draft("New version of mail").build());
            does(itsm, ben, change, new ChangeCommand.Authorise("go"));
            clock.advance(Duration.ofHours(1));
            does(itsm, anna, change, new ChangeCommand.Implement(outcome, "done"));
        }
        Window march = window("2026-03-01T00:00", "2026-04-01T00:00");
        // spotless:off
        // snippet: change-of-records
        List<Stored<Change>> made = itsm.changes().query(anna, Query.where(Changes.MADE.isAtLeast(march.fromInclusive()))).items();

        ChangeMeasures measures = ChangeMeasures.of(march, made.stream()
                .map(one -> one.record().measured(RecordRef.of("change", one.id()))), Stream.of());
        List<String> sentences = measures.sentences();
        // end
        // spotless:on
        assertThat(made).hasSize(2);
        assertThat(measures.counts().made()).isEqualTo(2);
        assertThat(sentences)
                .contains("Succeeded: 1 of 2 (50.0 %).", "Made before anybody had said yes: 0 of 2 (0.0 %).");
        assertThat(made.stream().map(one -> one.record().measured(RecordRef.of("change", one.id()))))
                .extracting(MeasuredChange::isFailure)
                .containsExactlyInAnyOrder(false, true);
    }
}
