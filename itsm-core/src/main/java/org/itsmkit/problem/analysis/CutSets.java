package org.itsmkit.problem.analysis;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Violation;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.CutSet;
import org.itsmkit.problem.analysis.FaultTree.Gate;

/**
 * The minimal cut sets of each gate from those of its inputs, with absorption. For {@code k} of {@code n} the inputs are gone through one
 * by one: so many of the inputs up to this one come about if so many before it do, or one less and this one. OR and AND are the cases 1 and {@code n}.
 */
final class CutSets {

    private static final int MOST_PAIRS = 100_000;

    private static final Comparator<BitSet> FEWEST_FIRST =
            Comparator.comparingInt(BitSet::cardinality).thenComparing(CutSets::compareFirst);

    private final FaultTree tree;
    private final List<BasicEvent> events;

    /** There are more than anybody wants to wait for. */
    private static final class TooMany extends Exception {
        private static final long serialVersionUID = 1;
    }

    CutSets(FaultTree tree) {
        this.tree = tree;
        this.events = tree.eventsBelow();
    }

    Either<Violation, List<CutSet>> minimal() {
        Map<String, List<BitSet>> known = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            BitSet alone = new BitSet();
            alone.set(i);
            known.put(events.get(i).id(), List.of(alone));
        }
        Map<String, Gate> gates = new HashMap<>();
        tree.gates().forEach(gate -> gates.put(gate.id(), gate));
        try {
            for (String id : tree.below()) {
                Gate gate = gates.get(id);
                if (gate != null) {
                    known.put(id, of(gate, known));
                }
            }
        } catch (TooMany e) {
            return Either.left(Violation.of(
                    "fault-tree.too-many-cut-sets",
                    "most",
                    String.valueOf(FaultTree.MOST_CUT_SETS),
                    "A gate has more than " + FaultTree.MOST_CUT_SETS
                            + " cut sets, or takes too long to work out: ask about a gate further below."));
        }
        return Either.right(known.getOrDefault(tree.top(), List.of()).stream()
                .sorted(FEWEST_FIRST)
                .map(this::said)
                .toList());
    }

    private static List<BitSet> of(Gate gate, Map<String, List<BitSet>> known) throws TooMany {
        List<List<BitSet>> atLeast = new ArrayList<>();
        atLeast.add(List.of(new BitSet()));
        for (int j = 1; j <= gate.needed(); j++) {
            atLeast.add(List.of());
        }
        for (int i = 0; i < gate.inputs().size(); i++) {
            List<BitSet> input = known.getOrDefault(gate.inputs().get(i), List.of());
            // What is too few to be enough with all inputs that are still to come need not be known.
            int least = Math.max(1, gate.needed() - (gate.inputs().size() - 1 - i));
            for (int j = Math.min(i + 1, gate.needed()); j >= least; j--) {
                List<BitSet> both = new ArrayList<>(atLeast.get(j));
                if ((long) atLeast.get(j - 1).size() * input.size() > MOST_PAIRS) {
                    throw new TooMany();
                }
                for (BitSet fewer : atLeast.get(j - 1)) {
                    for (BitSet one : input) {
                        BitSet together = (BitSet) fewer.clone();
                        together.or(one);
                        both.add(together);
                    }
                }
                atLeast.set(j, absorbed(both));
            }
        }
        return atLeast.get(gate.needed());
    }

    /** Without those that contain another. */
    private static List<BitSet> absorbed(List<BitSet> sets) throws TooMany {
        List<BitSet> kept = new ArrayList<>();
        List<BitSet> sorted = new ArrayList<>(new HashSet<>(sets));
        sorted.sort(Comparator.comparingInt(BitSet::cardinality));
        for (BitSet set : sorted) {
            if (kept.stream().noneMatch(smaller -> isWithin(smaller, set))) {
                kept.add(set);
            }
            if (kept.size() > FaultTree.MOST_CUT_SETS) {
                throw new TooMany();
            }
        }
        return kept;
    }

    private static boolean isWithin(BitSet smaller, BitSet greater) {
        for (int i = smaller.nextSetBit(0); i >= 0; i = smaller.nextSetBit(i + 1)) {
            if (!greater.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static int compareFirst(BitSet one, BitSet other) {
        BitSet different = (BitSet) one.clone();
        different.xor(other);
        int first = different.nextSetBit(0);
        return first < 0 ? 0 : one.get(first) ? -1 : 1;
    }

    private CutSet said(BitSet set) {
        List<BasicEvent> together = set.stream().mapToObj(events::get).toList();
        Optional<BigDecimal> product = Optional.of(BigDecimal.ONE);
        for (BasicEvent event : together) {
            product = product.flatMap(so -> event.probability().map(so::multiply));
        }
        return new CutSet(together.stream().map(BasicEvent::id).toList(), product);
    }
}
