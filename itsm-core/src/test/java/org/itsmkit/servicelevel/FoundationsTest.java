package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.Agreeing.DESK;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.drafted;
import static org.itsmkit.servicelevel.Agreeing.ofPriority;
import static org.itsmkit.servicelevel.Agreeing.ola;
import static org.itsmkit.servicelevel.Agreeing.resolution;
import static org.itsmkit.servicelevel.Agreeing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Violation;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.junit.jupiter.api.Test;

/** Which promises of teams an agreement rests on, and from when on. */
class FoundationsTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final Company company = Company.open();

    private static ProposedTerms promising(Commitment commitment) {
        return ProposedTerms.builder()
                .addCommitments(commitment)
                .putHours("desk", DESK)
                .build();
    }

    private Agreeing operations(Commitment commitment) {
        return Agreeing.active(company, ola(4).terms(promising(commitment)).build());
    }

    private Agreeing resting(Commitment commitment, Agreeing operations) {
        return drafted(
                company,
                sla().terms(promising(commitment))
                        .addRestsOn(new RestsOn(operations.id, 1))
                        .build());
    }

    private static List<String> refusal(Agreeing agreeing, Instant from) {
        return agreeing.refused(AgreementCommand.Agree.from(from)).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private void assertIsNotHeldAgainst(Commitment internal, Commitment external) {
        Agreeing agreeing = resting(external, operations(internal));

        assertThat(agreeing.does(AgreementCommand.Agree.from(MARCH)).versions()).hasSize(1);
    }

    private void assertIsTooSlowFor(Commitment internal, Commitment external) {
        assertThat(refusal(resting(external, operations(internal)), MARCH))
                .containsExactly("rule:internal-targets-fit");
    }

    @Test
    void whatIsPromisedOfAllRecordsIsPromisedOfEach() {
        assertIsTooSlowFor(resolution("slow", 20), resolution("quick", 8));
        assertIsTooSlowFor(resolution("slow", 20), ofPriority(resolution("quick", 8), 1));
        assertIsNotHeldAgainst(resolution("in-time", 8), ofPriority(resolution("quick", 8), 1));
    }

    @Test
    void whatIsPromisedOfTheSameRecordsIsHeldAgainstIt() {
        assertIsTooSlowFor(ofPriority(resolution("slow", 20), 1), ofPriority(resolution("quick", 8), 1));
        assertIsNotHeldAgainst(ofPriority(resolution("in-time", 8), 1), ofPriority(resolution("quick", 8), 1));
    }

    @Test
    void whatIsPromisedOfOtherRecordsIsNot() {
        assertIsNotHeldAgainst(ofPriority(resolution("slow", 20), 4), ofPriority(resolution("quick", 8), 1));
        assertIsNotHeldAgainst(ofPriority(resolution("slow", 20), 4), resolution("quick", 8));
    }

    @Test
    void whatIsMeasuredOtherwiseIsNot() {
        Commitment answer = Commitment.of(
                "answer", Target.of(Metric.FIRST_RESPONSE, Amount.openTime(Duration.ofHours(20))), "desk");

        assertIsNotHeldAgainst(answer, resolution("quick", 8));
    }

    @Test
    void whatHoldsWhenItBeginsIsAsked() {
        Agreeing operations = operations(resolution("resolution", 20));
        operations.does(new AgreementCommand.Revise(promising(resolution("resolution", 4))));
        operations.does(AgreementCommand.Agree.from(APRIL));
        Agreeing agreeing = resting(resolution("resolution", 8), operations);

        assertThat(refusal(agreeing, APRIL.minusNanos(1_000))).containsExactly("rule:internal-targets-fit");
        assertThat(refusal(agreeing, MARCH.minusNanos(1_000))).containsExactly("rule:rests-on-what-is-in-force");
        assertThat(agreeing.does(AgreementCommand.Agree.from(APRIL)).versions()).hasSize(1);
    }

    @Test
    void whatHasEndedByThenIsNotInForce() {
        Agreeing operations = drafted(company, ola(4).build());
        operations.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        Agreeing agreeing = resting(resolution("resolution", 8), operations);

        assertThat(refusal(agreeing, APRIL)).containsExactly("rule:rests-on-what-is-in-force");
        assertThat(agreeing.does(AgreementCommand.Agree.from(APRIL.minusNanos(1_000)))
                        .versions())
                .hasSize(1);
    }

    @Test
    void whatWasGivenUpIsNotInForceEvenForThePast() {
        Agreeing operations = operations(resolution("resolution", 4));
        company.aMinuteLater();
        operations.does(new AgreementEndingCommand.Terminate("they left"));

        assertThat(refusal(resting(resolution("resolution", 8), operations), MARCH))
                .containsExactly("rule:rests-on-what-is-in-force");
    }
}
