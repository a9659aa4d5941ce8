package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.Gate;
import org.itsmkit.problem.analysis.FaultTree.Importance;
import org.itsmkit.problem.analysis.FaultTree.Observation;
import org.junit.jupiter.api.Test;

class FaultTreeTest {

    private static final BasicEvent GRID =
            BasicEvent.of("grid", "the grid fails").probable(new BigDecimal("0.01"));
    private static final BasicEvent DIESEL =
            BasicEvent.of("diesel", "the generator does not start").probable(new BigDecimal("0.1"));
    private static final BasicEvent SWITCH =
            BasicEvent.of("switch", "the switch is stuck").probable(new BigDecimal("0.002"));

    private static FaultTree darkness(BasicEvent... events) {
        return FaultTree.of(
                "dark",
                List.of(
                        Gate.or("dark", "the data centre is dark", "both", "switch"),
                        Gate.and("both", "no power comes", "grid", "diesel")),
                events);
    }

    private static final FaultTree DARKNESS = darkness(GRID, DIESEL, SWITCH);

    @Test
    void theSwitchAloneOrBothOfTheOthers() {
        assertThat(DARKNESS.minimalCutSets().get())
                .extracting(FaultTree.CutSet::events)
                .containsExactly(List.of("switch"), List.of("grid", "diesel"));
        // 1 − (1 − 0.001) (1 − 0.002)
        assertThat(DARKNESS.probability().get()).isEqualByComparingTo("0.002998");
        assertThat(DARKNESS.findings()).isEmpty();
    }

    @Test
    void theSwitchMattersMost() {
        Importance stuck = DARKNESS.importance().get().get(2);

        assertThat(stuck.event()).isEqualTo("switch");
        assertThat(stuck.birnbaum()).isEqualByComparingTo("0.999");
        assertThat(stuck.fussellVesely().orElseThrow()).isBetween(new BigDecimal("0.667"), new BigDecimal("0.668"));
    }

