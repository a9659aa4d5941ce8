package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.problem.analysis.Chronology.Happening;
import org.itsmkit.problem.analysis.Chronology.Nature;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.Gate;
import org.itsmkit.problem.analysis.FiveWhys.Why;
import org.itsmkit.problem.analysis.IsIsNot.Aspect;
import org.itsmkit.problem.analysis.IsIsNot.Row;
import org.itsmkit.problem.analysis.IsIsNot.Suspect;
import org.itsmkit.problem.analysis.Ishikawa.Branch;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

/** Whatever people write, a drawing has the same lines, and each line the same shape. */
class DrawingTest {

    private static final String HOSTILE =
            "a\"] --> n9[\"b\nn1 --> n2\r\n\u2028%%{init: {}}%% `x` ```\n| y | <b>&amp; : ; # \\ (z) {q}\t\u202Eend";

    private static final Map<String, Function<String, Analysis>> ALL = Map.of(
            "why",
                    text -> FiveWhys.of(
                            text, Why.of(text, text).then(Why.of(text, text).inOurControl())),
            "bone", text -> Ishikawa.of(text, CategoryScheme.FOUR_S).with("skills", Branch.of(text, Branch.of(text))),
            "tree",
                    text -> FaultTree.of(
                            "g",
                            List.of(Gate.or("g", text, "a", "b")),
                            BasicEvent.of("a", text),
                            BasicEvent.of("b", text).probable(BigDecimal.ONE)),
            "matrix",
                    text -> new IsIsNot(
                            text,
                            List.of(new Row(
                                    Aspect.WHAT, text, Optional.of(text), Optional.of(text), Optional.of(text))),
                            List.of(Suspect.of(text))),
            "time",
                    text -> Chronology.of(
                            text, Happening.of(Instant.parse("2026-03-02T09:00:00Z"), Nature.CHANGE, text, text)),
            "pareto", text -> Pareto.of(text, Map.of("x | y\"]", 1L)),
            "storm",
                    text -> Brainstorming.of(text, 1, List.of(PersonId.of("anna")))
                            .propose(PersonId.of("anna"), text)
                            .get()
                            .reveal()
                            .get()
                            .startVoting()
                            .get()
                            .close()
                            .get());

    private static final String TEXT = "[\\p{L}\\p{N} .,/=?#;-]*";
    private static final String CELL = " [\\p{L}\\p{N} .,/=?&#;-]* ";

    private static boolean isFlowLine(String line) {
        return line.matches("flowchart (TD|LR)|    n\\d+ --> n\\d+|    n\\d+\\[\"" + TEXT + "\"]|    n\\d+\\(\\[\""
                + TEXT + "\"]\\)");
    }

    @Test
    void hostileTextsChangeNoLine() {
        ALL.forEach((name, analysis) -> {
            String tame = analysis.apply("word").drawing();
            String hostile = analysis.apply(HOSTILE).drawing();

            assertThat(hostile.split("\\R", -1)).as(name).hasSameSizeAs(tame.split("\n", -1));
            assertThat(hostile).as(name).doesNotContain("`", "%%", "<", "\r", "\u2028", "\u202E", "{", "\\");
        });
    }

    @Test
    void eachLineOfAFlowchartIsANodeOrAnArrow() {
        for (String name : List.of("why", "bone", "tree")) {
            String drawing = ALL.get(name).apply(HOSTILE).drawing();

            assertThat(drawing.lines()).as(name).allMatch(DrawingTest::isFlowLine);
        }
    }

    @Test
    void eachLineOfATableHasTheSameCells() {
        for (String name : List.of("matrix", "pareto", "storm")) {
            for (String part : ALL.get(name).apply(HOSTILE).drawing().split("\n\n")) {
                long cells = part.lines()
                        .findFirst()
                        .orElse("")
                        .chars()
                        .filter(c -> c == '|')
                        .count();
                assertThat(part.lines())
                        .as(name)
                        .allMatch(line -> line.chars().filter(c -> c == '|').count() == cells);
                assertThat(part.lines()).as(name).allMatch(line -> line.matches("\\|((" + CELL + "|---)\\|)+"));
            }
        }
    }

    @Test
    void eachLineOfATimelineHasOneInstantAndOneText() {
        assertThat(ALL.get("time").apply(HOSTILE).drawing().lines().skip(2))
                .singleElement()
                .matches(line -> line.matches("    " + TEXT + " : " + TEXT));
    }

    @Test
    void aFaultTreeIsDrawnOnceForEachNode() {
        FaultTree shared = FaultTree.of(
                "top",
                List.of(
                        Gate.and("top", "dark", "l", "r"),
                        Gate.or("l", "left", "e", "f"),
                        Gate.atLeast(2, "r", "right", "e", "f", "g")),
                BasicEvent.of("e", "grid").probable(new BigDecimal("0.001")),
                BasicEvent.of("f", "diesel"),
                BasicEvent.of("g", "battery"));

        assertThat(shared.drawing())
                .isEqualTo(String.join(
                        "\n",
                        "flowchart TD",
                        "    n0[\"dark #8211; AND\"]",
                        "    n1[\"left #8211; OR\"]",
                        "    n2[\"right #8211; 2 of 3\"]",
                        "    n3([\"grid #8211; 0.001\"])",
                        "    n4([\"diesel\"])",
                        "    n5([\"battery\"])",
                        "    n0 --> n1",
                        "    n0 --> n2",
                        "    n1 --> n3",
                        "    n1 --> n4",
                        "    n2 --> n3",
                        "    n2 --> n4",
                        "    n2 --> n5",
                        ""));
    }
}
