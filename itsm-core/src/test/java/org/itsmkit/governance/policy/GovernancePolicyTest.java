package org.itsmkit.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.governance.policy.Governing.NAMES_A_SERVICE;
import static org.itsmkit.governance.policy.Governing.NOBODY_CANCELS;
import static org.itsmkit.governance.policy.Governing.policy;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as people write, enact, review and waive them; what becomes of commands is in {@link PolicyInForceTest}. */
class GovernancePolicyTest {

    private final Company company = Company.open();

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    private List<String> refusedDraft(GovernancePolicyCommand.Draft draft) {
        Either<Rejection, ?> outcome = company.itsm.governancePolicies().submit(caller(BEN), draft);
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        return codes(outcome.getLeft());
    }

    private List<String> told() {
        company.work();
        List<String> told = company.told.stream().map(Notice::code).toList();
        company.told.clear();
        return told;
    }

    @Test
    void aPolicyBeginsAsADraft() {
        GovernancePolicy policy = Governing.in(company, "draft").now();

        assertThat(policy.number()).isEqualTo("POL0000001");
        assertThat(policy.name()).isEqualTo("names-a-service");
        assertThat(policy.status()).isEqualTo(GovernancePolicyLifecycle.DRAFT);
        assertThat(policy.controls()).isEmpty();
        assertThat(policy.version()).isZero();
        assertThat(policy.isInForce()).isFalse();
        assertThat(policy.proposed().orElseThrow().controls()).containsExactly(NAMES_A_SERVICE);
        assertThat(policy.proposed().orElseThrow().authors()).containsExactly(BEN);
    }

