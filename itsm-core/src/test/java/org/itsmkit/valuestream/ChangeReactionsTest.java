package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Changing;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.problem.Solving;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.Test;

/** What follows from what happens to changes. */
class ChangeReactionsTest {

    private static final ChangeProcedure BY_THE_BOARD = ChangeProcedure.of(ChangeType.NORMAL)
            .withApprovals(ApprovalStep.of(Authority.of("cab", Voters.people(CARLA, DORA, BEN), Quorum.count(2))));

    private final Company company = Changing.company(BY_THE_BOARD);

    private RecordId meeting() {
        Window planned = new Window(
                company.clock.instant().plus(Duration.ofHours(2)),
                company.clock.instant().plus(Duration.ofHours(3)));
        return done(company.itsm
                        .cabMeetings()
                        .submit(
                                caller(DORA),
                                CabMeetingCommand.plan()
                                        .title("Weekly board")
                                        .chair(DORA)
                                        .addInvited(BEN, CARLA)
                                        .planned(planned)
                                        .build()))
                .id();
    }

    private CabMeeting does(RecordId meeting, Command<CabMeeting> command) {
        return done(company.itsm.cabMeetings().submit(caller(DORA), meeting, command))
                .record();
    }

    @Test
    void aMeetingDecidesOnAChangeInTheSameCommit() {
        Changing changing = Changing.drafted(company, ChangeType.NORMAL).submit();
        RecordId meeting = meeting();
        does(
                meeting,
                new AgendaCommand.PutOnAgenda(
                        Company.change(changing.id), changing.now().content(), Optional.empty()));
        company.clock.advance(Duration.ofHours(2));
        does(meeting, new AttendanceCommand.Convene(Set.of(BEN, CARLA, DORA)));

        Stored<CabMeeting> decided = done(company.itsm
                .cabMeetings()
                .submit(
                        caller(DORA),
                        meeting,
                        new AgendaCommand.Decide(
                                Company.change(changing.id),
                                List.of(
                                        new BoardVote(BEN, Choice.APPROVE),
                                        new BoardVote(CARLA, Choice.APPROVE),
                                        new BoardVote(DORA, Choice.APPROVE)),
                                "Back-out was asked for")));

        assertThat(changing.status()).isEqualTo("authorised");
        assertThat(changing.now().round().orElseThrow().ballots())
                .as("Ben's own does not count, and what was decided needs no more")
                .extracting(ballot -> ballot.vote().by())
                .containsExactly(CARLA, DORA);
        List<JournalEntry> journal = company.store.journal(ACME, Changes.KIND, changing.id, 0, 20);
        JournalEntry last = journal.get(journal.size() - 1);
        assertThat(last.name()).isEqualTo("authorised");
        assertThat(last.recordedAt()).isEqualTo(decided.recordedAt());
    }

    @Test
    void whatWasChangedSinceItWasPutOnTheAgendaIsNotDecided() {
        Changing changing = Changing.drafted(company, ChangeType.NORMAL).submit();
        RecordId meeting = meeting();
        does(
                meeting,
                new AgendaCommand.PutOnAgenda(
                        Company.change(changing.id), changing.now().content(), Optional.empty()));
        changing.does(BEN, new ChangeCommand.Revise("two disks"));
        changing.submit();
        company.clock.advance(Duration.ofHours(2));
        does(meeting, new AttendanceCommand.Convene(Set.of(BEN, CARLA, DORA)));
        does(
                meeting,
                new AgendaCommand.Decide(
                        Company.change(changing.id),
                        List.of(new BoardVote(CARLA, Choice.APPROVE), new BoardVote(DORA, Choice.APPROVE)),
                        ""));
        assertThat(changing.status()).isEqualTo("awaiting-approval");
        assertThat(company.audited).anyMatch(verdict -> verdict.reason().contains("It is not what was voted on"));
    }

