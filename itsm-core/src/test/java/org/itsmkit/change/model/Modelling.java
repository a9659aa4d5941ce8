package org.itsmkit.change.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** A change model at Acme, which Ben proposed, and what Dora does to it. */
public final class Modelling {

    /** Nobody is asked. */
    public static final ChangeProcedure STANDARD = ChangeProcedure.of(ChangeType.STANDARD);
    /** One other person is asked. */
    public static final ChangeProcedure NORMAL = ChangeProcedure.of(ChangeType.NORMAL);

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Modelling(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** How disks are replaced, as Ben begins to write it down. */
    public static ChangeModelCommand.Propose.Builder disks() {
        return ChangeModelCommand.propose()
                .title("Replace a disk")
                .description("Of a server that has another")
                .owner(BEN)
                .procedure(STANDARD);
    }

    /** Ben proposes that. */
    public static Modelling of(Company company, ChangeModelCommand.Propose proposal) {
        return new Modelling(
                company,
                done(company.itsm.changeModels().submit(caller(BEN), proposal)).id());
    }

    /** Ben proposes standard changes, of which so many may fail, and Dora approves. */
    public static Modelling approved(Company company, int failuresAllowed) {
        Modelling modelling =
                of(company, disks().failuresAllowed(failuresAllowed).build());
        modelling.does(new ChangeModelCommand.Approve("good"));
        return modelling;
    }

    /** One in that status. */
    public static Modelling in(Company company, String status) {
        Modelling modelling = of(company, disks().build());
        company.aMinuteLater();
        switch (status) {
            case "proposed" -> {}
            case "rejected" -> modelling.does(new ChangeModelCommand.Reject("say how"));
            default -> modelling.does(new ChangeModelCommand.Approve("good"));
        }
        company.aMinuteLater();
        switch (status) {
            case "suspended" -> modelling.does(new ChangeModelCommand.Suspend("wait"));
            case "retired" -> modelling.does(new ChangeModelCommand.Retire("no disks are left"));
            default -> {}
        }
        assertThat(modelling.status()).isEqualTo(status);
        company.aMinuteLater();
        return modelling;
    }

    /** A change that somebody drafted. */
    public RecordRef aChange() {
        return Company.change(company.draft().id());
    }

    /** What it is called elsewhere. */
    public RecordRef ref() {
        return RecordRef.of(ChangeModels.NAME, id);
    }

    /** Dora does that to it, and it succeeds. */
    public ChangeModel does(Command<ChangeModel> command) {
        return does(caller(DORA), command);
    }

    /** Somebody does that to it, and it succeeds. */
    public ChangeModel does(Caller who, Command<ChangeModel> command) {
        return done(company.itsm.changeModels().submit(who, id, command)).record();
    }

    /** Another change is made by it, and goes so. */
    public RecordRef used(ChangeOutcome outcome) {
        RecordRef change = aChange();
        does(new ChangeModelCommand.RecordUse(change, outcome));
        return change;
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<ChangeModel> command) {
        return refused(caller(DORA), command);
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection refused(Caller who, Command<ChangeModel> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<ChangeModel>> outcome =
                company.itsm.changeModels().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** It as it is kept. */
    public ChangeModel now() {
        return company.store.find(ACME, ChangeModels.KIND, id).orElseThrow().record();
    }

    /** Where it stands. */
    public String status() {
        return now().status().name();
    }

    /** All that happened to it. */
    public List<JournalEntry> journal() {
        return company.store.journal(ACME, ChangeModels.KIND, id, 0, 10_000);
    }

    /** The events by their stable names. */
    public List<String> events() {
        return journal().stream().map(JournalEntry::name).toList();
    }

    /** Another procedure, which allows any number of failures. */
    public static ChangeModelCommand.Revise revision(ChangeProcedure procedure) {
        return new ChangeModelCommand.Revise(procedure, Optional.empty());
    }
}
