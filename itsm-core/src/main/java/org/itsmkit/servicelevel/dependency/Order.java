package org.itsmkit.servicelevel.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Puts each behind all that it depends on, with a stack of its own: how deep a graph is does not matter. */
final class Order {

    private static final int NAMED_OF_A_CIRCLE = 10;

    private Order() {}

    /** Someone on the way down, and those below that were not looked at yet. */
    private record Step(String name, Iterator<String> below) {}

    /**
     * Returns {@code roots} and all that they depend on.
     *
     * @throws IllegalArgumentException if something depends on itself
     */
    static List<String> of(DependencyGraph graph, Collection<String> roots) {
        List<String> order = new ArrayList<>();
        Map<String, Boolean> isDone = new HashMap<>();
        Deque<Step> way = new ArrayDeque<>();
        for (String root : roots) {
            enter(graph, root, isDone, way);
            while (!way.isEmpty()) {
                Step last = way.getLast();
                if (last.below().hasNext()) {
                    enter(graph, last.below().next(), isDone, way);
                } else {
                    isDone.put(last.name(), true);
                    order.add(last.name());
                    way.removeLast();
                }
            }
        }
        return order;
    }

    private static void enter(DependencyGraph graph, String name, Map<String, Boolean> isDone, Deque<Step> way) {
        Boolean known = isDone.putIfAbsent(name, false);
        if (known == null) {
            way.addLast(new Step(name, graph.neededBy(name).iterator()));
        } else if (!known) {
            throw new IllegalArgumentException("depends on itself: " + circle(name, way));
        }
    }

    private static String circle(String name, Deque<Step> way) {
        List<String> names = new ArrayList<>();
        way.stream().map(Step::name).dropWhile(step -> !step.equals(name)).forEach(names::add);
        String begin = String.join(" → ", names.subList(0, Math.min(names.size(), NAMED_OF_A_CIRCLE)));
        return begin + (names.size() > NAMED_OF_A_CIRCLE ? " → (" + (names.size() - NAMED_OF_A_CIRCLE) + " more)" : "")
                + " → " + name;
    }
}
