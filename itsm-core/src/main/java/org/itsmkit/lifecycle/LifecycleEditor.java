package org.itsmkit.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a lifecycle's table row by row. Nothing is checked before {@link #build}, which reports all mistakes at once. Not safe for
 * use by many threads.
 */
public final class LifecycleEditor {

    private final String name;
    private final String initial;
    private final List<LifecycleData.StatusRow> statuses;
    private final List<LifecycleData.Row> rows;
    private int lastMove = -1;

    private LifecycleEditor(
            String name, String initial, List<LifecycleData.StatusRow> statuses, List<LifecycleData.Row> rows) {
        this.name = name;
        this.initial = initial;
        this.statuses = new ArrayList<>(statuses);
        this.rows = new ArrayList<>(rows);
    }

    static LifecycleEditor starting(String name, Status initial) {
        return new LifecycleEditor(name, initial.name(), List.of(), List.of())
                .status(initial, ValueChainActivity.ENGAGE);
    }

    static LifecycleEditor from(LifecycleData data) {
        return new LifecycleEditor(data.name(), data.initial(), data.statuses(), data.rows());
    }

    /** Declares a status in which {@code activity} goes on; in place of one of the same name. */
    public LifecycleEditor status(Status status, ValueChainActivity activity) {
        LifecycleData.StatusRow row = new LifecycleData.StatusRow(status.name(), status.phase(), activity);
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).name().equals(status.name())) {
                statuses.set(i, row);
                return this;
            }
        }
        statuses.add(row);
        return this;
    }

    /** Declares a status in which things are delivered and supported. */
    public LifecycleEditor status(String status, Phase phase) {
        return status(Status.of(status, phase), ValueChainActivity.DELIVER_AND_SUPPORT);
    }

    /** Takes a status away, and every row from it or to it. */
    public LifecycleEditor remove(Status status) {
        statuses.removeIf(row -> row.name().equals(status.name()));
        rows.removeIf(row -> row.from().equals(status.name()) || row.to().equals(status.name()));
        lastMove = -1;
        return this;
    }

    /** Takes the row for {@code action} in {@code from} away; nothing happens if there is none. */
    public LifecycleEditor remove(Status from, Action action) {
        rows.removeIf(row -> row.from().equals(from.name()) && row.action().equals(action.value()));
        lastMove = -1;
        return this;
    }

    /** Adds a row: {@code action} leads from {@code from} to {@code to}. */
    public LifecycleEditor move(Status from, Action action, Status to) {
        return move(from.name(), action.value(), to.name());
    }

    /** Adds a row that leads to a status known by name. */
    public LifecycleEditor move(Status from, String action, String to) {
        return move(from.name(), action, to);
    }

    /** Adds a row that begins in a status known by name. */
    public LifecycleEditor move(String from, Action action, Status to) {
        return move(from, action.value(), to.name());
    }

    /** Adds a row, all by name. */
    public LifecycleEditor move(String from, String action, String to) {
        rows.add(new LifecycleData.Row(from, action, to, Set.of(), Set.of(), Optional.empty()));
        lastMove = rows.size() - 1;
        return this;
    }

    /** Adds a row for each of {@code statuses} in which {@code action} is possible and leads nowhere else. */
    public LifecycleEditor during(Action action, Status... statuses) {
        for (Status status : statuses) {
            move(status, action, status);
        }
        lastMove = -1;
        return this;
    }

    /**
     * The row added last requires that these fields have a value afterwards.
     *
     * @throws IllegalStateException if the last call added no row
     */
    public LifecycleEditor requires(String... fields) {
        LifecycleData.Row row = lastMove();
        return replace(new LifecycleData.Row(
                row.from(), row.action(), row.to(), union(row.requires(), fields), row.changes(), row.permission()));
    }

    /**
     * The row added last must give these fields another value.
     *
     * @throws IllegalStateException if the last call added no row
     */
    public LifecycleEditor changes(String... fields) {
        LifecycleData.Row row = lastMove();
        return replace(new LifecycleData.Row(
                row.from(), row.action(), row.to(), row.requires(), union(row.changes(), fields), row.permission()));
    }

    /**
     * The row added last is for callers who are permitted {@code action}, in place of the row's own.
     *
     * @throws IllegalStateException if the last call added no row
     */
    public LifecycleEditor permission(String action) {
        LifecycleData.Row row = lastMove();
        return replace(new LifecycleData.Row(
                row.from(), row.action(), row.to(), row.requires(), row.changes(), Optional.of(action)));
    }

    /** Returns what was written so far, sound or not. */
    public LifecycleData toData() {
        return new LifecycleData(name, initial, statuses, rows);
    }

    /**
     * Returns the lifecycle.
     *
     * @throws IllegalArgumentException if it has any mistake: a status that cannot be reached, a dead end, a wait without a way
     *     out, two rows for one status and action, a name that is not declared; the message says all of them
     */
    public Lifecycle build() {
        return Lifecycle.of(toData());
    }

    private LifecycleData.Row lastMove() {
        if (lastMove < 0) {
            throw new IllegalStateException("say this right after the move it is about");
        }
        return rows.get(lastMove);
    }

    private LifecycleEditor replace(LifecycleData.Row row) {
        rows.set(lastMove, row);
        return this;
    }

    private static Set<String> union(Set<String> some, String... others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(others));
        return all;
    }
}
