package org.itsmkit.valuestream.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A stream of steps: what is sound, what is refused, and how it is drawn. */
class ValueStreamTest {

    private static Step step(String name) {
        return Step.of(name, ValueChainActivity.OBTAIN_BUILD);
    }

    /** Ask, then build and test in turns, then ship. */
    private static ValueStreamEditor shop() {
        return ValueStream.named("New things in the shop")
                .begin(Step.of("ask", ValueChainActivity.ENGAGE)
                        .practices("relationship management")
                        .roles("shop owner")
                        .work("idea", "raised", "weighed"))
                .step(step("build").work("change", "draft").labelled("building"))
                .step(step("test"))
                .step(Step.of("ship", ValueChainActivity.DESIGN_AND_TRANSITION))
                .along("ask", "build", "test", "ship")
                .leads("test", "build");
    }

    private static List<Flaw.Code> flaws(ValueStreamEditor editor) {
        return ValueStream.lint(editor.toData()).stream().map(Flaw::code).toList();
    }

    @Test
    void itKnowsItsStepsAndWaysBetweenThem() {
        ValueStream shop = shop().build();

        assertThat(shop.name()).isEqualTo("New things in the shop");
        assertThat(shop.steps()).extracting(Step::name).containsExactly("ask", "build", "test", "ship");
        assertThat(shop.beginnings()).containsExactly("ask");
        assertThat(shop.ends()).containsExactly("ship");
        assertThat(shop.next("test")).containsExactly("ship", "build");
        assertThat(shop.next("nowhere")).isEmpty();
        assertThat(shop.step("ask").orElseThrow().roles()).containsExactly("shop owner");
        assertThat(shop.step("nowhere")).isEmpty();
        assertThat(shop.stepOf(Claim.of("idea", "weighed")))
                .contains(shop.steps().get(0));
        assertThat(shop.stepOf(Claim.labelled("building")))
                .contains(shop.steps().get(1));
        assertThat(shop.stepOf(Claim.of("idea", "forgotten"))).isEmpty();
        assertThat(shop.leads("ask", "ship")).isTrue();
        assertThat(shop.leads("build", "build")).as("by way of test").isTrue();
        assertThat(shop.leads("ship", "ask")).isFalse();
    }

    @Test
    void furtherOnIsWhereNoWayLeadsBack() {
        ValueStream shop = shop().build();

        assertThat(shop.isFurther("test", "ask")).isTrue();
        assertThat(shop.isFurther("ship", "build")).isTrue();
        assertThat(shop.isFurther("test", "build")).as("they take turns").isFalse();
        assertThat(shop.isFurther("ask", "ship")).isFalse();
    }

    @Test
    void whoGoesStraightPassesOverWhatIsOnEveryWay() {
        ValueStream shop = shop().step(step("preview"))
                .leads("build", "preview")
                .leads("preview", "ship")
                .build();

        assertThat(shop.passedOver("ask", "ship"))
                .as("test or preview, and build in any case")
                .containsExactly("build");
        assertThat(shop.passedOver("ask", "build")).isEmpty();
        assertThat(shop.passedOver("ship", "ask")).as("there is no way").isEmpty();
        assertThat(shop.passedOver("ship")).containsExactly("ask", "build");
        assertThat(shop.passedOver("ask")).isEmpty();
    }

    @Test
    void itIsDataBackAndForth() {
        ValueStream shop = shop().build();

        assertThat(ValueStream.of(shop.toData())).isEqualTo(shop).hasSameHashCodeAs(shop);
        assertThat(shop.edit().build()).isEqualTo(shop);
        assertThat(shop.edit().step(step("bill")).leads("ship", "bill").build()).isNotEqualTo(shop);
        assertThat(shop).hasToString("ValueStream[New things in the shop]");
    }

