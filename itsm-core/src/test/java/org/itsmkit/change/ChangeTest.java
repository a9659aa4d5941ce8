package org.itsmkit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.Optional;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketPolicy;
import org.itsmkit.ticket.TicketTask;
import org.junit.jupiter.api.Test;

/** From a draft to what was made of it. */
class ChangeTest {

    private final Company company = Company.open();
    private final RecordId id = company.draft().id();

    private Change change() {
        return company.changeNow(id).record();
    }

    @Test
    void aChangeIsAuthorisedImplementedAndClosed() {
        company.aMinuteLater();
        company.changes(DORA, id, new ChangeCommand.Authorise("go"));
        assertThat(change().authorisation())
                .contains(new Authorisation(
                        DORA,
                        company.clock.instant(),
                        "go",
                        Authorisation.Basis.PERSON,
                        change().content(),
                        Optional.empty(),
                        false));
        company.changes(BEN, id, new ChangeCommand.Implement("as planned"));
        assertThat(change().result())
                .contains(new Result(
                        ChangeOutcome.SUCCESSFUL, "as planned", company.clock.instant(), company.clock.instant(), BEN));
        company.changes(BEN, id, new TicketCommand.Close<>());
        assertThat(company.store.journal(Company.ACME, Changes.KIND, id, 0, 10))
                .extracting(JournalEntry::name)
                .containsExactly("drafted", "authorised", "implemented", "moved");
    }

    @Test
    void nobodyAuthorisesTheirOwn() {
        assertThat(company.refusedChange(BEN, id, new ChangeCommand.Authorise("go"))
                        .code())
                .isEqualTo("rule:nobody-authorises-their-own");
        RecordId forCarla = done(company.itsm
                        .changes()
                        .submit(
                                caller(BEN).actingFor(CARLA),
                                new ChangeCommand.Draft(
                                        TicketDraft.builder().title("x").build(), "plan")))
                .id();
        assertThat(company.refusedChange(BEN, forCarla, new ChangeCommand.Authorise("go"))
                        .code())
                .isEqualTo("rule:nobody-authorises-their-own");
        assertThat(company.refusedChange(CARLA, forCarla, new ChangeCommand.Authorise("go"))
                        .code())
                .isEqualTo("rule:nobody-authorises-their-own");
        company.changes(DORA, forCarla, new ChangeCommand.Authorise("go"));
    }

    @Test
    void nobodyAuthorisesOnBehalfOfWhoAsked() {
        assertThat(company.itsm
                        .changes()
                        .submit(caller(DORA).actingFor(BEN), id, new ChangeCommand.Authorise("go"))
                        .getLeft()
                        .code())
                .isEqualTo("rule:nobody-authorises-their-own");
    }

    @Test
    void thereIsAPlan() {
        RecordId without = company.draft(BEN, " ").id();
        assertThat(company.refusedChange(DORA, without, new ChangeCommand.Authorise("go"))
                        .code())
                .isEqualTo("rule:there-is-a-plan");
        assertThat(company.refusedChange(BEN, without, new ChangeCommand.Authorise("go"))
                        .violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder("rule:there-is-a-plan", "rule:nobody-authorises-their-own");
    }

    @Test
    void aDraftWithoutAPlanIsGivenOneAndAuthorised() {
        RecordId without = company.draft(BEN, " ").id();
        company.changes(BEN, without, new ChangeCommand.Revise("two disks"));
        assertThat(company.changeNow(without).record().ticket().status()).isEqualTo(ChangeLifecycle.DRAFT);
        company.changes(DORA, without, new ChangeCommand.Authorise("go"));

        Change authorised = company.changeNow(without).record();
        assertThat(authorised.plans().implementation()).isEqualTo("two disks");
        assertThat(authorised.authorisation().orElseThrow().by()).isEqualTo(DORA);
        assertThat(authorised.ticket().status()).isEqualTo(ChangeLifecycle.AUTHORISED);
        assertThat(FoldLaw.check(company.store, Company.ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void aRevisedChangeIsAuthorisedAnew() {
        company.changes(DORA, id, new ChangeCommand.Authorise("go"));
        company.changes(BEN, id, new ChangeCommand.Revise("two disks"));
        assertThat(change().plans().implementation()).isEqualTo("two disks");
        assertThat(change().authorisation()).isEmpty();
        assertThat(company.refusedChange(BEN, id, new ChangeCommand.Implement("done"))
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        company.changes(CARLA, id, new ChangeCommand.Authorise(""));
        assertThat(change().authorisation().orElseThrow().by()).isEqualTo(CARLA);
    }

    @Test
    void theTasksOfAProcedureAreThereFromTheBeginningAndAddedWhereItGoesAnotherWay() {
        Company strict = Changing.company(
                ChangeProcedure.of(ChangeType.NORMAL).withTasks("Tell the users", "Look at the logs"),
                ChangeProcedure.of(ChangeType.EMERGENCY).withTasks("Look at the logs", "Call the supplier"));
        Changing changing = Changing.drafted(strict, ChangeType.NORMAL);
        changing.does(BEN, new PlanningCommand.Reclassify(ChangeType.EMERGENCY));
        assertThat(changing.now().ticket().worksheetOrBlank().tasks())
                .extracting(TicketTask::title)
                .containsExactly("Tell the users", "Look at the logs", "Tell the users", "Call the supplier");
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        assertThat(changing.refused(BEN, new ChangeCommand.Implement("done")).code())
                .isEqualTo("rule:mandatory-tasks-are-over");
    }

    @Test
    void noWayBackToPlanningKeepsTheApproval() {
        company.changes(DORA, id, new ChangeCommand.Authorise("go"));
        company.changes(DORA, id, new TicketCommand.Migrate<>("draft", Optional.empty(), "a mistake"));
        assertThat(change().authorisation()).isEmpty();
    }

    @Test
    void whatIsWrongWithADraftIsToldAtOnce() {
        Rejection rejection = company.itsm
                .changes()
                .submit(
                        caller(ANNA),
                        new ChangeCommand.Draft(TicketDraft.builder().title("").build(), "nul \0"))
                .getLeft();
        assertThat(rejection.violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder("text.missing", "text.not-storable");
        assertThat(company.refusedChange(DORA, id, new ChangeCommand.Authorise("x".repeat(4_001)))
                        .code())
                .isEqualTo("text.too-long");
    }

    @Test
    void everyRuleHasItsName() {
        assertThat(ChangePolicy.standard().rules())
                .extracting(Rule::name)
                .contains(
                        "nobody-authorises-their-own",
                        "there-is-a-plan",
                        "link-makes-no-cycle",
                        "mandatory-tasks-are-over")
                .contains(
                        "required-plans-are-there",
                        "is-scheduled",
                        "risk-is-assessed",
                        "risk-is-up-to-date",
                        "model-is-pre-authorised",
                        "model-is-not-suspended",
                        "approval-is-given",
                        "rejection-is-given",
                        "approval-has-expired",
                        "authorisation-holds",
                        "closed-after-review")
                .hasSize(TicketPolicy.<Change>standard().rules().size() + 13);
    }
}