    @Test
    void theMostProbableWayComesFirst() {
        assertThat(DARKNESS.candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("the switch is stuck", "the grid fails and the generator does not start");
        assertThat(darkness(GRID.probable(BigDecimal.ONE), DIESEL, SWITCH).candidates())
                .extracting(CauseCandidate::cause)
                .containsExactly("the grid fails and the generator does not start", "the switch is stuck");
    }

    @Test
    void whatDidNotHappenIsNoCauseAndWhatDidIsTheSurest() {
        Evidence log = Evidence.of("the meter reads nothing");
        FaultTree seen = darkness(
                GRID.observed(Observation.HAPPENED, log),
                DIESEL,
                SWITCH.observed(Observation.DID_NOT_HAPPEN, Evidence.of("it was found open")));

        assertThat(seen.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.confidence()).isEqualTo(Confidence.SUPPORTED);
            assertThat(candidate.evidence()).containsExactly(log);
        });
        FaultTree both =
                darkness(GRID.observed(Observation.HAPPENED, log), DIESEL.observed(Observation.HAPPENED, log), SWITCH);
        assertThat(both.candidates().get(0).confidence()).isEqualTo(Confidence.ESTABLISHED);
        assertThat(both.candidates().get(1).confidence()).isEqualTo(Confidence.SUSPECTED);
    }

    @Test
    void whatHappenedWithoutEvidenceIsSuspectedOnly() {
        FaultTree told = darkness(GRID, DIESEL, SWITCH.observed(Observation.HAPPENED));

        assertThat(told.candidates()).allMatch(candidate -> candidate.confidence() == Confidence.SUSPECTED);
        assertThat(told.findings()).extracting(Finding::code).containsExactly("fault-tree.no-evidence");
    }

    @Test
    void aTreeThatExplainsNothingSaysSo() {
        FaultTree excluded = darkness(
                GRID.observed(Observation.DID_NOT_HAPPEN, Evidence.of("steady")),
                DIESEL,
                SWITCH.observed(Observation.DID_NOT_HAPPEN, Evidence.of("open")));

        assertThat(excluded.candidates()).isEmpty();
        assertThat(excluded.findings()).extracting(Finding::code).containsExactly("fault-tree.excluded");
    }

    @Test
    void withoutAProbabilityThereIsNone() {
        FaultTree unknown = darkness(GRID, BasicEvent.of("diesel", "the generator does not start"), SWITCH);

        assertThat(unknown.probability().getLeft().code()).isEqualTo("fault-tree.no-probability");
        assertThat(unknown.probability().getLeft().arguments()).containsEntry("events", "diesel");
        assertThat(unknown.importance().isLeft()).isTrue();
        assertThat(unknown.findings()).extracting(Finding::where).containsExactly("diesel");
        // fewest events first
        assertThat(unknown.candidates().get(0).cause()).isEqualTo("the switch is stuck");
    }

    @Test
    void whatLeadsNowhereIsNoted() {
        FaultTree more = darkness(GRID, DIESEL, SWITCH, BasicEvent.of("cat", "the cat"));

        assertThat(more.findings()).extracting(Finding::where).containsExactly("cat");
        assertThat(more.probability()).isEqualTo(DARKNESS.probability());
        assertThat(more.drawing()).doesNotContain("cat");
    }

    @Test
    void aSingleEventMayBeTheTop() {
        assertThat(FaultTree.of("grid", List.of(), GRID).probability().get()).isEqualByComparingTo("0.01");
    }

    @Test
    void tooManyCutSetsAreRefused() {
        List<Gate> gates = new ArrayList<>();
        List<BasicEvent> events = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(BasicEvent.of("a" + i, "one").probable(new BigDecimal("0.5")));
            events.add(BasicEvent.of("b" + i, "other").probable(new BigDecimal("0.5")));
            gates.add(Gate.or("g" + i, "either", "a" + i, "b" + i));
            pairs.add("g" + i);
        }
        gates.add(new Gate("top", "all", 40, pairs));
        FaultTree tree = new FaultTree("top", gates, events);

        assertThat(tree.minimalCutSets().getLeft().code()).isEqualTo("fault-tree.too-many-cut-sets");
        assertThat(tree.importance().getLeft().code()).isEqualTo("fault-tree.too-many-cut-sets");
        assertThat(tree.findings()).extracting(Finding::code).containsExactly("fault-tree.too-many-cut-sets");
        assertThat(tree.candidates()).isEmpty();
        // which does not need them: 0.75 to the power of 40
        assertThat(tree.probability().get()).isEqualByComparingTo(new BigDecimal("0.75").pow(40));
    }

    @Test
    void tooLargeADiagramIsRefused() {
        List<BasicEvent> events = new ArrayList<>();
        List<Gate> gates = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            List<String> row = new ArrayList<>();
            List<String> column = new ArrayList<>();
            for (int j = 0; j < 14; j++) {
                row.add("e" + i + "-" + j);
                column.add("e" + j + "-" + i);
                events.add(BasicEvent.of("e" + i + "-" + j, "cell").probable(new BigDecimal("0.5")));
            }
            gates.add(new Gate("r" + i, "a row", 1, row));
            gates.add(new Gate("c" + i, "a column", 1, column));
            rows.add("r" + i);
            rows.add("c" + i);
        }
        gates.add(new Gate("top", "each", rows.size(), rows));

        assertThat(new FaultTree("top", gates, events).probability().getLeft().code())
                .isEqualTo("fault-tree.too-large");
    }

    @Test
    void nonsenseIsNoTree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultTree.of("a", List.of(Gate.or("a", "x", "b"), Gate.and("b", "y", "a"))))
                .withMessageContaining("below itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultTree.of("a", List.of(Gate.or("a", "x", "b"))))
                .withMessageContaining("b, named by gate a");
        assertThatIllegalArgumentException().isThrownBy(() -> FaultTree.of("x", List.of(), GRID));
        assertThatIllegalArgumentException().isThrownBy(() -> darkness(GRID, GRID, DIESEL, SWITCH));
        assertThatIllegalArgumentException().isThrownBy(() -> Gate.or("a", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Gate.and("a", "x", "b", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Gate.atLeast(3, "a", "x", "b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> GRID.probable(new BigDecimal("1.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> GRID.probable(new BigDecimal("1e-19")));
        assertThatIllegalArgumentException().isThrownBy(() -> GRID.probable(new BigDecimal("1e-999999999")));
    }
}
