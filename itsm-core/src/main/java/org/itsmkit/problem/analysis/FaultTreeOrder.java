package org.itsmkit.problem.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.problem.analysis.FaultTree.Gate;

/** Puts each gate behind what is below it. There are few enough gates that it may call itself for each. */
final class FaultTreeOrder {

    private final Map<String, Gate> gates = new HashMap<>();
    private final Set<String> way = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();

    private FaultTreeOrder(List<Gate> gates) {
        gates.forEach(gate -> this.gates.put(gate.id(), gate));
    }

    /**
     * Returns {@code roots} and all that is below them.
     *
     * @throws IllegalArgumentException if a gate is below itself
     */
    static List<String> of(List<Gate> gates, Collection<String> roots) {
        FaultTreeOrder order = new FaultTreeOrder(gates);
        roots.forEach(order::visit);
        return new ArrayList<>(order.done);
    }

    private void visit(String id) {
        if (done.contains(id)) {
            return;
        }
        if (!way.add(id)) {
            throw new IllegalArgumentException("gate " + id + " is below itself, by way of " + way);
        }
        Gate gate = gates.get(id);
        if (gate != null) {
            gate.inputs().forEach(this::visit);
        }
        way.remove(id);
        done.add(id);
    }
}
