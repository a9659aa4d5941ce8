package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.CutSet;
import org.itsmkit.problem.analysis.FaultTree.Gate;
import org.itsmkit.problem.analysis.FaultTree.Importance;
import org.junit.jupiter.api.Test;

/** Trees of up to ten events, with much that is shared, against all states that the events can be in. */
class FaultTreePropertiesTest {

    private static final int MOST_EVENTS = 10;

    private static FaultTree random(Random random) {
        int events = 1 + random.nextInt(MOST_EVENTS);
        List<String> below = new ArrayList<>();
        BasicEvent[] all = new BasicEvent[events];
        for (int i = 0; i < events; i++) {
            below.add("e" + i);
            all[i] = BasicEvent.of("e" + i, "event " + i).probable(BigDecimal.valueOf(random.nextInt(11), 1));
        }
        List<Gate> gates = new ArrayList<>();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            Collections.shuffle(below, random);
            List<String> inputs = List.copyOf(below.subList(0, 1 + random.nextInt(Math.min(5, below.size()))));
            String id = "g" + gates.size();
            gates.add(new Gate(id, "gate", 1 + random.nextInt(inputs.size()), inputs));
            below.add(id);
        }
        Gate top = gates.get(gates.size() - 1);
        Collections.shuffle(gates, random);
        return FaultTree.of(top.id(), gates, all);
    }

    /** What the words say. */
    private static boolean happens(FaultTree tree, String id, Set<String> happening) {
        for (Gate gate : tree.gates()) {
            if (gate.id().equals(id)) {
                long so = gate.inputs().stream()
                        .filter(input -> happens(tree, input, happening))
                        .count();
                return so >= gate.needed();
            }
        }
        return happening.contains(id);
    }

    private static Set<String> state(FaultTree tree, int bits) {
        Set<String> happening = new HashSet<>();
        for (int i = 0; i < tree.events().size(); i++) {
            if ((bits >> i & 1) == 1) {
                happening.add(tree.events().get(i).id());
            }
        }
        return happening;
    }

    private static BigDecimal probability(FaultTree tree, Set<String> happening) {
        BigDecimal product = BigDecimal.ONE;
        for (BasicEvent event : tree.events()) {
            BigDecimal p = event.probability().orElseThrow();
            product = product.multiply(happening.contains(event.id()) ? p : BigDecimal.ONE.subtract(p));
        }
        return product;
    }

    private static Set<Set<String>> minimal(FaultTree tree) {
        Set<Set<String>> minimal = new HashSet<>();
        for (int bits = 0; bits < 1 << tree.events().size(); bits++) {
            Set<String> state = state(tree, bits);
            boolean cut = happens(tree, tree.top(), state);
            for (String one : state) {
                Set<String> less = new HashSet<>(state);
                less.remove(one);
                cut &= !happens(tree, tree.top(), less);
            }
            if (cut) {
                minimal.add(state);
            }
        }
        return minimal;
    }

    @Test
    void cutSetsAreTheLeastStatesInWhichItHappens() {
        Seeds.each(200, random -> {
            FaultTree tree = random(random);
            List<CutSet> sets = tree.minimalCutSets().get();

            assertThat(sets.stream().map(set -> Set.copyOf(set.events())))
                    .containsExactlyInAnyOrderElementsOf(minimal(tree));
            for (CutSet set : sets) {
                BigDecimal product = BigDecimal.ONE;
                for (BasicEvent event : tree.events()) {
                    product = set.events().contains(event.id())
                            ? product.multiply(event.probability().orElseThrow())
                            : product;
                }
                assertThat(set.probability().orElseThrow()).isEqualByComparingTo(product);
            }
        });
    }

    @Test
    void probabilityAndImportanceAreThoseOfAllStates() {
        Seeds.each(100, random -> {
            FaultTree tree = random(random);
            Set<Set<String>> minimal = minimal(tree);
            BigDecimal top = BigDecimal.ZERO;
            Map<String, BigDecimal> birnbaum = new HashMap<>();
            Map<String, BigDecimal> through = new HashMap<>();
            for (int bits = 0; bits < 1 << tree.events().size(); bits++) {
                Set<String> state = state(tree, bits);
                BigDecimal p = probability(tree, state);
                boolean happens = happens(tree, tree.top(), state);
                top = happens ? top.add(p) : top;
                for (BasicEvent event : tree.events()) {
                    Set<String> with = new HashSet<>(state);
                    with.add(event.id());
                    Set<String> without = new HashSet<>(state);
                    without.remove(event.id());
                    if (happens(tree, tree.top(), with) && !happens(tree, tree.top(), without)) {
                        birnbaum.merge(event.id(), p, BigDecimal::add);
                    }
                    if (minimal.stream().anyMatch(set -> set.contains(event.id()) && state.containsAll(set))) {
                        through.merge(event.id(), p, BigDecimal::add);
                    }
                }
            }

            assertThat(tree.probability().get()).isEqualByComparingTo(top);
            for (Importance importance : tree.importance().get()) {
                assertThat(importance.birnbaum())
                        .isEqualByComparingTo(birnbaum.getOrDefault(importance.event(), BigDecimal.ZERO));
                if (top.signum() == 0) {
                    assertThat(importance.fussellVesely()).isEmpty();
                } else {
                    assertThat(importance.fussellVesely().orElseThrow())
                            .isEqualByComparingTo(through.getOrDefault(importance.event(), BigDecimal.ZERO)
                                    .divide(top, MathContext.DECIMAL128));
                }
            }
        });
    }

    /** One gate, of which any number may be needed, with twelve events. */
    @Test
    void soManyOfTwelve() {
        for (int needed = 1; needed <= 12; needed++) {
            BasicEvent[] events = new BasicEvent[12];
            List<String> inputs = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                events[i] = BasicEvent.of("e" + i, "event").probable(new BigDecimal("0.5"));
                inputs.add("e" + i);
            }
            FaultTree tree = FaultTree.of("top", List.of(new Gate("top", "top", needed, inputs)), events);
            int states = 0;
            int exactly = 0;
            for (int bits = 0; bits < 1 << 12; bits++) {
                states += Integer.bitCount(bits) >= needed ? 1 : 0;
                exactly += Integer.bitCount(bits) == needed ? 1 : 0;
            }

            assertThat(tree.probability().get())
                    .isEqualByComparingTo(BigDecimal.valueOf(states).divide(BigDecimal.valueOf(1 << 12)));
            assertThat(tree.minimalCutSets().get()).hasSize(exactly);
        }
    }
}
