package org.itsmkit.lifecycle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two versions of a lifecycle.
 *
 * @param movedInitial the status in which records begin in the newer, if that is another
 * @param addedStatuses statuses that only the newer has
 * @param removedStatuses statuses that only the older has
 * @param changedStatuses statuses whose phase or activity differs, as the newer has them
 * @param addedRows rows for a status and action that only the newer has
 * @param removedRows rows for a status and action that only the older has
 * @param changedRows rows for the same status and action that differ, as the newer has them
 */
public record LifecycleComparison(
        Optional<String> movedInitial,
        Set<String> addedStatuses,
        Set<String> removedStatuses,
        Set<String> changedStatuses,
        List<LifecycleData.Row> addedRows,
        List<LifecycleData.Row> removedRows,
        List<LifecycleData.Row> changedRows) {

    static LifecycleComparison of(LifecycleData older, LifecycleData newer) {
        Map<String, LifecycleData.StatusRow> oldStatuses = byName(older);
        Map<String, LifecycleData.StatusRow> newStatuses = byName(newer);
        Map<List<String>, LifecycleData.Row> oldRows = byKey(older);
        Map<List<String>, LifecycleData.Row> newRows = byKey(newer);
        return new LifecycleComparison(
                newer.initial().equals(older.initial()) ? Optional.empty() : Optional.of(newer.initial()),
                without(newStatuses.keySet(), oldStatuses.keySet()),
                without(oldStatuses.keySet(), newStatuses.keySet()),
                newStatuses.values().stream()
                        .filter(row -> oldStatuses.containsKey(row.name()) && !row.equals(oldStatuses.get(row.name())))
                        .map(LifecycleData.StatusRow::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                without(newRows.keySet(), oldRows.keySet()).stream()
                        .map(newRows::get)
                        .toList(),
                without(oldRows.keySet(), newRows.keySet()).stream()
                        .map(oldRows::get)
                        .toList(),
                newRows.entrySet().stream()
                        .filter(row -> oldRows.containsKey(row.getKey())
                                && !row.getValue().equals(oldRows.get(row.getKey())))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** Whether nothing differs but the order in which it is written. */
    public boolean isEmpty() {
        return movedInitial.isEmpty()
                && addedStatuses.isEmpty()
                && removedStatuses.isEmpty()
                && changedStatuses.isEmpty()
                && addedRows.isEmpty()
                && removedRows.isEmpty()
                && changedRows.isEmpty();
    }

    /**
     * Returns which live records would be stranded by the newer version: those in a status that it does not have. They can only be
     * moved on by a migration.
     *
     * @param live how many records stand in each status, by name
     * @return how many would be stranded, by name of the status
     */
    public Map<String, Long> stranded(Map<String, Long> live) {
        Map<String, Long> stranded = new LinkedHashMap<>();
        for (String status : removedStatuses) {
            long count = live.getOrDefault(status, 0L);
            if (count > 0) {
                stranded.put(status, count);
            }
        }
        return stranded;
    }

    private static Map<String, LifecycleData.StatusRow> byName(LifecycleData data) {
        Map<String, LifecycleData.StatusRow> map = new LinkedHashMap<>();
        data.statuses().forEach(row -> map.put(row.name(), row));
        return map;
    }

    private static Map<List<String>, LifecycleData.Row> byKey(LifecycleData data) {
        Map<List<String>, LifecycleData.Row> map = new LinkedHashMap<>();
        data.rows().forEach(row -> map.put(List.of(row.from(), row.action()), row));
        return map;
    }

    private static <T> Set<T> without(Set<T> some, Set<T> others) {
        Set<T> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
