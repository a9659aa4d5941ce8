package org.itsmkit.valuestream.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which step can be reached from which in the normal direction. Immutable. */
final class Ways {

    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Map<String, Set<String>> reached = new LinkedHashMap<>();

    Ways(ValueStreamData data) {
        data.steps().forEach(step -> next.put(step.name(), new LinkedHashSet<>()));
        data.edges()
                .forEach(edge -> next.computeIfAbsent(edge.from(), any -> new LinkedHashSet<>())
                        .add(edge.to()));
        next.keySet().forEach(from -> reached.put(from, onwards(nextOf(from), "")));
    }

    Set<String> nextOf(String step) {
        return next.getOrDefault(step, Set.of());
    }

    /** Whether one or more edges lead there. */
    boolean lead(String from, String to) {
        return reached.getOrDefault(from, Set.of()).contains(to);
    }

    /** All that is reached from {@code start}, itself included, without going through {@code without}. */
    Set<String> onwards(Collection<String> start, String without) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String step : start) {
            add(step, without, found, open);
        }
        while (!open.isEmpty()) {
            for (String step : nextOf(open.remove())) {
                add(step, without, found, open);
            }
        }
        return found;
    }

    private static void add(String step, String without, Set<String> found, Deque<String> open) {
        if (!step.equals(without) && found.add(step)) {
            open.add(step);
        }
    }

    /** The steps on every way that begins with one of {@code start} and ends at {@code to}, but for {@code to}; none if there is no way. */
    List<String> onEveryWay(Collection<String> start, String to) {
        List<String> passed = new ArrayList<>();
        if (onwards(start, "").contains(to)) {
            for (String step : next.keySet()) {
                if (!step.equals(to) && !onwards(start, step).contains(to)) {
                    passed.add(step);
                }
            }
        }
        return List.copyOf(passed);
    }
}