    @Test
    void itIsFoundByWhatItIs() {
        Governing governing = Governing.in(company, "in-force");
        governing.does(new PolicyReviewCommand.SetReviewDate(Optional.of(LocalDate.of(2027, 1, 1))));
        company.aMinuteLater();
        Governing.of(
                company,
                policy("nobody-cancels", NOBODY_CANCELS)
                        .title("Keep on")
                        .owner(CARLA)
                        .build());
        GovernancePolicy now = governing.now();

        List<Condition> conditions = List.of(
                GovernancePolicyKind.NUMBER.is("POL0000001"),
                GovernancePolicyKind.NAME.is("names-a-service"),
                Condition.words(GovernancePolicyKind.TITLE.key(), "names"),
                GovernancePolicyKind.OWNER.is(BEN),
                GovernancePolicyKind.STATUS.is(GovernancePolicyLifecycle.IN_FORCE),
                GovernancePolicyKind.PHASE.is(now.status().phase()),
                Condition.not(Condition.isEmpty(GovernancePolicyKind.VERSION.key())),
                GovernancePolicyKind.REVIEW_ON.is(LocalDate.of(2027, 1, 1)),
                GovernancePolicyKind.OPENED.is(now.createdAt()),
                GovernancePolicyKind.UPDATED.is(now.updatedAt()));
        for (Condition condition : conditions) {
            assertThat(company.itsm.governancePolicies().count(caller(DORA), condition))
                    .as("%s", condition)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsEnactedIsInForceAndItsOwnerIsTold() {
        Governing governing = Governing.in(company, "draft");

        GovernancePolicy policy = governing.does(new GovernancePolicyCommand.Enact("so be it"));

        assertThat(policy.isInForce()).isTrue();
        assertThat(policy.controls()).containsExactly(NAMES_A_SERVICE);
        assertThat(policy.authors()).containsExactly(BEN);
        assertThat(policy.proposed()).isEmpty();
        assertThat(policy.version()).isEqualTo(1);
        assertThat(told()).containsExactly("governance-policy-enacted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "under-review", "suspended", "retired", "withdrawn"})
    void onlyWhatIsActiveIsInForce(String status) {
        assertThat(Governing.in(company, status).now().isInForce()).isEqualTo(status.equals("under-review"));
    }

    @Test
    void nobodyEnactsOrReinstatesWhatTheyWrote() {
        Governing governing = Governing.in(company, "draft");
        assertThat(codes(governing.refused(caller(BEN), new GovernancePolicyCommand.Enact("mine"))))
                .containsExactly("rule:nobody-enacts-their-own");
        assertThat(codes(governing.refused(caller(DORA).actingFor(BEN), new GovernancePolicyCommand.Enact("for Ben"))))
                .containsExactly("rule:nobody-enacts-their-own");

        governing.does(new GovernancePolicyCommand.Enact("so be it"));
        governing.does(new GovernancePolicyCommand.Suspend("wait"));
        assertThat(codes(governing.refused(caller(BEN), new GovernancePolicyCommand.Reinstate("mine"))))
                .containsExactly("rule:nobody-enacts-their-own");
        governing.does(new GovernancePolicyCommand.Reinstate("go on"));

        governing.does(caller(DORA), new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS)));
        assertThat(codes(governing.refused(new GovernancePolicyCommand.Enact("mine now"))))
                .containsExactly("rule:nobody-enacts-their-own");
        governing.does(caller(BEN), new GovernancePolicyCommand.Enact("hers"));
        assertThat(governing.now().authors()).containsExactly(DORA);
    }

    @Test
    void somethingMustBeProposed() {
        Governing governing = Governing.in(company, "in-force");

        assertThat(codes(governing.refused(new GovernancePolicyCommand.Enact("again"))))
                .containsExactly("rule:something-is-proposed");
        assertThat(codes(governing.refused(new GovernancePolicyCommand.Reject("what?"))))
                .containsExactly("rule:something-is-proposed");
    }

    @Test
    void whatHeldHoldsWhenAnotherIsRejected() {
        Governing governing = Governing.in(company, "in-force");
        governing.does(new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS)));
        governing.does(new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS)));

        GovernancePolicy policy = governing.does(new GovernancePolicyCommand.Reject("too strict"));

        assertThat(policy.controls()).containsExactly(NAMES_A_SERVICE);
        assertThat(policy.proposed()).isEmpty();
        assertThat(governing.events())
                .as("what is proposed twice is so once")
                .containsExactly("drafted", "enacted", "waiver-granted", "revised", "rejected");
    }

    @Test
    void aNameStandsForOnePolicy() {
        Governing first = Governing.in(company, "draft");

        assertThat(refusedDraft(policy("names-a-service", NOBODY_CANCELS).build()))
                .containsExactly("rule:name-is-free");

        first.does(new GovernancePolicyCommand.Withdraw("we know"));
        Governing second =
                Governing.of(company, policy("names-a-service", NOBODY_CANCELS).build());
        second.does(new GovernancePolicyCommand.Enact("so be it"));
        second.does(new GovernancePolicyCommand.Retire("no more"));
        assertThat(refusedDraft(policy("names-a-service", NOBODY_CANCELS).build()))
                .as("what was in force is remembered by its name")
                .containsExactly("rule:name-is-free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "with space", "two:parts", "-dash", "größe"})
    void aNameIsACode(String name) {
        assertThat(refusedDraft(policy(name, NOBODY_CANCELS).build())).containsExactly("governance-policy.name");
    }

    @Test
    void aNameThatNoStoreKeepsIsNotLookedFor() {
        assertThat(refusedDraft(policy("\u0000", NOBODY_CANCELS).title("Odd").build()))
                .containsExactly("governance-policy.name");
        assertThat(refusedDraft(policy("\ud800", NOBODY_CANCELS).title("Odd").build()))
                .containsExactly("governance-policy.name");
    }

    @Test
    void theLongestNameStandsInEveryCode() {
        String longest = "n".repeat(GovernancePolicy.NAME_LENGTH);
        Governing.enacted(company, longest, NOBODY_CANCELS);

        assertThat(PolicyBook.waivedCode(longest)).hasSizeLessThanOrEqualTo(64);
        assertThat(refusedDraft(policy(longest + "n", NOBODY_CANCELS).build()))
                .containsExactly("governance-policy.name");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(refusedDraft(policy("n")
                        .title(" ")
                        .statement("x".repeat(GovernancePolicyCommand.STATEMENT_LENGTH + 1))
                        .reviewOn(LocalDate.of(1969, 12, 31))
                        .build()))
                .containsExactly(
                        "governance-policy.out-of-range",
                        "text.missing",
                        "text.too-long",
                        "governance-policy.no-controls");
        assertThat(refusedDraft(policy("n", NOBODY_CANCELS).owner(GUS).build())).containsExactly("rule:owner-is-known");
    }

    @Test
    void controlsAreBounded() {
        FieldCondition wordy = FieldCondition.status("x".repeat(256));
        String[] many = IntStream.rangeClosed(0, GovernancePolicy.MOST_NAMES)
                .mapToObj(i -> "kind-" + i)
                .toArray(String[]::new);
        Control endless = NOBODY_CANCELS.withWhen(FieldCondition.status(IntStream.range(0, ControlsCheck.MOST_PARTS)
                .mapToObj(i -> "s" + i)
                .toArray(String[]::new)));

        assertThat(refusedDraft(policy("n")
                        .addAllControls(Collections.nCopies(GovernancePolicy.MOST_CONTROLS + 1, NOBODY_CANCELS))
                        .build()))
                .containsExactly("list.too-long");
        assertThat(refusedDraft(policy("n", NOBODY_CANCELS.withKinds(many)).build()))
                .containsExactly("governance-policy.names-too-many");
        assertThat(refusedDraft(policy("n", endless).build())).containsExactly("governance-policy.conditions-too-long");
        assertThat(refusedDraft(policy("n", NOBODY_CANCELS.withWhen(wordy)).build()))
                .containsExactly("governance-policy.text-too-long");
        assertThat(refusedDraft(policy("n", NOBODY_CANCELS.withOnlyIfNew(true)).build()))
                .containsExactly("governance-policy.nothing-new");
        assertThat(refusedDraft(policy("n", NOBODY_CANCELS.withSentence("")).build()))
                .containsExactly("text.missing");
    }

    @Test
    void itsOwnerIsToldOnceOfEachReview() {
        Governing governing = Governing.in(company, "in-force");
        LocalDate day =
                LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC).plusDays(10);
        governing.does(new PolicyReviewCommand.SetReviewDate(Optional.of(day)));
        told();
        Instant due = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(governing.now().isReviewOverdue(due.minusNanos(1_000))).isFalse();
        assertThat(governing.now().isReviewOverdue(due)).isTrue();

        company.clock.advance(Duration.ofDays(11));
        assertThat(told()).containsExactly("governance-policy-review-due");
        company.clock.advance(Duration.ofDays(100));
        assertThat(told()).isEmpty();
        assertThat(governing.now().isInForce()).as("overdue, not switched off").isTrue();

        governing.does(new PolicyReviewCommand.BeginReview());
        governing.does(new PolicyReviewCommand.EndReview("still needed", Optional.of(day.plusDays(200))));
        assertThat(governing.now().isReviewOverdue(company.clock.instant())).isFalse();
        company.clock.advance(Duration.ofDays(200));
        assertThat(told()).containsExactly("governance-policy-review-due");
    }

    @Test
    void nobodyIsRemindedOfADraft() {
        Governing governing = Governing.of(
                company,
                policy("n", NOBODY_CANCELS).reviewOn(LocalDate.of(2000, 1, 1)).build());

        assertThat(told()).isEmpty();

        governing.does(new GovernancePolicyCommand.Enact("so be it"));
        company.work();
        assertThat(told()).containsExactlyInAnyOrder("governance-policy-enacted", "governance-policy-review-due");
    }

    @Test
    void aWaiverSaysForWhomUntilWhenAndWhy() {
        Governing governing = Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS);
        told();

        GovernancePolicy policy = governing.does(governing.waiver(Waived.person(ANNA)));

        assertThat(policy.waivers()).singleElement().satisfies(waiver -> {
            assertThat(waiver.number()).isEqualTo(1);
            assertThat(waiver.by()).isEqualTo(DORA);
            assertThat(waiver.holds(waiver.from())).isTrue();
            assertThat(waiver.holds(waiver.until())).isFalse();
        });
        assertThat(company.told).isEmpty();
        company.work();
        assertThat(company.told)
                .extracting(notice -> notice.code() + " " + notice.person().orElseThrow())
                .containsExactlyInAnyOrder("governance-policy-waived ben", "governance-policy-waived anna");
    }

    @Test
    void waiversHaveBounds() {
        Governing governing = Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS);
        Instant now = company.clock.instant();

        assertThat(codes(governing.refused(new WaiverCommand.Grant(Waived.role("agent"), now, now, ""))))
                .containsExactly("governance-policy.waiver-over", "text.missing");
        assertThat(codes(governing.refused(new WaiverCommand.Grant(
                        Waived.role("agent"),
                        now,
                        now.plus(GovernancePolicy.LONGEST_WAIVER).plusSeconds(1),
                        "for ever"))))
                .containsExactly("governance-policy.waiver-too-long");
        assertThat(codes(governing.refused(governing.waiver(Waived.person(GUS)))))
                .containsExactly("rule:waived-is-known");
        assertThat(codes(governing.refused(governing.waiver(Waived.person(DORA)))))
                .containsExactly("rule:nobody-waives-for-themselves");
        assertThat(codes(governing.refused(caller(DORA).actingFor(ANNA), governing.waiver(Waived.person(ANNA)))))
                .containsExactly("rule:nobody-waives-for-themselves");
        assertThat(codes(governing.refused(governing.waiver(Waived.role("lead")))))
                .containsExactly("rule:nobody-waives-for-themselves");
        assertThat(codes(governing.refused(new WaiverCommand.Revoke(1, "there is none"))))
                .containsExactly("rule:waiver-stands");
    }

    @Test
    void exceptionsStayExceptions() {
        Governing governing = Governing.enacted(company, "nobody-cancels", NOBODY_CANCELS);
        for (int i = 0; i < GovernancePolicy.MOST_WAIVERS; i++) {
            governing.does(governing.waiver(Waived.role("role-" + i)));
        }
        assertThat(codes(governing.refused(governing.waiver(Waived.role("one-more")))))
                .containsExactly("rule:waivers-have-room");

        company.clock.advance(Duration.ofHours(2));
        GovernancePolicy policy = governing.does(governing.waiver(Waived.role("one-more")));

        assertThat(policy.waivers()).hasSize(GovernancePolicy.MOST_WAIVERS);
        assertThat(policy.waivers().get(0).number())
                .as("the oldest that is over is gone")
                .isEqualTo(2);
        assertThat(policy.waiversGranted()).isEqualTo(GovernancePolicy.MOST_WAIVERS + 1);
    }

    @Test
    void aControlThatSpeaksOfActionsIsNotJudgedAtRest() {
        assertThat(NAMES_A_SERVICE.isJudgedAtRest()).isFalse();
        assertThat(NOBODY_CANCELS.isJudgedAtRest()).isFalse();
        assertThat(NAMES_A_SERVICE.withActions().isJudgedAtRest()).isTrue();
        assertThat(NAMES_A_SERVICE
                        .withActions()
                        .withWhen(FieldCondition.not(FieldCondition.doing(Action.of("log"))))
                        .isJudgedAtRest())
                .isFalse();
    }

    @Test
    void nothingIsAskedOfWhoHasNoPolicies() {
        assertThat(PolicyBook.none().isEmpty()).isTrue();
        assertThat(PolicyBook.of(List.of(Governing.in(company, "suspended").now()))
                        .isEmpty())
                .isTrue();
        assertThat(PolicyBook.of(List.of(
                                Governing.in(Company.open(), "under-review").now()))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void itIsDescribedAndHandedOver() {
        Governing governing = Governing.in(company, "in-force");
        told();

        governing.does(new GovernancePolicyCommand.Describe("Name it", "Always"));
        governing.does(new GovernancePolicyCommand.HandOver(CARLA));
        governing.does(new GovernancePolicyCommand.HandOver(CARLA));

        assertThat(governing.now().title()).isEqualTo("Name it");
        assertThat(governing.now().statement()).isEqualTo("Always");
        assertThat(governing.now().owner()).isEqualTo(CARLA);
        assertThat(told()).containsExactly("governance-policy-handed-over", "governance-policy-handed-over");
        assertThat(codes(governing.refused(new GovernancePolicyCommand.HandOver(GUS))))
                .containsExactly("rule:owner-is-known");
    }
}
