package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.servicelevel.Agreeing.GLOBEX;
import static org.itsmkit.servicelevel.Agreeing.INITECH;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.drafted;
import static org.itsmkit.servicelevel.Agreeing.ola;
import static org.itsmkit.servicelevel.Agreeing.resolution;
import static org.itsmkit.servicelevel.Agreeing.sla;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** Everything that a person can say wrong: at its bound, just inside and just outside. */
class AgreementInputsTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("2199-01-01T00:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2198, 12, 31);

    private final Company company = Company.open();

    private Agreeing active() {
        return Agreeing.active(company, sla().build());
    }

    /** What stands against it; nothing if it is done. */
    private List<String> codes(AgreementCommand.Draft.Builder draft) {
        Either<Rejection, Stored<Agreement>> outcome = company.itsm.agreements().submit(caller(DORA), draft.build());
        return outcome.isRight() ? List.of() : codes(outcome.getLeft());
    }

    private static List<String> codes(Agreeing agreeing, Command<Agreement> command) {
        return codes(agreeing.refused(command));
    }

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    /** Says {@code command} of texts that are too long, blank, and as long as may be. */
    private void assertHasAText(int most, Agreeing agreeing, Function<String, Command<Agreement>> command) {
        assertThat(codes(agreeing, command.apply("x".repeat(most + 1)))).containsExactly("text.too-long");
        assertThat(codes(agreeing, command.apply(" \n"))).contains("text.missing");
        assertThat(codes(agreeing, command.apply("x\u0000"))).contains("text.not-storable");
        company.aMinuteLater();
        agreeing.does(command.apply("x".repeat(most)));
    }

    @Test
    void anAgreementIsCalledSomethingInOneLine() {
        assertThat(codes(sla().title("x".repeat(255)))).isEmpty();
        assertThat(codes(sla().title("x".repeat(256)))).containsExactly("text.too-long");
        assertThat(codes(sla().title("Gold\nand silver"))).containsExactly("text.not-one-line");
        Agreeing agreeing = drafted(company, sla().build());
        assertHasAText(255, agreeing, title -> new AgreementCommand.Describe(title, 1));
        assertThat(codes(agreeing, new AgreementCommand.Describe("Gold\nand silver", 1)))
                .containsExactly("text.not-one-line");
    }

    @Test
    void reasonsAndFindingsSaySomething() {
        assertHasAText(4_000, drafted(company, sla().build()), AgreementEndingCommand.Withdraw::new);
        assertHasAText(4_000, active(), AgreementEndingCommand.Terminate::new);
        assertHasAText(4_000, active(), reason -> new AgreementEndingCommand.GiveNotice(APRIL, reason));
        Agreeing reviewed = Agreeing.in(company, "under-review");
        assertHasAText(4_000, reviewed, finding -> new AgreementReviewCommand.EndReview(finding, Optional.empty()));
    }

    @Test
    void onlyAServiceLevelAgreementIsMadeWithACustomer() {
        assertThat(codes(sla().customer(GLOBEX))).isEmpty();
        assertThat(codes(ola(4).customer(GLOBEX))).containsExactly("agreement.customer");
    }

    @Test
    void aTeamMakesOperationalLevelAgreementsAndASupplierMakesContracts() {
        AgreementCommand.Draft.Builder contract = sla().type(AgreementType.UNDERPINNING);

        assertThat(codes(sla())).isEmpty();
        assertThat(codes(sla().team(OPERATIONS))).containsExactly("agreement.team");
        assertThat(codes(sla().supplier(INITECH))).containsExactly("agreement.supplier");
        assertThat(codes(ola(4))).isEmpty();
        assertThat(codes(ola(4).team(Optional.empty()))).containsExactly("agreement.team");
        assertThat(codes(ola(4).supplier(INITECH))).containsExactly("agreement.supplier");
        assertThat(codes(contract)).containsExactly("agreement.supplier");
        assertThat(codes(contract.supplier(INITECH))).isEmpty();
        assertThat(codes(contract.team(OPERATIONS))).containsExactly("agreement.team");
    }

    private List<RestsOn> others(int many) {
        List<RestsOn> others = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            others.add(new RestsOn(drafted(company, ola(4).build()).id, 1));
        }
        return others;
    }

    @Test
    void anAgreementRestsOnTwentyOthersAtMost() {
        List<RestsOn> many = others(RestsOn.MOST + 1);
        List<RestsOn> atMost = many.subList(0, RestsOn.MOST);
        Agreeing agreeing = drafted(company, sla().build());

        assertThat(codes(sla().restsOn(many))).containsExactly("agreement.rests-on-too-many");
        assertThat(codes(sla().restsOn(atMost))).isEmpty();
        assertThat(codes(agreeing, new AgreementCommand.RestOn(many))).containsExactly("agreement.rests-on-too-many");
        assertThat(agreeing.does(new AgreementCommand.RestOn(atMost)).restsOn()).isEqualTo(atMost);
    }

    @Test
    void anAgreementRestsOnAnotherOnce() {
        RecordId operations = others(1).get(0).agreement();
        List<RestsOn> twice = List.of(new RestsOn(operations, 1), new RestsOn(operations, 2));

        assertThat(codes(sla().restsOn(twice))).containsExactly("agreement.rests-on-one-twice");
        assertThat(codes(drafted(company, sla().build()), new AgreementCommand.RestOn(twice)))
                .containsExactly("agreement.rests-on-one-twice");
    }

    @Test
    void stepsAreCountedFromOneToTwenty() {
        RecordId operations = others(1).get(0).agreement();
        Agreeing agreeing = drafted(company, sla().build());

        for (int step : List.of(0, RestsOn.MOST_STEPS + 1)) {
            List<RestsOn> noSuchStep = List.of(new RestsOn(operations, step));
            assertThat(codes(sla().restsOn(noSuchStep))).containsExactly("agreement.no-such-step");
            assertThat(codes(agreeing, new AgreementCommand.RestOn(noSuchStep)))
                    .containsExactly("agreement.no-such-step");
        }
        for (int step : List.of(1, RestsOn.MOST_STEPS)) {
            List<RestsOn> sound = List.of(new RestsOn(operations, step));
            assertThat(codes(sla().restsOn(sound))).isEmpty();
            assertThat(agreeing.does(new AgreementCommand.RestOn(sound)).restsOn())
                    .isEqualTo(sound);
        }
    }

    @Test
    void termsThatAreWrongAreNeitherDraftedNorProposed() {
        ProposedTerms twice = ProposedTerms.builder()
                .addCommitments(resolution("one", 1), resolution("one", 2))
                .putHours("desk", Agreeing.DESK)
                .build();

        assertThat(codes(sla().terms(twice))).containsExactly("agreement.commitment-twice");
        assertThat(codes(sla().terms(Optional.empty()))).isEmpty();
        assertThat(codes(active(), new AgreementCommand.Revise(twice))).containsExactly("agreement.commitment-twice");
    }

    @Test
    void reviewsArePlannedForYearsThatAreKnown() {
        Agreeing agreeing = active();
        Agreeing reviewed = Agreeing.in(company, "under-review");

        for (LocalDate never : List.of(LocalDate.of(1969, 12, 31), LAST_DAY.plusDays(1))) {
            assertThat(codes(sla().reviewOn(never))).containsExactly("agreement.out-of-range");
            assertThat(codes(agreeing, new AgreementReviewCommand.SetReviewDate(Optional.of(never))))
                    .containsExactly("agreement.out-of-range");
            assertThat(codes(reviewed, new AgreementReviewCommand.EndReview("all is well", Optional.of(never))))
                    .containsExactly("agreement.out-of-range");
        }
        assertThat(codes(sla().reviewOn(LocalDate.of(1970, 1, 1)))).containsExactly("rule:review-lies-ahead");
        assertThat(codes(sla().reviewOn(LAST_DAY))).isEmpty();
        assertThat(agreeing.does(new AgreementReviewCommand.SetReviewDate(Optional.of(LAST_DAY)))
                        .reviewOn())
                .contains(LAST_DAY);
        assertThat(reviewed.does(new AgreementReviewCommand.EndReview("all is well", Optional.of(LAST_DAY)))
                        .reviewOn())
                .contains(LAST_DAY);
    }

    @Test
    void agreementsHoldInYearsThatAreKnown() {
        Agreeing agreeing = drafted(company, sla().build());
        Instant last = END_OF_TIME.minusNanos(1_000);

        assertThat(codes(agreeing, AgreementCommand.Agree.from(Instant.EPOCH.minusNanos(1))))
                .containsExactly("agreement.out-of-range");
        assertThat(codes(agreeing, AgreementCommand.Agree.from(END_OF_TIME))).containsExactly("agreement.out-of-range");
        assertThat(codes(agreeing, new AgreementCommand.Agree(MARCH, Optional.of(END_OF_TIME))))
                .containsExactly("agreement.out-of-range");
        Agreement agreed = agreeing.does(new AgreementCommand.Agree(Instant.EPOCH, Optional.of(last)));
        assertThat(agreed.versions().get(0).from()).isEqualTo(Instant.EPOCH);
        assertThat(agreed.endsAt()).contains(last);
    }

    @Test
    void anAgreementLastsAMicrosecondAtLeast() {
        Agreeing agreeing = drafted(company, sla().build());

        assertThat(codes(agreeing, new AgreementCommand.Agree(MARCH, Optional.of(MARCH.plusNanos(999)))))
                .containsExactly("agreement.ends-before-it-begins");
        assertThat(agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(MARCH.plusNanos(1_000))))
                        .endsAt())
                .contains(MARCH.plusNanos(1_000));
    }

    @Test
    void noticeIsGivenOfAnEndThatLiesAhead() {
        Agreeing agreeing = active();
        Instant now = company.clock.instant();

        assertThat(codes(agreeing, new AgreementEndingCommand.GiveNotice(END_OF_TIME, "too dear")))
                .containsExactly("agreement.out-of-range");
        assertThat(codes(agreeing, new AgreementEndingCommand.GiveNotice(Instant.EPOCH.minusNanos(1), "too dear")))
                .containsExactly("agreement.out-of-range");
        assertThat(codes(agreeing, new AgreementEndingCommand.GiveNotice(Instant.EPOCH, "too dear")))
                .containsExactly("agreement.notice-too-late");
        assertThat(codes(agreeing, new AgreementEndingCommand.GiveNotice(now.plusNanos(999), "too dear")))
                .containsExactly("agreement.notice-too-late");
        Instant soon = now.plusNanos(1_000);
        assertThat(agreeing.does(new AgreementEndingCommand.GiveNotice(soon, "too dear"))
                        .endsAt())
                .contains(soon);
    }

    @Test
    void noticeIsNotGivenOfAnEndLaterThanThatWhichIsAgreed() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());

        assertThat(codes(agreeing, new AgreementEndingCommand.GiveNotice(APRIL.plusNanos(1_000), "too dear")))
                .containsExactly("agreement.notice-too-late");
        Agreement noticed = agreeing.does(new AgreementEndingCommand.GiveNotice(APRIL, "too dear"));
        assertThat(noticed.termination()).contains(new Termination(APRIL, "too dear"));
        assertThat(noticed.endsAt()).contains(APRIL);
    }

    @Test
    void thereMustBeTermsWhoseHoursAreRenewed() {
        Agreeing empty = drafted(company, sla().terms(Optional.empty()).build());

        assertThat(codes(empty, new AgreementCommand.RenewHours())).containsExactly("agreement.nothing-to-renew");
    }

    @Test
    void hoursThatHaveBecomeTooLongAreNotProposed() {
        Agreeing agreeing = active();
        List<CalendarData.Version> years = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            LocalDate day = LocalDate.of(2026 + i, 5, 1);
            years.add(new CalendarData.Version(
                    Optional.of(day), Map.of(), Collections.nCopies(1_000, DayRule.holiday("", day))));
        }
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putCalendars("desk", new CalendarData(ZoneOffset.UTC, years))
                        .build()));

        assertThat(codes(agreeing, new AgreementCommand.RenewHours())).containsExactly("agreement.hours-too-long");
    }
}
