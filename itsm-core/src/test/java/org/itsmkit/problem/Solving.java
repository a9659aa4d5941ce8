package org.itsmkit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** A problem at Acme, and what Dora does to it. */
public final class Solving {

    /** Why the disk of the mail server fills up. */
    public static final String CAUSE = "Nobody watches the disk";

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Solving(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** Mail is down again and again. */
    public static ProblemCommand.Log.Builder mail() {
        return ProblemCommand.log()
                .draft(TicketDraft.builder()
                        .title("Mail is down again and again")
                        .service(Company.MAIL)
                        .build())
                .origin(Origin.REACTIVE);
    }

    /** Dora writes it down. */
    public static Solving of(Company company, ProblemCommand.Log log) {
        return new Solving(
                company, done(company.itsm.problems().submit(caller(DORA), log)).id());
    }

    /** Two whys, of which the last is in our hands and shown by a log. */
    public static Analysis whys() {
        return FiveWhys.chain(
                "Mail is down",
                List.of(
                        FiveWhys.Why.of("Why is mail down?", "The disk is full").shownBy(Evidence.of("df says 100 %")),
                        FiveWhys.Why.of("Why is the disk full?", CAUSE)
                                .shownBy(Evidence.of("there is no check of it"))
                                .inOurControl()));
    }

    /** One in that status. */
    public static Solving in(Company company, String status) {
        Solving solving = of(company, mail().build());
        company.aMinuteLater();
        if (status.equals("logged")) {
            return solving;
        }
        if (status.equals("cancelled")) {
            solving.does(new TicketCommand.Cancel<>("there is none"));
        } else {
            solving.does(new ProblemCommand.Assess("three times this week"));
            if (status.equals("risk-accepted")) {
                solving.does(new RiskCommand.AcceptRisk(
                        AcceptedRisk.Code.TOO_COSTLY, "a new server costs more", LocalDate.of(2030, 1, 2)));
            } else {
                solving.goesOn(status);
            }
        }
        assertThat(solving.status()).isEqualTo(status);
        company.aMinuteLater();
        return solving;
    }

    private void goesOn(String status) {
        List<String> path = List.of(
                "assessed", "under-investigation", "root-cause-identified", "fix-in-progress", "resolved", "closed");
        int to = status.equals("on-hold") ? 1 : path.indexOf(status);
        if (to >= 1) {
            does(new ProblemCommand.Investigate(""));
            does(new AnalysisCommand.Analyse("whys", whys()));
        }
        if (status.equals("on-hold")) {
            does(new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        }
        if (to >= 2) {
            does(new AnalysisCommand.IdentifyRootCause(CAUSE));
        }
        if (status.equals("fix-in-progress")) {
            does(new FixingCommand.PlanFix<>(Company.change(company.draft().id())));
        }
        if (to >= 4) {
            does(new ProblemCommand.Resolve("the disk is watched"));
        }
        if (to >= 5) {
            does(new ProblemCommand.LookBack("we were quick", "", List.of("watch all disks")));
            does(new TicketCommand.Close<>());
        }
    }

    /** What it is called elsewhere. */
    public RecordRef ref() {
        return RecordRef.of(Problems.NAME, id);
    }

    /** Dora does that to it, and it succeeds. */
    public Problem does(Command<Problem> command) {
        return done(company.itsm.problems().submit(caller(DORA), id, command)).record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<Problem> command) {
        Company.Trace before = company.trace();
        var outcome = company.itsm.problems().submit(caller(DORA), id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** It as it is kept. */
    public Problem now() {
        return company.store.find(ACME, Problems.KIND, id).orElseThrow().record();
    }

    /** Where it stands. */
    public String status() {
        return now().ticket().status().name();
    }

    /** All that happened to it. */
    public List<JournalEntry> journal() {
        return company.store.journal(ACME, Problems.KIND, id, 0, 10_000);
    }

    /** An incident that shows that it is not gone. */
    public Set<RecordRef> another() {
        return Set.of(Company.incident(company.log().id()));
    }

    /** Every fix that is planned was made in vain. */
    public void allFixesFail() {
        now().fixes().stream()
                .filter(fix -> fix.state() == Fix.State.PLANNED)
                .forEach(fix -> does(new FixingCommand.NoteFix<>(fix.change(), Fix.State.FAILED)));
    }

    /** A change is planned to fix it, also where that is no longer possible by a detour. */
    public void planned() {
        String status = status();
        if (status.equals("fix-in-progress")) {
            return;
        }
        if (status.equals("on-hold")) {
            does(new TicketCommand.Resume<>());
        }
        if (!status.equals("root-cause-identified")) {
            does(new AnalysisCommand.IdentifyRootCause(CAUSE));
        }
        does(new FixingCommand.PlanFix<>(Company.change(company.draft().id())));
        does(new ProblemCommand.Investigate("it was not the disk"));
        if (status.equals("on-hold")) {
            does(new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        } else if (status.equals("root-cause-identified")) {
            does(new AnalysisCommand.IdentifyRootCause(CAUSE));
        }
    }

    /** A task is planned, also where that is no longer possible by a detour through the analysis. */
    public void task() {
        boolean isResolved = status().equals("resolved");
        if (isResolved) {
            does(new ProblemCommand.Reanalyse("it is back", another()));
        }
        does(new TaskCommand.Add<>(
                TaskId.of("tell"), "Tell the users", false, Set.of(), Optional.empty(), Optional.empty()));
        if (isResolved) {
            does(new AnalysisCommand.IdentifyRootCause(CAUSE));
            does(new ProblemCommand.Resolve("the disk is watched"));
        }
    }
}
