package org.itsmkit.problem.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reduced ordered binary decision diagrams of monotone functions (Bryant 1986): a node asks for one variable, and goes on where it is true or
 * false; each case is there once. Nodes are numbers, 0 is false and 1 is true.
 */
final class DecisionDiagram {

    static final int FALSE = 0;
    static final int TRUE = 1;

    private static final int CONSTANT = Integer.MAX_VALUE;

    /** More nodes or steps than are allowed. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;
    }

    private record Node(int variable, int ifTrue, int ifFalse) {}

    private record Pair(boolean both, int one, int other) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();
    private final Map<Pair, Integer> combined = new HashMap<>();
    private final int most;

    DecisionDiagram(int most) {
        this.most = most;
        nodes.add(new Node(CONSTANT, FALSE, FALSE));
        nodes.add(new Node(CONSTANT, TRUE, TRUE));
    }

    int variable(int number) {
        return node(number, TRUE, FALSE);
    }

    private int node(int variable, int ifTrue, int ifFalse) {
        if (ifTrue == ifFalse) {
            return ifTrue;
        }
        Node node = new Node(variable, ifTrue, ifFalse);
        Integer same = known.get(node);
        if (same != null) {
            return same;
        }
        nodes.add(node);
        known.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    int and(int one, int other) throws TooLarge {
        return combine(true, one, other);
    }

    int or(int one, int other) throws TooLarge {
        return combine(false, one, other);
    }

    private int combine(boolean both, int one, int other) throws TooLarge {
        int decides = both ? FALSE : TRUE;
        if (one == decides || other == decides) {
            return decides;
        }
        if (one <= TRUE || one == other) {
            return other;
        }
        if (other <= TRUE) {
            return one;
        }
        Pair pair = new Pair(both, Math.min(one, other), Math.max(one, other));
        Integer same = combined.get(pair);
        if (same != null) {
            return same;
        }
        Node left = nodes.get(one);
        Node right = nodes.get(other);
        int variable = Math.min(left.variable(), right.variable());
        int ifTrue = combine(
                both,
                left.variable() == variable ? left.ifTrue() : one,
                right.variable() == variable ? right.ifTrue() : other);
        int ifFalse = combine(
                both,
                left.variable() == variable ? left.ifFalse() : one,
                right.variable() == variable ? right.ifFalse() : other);
        int result = node(variable, ifTrue, ifFalse);
        combined.put(pair, result);
        if (combined.size() > most) {
            throw new TooLarge();
        }
        return result;
    }

    /** That at least {@code needed} of {@code of} are true. */
    int atLeast(int needed, List<Integer> of) throws TooLarge {
        int[] soMany = new int[needed + 1];
        soMany[0] = TRUE;
        for (int i = 0; i < of.size(); i++) {
            // What is too few to be enough with all that are still to come need not be known.
            int least = Math.max(1, needed - (of.size() - 1 - i));
            for (int j = Math.min(i + 1, needed); j >= least; j--) {
                soMany[j] = or(soMany[j], and(soMany[j - 1], of.get(i)));
            }
        }
        return soMany[needed];
    }

    /** The probabilities that the functions of all nodes are true. A node is always behind those that it leads to. */
    private BigDecimal[] probabilities(int root, List<BigDecimal> variables) {
        BigDecimal[] values = new BigDecimal[nodes.size()];
        Arrays.fill(values, BigDecimal.ZERO);
        values[TRUE] = BigDecimal.ONE;
        boolean[] isBelow = below(root);
        for (int i = 2; i <= root; i++) {
            if (isBelow[i]) {
                Node node = nodes.get(i);
                BigDecimal p = variables.get(node.variable());
                values[i] = p.multiply(values[node.ifTrue()])
                        .add(BigDecimal.ONE.subtract(p).multiply(values[node.ifFalse()]));
            }
        }
        return values;
    }

    private boolean[] below(int root) {
        boolean[] isBelow = new boolean[nodes.size()];
        isBelow[root] = true;
        for (int i = root; i >= 2; i--) {
            if (isBelow[i]) {
                isBelow[nodes.get(i).ifTrue()] = true;
                isBelow[nodes.get(i).ifFalse()] = true;
            }
        }
        return isBelow;
    }

    BigDecimal probability(int root, List<BigDecimal> variables) {
        return probabilities(root, variables)[root];
    }

    /**
     * For each variable {@code P(root | it) − P(root | not it)}: over the nodes that ask for it, the probability that the way from the root
     * leads there, which does not depend on it, times the difference between what both of its ways lead to.
     */
    List<BigDecimal> differences(int root, List<BigDecimal> variables) {
        BigDecimal[] values = probabilities(root, variables);
        BigDecimal[] reached = new BigDecimal[nodes.size()];
        Arrays.fill(reached, BigDecimal.ZERO);
        reached[root] = BigDecimal.ONE;
        BigDecimal[] differences = new BigDecimal[variables.size()];
        Arrays.fill(differences, BigDecimal.ZERO);
        for (int i = root; i >= 2; i--) {
            if (reached[i].signum() > 0) {
                Node node = nodes.get(i);
                BigDecimal p = variables.get(node.variable());
                reached[node.ifTrue()] = reached[node.ifTrue()].add(reached[i].multiply(p));
                reached[node.ifFalse()] = reached[node.ifFalse()].add(reached[i].multiply(BigDecimal.ONE.subtract(p)));
                differences[node.variable()] = differences[node.variable()].add(
                        reached[i].multiply(values[node.ifTrue()].subtract(values[node.ifFalse()])));
            }
        }
        return List.of(differences);
    }
}
