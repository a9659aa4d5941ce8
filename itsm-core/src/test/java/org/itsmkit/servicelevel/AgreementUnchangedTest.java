package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.servicelevel.Agreeing.ola;
import static org.itsmkit.servicelevel.Agreeing.sla;
import static org.itsmkit.servicelevel.Agreeing.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.LifecycleEditor;
import org.itsmkit.spi.store.JournalEntry;
import org.junit.jupiter.api.Test;

/** What would change nothing leaves no event, unless the tenant's lifecycle leads elsewhere by it. */
class AgreementUnchangedTest {

    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private final Company company = Company.open();

    /** Active, with something proposed, a date of review, and another on which it rests. */
    private Agreeing agreeing() {
        Agreeing operations = Agreeing.active(company, ola(4).build());
        Agreeing agreeing = Agreeing.active(
                company,
                sla().rank(3)
                        .addRestsOn(new RestsOn(operations.id, 1))
                        .reviewOn(MAY_DAY)
                        .build());
        agreeing.does(new AgreementCommand.Revise(terms(6)));
        return agreeing;
    }

    /** Everything that can be said again, as it is already. */
    private static List<Command<Agreement>> theSame(Agreement agreement) {
        return List.of(
                new AgreementCommand.Revise(terms(6)),
                new AgreementCommand.RenewHours(),
                new AgreementCommand.Describe("Gold", 3),
                new AgreementCommand.HandOver(DORA),
                new AgreementCommand.RestOn(agreement.restsOn()),
                new AgreementReviewCommand.SetReviewDate(Optional.of(MAY_DAY)));
    }

    private List<String> events(Agreeing agreeing) {
        return company.store.journal(ACME, Agreements.KIND, agreeing.id, 0, 1_000).stream()
                .map(JournalEntry::name)
                .toList();
    }

    @Test
    void whatIsSaidAgainLeavesNoEvent() {
        Agreeing agreeing = agreeing();
        Agreement before = agreeing.now();
        List<String> events = events(agreeing);
        company.aMinuteLater();

        for (Command<Agreement> command : theSame(before)) {
            assertThat(agreeing.does(command)).as("%s", command).isEqualTo(before);
            assertThat(events(agreeing)).as("%s", command).isEqualTo(events);
        }
    }

    @Test
    void whatIsSaidAgainMovesAnAgreementWhereTheLifecycleLeadsElsewhere() {
        for (int i = 0; i < theSame(agreeing().now()).size(); i++) {
            done(company.itsm.tailor(caller(DORA), Tailoring.none()));
            Agreeing agreeing = agreeing();
            Command<Agreement> command = theSame(agreeing.now()).get(i);
            List<String> events = events(agreeing);
            done(company.itsm.tailor(caller(DORA), movingBy(command.action())));

            assertThat(agreeing.does(command).status()).as("%s", command).isEqualTo(AgreementLifecycle.UNDER_REVIEW);
            assertThat(events(agreeing)).hasSize(events.size() + 1);
        }
    }

    private static Tailoring movingBy(Action action) {
        LifecycleEditor editor = AgreementLifecycle.standard()
                .edit()
                .remove(AgreementLifecycle.ACTIVE, action)
                .move(AgreementLifecycle.ACTIVE, action, AgreementLifecycle.UNDER_REVIEW);
        return Tailoring.builder().putLifecycles("agreement", editor.toData()).build();
    }

    @Test
    void whatIsSaidOtherwiseIsAnEventEach() {
        Agreeing agreeing = agreeing();
        List<String> events = events(agreeing);

        assertThat(agreeing.does(new AgreementCommand.Describe("Gold", 4)).rank())
                .isEqualTo(4);
        assertThat(agreeing.does(new AgreementCommand.Describe("Silver", 4)).title())
                .isEqualTo("Silver");
        assertThat(agreeing.does(new AgreementCommand.HandOver(BEN)).owner()).isEqualTo(BEN);
        assertThat(agreeing.does(new AgreementCommand.RestOn(List.of())).restsOn())
                .isEmpty();
        assertThat(agreeing.does(new AgreementReviewCommand.SetReviewDate(Optional.empty()))
                        .reviewOn())
                .isEmpty();
        assertThat(agreeing.does(new AgreementCommand.Revise(terms(5))).proposed())
                .map(Terms::commitments)
                .contains(terms(5).commitments());

        List<String> all = events(agreeing);
        assertThat(all.subList(events.size(), all.size()))
                .containsExactly("described", "described", "handed-over", "rested-on", "review-date-set", "revised");
    }

    @Test
    void aReviewIsDueOnceOnItsDayAndNotBefore() {
        Agreeing agreeing = agreeing();
        List<String> before = events(agreeing);
        company.clock.set(Agreement.beginOf(MAY_DAY).minusNanos(1_000));
        agreeing.does(new AgreementReviewCommand.NoteReviewDue(MAY_DAY));
        assertThat(events(agreeing)).as("the evening before").isEqualTo(before);

        company.clock.set(Agreement.beginOf(MAY_DAY));
        agreeing.does(new AgreementReviewCommand.NoteReviewDue(MAY_DAY.minusDays(1)));
        assertThat(events(agreeing)).as("of another day").isEqualTo(before);
        agreeing.does(new AgreementReviewCommand.NoteReviewDue(MAY_DAY));
        assertThat(events(agreeing)).hasSize(before.size() + 1).endsWith("review-due");
        agreeing.does(new AgreementReviewCommand.NoteReviewDue(MAY_DAY));
        assertThat(events(agreeing)).as("once more").hasSize(before.size() + 1);
    }
}
