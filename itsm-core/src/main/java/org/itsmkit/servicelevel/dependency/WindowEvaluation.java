package org.itsmkit.servicelevel.dependency;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * When something was down.
 *
 * <p>It was where any of those was that it needs in any case, by whatever way: their windows are gathered, each once, and joined. What is
 * needed where not all are is worked out before, from below to above. So {@code n} in series with a window each take {@code n log n} steps,
 * and not {@code n²}.
 */
final class WindowEvaluation {

    private final DependencyGraph graph;
    private final List<String> order;
    private final Map<String, ? extends Collection<Window>> own;

    /** Of those that are needed where not all are. */
    private final Map<String, List<Window>> known = new HashMap<>();

    /** Where requirements of something were not met that do not need all. */
    private final Map<String, List<Window>> unmet = new HashMap<>();

    WindowEvaluation(DependencyGraph graph, List<String> order, Map<String, ? extends Collection<Window>> own) {
        this.graph = graph;
        this.order = order;
        this.own = own;
    }

    List<Window> of(String name) {
        Set<String> members = new HashSet<>();
        for (String each : order) {
            graph.needsOf(each).stream()
                    .filter(requirement -> !requirement.isSeries())
                    .forEach(requirement -> members.addAll(requirement.of()));
        }
        for (String each : order) {
            if (members.contains(each)) {
                known.put(each, gathered(each));
            }
        }
        return gathered(name);
    }

    private List<Window> gathered(String root) {
        List<Window> all = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(root));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String name = open.removeLast();
            List<Window> before = known.get(name);
            if (before != null) {
                all.addAll(before);
                continue;
            }
            Collection<Window> itself = own.get(name);
            all.addAll(itself == null ? List.of() : itself);
            all.addAll(unmet.computeIfAbsent(name, this::unmetBy));
            for (Requirement requirement : graph.needsOf(name)) {
                if (requirement.isSeries()) {
                    requirement.of().stream().filter(seen::add).forEach(open::addLast);
                }
            }
        }
        return OpenWindows.of(all).windows(Instant.MIN, Instant.MAX);
    }

    private List<Window> unmetBy(String name) {
        List<Window> windows = new ArrayList<>();
        for (Requirement requirement : graph.needsOf(name)) {
            if (!requirement.isSeries()) {
                windows.addAll(downAtOnce(requirement));
            }
        }
        return windows;
    }

    /** A member of a requirement goes down, or comes up again. */
    private record Edge(Instant at, int change) {}

    private List<Window> downAtOnce(Requirement requirement) {
        List<Edge> edges = new ArrayList<>();
        for (String needed : requirement.of()) {
            for (Window window : known.getOrDefault(needed, List.of())) {
                edges.add(new Edge(window.fromInclusive(), 1));
                edges.add(new Edge(window.toExclusive(), -1));
            }
        }
        edges.sort(Comparator.comparing(Edge::at));
        List<Window> windows = new ArrayList<>();
        int down = 0;
        for (int i = 0; i < edges.size(); i++) {
            down += edges.get(i).change();
            boolean isLasting = i + 1 < edges.size()
                    && edges.get(i).at().isBefore(edges.get(i + 1).at());
            if (isLasting && down >= requirement.fatal()) {
                windows.add(new Window(edges.get(i).at(), edges.get(i + 1).at()));
            }
        }
        return windows;
    }
}