    @Test
    void aChangeThatFailedLogsAnIncidentThatItCaused() {
        Changing changing = Changing.in(Company.open(), ChangeType.NORMAL, "implementing");
        changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.FAILED, "Two mailboxes are gone"));

        Incident incident = changing.company.now(changing.id).record();
        assertThat(incident.ticket().isLinked(LinkType.CAUSED_BY, Company.change(changing.id)))
                .isTrue();
        assertThat(incident.ticket().description()).isEqualTo("Two mailboxes are gone");
        JournalEntry first = changing.company
                .store
                .journal(ACME, Incidents.KIND, changing.id, 0, 5)
                .get(0);
        assertThat(first.cause().name()).isEqualTo("reaction:log-incident-of-failed-change");
        assertThat(changing.refused(BEN, new TicketCommand.Close<>()).code()).isEqualTo("rule:closed-after-review");
    }

    @Test
    void whatWasBackedOutLogsNothing() {
        Changing changing = Changing.in(Company.open(), ChangeType.NORMAL, "implementing");
        changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "The old disk is back"));
        assertThat(changing.company.itsm.incidents().find(caller(DORA), changing.id))
                .isEmpty();
    }

    @Test
    void aFixThatWasBackedOutFixesNothing() {
        Company open = Company.open();
        Solving solving = Solving.in(open, "root-cause-identified");
        Changing changing = Changing.drafted(open, ChangeType.NORMAL);
        solving.does(new FixingCommand.PlanFix<>(Company.change(changing.id)));
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "The old disk is back"));
        changing.does(BEN, new ChangeCommand.LookBack("", "No spare part", List.of()));
        changing.does(BEN, new TicketCommand.Close<>());
        assertThat(solving.now().fixes()).extracting(Fix::state).containsExactly(Fix.State.FAILED);
        assertThat(solving.now().ticket().status().name()).isEqualTo("fix-in-progress");
    }

    @Test
    void aModelLosesItsPreAuthorisationWhenTooMuchByItFails() {
        Company open = Company.open();
        Modelling model = Modelling.approved(open, 2);
        Changing draftedBefore = standard(open, model);
        Changing authorisedBefore = standard(open, model);
        authorisedBefore.does(BEN, new ChangeCommand.Authorise(""));
        for (int i = 0; i < 2; i++) {
            Changing changing = standard(open, model);
            changing.does(BEN, new ChangeCommand.Authorise(""));
            changing.does(BEN, new ChangeCommand.Implement(ChangeOutcome.BACKED_OUT, "Wrong disk"));
        }
        assertThat(model.status()).isEqualTo("suspended");
        assertThat(draftedBefore.refused(BEN, new ChangeCommand.Authorise("")).code())
                .isEqualTo("rule:model-is-pre-authorised");
        draftedBefore.does(BEN, new PlanningCommand.Reclassify(ChangeType.NORMAL));
        draftedBefore.does(DORA, new ChangeCommand.Authorise("as a normal one"));
        assertThat(draftedBefore.status()).isEqualTo("authorised");
        assertThat(authorisedBefore.refused(BEN, new ChangeCommand.Begin()).code())
                .as("nobody begins what failed twice")
                .isEqualTo("rule:model-is-not-suspended");
        assertThat(open.itsm
                        .changes()
                        .submit(caller(BEN), draft(model))
                        .getLeft()
                        .code())
                .isEqualTo("model.not-in-use");
        model.does(new ChangeModelCommand.Reinstate("the disks are right now"));
        authorisedBefore.does(BEN, new ChangeCommand.Begin());
        assertThat(authorisedBefore.status()).isEqualTo("implementing");
    }

    private static Changing standard(Company open, Modelling model) {
        return Changing.of(
                open,
                done(open.itsm.changes().submit(caller(BEN), draft(model))).id());
    }

    private static ChangeCommand.Draft draft(Modelling model) {
        return ChangeCommand.draft()
                .draft(TicketDraft.builder().title("New disk").build())
                .model(model.ref())
                .plans(Plans.of("Replace it"))
                .build();
    }

    @Test
    void aModelIsToldOfEachUseOnce() {
        Company open = Company.open();
        Modelling model = Modelling.approved(open, 5);
        Changing changing = standard(open, model);
        changing.does(BEN, new ChangeCommand.Authorise(""));
        changing.does(BEN, new ChangeCommand.Begin());
        changing.does(BEN, new ChangeCommand.Implement("done"));
        assertThat(model.now().uses()).isEqualTo(1);
        assertThat(model.now().failures()).isZero();
        model.does(new ChangeModelCommand.Retire("no disks are left"));
        assertThat(Map.of(changing.status(), model.status())).isEqualTo(Map.of("implemented", "retired"));
    }

    @Test
    void aStandardChangeWithoutAModelIsNone() {
        assertThat(company.itsm
                        .changes()
                        .submit(
                                caller(BEN),
                                ChangeCommand.draft()
                                        .draft(TicketDraft.builder()
                                                .title("New disk")
                                                .build())
                                        .type(ChangeType.STANDARD)
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("model.missing");
        assertThat(company.itsm
                        .changes()
                        .submit(
                                caller(BEN),
                                ChangeCommand.draft()
                                        .draft(TicketDraft.builder()
                                                .title("New disk")
                                                .build())
                                        .type(ChangeType.NORMAL)
                                        .model(Modelling.in(company, "approved").ref())
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("model.of-another-type");
    }
}
