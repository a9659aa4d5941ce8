package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.servicelevel.Agreeing.DESK;
import static org.itsmkit.servicelevel.Agreeing.GLOBEX;
import static org.itsmkit.servicelevel.Agreeing.INITECH;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.drafted;
import static org.itsmkit.servicelevel.Agreeing.ola;
import static org.itsmkit.servicelevel.Agreeing.resolution;
import static org.itsmkit.servicelevel.Agreeing.sla;
import static org.itsmkit.servicelevel.Agreeing.terms;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** How agreements come about, change and end. */
class AgreementTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private final Company company = Company.open();

    private Agreeing active() {
        return Agreeing.active(company, sla().build());
    }

    private List<String> codes(AgreementCommand.Draft draft) {
        Either<Rejection, Stored<Agreement>> outcome = company.itsm.agreements().submit(caller(DORA), draft);
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    private static ProposedTerms promising(Commitment... commitments) {
        return ProposedTerms.builder()
                .addCommitments(commitments)
                .putHours("desk", DESK)
                .build();
    }

    @Test
    void aDraftHasANumberAndIsNotInForce() {
        Agreeing agreeing = drafted(company, sla().build());

        assertThat(agreeing.now().number()).isEqualTo("AGR0000001");
        assertThat(agreeing.now().proposed()).isPresent();
        assertThat(agreeing.now().versions()).isEmpty();
        assertThat(agreeing.now().isInForce()).isFalse();
        assertThat(company.itsm.settings().find(caller(DORA), org.itsmkit.settings.SettingsKind.ID))
                .isEmpty();
    }

    @Test
    void whatIsSignedHoldsFromItsBeginningUntilItsEnd() {
        Agreeing agreeing = active();
        agreeing.does(new AgreementCommand.Revise(terms(6)));
        agreeing.does(new AgreementCommand.Agree(APRIL, Optional.of(MAY)));
        Agreement agreement = agreeing.now();

        assertThat(agreement.inForce(MARCH.minusNanos(1_000))).isEmpty();
        assertThat(agreement.inForce(MARCH)).map(AgreementVersion::number).contains(1);
        assertThat(agreement.inForce(APRIL.minusNanos(1_000)))
                .map(AgreementVersion::number)
                .contains(1);
        assertThat(agreement.inForce(APRIL)).map(AgreementVersion::number).contains(2);
        assertThat(agreement.inForce(MAY.minusNanos(1_000)))
                .map(AgreementVersion::number)
                .contains(2);
        assertThat(agreement.inForce(MAY)).isEmpty();
        assertThat(agreement.endsAt()).contains(MAY);
    }

    @Test
    void revisingChangesNothingThatHolds() {
        Agreeing agreeing = active();
        Agreement before = agreeing.now();
        Agreement after = agreeing.does(new AgreementCommand.Revise(terms(2)));

        assertThat(after.versions()).isEqualTo(before.versions());
        assertThat(after.proposed()).map(Terms::commitments).contains(List.of(resolution("resolution", 2)));
    }

    @Test
    void thePastIsNotRewritten() {
        Agreeing agreeing = active();
        agreeing.agrees(6, APRIL);
        agreeing.does(new AgreementCommand.Revise(terms(4)));

        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(APRIL))))
                .containsExactly("agreement.rewrites-the-past");
        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(MARCH))))
                .containsExactly("agreement.rewrites-the-past");
        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(APRIL.plusNanos(999)))))
                .containsExactly("agreement.rewrites-the-past");
        assertThat(agreeing.does(AgreementCommand.Agree.from(APRIL.plusNanos(1_000)))
                        .versions())
                .hasSize(3);
    }

    @Test
    void whatEndedBeforeTheNextBeginsLeavesAGap() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());
        Agreement agreement = agreeing.agrees(6, MAY);

        assertThat(agreement.inForce(APRIL)).isEmpty();
        assertThat(agreement.inForce(MAY)).isPresent();
        assertThat(agreement.endsAt()).isEmpty();
    }

    @Test
    void anAgreementEndsAfterItBeginsAndWithinTheYearsThatAreKnown() {
        Agreeing agreeing = drafted(company, sla().build());

        assertThat(codes(agreeing.refused(new AgreementCommand.Agree(APRIL, Optional.of(APRIL)))))
                .containsExactly("agreement.ends-before-it-begins");
        assertThat(codes(agreeing.refused(new AgreementCommand.Agree(APRIL, Optional.of(APRIL.plusNanos(999))))))
                .containsExactly("agreement.ends-before-it-begins");
        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(Instant.MIN))))
                .containsExactly("agreement.out-of-range");
        assertThat(codes(agreeing.refused(new AgreementCommand.Agree(APRIL, Optional.of(Instant.MAX)))))
                .containsExactly("agreement.out-of-range");
    }

    @Test
    void nothingIsSignedThatIsNotProposed() {
        Agreeing agreeing = active();

        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(APRIL))))
                .containsExactly("rule:something-is-proposed");
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addRulesOff("agreement/something-is-proposed")
                        .build()));
        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(APRIL))))
                .containsExactly("agreement.nothing-to-sign");
    }

    @Test
    void allThatIsWrongWithADraftIsToldAtOnce() {
        Target tenDays = Target.of(Metric.RESOLUTION, Amount.workingDays(10));
        ProposedTerms bad = ProposedTerms.builder()
                .addKinds("no kind")
                .coverage(FieldCondition.doing(Action.of("resolve")))
                .addCommitments(resolution("one", 1), resolution("one", 2))
                .addCommitments(new Commitment("days", FieldCondition.all(), tenDays, Optional.empty()))
                .build();

        assertThat(codes(sla().title(" ")
                        .customer(GLOBEX)
                        .team(OPERATIONS)
                        .supplier(INITECH)
                        .restsOn(Collections.nCopies(21, new RestsOn(RecordId.of("x"), 0)))
                        .terms(bad)
                        .reviewOn(LocalDate.MAX)
                        .build()))
                .contains(
                        "text.missing",
                        "agreement.team",
                        "agreement.supplier",
                        "agreement.rests-on-too-many",
                        "agreement.rests-on-one-twice",
                        "agreement.no-such-step",
                        "agreement.out-of-range",
                        "agreement.kind-is-no-name",
                        "agreement.speaks-of-actions",
                        "agreement.commitment-twice",
                        "agreement.hours-unknown",
                        "agreement.days-need-hours")
                .doesNotContain("agreement.customer");
        assertThat(codes(ola(4).customer(GLOBEX).team(Optional.empty()).build()))
                .containsExactlyInAnyOrder("agreement.customer", "agreement.team");
    }

    @Test
    void termsHaveBounds() {
        Condition deep = Condition.always();
        for (int i = 0; i < 10_000; i++) {
            deep = new Condition.Not(deep);
        }
        Target odd = Target.of(Metric.of("odd", deep, Condition.never()), Amount.openTime(Duration.ofHours(1)));
        Target wordy = Target.of(
                Metric.of("wordy", new Condition.Marked(java.util.Set.of("x".repeat(10_000))), Condition.never()),
                Amount.openTime(Duration.ofHours(1)));

        assertThat(codes(sla().terms(promising(Commitment.of("odd", odd, "desk")))
                        .build()))
                .containsExactly("agreement.conditions-too-long");
        assertThat(codes(sla().terms(promising(Commitment.of("wordy", wordy, "desk")))
                        .build()))
                .containsExactly("agreement.text-not-kept");
        ProposedTerms many = ProposedTerms.builder()
                .addAllCommitments(java.util.stream.IntStream.range(0, Terms.MOST_COMMITMENTS + 1)
                        .mapToObj(i -> resolution("c" + i, 1))
                        .toList())
                .putHours("desk", DESK)
                .build();
        assertThat(codes(sla().terms(many).build())).containsExactly("agreement.too-many-commitments");
    }

    @Test
    void hoursAreTakenFromTheTenantsCalendarsAndStay() {
        done(company.itsm.tailor(
                caller(DORA), Tailoring.builder().putCalendars("desk", DESK).build()));
        ProposedTerms byName = ProposedTerms.builder()
                .addCommitments(resolution("resolution", 8))
                .build();
        Agreeing agreeing = Agreeing.active(company, sla().terms(byName).build());
        CalendarData later = Agreeing.hours("10:00", "12:00");
        done(company.itsm.tailor(
                caller(DORA), Tailoring.builder().putCalendars("desk", later).build()));

        assertThat(agreeing.now().versions().get(0).terms().hours()).containsEntry("desk", DESK);

        agreeing.does(new AgreementCommand.RenewHours());
        assertThat(agreeing.now().versions().get(0).terms().hours()).containsEntry("desk", DESK);
        assertThat(agreeing.now().proposed().orElseThrow().hours()).containsEntry("desk", later);
        long version = done(company.itsm
                        .agreements()
                        .submit(caller(DORA), agreeing.id, new AgreementCommand.RenewHours()))
                .version();
        assertThat(agreeing.does(AgreementCommand.Agree.from(APRIL)).versions()).hasSize(2);
        assertThat(company.store
                        .find(ACME, Agreements.KIND, agreeing.id)
                        .orElseThrow()
                        .version())
                .isEqualTo(version + 1);
    }

    @Test
    void peopleAndTeamsAreKnown() {
        assertThat(codes(sla().owner(GUS).build())).containsExactly("rule:owner-is-known");
        assertThat(codes(ola(4).team(Company.BASEMENT).build())).containsExactly("rule:team-is-known");
        Agreeing agreeing = active();
        assertThat(codes(agreeing.refused(new AgreementCommand.HandOver(GUS)))).containsExactly("rule:owner-is-known");
        assertThat(agreeing.does(new AgreementCommand.HandOver(BEN)).owner()).isEqualTo(BEN);
    }

    @Test
    void itIsPutInForceWhenItBegins() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(AgreementCommand.Agree.from(APRIL));

        assertThat(codes(agreeing.refused(new AgreementCommand.Activate())))
                .containsExactly("rule:active-when-it-begins");
        company.clock.set(APRIL.minusNanos(1_000));
        company.work();
        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.AGREED);
        company.clock.set(APRIL);
        company.work();
        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.ACTIVE);
    }

    @Test
    void itExpiresAtItsEndAndNeverBefore() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());

        assertThat(codes(agreeing.refused(new AgreementEndingCommand.Expire())))
                .containsExactly("rule:expires-at-its-end");
        company.clock.set(APRIL.minusNanos(1_000));
        company.work();
        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.ACTIVE);
        company.clock.set(APRIL.plusSeconds(90));
        company.work();
        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.EXPIRED);
        assertThat(agreeing.now().endsAt()).contains(APRIL);
        assertThat(agreeing.now().versions().get(0).until()).contains(APRIL);
    }

    @Test
    void whatWasAgreedAnewDoesNotExpire() {
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        agreeing.does(new AgreementCommand.Activate());
        agreeing.agrees(6, APRIL);
        company.clock.set(APRIL);
        company.work();

        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.ACTIVE);
        assertThat(agreeing.now().inForce(APRIL)).map(AgreementVersion::number).contains(2);
    }

    @Test
    void noticeEndsItWhenItSays() {
        Agreeing agreeing = active();
        agreeing.agrees(6, MAY);
        company.aMinuteLater();
        assertThat(codes(agreeing.refused(new AgreementEndingCommand.GiveNotice(company.clock.instant(), "too dear"))))
                .containsExactly("agreement.notice-too-late");
        Agreement noticed = agreeing.does(new AgreementEndingCommand.GiveNotice(APRIL, "too dear"));

        assertThat(noticed.versions()).hasSize(1);
        assertThat(noticed.inForce(APRIL.minusNanos(1_000))).isPresent();
        assertThat(noticed.inForce(APRIL)).isEmpty();
        assertThat(codes(agreeing.refused(new AgreementCommand.Revise(terms(4)))))
                .containsExactly("rule:notice-is-final");
        company.clock.set(APRIL.plusSeconds(60));
        company.work();
        assertThat(agreeing.now().status()).isEqualTo(AgreementLifecycle.TERMINATED);
        assertThat(agreeing.now().termination()).contains(new Termination(APRIL, "too dear"));
        assertThat(company.told).anyMatch(notice -> notice.code().equals("agreement-terminated"));
    }

    @Test
    void whatIsTerminatedHoldsUntilThen() {
        Agreeing agreeing = active();
        agreeing.agrees(6, MAY);
        company.aMinuteLater();
        Instant end = company.clock.instant();
        Agreement agreement = agreeing.does(new AgreementEndingCommand.Terminate("they left"));

        assertThat(agreement.versions()).hasSize(1);
        assertThat(agreement.versions().get(0).until()).contains(end);
        assertThat(agreement.endsAt()).contains(end);
        assertThat(agreement.isInForce()).isFalse();
    }

    @Test
    void itsOwnerIsRemindedOfReviewsOnce() {
        Agreeing agreeing = active();
        LocalDate date = LocalDate.of(2026, 3, 20);
        agreeing.does(new AgreementReviewCommand.SetReviewDate(Optional.of(date)));
        company.clock.set(Instant.parse("2026-03-19T23:59:59.999999Z"));
        company.work();
        assertThat(reminders()).isZero();
        company.clock.set(Instant.parse("2026-03-20T00:00:00Z"));
        company.work();
        company.aMinuteLater();
        company.work();
        assertThat(reminders()).isEqualTo(1);

        agreeing.does(new AgreementReviewCommand.BeginReview());
        Agreement reviewed =
                agreeing.does(new AgreementReviewCommand.EndReview("all is well", Optional.of(date.plusYears(1))));
        assertThat(reviewed.reviews()).containsExactly(new Review(company.clock.instant(), DORA, "all is well"));
        assertThat(reviewed.reviewOn()).contains(date.plusYears(1));
        assertThat(codes(agreeing.refused(new AgreementReviewCommand.SetReviewDate(Optional.of(date.minusDays(1))))))
                .containsExactly("rule:review-lies-ahead");
        company.clock.set(Instant.parse("2027-03-20T00:00:00Z"));
        company.work();
        assertThat(reminders()).isEqualTo(2);
    }

    private long reminders() {
        return company.told.stream()
                .filter(notice -> notice.code().equals("agreement-review-due"))
                .count();
    }

    @Test
    void theLatestReviewsStay() {
        Agreeing agreeing = active();
        for (int i = 0; i < Agreement.MOST_REVIEWS + 2; i++) {
            agreeing.does(new AgreementReviewCommand.BeginReview());
            agreeing.does(new AgreementReviewCommand.EndReview("number " + i, Optional.empty()));
        }

        assertThat(agreeing.now().reviews()).hasSize(Agreement.MOST_REVIEWS);
        assertThat(agreeing.now().reviews().get(0).finding()).isEqualTo("number 2");
    }

    @Test
    void anAgreementHasAHundredVersions() {
        Agreeing agreeing = active();
        for (int i = 1; i < Agreement.MOST_VERSIONS; i++) {
            agreeing.agrees(1 + i % 8, MARCH.plus(Duration.ofDays(i)));
        }
        agreeing.does(new AgreementCommand.Revise(terms(9)));

        assertThat(codes(agreeing.refused(AgreementCommand.Agree.from(MARCH.plus(Duration.ofDays(200))))))
                .containsExactly("agreement.too-many-versions");
    }

    @Test
    void whatItRestsOnMustBeInForceAndQuickEnough() {
        Agreeing operations = Agreeing.drafted(company, ola(6).build());
        Agreeing agreeing =
                drafted(company, sla().addRestsOn(new RestsOn(operations.id, 1)).build());
        assertThat(agreeing.refused(AgreementCommand.Agree.from(MARCH)).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo("rule:rests-on-what-is-in-force");
                    assertThat(violation.sentence()).contains("AGR0000001");
                });
        operations.does(AgreementCommand.Agree.from(MARCH));

        Agreement signed = agreeing.does(AgreementCommand.Agree.from(MARCH));

        assertThat(signed.versions()).hasSize(1);
        assertThat(Agreements.KIND.links(signed))
                .containsExactly(Link.of("rests-on", org.itsmkit.spi.RecordRef.of("agreement", operations.id)));
    }

    @Test
    void stepsFollowEachOtherAndThoseOfOneWorkSideBySide() {
        Agreeing one = Agreeing.active(company, ola(5).build());
        Agreeing other = Agreeing.active(company, ola(5).build());
        Agreeing agreeing = drafted(
                company,
                sla().addRestsOn(new RestsOn(one.id, 1), new RestsOn(other.id, 2))
                        .build());

        Rejection tooSlow = agreeing.refused(AgreementCommand.Agree.from(MARCH));

        assertThat(tooSlow.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("rule:internal-targets-fit");
            assertThat(violation.arguments()).containsEntry("start", MARCH.toString());
            assertThat(violation.sentence())
                    .isEqualTo("What it rests on is too slow for resolution: what starts at 2026-03-01T00:00:00Z is due"
                            + " at 2026-03-02T16:00:00Z, and may take until 2026-03-02T18:00:00Z.");
        });
        agreeing.does(new AgreementCommand.RestOn(List.of(new RestsOn(one.id, 1), new RestsOn(other.id, 1))));
        assertThat(agreeing.does(AgreementCommand.Agree.from(MARCH)).versions()).hasSize(1);
    }

    @Test
    void theFirstStartThatDoesNotFitIsNamed() {
        // As quick as what is promised, but from nine to five: what comes at four is due at seven the next day's desk
        // time.
        ProposedTerms nineToFive = ProposedTerms.builder()
                .addCommitments(resolution("resolution", 8))
                .putHours("desk", Agreeing.hours("08:00", "17:00"))
                .build();
        Agreeing operations = Agreeing.active(company, ola(8).terms(nineToFive).build());
        Agreeing agreeing =
                drafted(company, sla().addRestsOn(new RestsOn(operations.id, 1)).build());

        Rejection tooSlow = agreeing.refused(AgreementCommand.Agree.from(MARCH));

        assertThat(tooSlow.violations().get(0).arguments()).containsEntry("start", "2026-03-02T09:00:00.000001Z");
    }

    @Test
    void itRestsOnWhatTeamsAndSuppliersPromise() {
        Agreeing agreeing = active();
        Agreeing other = active();

        assertThat(codes(agreeing.refused(new AgreementCommand.RestOn(List.of(new RestsOn(other.id, 1))))))
                .containsExactly("rule:rests-on-what-is-there");
        assertThat(codes(agreeing.refused(new AgreementCommand.RestOn(List.of(new RestsOn(RecordId.of("gone"), 1))))))
                .containsExactly("rule:rests-on-what-is-there");
        Agreeing operations = Agreeing.active(company, ola(6).build());
        assertThat(codes(operations.refused(new AgreementCommand.RestOn(List.of(new RestsOn(operations.id, 1))))))
                .containsExactly("rule:rests-on-others");
    }
}
