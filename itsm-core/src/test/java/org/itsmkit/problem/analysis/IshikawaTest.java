package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.problem.analysis.Ishikawa.Branch;
import org.itsmkit.problem.analysis.Ishikawa.Standing;
import org.junit.jupiter.api.Test;

class IshikawaTest {

    private static final Evidence SEEN = Evidence.of("seen on site");
    private static final CategoryScheme TWO = CategoryScheme.of("ours", "people", "process");
    private static final Branch SKILLS = Branch.of("nobody knows the printer");

    @Test
    void verifiedComesBeforeLikelyAndDeepBeforeShallow() {
        Branch deep = Branch.of("no training").found(Standing.VERIFIED, SEEN);
        Ishikawa print = Ishikawa.of("prints are late", TWO)
                .with("process", Branch.of("two approvals").found(Standing.LIKELY, SEEN))
                .with(
                        "people",
                        new Branch("nobody knows the printer", Standing.VERIFIED, List.of(SEEN), List.of(deep)));

        assertThat(print.candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("no training", "nobody knows the printer", "two approvals");
        assertThat(print.candidates())
                .extracting(CauseCandidate::confidence)
                .containsExactly(Confidence.ESTABLISHED, Confidence.ESTABLISHED, Confidence.SUPPORTED);
        assertThat(print.findings()).isEmpty();
    }

    @Test
    void withoutEvidenceAMarkIsNothing() {
        Ishikawa print = Ishikawa.of("prints are late", TWO)
                .with("people", SKILLS.found(Standing.VERIFIED))
                .with("people", SKILLS);

        assertThat(print.candidates()).isEmpty();
        assertThat(print.findings())
                .extracting(Finding::code)
                .containsExactly("ishikawa.no-evidence", "ishikawa.open", "ishikawa.category-empty");
        assertThat(print.findings()).extracting(Finding::where).containsExactly("people 1", "people 2", "process");
    }

    @Test
    void belowWhatIsRuledOutNothingIsACause() {
        Ishikawa print = Ishikawa.of("prints are late", TWO)
                .with(
                        "people",
                        new Branch(
                                "strike",
                                Standing.RULED_OUT,
                                List.of(SEEN),
                                List.of(Branch.of("wages").found(Standing.LIKELY, SEEN))));

        assertThat(print.candidates()).isEmpty();
        assertThat(print.findings()).extracting(Finding::code).contains("ishikawa.below-ruled-out");
    }

    @Test
    void causesAreInTheOrderOfTheScheme() {
        Map<String, List<Branch>> other = new LinkedHashMap<>();
        other.put("process", List.of(SKILLS));
        other.put("people", List.of(SKILLS));

        assertThat(new Ishikawa("late", TWO, other).causes().keySet()).containsExactly("people", "process");
    }

    @Test
    void schemesAreWhatTheirNamesSay() {
        assertThat(CategoryScheme.SIX_M.categories()).hasSize(6).allMatch(category -> category.startsWith("m"));
        assertThat(CategoryScheme.EIGHT_P.categories()).hasSize(8).allMatch(category -> category.startsWith("p"));
        assertThat(CategoryScheme.FOUR_S.categories()).hasSize(4).allMatch(category -> category.startsWith("s"));
    }

    @Test
    void nonsenseIsNoDiagram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ishikawa.of("late", TWO).with("weather", SKILLS))
                .withMessageContaining("weather");
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryScheme.of("ours", "people", "people"));
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryScheme.of("ours"));
        Branch deep = SKILLS;
        for (int i = 1; i < Ishikawa.DEEPEST; i++) {
            deep = Branch.of("why", deep);
        }
        Branch deepest = deep;
        assertThatIllegalArgumentException().isThrownBy(() -> Branch.of("why", deepest));
    }
}
