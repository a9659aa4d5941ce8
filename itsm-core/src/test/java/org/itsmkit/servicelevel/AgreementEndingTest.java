package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.drafted;
import static org.itsmkit.servicelevel.Agreeing.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Timer;
import org.itsmkit.spi.store.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How agreements end or never begin, and what comes by itself until then. */
class AgreementEndingTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Timer BEGIN = new Timer("begin", MARCH);
    private static final Timer REVIEW = new Timer("review", Instant.parse("2026-03-02T00:00:00Z"));

    private final Company company = Company.open();

    private static Set<Timer> wanted(Agreement agreement) {
        return new AgreementTimers().wanted(agreement, Settings.of(0, Tailoring.none()));
    }

    @Test
    void aDraftIsWithdrawnForAReason() {
        Agreeing agreeing = drafted(company, sla().build());
        Agreement before = agreeing.now();
        company.aMinuteLater();
        AgreementEndingCommand.Withdraw withdraw = new AgreementEndingCommand.Withdraw("too dear");
        Agreement withdrawn = agreeing.does(withdraw);

        assertThat(withdraw.action()).isEqualTo(AgreementLifecycle.WITHDRAW);
        assertThat(withdrawn)
                .isEqualTo(before.withStatus(AgreementLifecycle.WITHDRAWN).withUpdatedAt(company.clock.instant()));
        assertThat(company.store.journal(ACME, Agreements.KIND, agreeing.id, 0, 10))
                .extracting(JournalEntry::name)
                .containsExactly("drafted", "withdrawn");
    }

    @Test
    void whatIsGivenUpBeforeItsEndEndsThen() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());
        company.aMinuteLater();
        Instant now = company.clock.instant();
        Agreement given = agreeing.does(new AgreementEndingCommand.Terminate("they left"));

        assertThat(given.endsAt()).contains(now);
        assertThat(given.termination()).contains(new Termination(now, "they left"));
        assertThat(given.versions())
                .singleElement()
                .satisfies(version -> assertThat(version.until()).contains(now));
    }

    @Test
    void whatIsGivenUpAfterItsEndEndedAtItsEnd() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());
        company.clock.set(APRIL.plusSeconds(60));
        Agreement given = agreeing.does(new AgreementEndingCommand.Terminate("they left"));

        assertThat(given.endsAt()).contains(APRIL);
        assertThat(given.termination()).contains(new Termination(APRIL, "they left"));
    }

    @Test
    void whatIsAgreedBeginsAndIsLookedAtByItself() {
        assertThat(wanted(Agreeing.in(company, "agreed").now())).containsExactlyInAnyOrder(BEGIN, REVIEW);
        assertThat(wanted(Agreeing.in(company, "active").now())).containsExactly(REVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "under-review", "terminated", "expired", "withdrawn"})
    void nothingComesByItselfOfWhatIsNotSignedOrLookedAtOrOver(String status) {
        Agreement agreement = Agreeing.in(company, status).now();

        assertThat(agreement.reviewOn()).contains(TODAY);
        assertThat(wanted(agreement)).isEmpty();
    }

    @Test
    void whatHasAnEndEndsByItself() {
        Agreeing agreeing = drafted(company, sla().build());
        Agreement agreed = agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));

        assertThat(wanted(agreed)).containsExactlyInAnyOrder(BEGIN, new Timer("end", APRIL));
        assertThat(wanted(agreeing.does(new AgreementCommand.Activate()))).containsExactly(new Timer("end", APRIL));
    }

    @Test
    void aReviewOfWhichTheOwnerWasToldIsNotDueAgain() {
        Agreeing agreeing = Agreeing.in(company, "active");
        assertThat(agreeing.now().reviewDue()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        Agreement told = agreeing.does(new AgreementReviewCommand.NoteReviewDue(TODAY));

        assertThat(told.reviewNoted()).contains(TODAY);
        assertThat(told.reviewDue()).isEmpty();
        assertThat(wanted(told)).isEmpty();
        Agreement later = agreeing.does(new AgreementReviewCommand.SetReviewDate(Optional.of(TODAY.plusDays(1))));
        assertThat(later.reviewDue()).contains(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void theKindSaysItsNameAndWhatIsPersonal() {
        assertThat(Agreements.KIND).hasToString("agreement");
        assertThat(Agreements.KIND.personal()).contains("owner", "title", "reason", "finding", "HandedOver.from");
        assertThat(AgreementLifecycle.standard().initial()).isEqualTo(AgreementLifecycle.DRAFT);
    }
}
