package org.itsmkit.valuestream.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a value stream as a flowchart from left to right: a step in its box, the ends with a double rim. */
final class MermaidDrawing {

    private MermaidDrawing() {}

    static String of(ValueStream stream, Map<String, List<String>> notes) {
        StringBuilder text = new StringBuilder("flowchart LR\n    arrives([\"work comes in\"])\n");
        Map<String, String> nodes = new HashMap<>();
        for (Step step : stream.steps()) {
            String node = "s" + nodes.size();
            nodes.put(step.name(), node);
            boolean ends = stream.next(step.name()).isEmpty();
            text.append("    ").append(node).append(ends ? "[[\"" : "[\"").append(label(step, notes));
            text.append(ends ? "\"]]\n" : "\"]\n");
        }
        for (String beginning : stream.beginnings()) {
            text.append("    arrives --> ").append(nodes.get(beginning)).append('\n');
        }
        for (ValueStreamData.Edge edge : stream.toData().edges()) {
            text.append("    ")
                    .append(nodes.get(edge.from()))
                    .append(" --> ")
                    .append(nodes.get(edge.to()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String label(Step step, Map<String, List<String>> notes) {
        StringBuilder label = new StringBuilder(PlainText.mermaid(step.name()));
        label.append("<br/>").append(Lines.activity(step));
        for (String line : notes.getOrDefault(step.name(), List.of())) {
            label.append("<br/>").append(PlainText.mermaid(line));
        }
        return label.toString();
    }
}
