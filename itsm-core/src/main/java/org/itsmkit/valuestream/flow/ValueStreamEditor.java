package org.itsmkit.valuestream.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a value stream step by step. Nothing is checked before {@link #build}, which reports all mistakes at once. Not safe for use by many
 * threads.
 */
public final class ValueStreamEditor {

    private final String name;
    private final List<String> beginnings;
    private final List<Step> steps;
    private final List<ValueStreamData.Edge> edges;

    ValueStreamEditor(ValueStreamData data) {
        this.name = data.name();
        this.beginnings = new ArrayList<>(data.beginnings());
        this.steps = new ArrayList<>(data.steps());
        this.edges = new ArrayList<>(data.edges());
    }

    /** Adds a step at which work comes in. */
    public ValueStreamEditor begin(Step step) {
        beginnings.add(step.name());
        return step(step);
    }

    /** Adds a step. */
    public ValueStreamEditor step(Step step) {
        steps.add(step);
        return this;
    }

    /** From {@code from} work normally goes to {@code to}. */
    public ValueStreamEditor leads(String from, String to) {
        edges.add(new ValueStreamData.Edge(from, to));
        return this;
    }

    /** Work normally goes along {@code names}, from each to the next. */
    public ValueStreamEditor along(String... names) {
        for (int i = 1; i < names.length; i++) {
            leads(names[i - 1], names[i]);
        }
        return this;
    }

    /** Returns what was drawn so far, sound or not. */
    public ValueStreamData toData() {
        return new ValueStreamData(name, beginnings, steps, edges);
    }

    /**
     * Returns the stream.
     *
     * @throws IllegalArgumentException if it has any mistake; the message says all of them
     */
    public ValueStream build() {
        return ValueStream.of(toData());
    }
}
