package org.itsmkit.knownerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.TicketDraft;

/** A known error at Acme, and what Dora does to it. */
public final class Knowing {

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Knowing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** The mail client crashes, as Dora begins to write it down. */
    public static KnownErrorCommand.Identify.Builder crash() {
        return KnownErrorCommand.identify()
                .draft(TicketDraft.builder()
                        .title("Mail client crashes")
                        .service(Company.MAIL)
                        .build())
                .symptom("The mail client closes when a long attachment is opened")
                .workaround("Save the attachment first")
                .affected(new Affected(Set.of(AffectedItem.of("mail-client", "4.2")), Set.of("0xC0000005")));
    }

    /** Dora writes it down. */
    public static Knowing of(Company company, KnownErrorCommand.Identify known) {
        return new Knowing(
                company,
                done(company.itsm.knownErrors().submit(caller(DORA), known)).id());
    }

    /** One in that status. */
    public static Knowing in(Company company, String status) {
        Knowing knowing = of(company, crash().build());
        company.aMinuteLater();
        switch (status) {
            case "identified" -> {}
            case "workaround-verified" -> knowing.does(new KnownErrorCommand.VerifyWorkaround());
            case "fix-planned" -> knowing.does(new FixingCommand.PlanFix<>(aChange(company)));
            case "fixed" -> knowing.does(new FixCommand.RecordFix("the vendor mended it"));
            case "retired" -> knowing.does(new KnownErrorCommand.Retire("nobody uses it any longer"));
            default -> throw new IllegalArgumentException(status);
        }
        assertThat(knowing.status()).isEqualTo(status);
        company.aMinuteLater();
        return knowing;
    }

    /** A change that somebody drafted. */
    public static RecordRef aChange(Company company) {
        return Company.change(company.draft().id());
    }

    /** What it is called elsewhere. */
    public RecordRef ref() {
        return RecordRef.of(KnownErrors.NAME, id);
    }

    /** Dora does that to it, and it succeeds. */
    public KnownError does(Command<KnownError> command) {
        return done(company.itsm.knownErrors().submit(caller(DORA), id, command))
                .record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<KnownError> command) {
        Company.Trace before = company.trace();
        var outcome = company.itsm.knownErrors().submit(caller(DORA), id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** It as it is kept. */
    public KnownError now() {
        return company.store.find(ACME, KnownErrors.KIND, id).orElseThrow().record();
    }

    /** Where it stands. */
    public String status() {
        return now().ticket().status().name();
    }

    /** All that happened to it. */
    public List<JournalEntry> journal() {
        return company.store.journal(ACME, KnownErrors.KIND, id, 0, 10_000);
    }
}