    @Test
    void everyMistakeIsFoundAndAllAtOnce() {
        assertThat(flaws(ValueStream.named("none"))).containsExactly(Flaw.Code.NO_STEP);
        assertThat(flaws(ValueStream.named(" ").begin(step("a")))).containsExactly(Flaw.Code.BAD_NAME);
        assertThat(flaws(ValueStream.named("x").step(step("a")))).containsExactly(Flaw.Code.NO_BEGINNING);
        assertThat(flaws(shop().step(step("ask")))).containsExactly(Flaw.Code.DUPLICATE_STEP);
        assertThat(flaws(shop().leads("ask", "nowhere"))).containsExactly(Flaw.Code.UNKNOWN_STEP);
        assertThat(flaws(shop().leads("ask", "build"))).containsExactly(Flaw.Code.DUPLICATE_EDGE);
        assertThat(flaws(shop().leads("ask", "ask"))).containsExactly(Flaw.Code.LEADS_TO_ITSELF);
        assertThat(flaws(shop().step(step("alone")))).containsExactly(Flaw.Code.UNREACHABLE);
        assertThat(flaws(shop().step(step("again").work("idea", "weighed")).leads("ship", "again")))
                .containsExactly(Flaw.Code.CLAIMED_TWICE);
        assertThat(flaws(shop().step(step("again").labelled("building")).leads("ship", "again")))
                .containsExactly(Flaw.Code.CLAIMED_TWICE);
        assertThat(flaws(shop().leads("ship", "build")))
                .as("nothing leaves")
                .containsExactly(
                        Flaw.Code.NO_WAY_OUT, Flaw.Code.NO_WAY_OUT, Flaw.Code.NO_WAY_OUT, Flaw.Code.NO_WAY_OUT);
        assertThat(flaws(shop().step(step("ask")).leads("ask", "nowhere")))
                .containsExactly(Flaw.Code.DUPLICATE_STEP, Flaw.Code.UNKNOWN_STEP);
        ValueStreamEditor twice = ValueStream.named("x").begin(step("a"));
        ValueStreamData data = twice.toData();
        assertThat(ValueStream.lint(new ValueStreamData("x", List.of("a", "a", "b"), data.steps(), data.edges())))
                .extracting(Flaw::code)
                .containsExactly(Flaw.Code.DUPLICATE_EDGE, Flaw.Code.UNKNOWN_STEP);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> shop().step(step("ask")).leads("ask", "nowhere").build())
                .withMessage("value stream New things in the shop: Two steps are called ask."
                        + " nowhere is named by ask → nowhere and is no step.");
    }

    @Test
    void itIsOfASizeThatCanBeDrawn() {
        ValueStreamEditor long100 = ValueStream.named("long").begin(step("s0"));
        for (int i = 1; i < ValueStream.MOST_STEPS; i++) {
            long100.step(step("s" + i)).leads("s" + (i - 1), "s" + i);
        }
        assertThat(long100.build().toSvg()).endsWith("</svg>\n");
        assertThat(flaws(long100.step(step("more")).leads("s99", "more"))).containsExactly(Flaw.Code.TOO_LARGE);

        String[] many = new String[Step.MOST_CLAIMS + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = "status-" + i;
        }
        assertThatIllegalArgumentException().isThrownBy(() -> step("a").work("incident", many));
        assertThatIllegalArgumentException().isThrownBy(() -> step("a").roles("clerk", "clerk"));
        assertThatIllegalArgumentException().isThrownBy(() -> step("a").practices(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> step("a").work("incident", "no code"));
        assertThatIllegalArgumentException().isThrownBy(() -> step("a").labelled(""));
        assertThatIllegalArgumentException().isThrownBy(() -> step(""));
    }

    @Test
    void itIsDrawnWithWhatIsNoted() {
        ValueStream two = ValueStream.named("two")
                .begin(Step.of("ask", ValueChainActivity.ENGAGE))
                .step(Step.of("help", ValueChainActivity.DELIVER_AND_SUPPORT))
                .leads("ask", "help")
                .build();

        assertThat(two.toMermaid(Map.of("help", List.of("wait 5 min"), "elsewhere", List.of("lost"))))
                .isEqualTo("""
                    flowchart LR
                        arrives(["work comes in"])
                        s0["ask<br/>engage"]
                        s1[["help<br/>deliver and support<br/>wait 5 min"]]
                        arrives --> s0
                        s0 --> s1
                    """);
        assertThat(two.toMermaid()).doesNotContain("wait");
        assertThat(two.toSvg(Map.of("help", List.of("wait 5 min"))))
                .contains(">wait 5 min</text>", "marker-end")
                .doesNotContain("<script", "href");
    }

    @Test
    void nothingThatPeopleWriteEscapesFromItsLabel() throws Exception {
        String hostile = "a\"]; click s0 <script>alert('&')</script> %%{init}%% --> b";
        ValueStream stream = ValueStream.named(hostile)
                .begin(Step.of(hostile, ValueChainActivity.PLAN)
                        .practices("<b>")
                        .roles("&"))
                .build();

        String mermaid = stream.toMermaid(Map.of(hostile, List.of("\n    s0 --> s0\n\"]")));
        assertThat(mermaid.lines()).hasSize(4);
        assertThat(mermaid).doesNotContain("<script", "%%", "click s0 <", "s0 -->");

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        stream.toSvg(Map.of(hostile, List.of("\u0000]]>"))).getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(hostile);
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .hasSize(34)
                .endsWith("…");
    }

    @Test
    void thoseOfTheKitKnowEveryStatusThatIsNotOver() {
        assertThat(unclaimed(ValueStreams.incidents(), IncidentLifecycle.standard()))
                .isEmpty();
        for (ChangeType type : ChangeType.values()) {
            assertThat(unclaimed(ValueStreams.changes(), ChangeLifecycle.of(type)))
                    .isEmpty();
        }
    }

    private static List<Status> unclaimed(ValueStream stream, Lifecycle lifecycle) {
        List<Status> unclaimed = new ArrayList<>();
        for (Status status : lifecycle.statuses()) {
            boolean claimed =
                    stream.stepOf(Claim.of(lifecycle.name(), status.name())).isPresent();
            if (claimed == status.phase().isOver()) {
                unclaimed.add(status);
            }
        }
        return unclaimed;
    }
}
