package org.itsmkit.problem.analysis;

/** A Mermaid flowchart, of which each line is a node or an arrow. */
final class Flowchart {

    private final StringBuilder text = new StringBuilder();
    private int nodes;

    /** One whose arrows go into a direction: {@code TD}, {@code LR}. */
    Flowchart(String direction) {
        text.append("flowchart ").append(direction).append("\n");
    }

    /** A rectangle; returns its id. */
    int box(String label) {
        return node("[\"", label, "\"]");
    }

    /** A rounded rectangle; returns its id. */
    int rounded(String label) {
        return node("([\"", label, "\"])");
    }

    private int node(String open, String label, String close) {
        text.append("    n")
                .append(nodes)
                .append(open)
                .append(Plain.mermaid(label))
                .append(close)
                .append("\n");
        return nodes++;
    }

    void arrow(int from, int to) {
        text.append("    n").append(from).append(" --> n").append(to).append("\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
