package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Collections;
import java.util.List;
import org.itsmkit.problem.analysis.FiveWhys.Why;
import org.junit.jupiter.api.Test;

class FiveWhysTest {

    private static final Evidence LOG = Evidence.of("disk full, in the log of mail-1");
    private static final Evidence PLAN = Evidence.of("the plan of the migration");
    private static final Why FULL =
            Why.of("Why did mail stop?", "the disk was full").shownBy(LOG);
    private static final Why NOT_MONITORED =
            Why.of("Why did nobody notice?", "new disks are not monitored").inOurControl();
    private static final Why GROWTH = Why.of("Why did it fill?", "people keep more mail");

    @Test
    void theLastLinkInOurControlIsTheCause() {
        FiveWhys mail = FiveWhys.of("Mail stood still", FULL.then(NOT_MONITORED.shownBy(PLAN)));

        assertThat(mail.findings()).isEmpty();
        assertThat(mail.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.cause()).isEqualTo("new disks are not monitored");
            assertThat(candidate.confidence()).isEqualTo(Confidence.ESTABLISHED);
            assertThat(candidate.evidence()).containsExactly(LOG, PLAN);
        });
    }

    @Test
    void whatWeDoNotControlIsNoRootCause() {
        FiveWhys mail = FiveWhys.of("Mail stood still", FULL.then(GROWTH));

        assertThat(mail.candidates()).isEmpty();
        assertThat(mail.findings())
                .extracting(Finding::code, Finding::where)
                .containsExactly(tuple("five-whys.no-evidence", "1.1"), tuple("five-whys.not-controllable", "1.1"));
    }

    @Test
    void onlyTheLastLinkIsACauseHoweverMuchWeControlOfTheOthers() {
        FiveWhys mail = FiveWhys.of("Mail stood still", FULL.inOurControl().then(GROWTH));

        assertThat(mail.candidates()).isEmpty();
    }

    @Test
    void aWhyMayHaveSeveralAnswersAndTheSurestComesFirst() {
        Why unshown = Why.of("Why did mail stop?", "nobody was on call").then(NOT_MONITORED.shownBy(PLAN));
        Why bare = Why.of("Why did mail stop?", "there is one server").inOurControl();
        FiveWhys mail = FiveWhys.of(
                "Mail stood still",
                bare,
                unshown,
                FULL.then(Why.of("Why?", "mail has no quota").inOurControl().shownBy(PLAN)));

        assertThat(mail.candidates())
                .extracting(CauseCandidate::cause, CauseCandidate::confidence)
                .containsExactly(
                        tuple("mail has no quota", Confidence.ESTABLISHED),
                        tuple("new disks are not monitored", Confidence.SUPPORTED),
                        tuple("there is one server", Confidence.SUSPECTED));
    }

    @Test
    void evidenceBeforeTheLastLinkDoesNotSupportTheLast() {
        assertThat(FiveWhys.of("Mail stood still", FULL.then(NOT_MONITORED)).candidates())
                .extracting(CauseCandidate::confidence)
                .containsExactly(Confidence.SUSPECTED);
    }

    @Test
    void aChainIsATreeWithoutBranches() {
        assertThat(FiveWhys.chain("Mail stood still", List.of(FULL, GROWTH, NOT_MONITORED)))
                .isEqualTo(FiveWhys.of("Mail stood still", FULL.then(GROWTH.then(NOT_MONITORED))));
    }

    @Test
    void nonsenseIsNoAnalysis() {
        assertThatIllegalArgumentException().isThrownBy(() -> FiveWhys.of("Mail stood still"));
        assertThatIllegalArgumentException().isThrownBy(() -> FiveWhys.of(" ", FULL));
        assertThatIllegalArgumentException().isThrownBy(() -> Why.of("Why?", "\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> Why.of("Why?", "nul \0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Why.of("Why?", "x".repeat(4_001)));
        assertThat(FiveWhys.chain("so", Collections.nCopies(20, FULL)).drawing().lines())
                .hasSize(1 + 21 + 20);
        assertThatIllegalArgumentException().isThrownBy(() -> FiveWhys.chain("so", Collections.nCopies(21, FULL)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FiveWhys("so", Collections.nCopies(501, FULL)));
    }
}
