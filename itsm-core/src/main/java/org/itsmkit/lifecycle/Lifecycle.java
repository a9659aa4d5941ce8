package org.itsmkit.lifecycle;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which action leads from which status to which: a table, without callbacks. It says what is possible; what is permitted is a {@code
 * Policy}'s affair.
 *
 * <p>Immutable and always sound: one that can strand a record cannot be made. An action that no row names for a status is not
 * possible there. Safe for use by many threads.
 */
public final class Lifecycle {

    private final LifecycleData data;
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, ValueChainActivity> activities = new LinkedHashMap<>();
    private final Map<String, Map<Action, Transition>> table = new LinkedHashMap<>();

    /** What is answered to whoever asks for a row: it is asked for with every command. */
    private final Map<String, Map<Action, Optional<Transition>>> answers = new HashMap<>();

    private final Set<Action> actions;

    private Lifecycle(LifecycleData data) {
        this.data = data;
        for (LifecycleData.StatusRow row : data.statuses()) {
            statuses.put(row.name(), Status.of(row.name(), row.phase()));
            activities.put(row.name(), row.activity());
            table.put(row.name(), new LinkedHashMap<>());
        }
        Set<Action> all = new LinkedHashSet<>();
        for (LifecycleData.Row row : data.rows()) {
            Action action = Action.of(row.action());
            all.add(action);
            rowsOf(row.from())
                    .put(
                            action,
                            new Transition(
                                    named(row.from()),
                                    action,
                                    named(row.to()),
                                    row.requires(),
                                    row.changes(),
                                    row.permission()));
        }
        actions = Collections.unmodifiableSet(all);
        table.forEach((from, rows) -> {
            Map<Action, Optional<Transition>> of = new HashMap<>();
            rows.forEach((action, row) -> of.put(action, Optional.of(row)));
            answers.put(from, of);
        });
    }

    /**
     * Makes a lifecycle from data.
     *
     * @throws IllegalArgumentException if {@link #lint} finds anything; the message says all of it
     */
    public static Lifecycle of(LifecycleData data) {
        List<Finding> findings = lint(data);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException("lifecycle " + data.name() + ": "
                    + findings.stream().map(Finding::sentence).collect(Collectors.joining("; ")));
        }
        return new Lifecycle(data);
    }

    /** Begins a lifecycle of records of the kind {@code name}, whose first status is {@code initial}. */
    public static LifecycleEditor startingIn(String name, Status initial) {
        return LifecycleEditor.starting(name, initial);
    }

    /** Returns every mistake in {@code data}; empty if it makes a lifecycle. */
    public static List<Finding> lint(LifecycleData data) {
        return Lint.of(data);
    }

    /** The kind of record it is for. */
    public String name() {
        return data.name();
    }

    /** Where a record begins. */
    public Status initial() {
        return named(data.initial());
    }

    /** Every status, in the order in which they were declared. */
    public Collection<Status> statuses() {
        return Collections.unmodifiableCollection(statuses.values());
    }

    /** Every action of the table, in the order in which they first stand in it. */
    public Set<Action> actions() {
        return actions;
    }

    /** The status of that name, if there is one. */
    public Optional<Status> status(String name) {
        return Optional.ofNullable(statuses.get(name));
    }

    /** The row for {@code action} in the status named as {@code from} is; empty if it is not possible there. */
    public Optional<Transition> transition(Status from, Action action) {
        Map<Action, Optional<Transition>> rows = answers.get(from.name());
        return rows == null ? Optional.empty() : rows.getOrDefault(action, Optional.empty());
    }

    /** Every row that begins in {@code from}. */
    public Collection<Transition> transitions(Status from) {
        Map<Action, Transition> row = table.get(from.name());
        return row == null ? List.of() : Collections.unmodifiableCollection(row.values());
    }

    /** Whether no row leads from {@code status} to another. */
    public boolean isTerminal(Status status) {
        return transitions(status).stream().allMatch(Transition::stays);
    }

    /**
     * The value chain activity that goes on in {@code status}.
     *
     * @throws IllegalArgumentException if it is not a status of this lifecycle
     */
    public ValueChainActivity activity(Status status) {
        ValueChainActivity activity = activities.get(status.name());
        if (activity == null) {
            throw new IllegalArgumentException("no status of " + name() + ": " + status);
        }
        return activity;
    }

    /** Returns an editor that begins with this table. */
    public LifecycleEditor edit() {
        return LifecycleEditor.from(data);
    }

    /** Returns this lifecycle as plain data, of which {@link #of} makes an equal one. */
    public LifecycleData toData() {
        return data;
    }

    /** What differs between this lifecycle and {@code newer}. */
    public LifecycleComparison compareTo(Lifecycle newer) {
        return LifecycleComparison.of(data, newer.data);
    }

    /** Draws the moves as a Mermaid state diagram; actions that stay are not drawn. Ends with a line feed. */
    public String toMermaid() {
        return Drawing.mermaid(this);
    }

    /** Draws the moves as a Graphviz digraph; actions that stay are not drawn. Ends with a line feed. */
    public String toDot() {
        return Drawing.dot(this);
    }

    private Status named(String name) {
        return Objects.requireNonNull(statuses.get(name), name);
    }

    private Map<Action, Transition> rowsOf(String name) {
        return Objects.requireNonNull(table.get(name), name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lifecycle that && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return data.hashCode();
    }

    @Override
    public String toString() {
        return "Lifecycle[" + name() + "]";
    }
}
