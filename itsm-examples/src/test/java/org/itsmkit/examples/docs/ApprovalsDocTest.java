package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.approval.ApprovalRequest;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.approval.ApprovalTerms.OnExpiry;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.approval.Delegation;
import org.itsmkit.approval.Delegations;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.approval.Outcome;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Roll;
import org.itsmkit.approval.Vote;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.PastChange.Mark;
import org.itsmkit.change.risk.RiskAssessment;
import org.itsmkit.change.risk.RiskFacts;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskMatrix;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.change.risk.RiskQuestionnaire;
import org.itsmkit.change.risk.RiskQuestionnaire.Answer;
import org.itsmkit.change.risk.RiskQuestionnaire.Question;
import org.itsmkit.change.risk.ScoreLevels;
import org.itsmkit.change.risk.TeamHistory;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

/** The snippets about approvals and risk. */
class ApprovalsDocTest {

    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARL = PersonId.of("carl");
    private static final PersonId DORA = PersonId.of("dora");
    private static final PersonId RITA = PersonId.of("rita");
    private static final PersonId SAM = PersonId.of("sam");
    private static final GroupId MAIL_TEAM = GroupId.of("mail-team");

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Vienna")).toInstant();
    }

    @Test
    void askedAndAnswered() {
        // spotless:off
        // snippet: approval-rule
        Authority peer = Authority.peer(Voters.members(MAIL_TEAM));
        Authority cab = Authority.cab(Quorum.count(2)).withVeto(Voters.holders("security"));

        ApprovalRule rule = ApprovalRule.inSequence(peer, ApprovalRule.anyOf(cab, Authority.emergencyCab(1)));
        // end

        // snippet: approval-ask
        String content = ContentDigest.empty()
                .with("title", "New version of mail")
                .with("plan", "Take the old one out, put the new one in.")
                .hex();
        Roll roll = Roll.empty()
                .withGroup(MAIL_TEAM, RITA, BEN)
                .withRole(Authority.CAB, ANNA, BEN, CARL)
                .withRole(Authority.EMERGENCY_CAB, DORA)
                .withRole("security", SAM);
        ApprovalTerms terms = ApprovalTerms.unlimited()
                .withOpenFor(Duration.ofDays(5), OnExpiry.EXPIRE)
                .withValidFor(Duration.ofDays(30));

        Either<Rejection, ApprovalRequest> asked =
                ApprovalRequest.ask(rule, terms, roll, Set.of(RITA), content, at("2026-03-02T09:00"));
        // end
        ApprovalRequest request = asked.get();

        // snippet: approval-votes
        List<Vote> votes = List.of(
                Vote.of("peer", BEN, Choice.APPROVE, content, at("2026-03-02T10:00")),
                Vote.of("cab", BEN, Choice.APPROVE, content, at("2026-03-02T11:00")),
                Vote.of("cab", SAM, Choice.ABSTAIN, content, at("2026-03-02T12:00")));

        Evaluation now = request.evaluate(votes, at("2026-03-02T13:00"));

        Outcome outcome = now.outcome();                             // PENDING
        Map<String, Set<PersonId>> mayVote = now.mayVote();          // cab: anna, carl; emergency-cab: dora
        List<String> why = now.sentences();
        // end

        // snippet: approval-delegation
        Delegations holidays = Delegations.of(
                new Delegation(ANNA, DORA, at("2026-03-02T00:00"), at("2026-03-09T00:00")));

        Vote forAnna = Vote.of("cab", DORA, Choice.APPROVE, content, at("2026-03-02T14:00"))
                .under(holidays, request.excluded());
        // end

        // snippet: approval-holds
        Evaluation decided = request.evaluate(
                List.of(votes.get(0), votes.get(1), votes.get(2), forAnna), at("2026-03-02T15:00"));

        boolean mayGoOn = decided.stillHolds(content);
        boolean afterTheNextEdit = decided.stillHolds("another-content");
        // end
        // spotless:on
        assertThat(outcome).isEqualTo(Outcome.PENDING);
        assertThat(mayVote).isEqualTo(Map.of("cab", Set.of(ANNA, CARL), "emergency-cab", Set.of(DORA)));
        assertThat(why)
                .contains("1 of 3 of cab has approved; 1 more is needed; sam abstained; anna, carl may still vote.");
        assertThat(now.mayVote(holidays)).containsEntry("cab", Set.of(ANNA, CARL, DORA));
        assertThat(decided.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(decided.decidedAt()).contains(at("2026-03-02T14:00"));
        assertThat(decided.isReviewDue()).isFalse();
        assertThat(mayGoOn).isTrue();
        assertThat(afterTheNextEdit).isFalse();
    }

    @Test
    void risk() {
        // spotless:off
        // snippet: approval-risk
        RiskQuestionnaire questions = new RiskQuestionnaire("questions", List.of(
                Question.of("rollback", "Can it be taken back?", 3, new Answer("yes", 0), new Answer("no", 4)),
                Question.of("users", "How many notice?", 1, new Answer("few", 1), new Answer("all", 5))),
                ScoreLevels.startingAt(RiskLevel.LOW).from(5, RiskLevel.MODERATE).from(13, RiskLevel.HIGH));
        TeamHistory history = TeamHistory.of(Duration.ofDays(180),
                ScoreLevels.startingAt(RiskLevel.HIGH).from(-5, RiskLevel.MODERATE).from(0, RiskLevel.LOW));

        RiskAssessment risk = RiskModel.highestOf(RiskMatrix.standard(), questions, history)
                .assess(RiskFacts.at(at("2026-03-02T09:00"))
                        .with("low", "high")
                        .withAnswer("rollback", "no")
                        .withAnswer("users", "few")
                        .withHistory(List.of(PastChange.of("CHG-7", at("2026-02-01T20:00"), Mark.BACKED_OUT))));

        RiskLevel level = risk.level().orElseThrow();
        List<String> decidedBy = risk.decidedBy();
        // end
        // spotless:on
        assertThat(level).isEqualTo(RiskLevel.HIGH);
        assertThat(decidedBy).containsExactly("questions");
    }
}
