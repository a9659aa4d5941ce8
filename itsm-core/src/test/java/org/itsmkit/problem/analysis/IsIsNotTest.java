package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import org.itsmkit.problem.analysis.IsIsNot.Answer;
import org.itsmkit.problem.analysis.IsIsNot.Aspect;
import org.itsmkit.problem.analysis.IsIsNot.Outcome;
import org.itsmkit.problem.analysis.IsIsNot.Row;
import org.itsmkit.problem.analysis.IsIsNot.Suspect;
import org.junit.jupiter.api.Test;

class IsIsNotTest {

    private static final Row WHERE = Row.of(Aspect.WHERE, "in Graz", "in Vienna")
            .distinguishedBy("an own proxy")
            .changedBy("renewed in May");
    private static final Row WHEN =
            new Row(Aspect.WHEN, "since Monday", Optional.empty(), Optional.empty(), Optional.empty());
    private static final Answer YES = Answer.explains();
    private static final Evidence TEST = Evidence.of("without the proxy it works");

    private static IsIsNot slow(Suspect... suspects) {
        return new IsIsNot("the portal is slow", List.of(WHERE, WHEN), List.of(suspects));
    }

    @Test
    void theFewestAssumptionsComeFirstAndContradictionsAreOut() {
        Suspect proxy = Suspect.of("the proxy").tested(YES, YES).tested(YES, YES);
        Suspect line = Suspect.of("the line").tested(YES, YES).tested(Answer.explainsIf("it was dug up"), YES);
        Suspect server =
                Suspect.of("the server").tested(YES, Answer.contradicts()).tested(YES, YES);
        Suspect weather = Suspect.of("the weather")
                .tested(Answer.explainsIf("it rained"), Answer.explainsIf("not in Vienna"))
                .tested(YES, YES);
        Suspect rain = Suspect.of("the rain")
                .tested(Answer.explainsIf("it rained"), Answer.explainsIf("It  rained"))
                .tested(YES, YES)
                .shownBy(TEST);
        Suspect untested = Suspect.of("the moon").tested(YES, YES);

        assertThat(slow(untested, weather, line, server, rain, proxy).candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("the proxy", "the rain", "the line", "the weather", "the moon");
    }

    @Test
    void confidenceNeedsEvidenceAndNoAssumption() {
        Suspect proxy = Suspect.of("the proxy").tested(YES, YES).tested(YES, Answer.untested());
        Suspect assumed =
                Suspect.of("the proxy").tested(YES, Answer.explainsIf("so")).tested(YES, YES);
        Suspect untested = Suspect.of("the proxy").tested(YES, YES);

        assertThat(confidence(proxy)).isEqualTo(Confidence.SUSPECTED);
        assertThat(confidence(proxy.shownBy(TEST))).isEqualTo(Confidence.ESTABLISHED);
        assertThat(confidence(assumed.shownBy(TEST))).isEqualTo(Confidence.SUPPORTED);
        assertThat(confidence(untested.shownBy(TEST))).isEqualTo(Confidence.SUPPORTED);
        assertThat(new IsIsNot("slow", List.of(), List.of(Suspect.of("it").shownBy(TEST)))
                        .candidates()
                        .get(0)
                        .confidence())
                .isEqualTo(Confidence.SUPPORTED);
    }

    private static Confidence confidence(Suspect suspect) {
        return slow(suspect).candidates().get(0).confidence();
    }

    @Test
    void whatIsMissingIsSaid() {
        Suspect half = Suspect.of("the line").tested(YES, YES);

        assertThat(slow(half).findings())
                .extracting(Finding::code, Finding::where)
                .containsExactly(
                        tuple("is-is-not.aspect-missing", "what"),
                        tuple("is-is-not.aspect-missing", "extent"),
                        tuple("is-is-not.no-contrast", "row 2"),
                        tuple("is-is-not.untested", "suspect 1"));
    }

    @Test
    void nonsenseIsNoMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        slow(Suspect.of("x").tested(YES, YES).tested(YES, YES).tested(YES, YES)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer(Outcome.EXPLAINS_IF, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer(Outcome.EXPLAINS, Optional.of("so")));
        assertThatIllegalArgumentException().isThrownBy(() -> Row.of(Aspect.WHAT, " ", "b"));
    }
}
