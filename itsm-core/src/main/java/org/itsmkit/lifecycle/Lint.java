package org.itsmkit.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.itsmkit.spi.Keys;

/** Looks for every mistake in a lifecycle at once. */
final class Lint {

    private final LifecycleData data;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Phase> phases = new LinkedHashMap<>();

    private Lint(LifecycleData data) {
        this.data = data;
    }

    static List<Finding> of(LifecycleData data) {
        Lint lint = new Lint(data);
        lint.names();
        lint.statuses();
        lint.rows();
        if (lint.findings.isEmpty()) {
            // Ways are only worth following in a table whose names are right.
            lint.ways();
        }
        return List.copyOf(lint.findings);
    }

    private void names() {
        Stream.concat(
                        Stream.concat(
                                Stream.of(data.name()), data.statuses().stream().map(LifecycleData.StatusRow::name)),
                        data.rows().stream()
                                .flatMap(row -> Stream.of(
                                                Stream.of(row.action()),
                                                row.requires().stream(),
                                                row.changes().stream(),
                                                row.permission().stream())
                                        .flatMap(names -> names)))
                .distinct()
                .forEach(name -> {
                    try {
                        Keys.requireCode(name, "name");
                    } catch (IllegalArgumentException e) {
                        add(Finding.Code.BAD_NAME, name, "is no name: " + e.getMessage());
                    }
                });
    }

    private void statuses() {
        for (LifecycleData.StatusRow status : data.statuses()) {
            if (phases.put(status.name(), status.phase()) != null) {
                add(Finding.Code.DUPLICATE_STATUS, status.name(), "is declared twice");
            }
        }
        requireKnown(data.initial(), "the beginning");
    }

    private void rows() {
        Set<List<String>> seen = new HashSet<>();
        for (LifecycleData.Row row : data.rows()) {
            String name = row.from() + " --" + row.action() + "--> " + row.to();
            requireKnown(row.from(), name);
            requireKnown(row.to(), name);
            if (!seen.add(List.of(row.from(), row.action()))) {
                add(Finding.Code.DUPLICATE_ROW, name, "is the second row for this status and action");
            }
        }
    }

    private void requireKnown(String status, String where) {
        if (!phases.containsKey(status)) {
            add(Finding.Code.UNKNOWN_STATUS, status, "is named by " + where + " but not declared");
        }
    }

    private void ways() {
        Set<String> reachable = reach(Set.of(data.initial()), true);
        Set<String> canEnd = reach(where(Phase::isOver), false);
        for (Map.Entry<String, Phase> status : phases.entrySet()) {
            String name = status.getKey();
            if (!reachable.contains(name)) {
                add(Finding.Code.UNREACHABLE, name, "cannot be reached from " + data.initial());
            }
            if (!status.getValue().isOver() && !canEnd.contains(name)) {
                add(Finding.Code.DEAD_END, name, "leads to no status that is closed or cancelled");
            }
            if (status.getValue() == Phase.WAITING && !canGoOn(name)) {
                add(Finding.Code.WAITS_FOR_EVER, name, "waits, and no row leads back to work or to its end");
            }
        }
    }

    private boolean canGoOn(String waiting) {
        Set<String> onwards = reach(Set.of(waiting), true);
        return onwards.stream()
                .map(phases::get)
                .anyMatch(phase -> phase == Phase.ACTIVE
                        || phase == Phase.NEW
                        || phase == Phase.RESOLVED
                        || phase == Phase.CLOSED);
    }

    private Set<String> where(Predicate<Phase> test) {
        Set<String> names = new HashSet<>();
        phases.forEach((name, phase) -> {
            if (test.test(phase)) {
                names.add(name);
            }
        });
        return names;
    }

    private Set<String> reach(Set<String> start, boolean forwards) {
        Set<String> reached = new HashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String at = open.remove();
            for (LifecycleData.Row row : data.rows()) {
                String near = forwards ? row.from() : row.to();
                String far = forwards ? row.to() : row.from();
                if (near.equals(at) && reached.add(far)) {
                    open.add(far);
                }
            }
        }
        return reached;
    }

    private void add(Finding.Code code, String subject, String sentence) {
        findings.add(new Finding(code, subject, subject + " " + sentence));
    }
}
