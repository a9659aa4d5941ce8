package org.itsmkit.problem.analysis;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.CutSet;
import org.itsmkit.problem.analysis.FaultTree.Gate;
import org.itsmkit.problem.analysis.FaultTree.Importance;

/** What is calculated with the probabilities of a fault tree. */
final class FaultTreeNumbers {

    private final FaultTree tree;
    /** In the order in which they are met from the top: what is near in the tree is near in the diagram, which keeps it small. */
    private final List<String> events;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<BigDecimal> probabilities = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    FaultTreeNumbers(FaultTree tree) {
        this.tree = tree;
        Map<String, BasicEvent> byId = new HashMap<>();
        tree.events().forEach(event -> byId.put(event.id(), event));
        this.events = tree.below().stream().filter(byId::containsKey).toList();
        for (String id : events) {
            places.put(id, places.size());
            Optional<BigDecimal> probability = Optional.ofNullable(byId.get(id)).flatMap(BasicEvent::probability);
            probabilities.add(probability.orElse(BigDecimal.ZERO));
            if (probability.isEmpty()) {
                without.add(id);
            }
        }
    }

    Either<Violation, BigDecimal> probability() {
        if (!without.isEmpty()) {
            return Either.left(missing());
        }
        try {
            DecisionDiagram diagram = new DecisionDiagram(FaultTree.MOST_STEPS);
            return Either.right(normal(diagram.probability(top(diagram), probabilities)));
        } catch (DecisionDiagram.TooLarge e) {
            return Either.left(tooLarge());
        }
    }

    Either<Violation, List<Importance>> importance() {
        if (!without.isEmpty()) {
            return Either.left(missing());
        }
        return tree.minimalCutSets().flatMap(this::importance);
    }

    private Either<Violation, List<Importance>> importance(List<CutSet> sets) {
        try {
            DecisionDiagram diagram = new DecisionDiagram(FaultTree.MOST_STEPS);
            int top = top(diagram);
            BigDecimal whole = diagram.probability(top, probabilities);
            List<BigDecimal> differences = diagram.differences(top, probabilities);
            List<Importance> importance = new ArrayList<>();
            for (BasicEvent event : tree.eventsBelow()) {
                int place = places.getOrDefault(event.id(), 0);
                int through = DecisionDiagram.FALSE;
                for (CutSet set : sets) {
                    if (set.events().contains(event.id())) {
                        through = diagram.or(through, all(diagram, set));
                    }
                }
                BigDecimal part = diagram.probability(through, probabilities);
                importance.add(new Importance(
                        event.id(),
                        normal(differences.get(place)),
                        whole.signum() == 0
                                ? Optional.empty()
                                : Optional.of(normal(part.divide(whole, MathContext.DECIMAL128)))));
            }
            return Either.right(List.copyOf(importance));
        } catch (DecisionDiagram.TooLarge e) {
            return Either.left(tooLarge());
        }
    }

    private int all(DecisionDiagram diagram, CutSet set) throws DecisionDiagram.TooLarge {
        int all = DecisionDiagram.TRUE;
        for (String id : set.events()) {
            all = diagram.and(all, diagram.variable(places.getOrDefault(id, 0)));
        }
        return all;
    }

    private int top(DecisionDiagram diagram) throws DecisionDiagram.TooLarge {
        Map<String, Gate> gates = new HashMap<>();
        tree.gates().forEach(gate -> gates.put(gate.id(), gate));
        Map<String, Integer> functions = new HashMap<>();
        for (String id : tree.below()) {
            Gate gate = gates.get(id);
            if (gate == null) {
                functions.put(id, diagram.variable(places.getOrDefault(id, 0)));
            } else {
                List<Integer> inputs = new ArrayList<>();
                gate.inputs().forEach(input -> inputs.add(functions.getOrDefault(input, DecisionDiagram.FALSE)));
                functions.put(id, diagram.atLeast(gate.needed(), inputs));
            }
        }
        return functions.getOrDefault(tree.top(), DecisionDiagram.FALSE);
    }

    private static BigDecimal normal(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private Violation missing() {
        return Violation.of(
                "fault-tree.no-probability",
                "events",
                String.join(" ", without),
                "These events have no probability: " + String.join(", ", without) + ".");
    }

    private static Violation tooLarge() {
        return Violation.of(
                "fault-tree.too-large",
                "most",
                String.valueOf(FaultTree.MOST_STEPS),
                "To work this out exactly takes more than " + FaultTree.MOST_STEPS
                        + " steps: too many events stand below several gates.");
    }
}
