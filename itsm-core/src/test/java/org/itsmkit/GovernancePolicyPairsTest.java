package org.itsmkit;

import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.governance.policy.Governing.NOBODY_CANCELS;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.Governing;
import org.itsmkit.governance.policy.PolicyReviewCommand;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.governance.policy.WaiverCommand;
import org.itsmkit.kernel.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link EveryPairTest} is to the other rooms: every status of policies with every action. */
class GovernancePolicyPairsTest {

    private static final String POLICIES = """
            from         | revise       describe     hand-over    enact        reject       begin-review end-review set-review-date note-review-due grant-waiver revoke-waiver suspend   reinstate retire  withdraw
            draft        | draft        draft        draft        in-force     .            .            .          draft           .               .            .             .         .         .       withdrawn
            in-force     | in-force     in-force     in-force     in-force     in-force     under-review .          in-force        in-force        in-force     in-force      suspended .         retired .
            under-review | under-review under-review under-review under-review under-review .            in-force   under-review    under-review    under-review under-review  suspended .         retired .
            suspended    | suspended    suspended    suspended    in-force     suspended    .            .          suspended       suspended       suspended    suspended     .         in-force  retired .
            retired      | .            .            .            .            .            .            .          .               .               .            .             .         .         .       .
            withdrawn    | .            .            .            .            .            .            .          .               .               .            .             .         .         .       .
            """;

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @TestFactory
    Stream<DynamicTest> ofPolicies() {
        return EveryPairTest.pairs(POLICIES).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Governing governing = governingFor(company, pair);
                    Command<GovernancePolicy> command = command(governing, pair);
                    EveryPairTest.check(company, company.itsm.governancePolicies(), governing.id, pair, DORA, command);
                }));
    }

    /** One of which something is proposed where that is asked about, and which is to be looked at where that is. */
    private static Governing governingFor(Company company, Pair pair) {
        Governing governing = Governing.in(company, pair.from());
        boolean isAboutProposal = pair.action().equals("enact") || pair.action().equals("reject");
        if (isAboutProposal
                && pair.to().isPresent()
                && governing.now().proposed().isEmpty()) {
            governing.does(caller(CARLA), new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS)));
        }
        if (pair.action().equals("note-review-due") && pair.to().isPresent()) {
            LocalDate today = LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
            governing.does(new PolicyReviewCommand.SetReviewDate(Optional.of(today.plusDays(1))));
            company.clock.advance(Duration.ofDays(2));
        }
        return governing;
    }

    private static Command<GovernancePolicy> command(Governing governing, Pair pair) {
        return switch (pair.action()) {
            case "revise" -> new GovernancePolicyCommand.Revise(List.of(NOBODY_CANCELS));
            case "describe" -> new GovernancePolicyCommand.Describe("Name it", "Always");
            case "hand-over" -> new GovernancePolicyCommand.HandOver(CARLA);
            case "enact" -> new GovernancePolicyCommand.Enact("go on");
            case "reject" -> new GovernancePolicyCommand.Reject("not so");
            case "begin-review" -> new PolicyReviewCommand.BeginReview();
            case "end-review" -> new PolicyReviewCommand.EndReview("good", Optional.of(DAY));
            case "set-review-date" -> new PolicyReviewCommand.SetReviewDate(Optional.of(DAY));
            case "note-review-due" ->
                new PolicyReviewCommand.NoteReviewDue(governing.now().reviewOn().orElse(DAY));
            case "grant-waiver" -> governing.waiver(Waived.role("agent"));
            case "revoke-waiver" -> new WaiverCommand.Revoke(1, "no longer");
            case "suspend" -> new GovernancePolicyCommand.Suspend("wait");
            case "reinstate" -> new GovernancePolicyCommand.Reinstate("go on");
            case "retire" -> new GovernancePolicyCommand.Retire("nobody needs it");
            case "withdraw" -> new GovernancePolicyCommand.Withdraw("we know");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(GovernancePolicies.DEFINITION, POLICIES);
    }
}
