package org.itsmkit.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lifecycle as plain data, for a host's own files, forms and stores. Checked by {@link Lifecycle#of} only, so that a draft with
 * mistakes can be kept and linted.
 *
 * @param name the kind of record it is for
 * @param initial the name of the status in which a record begins
 * @param statuses in the order in which they are drawn
 * @param rows the table
 */
public record LifecycleData(String name, String initial, List<StatusRow> statuses, List<Row> rows) {

    public LifecycleData {
        statuses = List.copyOf(statuses);
        rows = List.copyOf(rows);
    }

    /** A status: its name, its phase and the value chain activity that goes on in it. */
    public record StatusRow(String name, Phase phase, ValueChainActivity activity) {}

    /** A row of the table; see {@link Transition}. */
    public record Row(
            String from,
            String action,
            String to,
            Set<String> requires,
            Set<String> changes,
            Optional<String> permission) {
        public Row {
            requires = Set.copyOf(requires);
            changes = Set.copyOf(changes);
        }
    }
}
