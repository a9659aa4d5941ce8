package org.itsmkit.servicelevel.dependency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * When something was down, from below to above.
 *
 * <p>What only one other needs, and needs in any case, hands its windows up as they are, in any order: they are joined where they are first
 * needed in order. A chain of {@code n} with a window each takes {@code n log n} steps so, and not {@code n²}.
 */
final class WindowEvaluation {

    private final DependencyGraph graph;
    private final List<String> order;

    /** How often each is needed; a place in which not all are needed counts twice, for what is there does not hand up. */
    private final Map<String, Integer> uses = new HashMap<>();

    private final Map<String, List<Window>> known = new HashMap<>();

    WindowEvaluation(DependencyGraph graph, List<String> order) {
        this.graph = graph;
        this.order = order;
        for (String name : order) {
            for (Requirement requirement : graph.needsOf(name)) {
                int use = requirement.isSeries() ? 1 : 2;
                requirement.of().forEach(needed -> uses.merge(needed, use, Math::addExact));
            }
        }
    }

    List<Window> of(String name, Map<String, ? extends Collection<Window>> down) {
        for (String each : order) {
            List<Window> own = new ArrayList<>(down.containsKey(each) ? down.get(each) : List.of());
            List<Window> windows = withNeeded(each, own);
            known.put(each, handsUp(each) ? windows : joined(windows));
        }
        return known.getOrDefault(name, List.of());
    }

    private boolean handsUp(String name) {
        return uses.getOrDefault(name, 0) == 1;
    }

    private List<Window> withNeeded(String name, List<Window> own) {
        List<Window> all = own;
        for (Requirement requirement : graph.needsOf(name)) {
            if (!requirement.isSeries()) {
                all.addAll(downAtOnce(requirement));
                continue;
            }
            for (String needed : requirement.of()) {
                List<Window> other = known.getOrDefault(needed, List.of());
                if (!handsUp(needed)) {
                    all.addAll(other);
                    continue;
                }
                // Nobody else asks for these: the shorter list goes into the longer one, whichever is whose.
                known.remove(needed);
                List<Window> longer = other.size() > all.size() ? other : all;
                longer.addAll(longer == all ? other : all);
                all = longer;
            }
        }
        return all;
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
            boolean isWhole = i + 1 < edges.size()
                    && edges.get(i).at().isBefore(edges.get(i + 1).at());
            if (isWhole && down >= requirement.fatal()) {
                windows.add(new Window(edges.get(i).at(), edges.get(i + 1).at()));
            }
        }
        return windows;
    }

    private static List<Window> joined(List<Window> windows) {
        return OpenWindows.of(windows).windows(Instant.MIN, Instant.MAX);
    }
}
