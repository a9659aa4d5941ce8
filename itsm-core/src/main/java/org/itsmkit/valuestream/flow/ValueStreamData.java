package org.itsmkit.valuestream.flow;

import java.util.List;
import java.util.Objects;

/**
 * A value stream as plain data, for a host's own files, forms and stores. Checked as a whole by {@link ValueStream#of} only, so that a draft
 * with mistakes can be kept and linted.
 *
 * @param name what it is called
 * @param beginnings the names of the steps at which work comes in
 * @param steps in the order in which they are told
 * @param edges in the normal direction
 */
public record ValueStreamData(String name, List<String> beginnings, List<Step> steps, List<Edge> edges) {

    public ValueStreamData {
        Objects.requireNonNull(name, "name");
        beginnings = List.copyOf(beginnings);
        steps = List.copyOf(steps);
        edges = List.copyOf(edges);
    }

    /** Work normally goes from one step to another; both by name. */
    public record Edge(String from, String to) {
        public Edge {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String toString() {
            return from + " → " + to;
        }
    }
}
