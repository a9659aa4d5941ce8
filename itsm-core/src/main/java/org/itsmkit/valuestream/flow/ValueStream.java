package org.itsmkit.valuestream.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How work comes from those who ask to those who use: steps, and edges between them in the normal direction. Work comes in at its beginnings
 * and goes out at its ends, the steps from which no edge leads. The normal direction may go round, as it does where something is made in
 * several goes; a step is <em>further on</em> than another if a way leads there from the other, and none leads back.
 *
 * <p>Immutable and always sound: one in which work can get lost cannot be made. Safe for use by many threads.
 */
public final class ValueStream {

    /** The most steps. */
    public static final int MOST_STEPS = 100;

    /** The most edges. */
    public static final int MOST_EDGES = 1_000;

    private final ValueStreamData data;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<Claim, Step> claims = new LinkedHashMap<>();
    private final Ways ways;

    private ValueStream(ValueStreamData data) {
        this.data = data;
        this.ways = new Ways(data);
        for (Step step : data.steps()) {
            steps.put(step.name(), step);
            step.work().forEach(claim -> claims.put(claim, step));
        }
    }

    /**
     * Makes a stream from data.
     *
     * @throws IllegalArgumentException if {@link #lint} finds anything; the message says all of it
     */
    public static ValueStream of(ValueStreamData data) {
        List<Flaw> flaws = lint(data);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("value stream " + data.name() + ": "
                    + flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" ")));
        }
        return new ValueStream(data);
    }

    /** Begins to draw a stream of that name, by {@link org.itsmkit.spi.Keys#requireName}. */
    public static ValueStreamEditor named(String name) {
        return new ValueStreamEditor(new ValueStreamData(name, List.of(), List.of(), List.of()));
    }

    /** Returns every mistake in {@code data}; empty if it makes a stream. */
    public static List<Flaw> lint(ValueStreamData data) {
        return StreamLint.of(data);
    }

    /** What it is called. */
    public String name() {
        return data.name();
    }

    /** Every step, in the order in which they are told. */
    public List<Step> steps() {
        return data.steps();
    }

    /** The step of that name, if there is one. */
    public Optional<Step> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** The names of the steps at which work comes in. */
    public List<String> beginnings() {
        return data.beginnings();
    }

    /** The names of the steps at which work goes out: those from which no edge leads. */
    public List<String> ends() {
        return data.steps().stream()
                .map(Step::name)
                .filter(name -> ways.nextOf(name).isEmpty())
                .toList();
    }

    /** The names of the steps to which an edge leads from the step {@code from}; none from one that is not there. */
    public Set<String> next(String from) {
        return Collections.unmodifiableSet(ways.nextOf(from));
    }

    /** The step at which {@code claim} is work, if it is at one. */
    public Optional<Step> stepOf(Claim claim) {
        return Optional.ofNullable(claims.get(claim));
    }

    /** Whether one or more edges lead from the step {@code from} to the step {@code to}. */
    public boolean leads(String from, String to) {
        return ways.lead(from, to);
    }

    /** Whether {@code step} is further on than {@code other}: a way leads there from the other, and none back. */
    public boolean isFurther(String step, String other) {
        return ways.lead(other, step) && !ways.lead(step, other);
    }

    /** The steps that whoever goes from {@code from} straight to {@code to} has passed over: those on every way between; none if there is no way. */
    public List<String> passedOver(String from, String to) {
        return ways.onEveryWay(ways.nextOf(from), to).stream()
                .filter(step -> !step.equals(from))
                .toList();
    }

    /** The steps that whoever comes in at {@code to} has passed over: those on every way there from a beginning. */
    public List<String> passedOver(String to) {
        return ways.onEveryWay(beginnings(), to);
    }

    /** Returns an editor that begins with this stream. */
    public ValueStreamEditor edit() {
        return new ValueStreamEditor(data);
    }

    /** Returns this stream as plain data, of which {@link #of} makes an equal one. */
    public ValueStreamData toData() {
        return data;
    }

    /** Draws it as a Mermaid flowchart. Ends with a line feed. */
    public String toMermaid() {
        return toMermaid(Map.of());
    }

    /** As {@link #toMermaid()}, where the lines of {@code notes} stand in the step of that name; others are left out. */
    public String toMermaid(Map<String, List<String>> notes) {
        return MermaidDrawing.of(this, notes);
    }

    /** Draws it as an SVG image that needs nothing else: no script, no style sheet, no font. Ends with a line feed. */
    public String toSvg() {
        return toSvg(Map.of());
    }

    /** As {@link #toSvg()}, where the lines of {@code notes} stand in the step of that name; others are left out. */
    public String toSvg(Map<String, List<String>> notes) {
        return SvgDrawing.of(this, notes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueStream that && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return data.hashCode();
    }

    @Override
    public String toString() {
        return "ValueStream[" + name() + "]";
    }
}
