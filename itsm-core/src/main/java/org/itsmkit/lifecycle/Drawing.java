package org.itsmkit.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Draws lifecycles. Rows between the same two statuses share an arrow. */
final class Drawing {

    private Drawing() {}

    static String mermaid(Lifecycle lifecycle) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Status status : lifecycle.statuses()) {
            text.append("    state \"")
                    .append(status.name())
                    .append("\" as ")
                    .append(node(status))
                    .append('\n');
        }
        text.append("    [*] --> ").append(node(lifecycle.initial())).append('\n');
        arrows(lifecycle)
                .forEach((ends, actions) -> text.append("    ")
                        .append(node(ends.from()))
                        .append(" --> ")
                        .append(node(ends.to()))
                        .append(" : ")
                        .append(actions)
                        .append('\n'));
        for (Status status : lifecycle.statuses()) {
            if (lifecycle.isTerminal(status)) {
                text.append("    ").append(node(status)).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    static String dot(Lifecycle lifecycle) {
        StringBuilder text = new StringBuilder("digraph \"" + lifecycle.name() + "\" {\n    rankdir=LR;\n");
        text.append("    start [shape=point];\n");
        for (Status status : lifecycle.statuses()) {
            text.append("    \"")
                    .append(status.name())
                    .append("\" [shape=")
                    .append(lifecycle.isTerminal(status) ? "doublecircle" : "box")
                    .append(", tooltip=\"")
                    .append(status.phase())
                    .append("\"];\n");
        }
        text.append("    start -> \"").append(lifecycle.initial().name()).append("\";\n");
        arrows(lifecycle)
                .forEach((ends, actions) -> text.append("    \"")
                        .append(ends.from().name())
                        .append("\" -> \"")
                        .append(ends.to().name())
                        .append("\" [label=\"")
                        .append(actions)
                        .append("\"];\n"));
        return text.append("}\n").toString();
    }

    private record Ends(Status from, Status to) {}

    private static Map<Ends, StringJoiner> arrows(Lifecycle lifecycle) {
        Map<Ends, StringJoiner> arrows = new LinkedHashMap<>();
        for (Status from : lifecycle.statuses()) {
            for (Transition row : lifecycle.transitions(from)) {
                if (!row.stays()) {
                    arrows.computeIfAbsent(new Ends(from, row.to()), ends -> new StringJoiner(", "))
                            .add(row.action().value());
                }
            }
        }
        return arrows;
    }

    /** Mermaid knows neither hyphens nor dots in identifiers: such characters are written as their code, so ids stay distinct. */
    private static String node(Status status) {
        StringBuilder id = new StringBuilder("s_");
        for (int i = 0; i < status.name().length(); i++) {
            char c = status.name().charAt(i);
            id.append(Character.isLetterOrDigit(c) ? String.valueOf(c) : "_" + Integer.toHexString(c) + "_");
        }
        return id.toString();
    }
}
