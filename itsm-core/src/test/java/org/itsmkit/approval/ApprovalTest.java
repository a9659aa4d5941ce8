package org.itsmkit.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.approval.ApprovalRule.allOf;
import static org.itsmkit.approval.ApprovalRule.anyOf;
import static org.itsmkit.approval.ApprovalRule.atLeast;
import static org.itsmkit.approval.ApprovalRule.inSequence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.approval.ApprovalTerms.OnExpiry;
import org.itsmkit.approval.Evaluation.Reason;
import org.itsmkit.approval.Evaluation.Uncounted;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The mail service gets a new version: Rita wants it, Anna, Ben and Carl are the board, Dora manages changes, Sam looks after security. */
class ApprovalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARL = PersonId.of("carl");
    private static final PersonId DORA = PersonId.of("dora");
    private static final PersonId RITA = PersonId.of("rita");
    private static final PersonId SAM = PersonId.of("sam");
    private static final GroupId MAIL_TEAM = GroupId.of("mail-team");

    private static final Roll ROLL = Roll.empty()
            .withGroup(MAIL_TEAM, RITA, BEN)
            .withRole(Authority.CAB, ANNA, BEN, CARL)
            .withRole(Authority.CHANGE_MANAGER, DORA)
            .withRole(Authority.EMERGENCY_CAB, ANNA, DORA)
            .withRole("security", SAM)
            .withRole("nobody");

    private static final Authority PEER = Authority.peer(Voters.members(MAIL_TEAM));
    private static final Authority CAB = Authority.cab(Quorum.count(2));
    private static final Authority SECURITY =
            Authority.of("security", Voters.holders("security"), Quorum.noObjection());

    private final List<Vote> votes = new ArrayList<>();

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private static ApprovalRequest ask(ApprovalRule rule, PersonId... excluded) {
        return ask(rule, ApprovalTerms.unlimited(), excluded);
    }

    private static ApprovalRequest ask(ApprovalRule rule, ApprovalTerms terms, PersonId... excluded) {
        return ApprovalRequest.ask(rule, terms, ROLL, Set.of(excluded), "v1", NOON)
                .get();
    }

    private static Rejection refused(ApprovalRule rule, PersonId... excluded) {
        return ApprovalRequest.ask(rule, ApprovalTerms.unlimited(), ROLL, Set.of(excluded), "v1", NOON)
                .getLeft();
    }

    /** Each vote comes a minute after the one before. */
    private void vote(Authority authority, PersonId by, Choice choice) {
        votes.add(Vote.of(authority.name(), by, choice, "v1", minute(votes.size() + 1)));
    }

    private void approve(Authority authority, PersonId... people) {
        for (PersonId person : people) {
            vote(authority, person, Choice.APPROVE);
        }
    }

    private void reject(Authority authority, PersonId... people) {
        for (PersonId person : people) {
            vote(authority, person, Choice.REJECT);
        }
    }

    private void abstain(Authority authority, PersonId... people) {
        for (PersonId person : people) {
            vote(authority, person, Choice.ABSTAIN);
        }
    }

    private Evaluation now(ApprovalRequest request) {
        return request.evaluate(votes, minute(votes.size()));
    }

    private Outcome outcome(ApprovalRule rule, PersonId... excluded) {
        return now(ask(rule, excluded)).outcome();
    }

    @Nested
    class Quorums {

        @Test
        void twoOfThreeAreEnough() {
            approve(CAB, ANNA);
            assertThat(outcome(CAB)).isEqualTo(Outcome.PENDING);
            approve(CAB, CARL);
            assertThat(now(ask(CAB)).outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(now(ask(CAB)).decidedAt()).contains(minute(2));
        }

        @Test
        void whoCannotBeWonAnyMoreDecides() {
            reject(CAB, ANNA);
            abstain(CAB, BEN);
            assertThat(outcome(CAB)).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void sharesAreExact() {
            Authority third =
                    Authority.cab(new Quorum.Share(new BigDecimal("33.3333333333"), Quorum.Abstentions.COUNT));
            Authority more = Authority.cab(new Quorum.Share(new BigDecimal("33.3333333334"), Quorum.Abstentions.COUNT));
            approve(CAB, ANNA);
            assertThat(outcome(third)).isEqualTo(Outcome.APPROVED);
            assertThat(outcome(more)).isEqualTo(Outcome.PENDING);
            approve(CAB, BEN);
            assertThat(outcome(more)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void howManyAShareNeedsByHand() {
            assertThat(Quorum.percent(1).needed(3, 0)).isEqualTo(1);
            assertThat(Quorum.percent(50).needed(4, 0)).isEqualTo(2);
            assertThat(Quorum.percent(50).needed(5, 0)).isEqualTo(3);
            assertThat(Quorum.percent(66).needed(3, 0)).isEqualTo(2);
            assertThat(Quorum.percent(67).needed(3, 0)).isEqualTo(3);
            assertThat(Quorum.percent(100).needed(3, 0)).isEqualTo(3);
            assertThat(Quorum.percent(100).needed(0, 0)).isEqualTo(1);
            assertThat(Quorum.percent(100).needed(3_000_000_000L, 0)).isEqualTo(3_000_000_000L);
        }

        @Test
        void anAbstentionCountsOrStandsAside() {
            Authority aside = Authority.cab(new Quorum.Share(new BigDecimal(100), Quorum.Abstentions.STAND_ASIDE));
            abstain(CAB, ANNA);
            assertThat(outcome(Authority.cab(Quorum.unanimous()))).isEqualTo(Outcome.REJECTED);
            assertThat(outcome(aside)).isEqualTo(Outcome.PENDING);
            approve(CAB, BEN, CARL);
            assertThat(outcome(aside)).isEqualTo(Outcome.APPROVED);
            votes.clear();
            abstain(CAB, ANNA, BEN, CARL);
            assertThat(outcome(aside)).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void weightsAreSummedUp() {
            Authority weighted = Authority.cab(Quorum.weighted(Map.of(ANNA, 3, BEN, 0), 4));
            approve(CAB, BEN);
            assertThat(outcome(weighted)).isEqualTo(Outcome.PENDING);
            approve(CAB, ANNA);
            assertThat(outcome(weighted)).isEqualTo(Outcome.PENDING);
            // whoever is not named weighs 1
            approve(CAB, CARL);
            assertThat(outcome(weighted)).isEqualTo(Outcome.APPROVED);
            votes.clear();
            reject(CAB, CARL);
            assertThat(outcome(weighted)).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void whoeverMayObjectMustHaveSpoken() {
            assertThat(outcome(SECURITY)).isEqualTo(Outcome.PENDING);
            abstain(SECURITY, SAM);
            assertThat(outcome(SECURITY)).isEqualTo(Outcome.APPROVED);
            votes.clear();
            reject(SECURITY, SAM);
            assertThat(outcome(SECURITY)).isEqualTo(Outcome.REJECTED);
        }
    }

    @Nested
    class Vetoes {

        private final Authority chaired = CAB.withVeto(Voters.people(ANNA, SAM));

        @Test
        void aVetoEndsItAtOnce() {
            approve(CAB, BEN, CARL);
            reject(CAB, SAM);
            Evaluation evaluation = now(ask(chaired));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(evaluation.decidedAt()).contains(minute(3));
            assertThat(evaluation.sentences())
                    .containsExactly(
                            "It is rejected since " + minute(3) + ".", "cab has rejected it by the veto of sam.");
        }

        @Test
        void nothingIsApprovedBeforeWhoMayVetoHasSpoken() {
            approve(CAB, BEN, CARL, ANNA);
            assertThat(outcome(chaired)).isEqualTo(Outcome.PENDING);
            assertThat(now(ask(chaired)).sentences())
                    .contains("3 of 3 of cab have approved; no more is needed; sam may still vote; "
                            + "sam may veto and must be heard.");
            approve(CAB, SAM);
            assertThat(outcome(chaired)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void whoMayVetoAloneIsNoneOfTheQuorum() {
            approve(CAB, SAM, BEN);
            assertThat(outcome(chaired)).isEqualTo(Outcome.PENDING);
        }

        @Test
        void anUnusedVetoIsOverWithTheTime() {
            approve(CAB, BEN, CARL);
            ApprovalTerms terms = ApprovalTerms.unlimited().withOpenFor(Duration.ofHours(1), OnExpiry.REJECT);
            Evaluation evaluation = ask(chaired, terms).evaluate(votes, minute(60));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(evaluation.decidedAt()).contains(minute(60));
        }

        @Test
        void whoWantsThingsApprovedHasNoVetoEither() {
            approve(CAB, BEN, CARL);
            reject(CAB, SAM);
            assertThat(outcome(chaired, SAM, ANNA)).isEqualTo(Outcome.APPROVED);
        }
    }

    @Nested
    class Together {

        @Test
        void allInParallel() {
            ApprovalRule both = allOf(PEER, CAB);
            approve(CAB, ANNA, CARL);
            assertThat(outcome(both)).isEqualTo(Outcome.PENDING);
            approve(PEER, BEN);
            assertThat(outcome(both)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void oneThatRejectsIsEnoughForAllToFail() {
            reject(CAB, ANNA, CARL);
            assertThat(outcome(allOf(PEER, CAB))).isEqualTo(Outcome.REJECTED);
            assertThat(outcome(anyOf(PEER, CAB))).isEqualTo(Outcome.PENDING);
        }

        @Test
        void soManyOfSeveral() {
            ApprovalRule two = atLeast(2, PEER, CAB, Authority.changeManager());
            approve(PEER, BEN);
            assertThat(outcome(two)).isEqualTo(Outcome.PENDING);
            approve(Authority.changeManager(), DORA);
            assertThat(outcome(two)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void aLaterStageIsAskedLater() {
            ApprovalRule stages = inSequence(PEER, Authority.changeManager());
            approve(Authority.changeManager(), DORA);
            approve(PEER, BEN);
            Evaluation evaluation = now(ask(stages, RITA));

            // Dora was too early, and may vote again
            assertThat(evaluation.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.NOT_OPEN);
            assertThat(evaluation.mayVote()).isEqualTo(Map.of("change-manager", Set.of(DORA)));
            approve(Authority.changeManager(), DORA);
            assertThat(outcome(stages, RITA)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void aDeadBranchDoesNotStopAnother() {
            Authority dead = Authority.of("dead", Voters.holders("nobody"), Quorum.any());
            approve(CAB, ANNA, BEN);
            assertThat(outcome(anyOf(dead, CAB))).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void aStageBehindADecidedOneIsOver() {
            ApprovalRule rule = allOf(inSequence(PEER, SECURITY), CAB);
            approve(PEER, BEN);
            abstain(SECURITY, SAM);
            approve(PEER, RITA);
            assertThat(now(ask(rule)).uncounted()).extracting(Uncounted::reason).containsExactly(Reason.DECIDED);
        }

        @Test
        void whoIsNotAskedDoesNotAssentBySilence() {
            ApprovalRule rule = inSequence(PEER.withVeto(Voters.people(DORA)), SECURITY);
            ApprovalTerms terms = ApprovalTerms.unlimited().withOpenFor(Duration.ofHours(1), OnExpiry.EXPIRE);
            approve(PEER, BEN);
            assertThat(ask(rule, terms).evaluate(votes, minute(60)).outcome()).isEqualTo(Outcome.EXPIRED);
            abstain(PEER, DORA);
            assertThat(ask(rule, terms).evaluate(votes, minute(60)).outcome()).isEqualTo(Outcome.APPROVED);
        }
    }

    @Nested
    class OnesOwn {

        @Test
        void nobodyApprovesTheirOwn() {
            approve(PEER, RITA);
            Evaluation evaluation = now(ask(PEER, RITA));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.EXCLUDED);
            assertThat(evaluation.mayVote()).isEqualTo(Map.of("peer", Set.of(BEN)));
        }

        @Test
        void whoIsExcludedIsNotAmongThoseOfWhomAShareIsNeeded() {
            Authority all = Authority.cab(Quorum.unanimous());
            approve(CAB, ANNA, BEN);
            assertThat(outcome(all)).isEqualTo(Outcome.PENDING);
            assertThat(outcome(all, CARL)).isEqualTo(Outcome.APPROVED);
        }

        @Test
        void whatCouldNeverBeApprovedIsNotAsked() {
            Rejection rejection = refused(CAB, ANNA, CARL);

            assertThat(rejection.code()).isEqualTo("approval.unreachable");
            assertThat(rejection.sentence())
                    .isEqualTo("It could never be approved by cab: approvals needed are 2, and possible are 1; "
                            + "not counted, as it is their own: anna, carl.");
            assertThat(rejection.violations().get(0).arguments())
                    .isEqualTo(Map.of("authority", "cab", "needed", "2", "attainable", "1", "excluded", "anna, carl"));
            assertThat(refused(Authority.cab(Quorum.count(4))).sentence())
                    .isEqualTo("It could never be approved by cab: approvals needed are 4, and possible are 3.");
            assertThat(refused(Authority.cab(Quorum.weighted(Map.of(ANNA, 0, BEN, 0, CARL, 0), 1)))
                            .code())
                    .isEqualTo("approval.unreachable");
        }

        @Test
        void aLaterStageThatCouldNeverApproveIsToldAtOnce() {
            Authority dead = Authority.of("dead", Voters.holders("nobody"), Quorum.percent(1));
            Rejection rejection = refused(inSequence(CAB, dead));

            assertThat(rejection.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.arguments()).containsEntry("authority", "dead"));
        }

        @Test
        void whatNobodyWouldHaveToApproveIsNotAsked() {
            assertThat(refused(SECURITY, SAM).code()).isEqualTo("approval.without-voters");
            assertThat(refused(anyOf(SECURITY, Authority.cab(Quorum.count(4))), SAM)
                            .violations())
                    .hasSize(1);
        }
    }

    @Nested
    class StandingIn {

        private final Delegation annaToDora = new Delegation(ANNA, DORA, NOON, minute(10));

        private void under(
                Delegations delegations, Authority authority, PersonId by, Choice choice, PersonId... excluded) {
            vote(authority, by, choice);
            int last = votes.size() - 1;
            votes.set(last, votes.get(last).under(delegations, Set.of(excluded)));
        }

        @Test
        void aDelegateVotesForTwo() {
            under(Delegations.of(new Delegation(ANNA, BEN, NOON, minute(10))), CAB, BEN, Choice.APPROVE);
            Evaluation evaluation = now(ask(CAB));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(evaluation.standing().tally().orElseThrow().cast())
                    .isEqualTo(Map.of(
                            ANNA, new Tally.Cast(Choice.APPROVE, BEN), BEN, new Tally.Cast(Choice.APPROVE, BEN)));
        }

        @Test
        void onesOwnVotePrevails() {
            under(Delegations.of(annaToDora), CAB, DORA, Choice.REJECT);
            assertThat(now(ask(CAB)).mayVote()).isEqualTo(Map.of("cab", Set.of(ANNA, BEN, CARL)));
            approve(CAB, ANNA);
            under(Delegations.of(annaToDora), CAB, DORA, Choice.REJECT);
            Evaluation evaluation = now(ask(CAB));

            assertThat(evaluation.standing().tally().orElseThrow().of(Choice.APPROVE))
                    .containsExactly(ANNA);
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.VOTED_BEFORE);
        }

        @Test
        void whatIsDecidedTheirOwnVoteDoesNotUndo() {
            under(Delegations.of(annaToDora), CAB, DORA, Choice.REJECT);
            reject(CAB, BEN);
            approve(CAB, ANNA);
            assertThat(outcome(CAB)).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void itHoldsForAWhile() {
            Delegations delegations = Delegations.of(annaToDora);

            assertThat(delegations.representedBy(DORA, NOON, Set.of())).containsExactly(ANNA);
            assertThat(delegations.representedBy(DORA, minute(10), Set.of())).isEmpty();
            assertThat(delegations.representedBy(DORA, minute(10).minusNanos(1_000), Set.of()))
                    .containsExactly(ANNA);
            assertThat(delegations.representedBy(DORA, NOON.minusNanos(1_000), Set.of()))
                    .isEmpty();
        }

        @Test
        void chainsAreFollowedAndCirclesDoNoHarm() {
            Delegations circle = Delegations.of(
                    new Delegation(ANNA, BEN, NOON, minute(10)),
                    new Delegation(BEN, CARL, NOON, minute(10)),
                    new Delegation(CARL, ANNA, NOON, minute(10)));

            assertThat(circle.representedBy(CARL, NOON, Set.of())).containsExactly(ANNA, BEN);
            assertThat(circle.representedBy(ANNA, NOON, Set.of())).containsExactly(BEN, CARL);
        }

        @Test
        void nobodyHasTheirOwnApprovedByADelegateOfTheirs() {
            Delegations chain = Delegations.of(
                    new Delegation(ANNA, RITA, NOON, minute(10)), new Delegation(RITA, DORA, NOON, minute(10)));

            assertThat(chain.representedBy(RITA, NOON, Set.of(RITA))).isEmpty();
            assertThat(chain.representedBy(DORA, NOON, Set.of(RITA))).isEmpty();
            assertThat(chain.representedBy(DORA, NOON, Set.of())).containsExactly(ANNA, RITA);
            under(chain, CAB, RITA, Choice.APPROVE, RITA);
            assertThat(now(ask(CAB, RITA)).uncounted())
                    .extracting(Uncounted::reason)
                    .containsExactly(Reason.EXCLUDED);
        }

        @Test
        void whoMayVoteIncludesDelegates() {
            approve(CAB, ANNA);
            Delegations delegations = Delegations.of(
                    new Delegation(BEN, DORA, NOON, minute(10)), new Delegation(ANNA, SAM, NOON, minute(10)));

            assertThat(now(ask(CAB)).mayVote()).isEqualTo(Map.of("cab", Set.of(BEN, CARL)));
            assertThat(now(ask(CAB)).mayVote(delegations)).isEqualTo(Map.of("cab", Set.of(BEN, CARL, DORA)));
            assertThat(now(ask(CAB, DORA)).mayVote(delegations)).isEqualTo(Map.of("cab", Set.of(BEN, CARL)));
        }

        @Test
        void whoStandsInForNobodyThereIsNotEligible() {
            approve(CAB, SAM);
            assertThat(now(ask(CAB)).uncounted()).extracting(Uncounted::reason).containsExactly(Reason.NOT_ELIGIBLE);
        }
    }

    @Nested
    class TimeAndContent {

        private final ApprovalTerms anHour =
                ApprovalTerms.unlimited().withOpenFor(Duration.ofHours(1), OnExpiry.EXPIRE);

        @Test
        void whatIsOpenExpires() {
            approve(CAB, ANNA);
            ApprovalRequest request = ask(CAB, anHour);

            assertThat(request.evaluate(votes, minute(60).minusNanos(1_000)).outcome())
                    .isEqualTo(Outcome.PENDING);
            Evaluation expired = request.evaluate(votes, minute(90));
            assertThat(expired.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(expired.decidedAt()).contains(minute(60));
            assertThat(expired.mayVote()).isEmpty();
            assertThat(expired.standing().outcome()).isEqualTo(Outcome.PENDING);
        }

        @Test
        void silenceMayBeAssentOrRefusal() {
            ApprovalTerms assent = anHour.withOpenFor(Duration.ofHours(1), OnExpiry.APPROVE);
            ApprovalTerms refusal = anHour.withOpenFor(Duration.ofHours(1), OnExpiry.REJECT);

            assertThat(ask(CAB, assent).evaluate(votes, minute(60)).outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(ask(CAB, refusal).evaluate(votes, minute(60)).outcome()).isEqualTo(Outcome.REJECTED);
        }

        @Test
        void aVoteAtTheEndIsTooLate() {
            votes.add(Vote.of("cab", ANNA, Choice.APPROVE, "v1", minute(59)));
            votes.add(Vote.of("cab", BEN, Choice.APPROVE, "v1", minute(60)));
            Evaluation evaluation = ask(CAB, anHour).evaluate(votes, minute(60));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.EXPIRED);
        }

        @Test
        void whatIsDecidedStaysSo() {
            approve(CAB, ANNA, BEN);
            reject(CAB, CARL);
            Evaluation evaluation = ask(CAB, anHour).evaluate(votes, minute(90));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(evaluation.decidedAt()).contains(minute(2));
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.DECIDED);
        }

        @Test
        void aVoteIsFinal() {
            reject(CAB, ANNA);
            approve(CAB, ANNA, BEN);
            Evaluation evaluation = now(ask(CAB));

            assertThat(evaluation.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.VOTED_BEFORE);
        }

        @Test
        void anApprovalMayBeValidForAWhile() {
            ApprovalRequest request = ask(CAB, anHour.withValidFor(Duration.ofMinutes(10)));
            approve(CAB, ANNA, BEN);

            assertThat(request.evaluate(votes, minute(2)).validUntil()).contains(minute(12));
            assertThat(request.evaluate(votes, minute(12).minusNanos(1_000)).stillHolds("v1"))
                    .isTrue();
            assertThat(request.evaluate(votes, minute(12)).stillHolds("v1")).isFalse();
            assertThat(request.evaluate(votes, minute(12)).outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(request.evaluate(votes, minute(1)).validUntil()).isEmpty();
        }

        @Test
        void whatIsChangedMustBeApprovedAnew() {
            approve(CAB, ANNA, BEN);
            assertThat(now(ask(CAB)).stillHolds("v1")).isTrue();
            assertThat(now(ask(CAB)).stillHolds("v2")).isFalse();
            assertThat(ask(CAB).evaluate(List.of(), NOON).stillHolds("v1")).isFalse();
        }

        @Test
        void aVoteForSomethingElseDoesNotCount() {
            votes.add(Vote.of("cab", ANNA, Choice.APPROVE, "v0", minute(1)));
            Evaluation evaluation = now(ask(CAB));

            assertThat(evaluation.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.OTHER_CONTENT);
            assertThat(evaluation.mayVote()).isEqualTo(Map.of("cab", Set.of(ANNA, BEN, CARL)));
        }

        @Test
        void whatIsVotedLaterIsNotLookedAt() {
            approve(CAB, ANNA, BEN);
            assertThat(ask(CAB).evaluate(votes, minute(1)).outcome()).isEqualTo(Outcome.PENDING);
        }

        @Test
        void aVoteBeforeAnythingWasAskedDoesNotCount() {
            votes.add(Vote.of("cab", ANNA, Choice.APPROVE, "v1", NOON.minusSeconds(1)));
            assertThat(ask(CAB).evaluate(votes, NOON).uncounted())
                    .extracting(Uncounted::reason)
                    .containsExactly(Reason.NOT_OPEN);
        }
    }

    @Nested
    class Explained {

        @Test
        void whereItStands() {
            approve(CAB, ANNA);
            assertThat(now(ask(CAB)).sentences())
                    .containsExactly(
                            "It is pending.",
                            "1 of 3 of cab has approved; 1 more is needed; ben, carl may still vote.");
            reject(CAB, BEN);
            assertThat(now(ask(CAB)).sentences())
                    .contains("1 of 3 of cab has approved; 1 more is needed; ben rejected; carl may still vote.");
            abstain(CAB, CARL);
            assertThat(now(ask(CAB)).sentences())
                    .containsExactly(
                            "It is rejected since " + minute(3) + ".",
                            "1 of 3 of cab has approved; 1 more would be needed, and at most 0 can be had; "
                                    + "ben rejected; carl abstained.");
        }

        @Test
        void stagesThatAreNotAskedAreNotTold() {
            ApprovalRule stages = inSequence(PEER, allOf(CAB, SECURITY));
            assertThat(now(ask(stages)).sentences())
                    .containsExactly(
                            "It is pending.",
                            "0 of 2 stages have approved; needed are 2.",
                            "0 of 2 of peer have approved; 1 more is needed; ben, rita may still vote.");
            approve(PEER, BEN);
            assertThat(now(ask(stages)).sentences())
                    .contains(
                            "1 of 2 stages has approved; needed are 2.",
                            "1 of 2 of peer has approved; no more is needed.",
                            "0 of 2 parts have approved; needed are 2.");
        }

        @Test
        void whenItEnds() {
            ApprovalTerms terms = ApprovalTerms.unlimited()
                    .withOpenFor(Duration.ofHours(1), OnExpiry.EXPIRE)
                    .withValidFor(Duration.ofHours(2));
            assertThat(now(ask(CAB, terms)).sentences()).startsWith("It is pending, open until " + minute(60) + ".");
            approve(CAB, ANNA, BEN);
            assertThat(now(ask(CAB, terms)).sentences())
                    .startsWith("It is approved since " + minute(2) + ", valid until " + minute(122) + ".");
        }

        @Test
        void anEmergencyIsReviewedAfterwards() {
            Authority emergency = Authority.emergencyCab(1);
            ApprovalRule either = anyOf(CAB, emergency);
            approve(emergency, DORA);
            assertThat(now(ask(either)).isReviewDue()).isTrue();
            assertThat(now(ask(allOf(CAB, emergency))).isReviewDue()).isFalse();
            votes.clear();
            approve(CAB, ANNA, BEN);
            assertThat(now(ask(either)).isReviewDue()).isFalse();
        }
    }

    @Nested
    class Refused {

        @Test
        void quorums() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quorum.count(0))
                    .withMessageStartingWith("needed");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quorum.percent(0))
                    .withMessageStartingWith("perCent");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quorum.percent(101))
                    .withMessageStartingWith("perCent");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Quorum.Share(new BigDecimal("1E-11"), Quorum.Abstentions.COUNT))
                    .withMessageStartingWith("perCent");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quorum.weighted(Map.of(ANNA, -1), 1))
                    .withMessageStartingWith("weights");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quorum.weighted(Map.of(ANNA, 1), 0))
                    .withMessageStartingWith("threshold");
        }

        @Test
        void rules() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> atLeast(3, PEER, CAB))
                    .withMessageStartingWith("needed");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> atLeast(0, PEER, CAB))
                    .withMessageStartingWith("needed");
            assertThatIllegalArgumentException().isThrownBy(() -> allOf()).withMessage("no parts");
            assertThatIllegalArgumentException().isThrownBy(() -> inSequence()).withMessage("no stages");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> allOf(CAB, inSequence(PEER, CAB)))
                    .withMessage("parts: two authorities are called cab");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CAB.withName(""))
                    .withMessageStartingWith("name");
        }

        @Test
        void tooMuchInOne() {
            ApprovalRule deep = CAB;
            for (int layer = 1; layer < ApprovalRule.MOST_DEPTH; layer++) {
                deep = allOf(deep);
            }
            ApprovalRule deepest = deep;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> allOf(deepest))
                    .withMessageContaining("8 layers");
            List<ApprovalRule> many = new ArrayList<>();
            for (int i = 0; i < ApprovalRule.MOST_PARTS - 1; i++) {
                many.add(CAB.withName("cab-" + i));
            }
            assertThat(new ApprovalRule.InSequence(many).authorities()).hasSize(99);
            many.add(PEER);
            assertThatIllegalArgumentException().isThrownBy(() -> new ApprovalRule.InSequence(many));
        }

        @Test
        void requests() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            ApprovalRequest.ask(CAB, ApprovalTerms.unlimited(), Roll.empty(), Set.of(), "v1", NOON))
                    .withMessageContaining("cab");
            ApprovalRequest request = ask(CAB);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new ApprovalRequest(PEER, request.terms(), request.electorates(), Set.of(), "v1", NOON))
                    .withMessageStartingWith("electorates");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new ApprovalRequest(CAB, request.terms(), request.electorates(), Set.of(ANNA), "v1", NOON))
                    .withMessageStartingWith("excluded");
            Electorate one = new Electorate("cab", Set.of(ANNA), Set.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ApprovalRequest(CAB, request.terms(), List.of(one), Set.of(), "v1", NOON))
                    .withMessageStartingWith("rule");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new ApprovalRequest(CAB, request.terms(), request.electorates(), Set.of(), "", NOON))
                    .withMessageStartingWith("content");
        }

        @Test
        void votesAndTimes() {
            ApprovalRequest request = ask(CAB);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.evaluate(List.of(), NOON.minusSeconds(1)))
                    .withMessageStartingWith("at");
            approve(PEER, ANNA);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.evaluate(votes, NOON))
                    .withMessage("votes: the rule knows no peer");
            votes.clear();
            votes.add(Vote.of("cab", ANNA, Choice.APPROVE, "v1", minute(2)));
            votes.add(Vote.of("cab", BEN, Choice.APPROVE, "v1", minute(1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.evaluate(votes, minute(2)))
                    .withMessageStartingWith("votes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Vote("cab", ANNA, Set.of(ANNA), Choice.APPROVE, "v1", NOON))
                    .withMessageStartingWith("representing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Delegation(ANNA, ANNA, NOON, minute(1)))
                    .withMessageStartingWith("to");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Delegation(ANNA, BEN, NOON, NOON))
                    .withMessageStartingWith("toExclusive");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApprovalTerms.unlimited().withOpenFor(Duration.ZERO, OnExpiry.EXPIRE))
                    .withMessageStartingWith("openFor");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApprovalTerms.unlimited().withValidFor(Duration.ofSeconds(-1)))
                    .withMessageStartingWith("validFor");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApprovalTerms.unlimited().withValidFor(Duration.ofDays(36_526)))
                    .withMessageStartingWith("validFor");
        }
    }
}
