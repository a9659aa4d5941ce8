package org.itsmkit.servicelevel.dependency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The probability that something is available, from below to above. What is needed in several places splits the calculation into one where
 * it is available and one where it is not: then all else is independent.
 *
 * <p>Given the states of what is shared, the rest of what is below one is below no other. So the probability of such a state follows from
 * those of the shared ones below it, and the whole from their product. Nothing is split for what is needed in any case: were it not
 * available, nothing would be.
 */
final class Factoring {

    private final DependencyGraph graph;
    private final MathContext precision;
    private final List<String> order;
    private final BigDecimal[] own;
    private final boolean[] isShared;
    private final boolean[] isVital;
    private final Map<String, Integer> places = new HashMap<>();
    private final BigDecimal[] known;

    Factoring(DependencyGraph graph, List<String> below, Map<String, BigDecimal> own, MathContext precision) {
        this.graph = graph;
        this.precision = precision;
        Map<String, Integer> uses = new HashMap<>();
        below.forEach(name -> graph.neededBy(name).forEach(needed -> uses.merge(needed, 1, Integer::sum)));
        this.order = untouchedFirst(below, uses);
        this.own = new BigDecimal[order.size()];
        this.isShared = new boolean[order.size()];
        this.isVital = new boolean[order.size()];
        this.known = new BigDecimal[order.size()];
        Arrays.fill(known, BigDecimal.ZERO);
        Set<String> vital = neededInAnyCase(below.get(below.size() - 1));
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
            isVital[i] = vital.contains(order.get(i));
            isShared[i] = uses.getOrDefault(order.get(i), 0) > 1;
            this.own[i] = probability(order.get(i), own);
        }
        requireFewSteps();
    }

    /** What nothing shared is below is calculated once, before anything is split. */
    private List<String> untouchedFirst(List<String> below, Map<String, Integer> uses) {
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        Map<String, Boolean> isTouched = new HashMap<>();
        for (String name : below) {
            boolean touched = uses.getOrDefault(name, 0) > 1
                    || graph.neededBy(name).stream().anyMatch(n -> isTouched.getOrDefault(n, false));
            isTouched.put(name, touched);
            (touched ? then : first).add(name);
        }
        first.addAll(then);
        return first;
    }

    private Set<String> neededInAnyCase(String root) {
        Set<String> needed = new HashSet<>(Set.of(root));
        Deque<String> open = new ArrayDeque<>(needed);
        while (!open.isEmpty()) {
            for (Requirement requirement : graph.needsOf(open.removeLast())) {
                if (requirement.isSeries()) {
                    requirement.of().stream().filter(needed::add).forEach(open::addLast);
                }
            }
        }
        return needed;
    }

    private BigDecimal probability(String name, Map<String, BigDecimal> probabilities) {
        BigDecimal probability = probabilities.get(name);
        if (probability == null) {
            if (graph.needsOf(name).isEmpty()) {
                throw new IllegalArgumentException("no availability is given of the component " + name);
            }
            return BigDecimal.ONE;
        }
        if (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("an availability is 0 to 1, not " + probability + ", of " + name);
        }
        return probability;
    }

    private void requireFewSteps() {
        long steps = 0;
        long branches = 1;
        int shared = 0;
        for (int i = 0; i < order.size(); i++) {
            long each = 1;
            for (Requirement requirement : graph.needsOf(order.get(i))) {
                each += (long) requirement.of().size() * Math.min(requirement.needed(), requirement.fatal());
            }
            // Neither factor is above the bound by more than a graph can be large: the product is no overflow.
            steps = each > DependencyGraph.MAX_STEPS ? each : steps + branches * each;
            if (isShared[i] && !isVital[i]) {
                shared++;
                branches *= 2;
            }
            if (steps > DependencyGraph.MAX_STEPS || branches > DependencyGraph.MAX_STEPS) {
                throw new IllegalArgumentException("too much to calculate exactly: " + shared
                        + " or more are needed in several places, though not in any case, and " + order.size()
                        + " are below "
                        + order.get(order.size() - 1));
            }
        }
    }

    BigDecimal result() {
        return bounded(from(0));
    }

    /** What was rounded may be outside by its last digit. */
    private static BigDecimal bounded(BigDecimal probability) {
        return probability.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    /** Calls itself once for each of the shared ones that something is split for, of which there are no more than 21. */
    private BigDecimal from(int place) {
        BigDecimal vital = BigDecimal.ONE;
        for (int i = place; i < order.size(); i++) {
            known[i] = available(i);
            if (isShared[i] && isVital[i]) {
                vital = vital.multiply(known[i], precision);
                known[i] = BigDecimal.ONE;
            } else if (isShared[i]) {
                BigDecimal up = known[i];
                BigDecimal down = BigDecimal.ONE.subtract(up, precision);
                BigDecimal both = weighted(i, up, BigDecimal.ONE).add(weighted(i, down, BigDecimal.ZERO), precision);
                return vital.multiply(both, precision);
            }
        }
        return vital.multiply(known[order.size() - 1], precision);
    }

    private BigDecimal weighted(int place, BigDecimal weight, BigDecimal state) {
        if (weight.signum() == 0) {
            return BigDecimal.ZERO;
        }
        known[place] = state;
        return weight.multiply(from(place + 1), precision);
    }

    private BigDecimal available(int place) {
        BigDecimal product = own[place];
        for (Requirement requirement : graph.needsOf(order.get(place))) {
            product = product.multiply(met(requirement), precision);
        }
        return product;
    }

    /** By how many are down, or by how many are up: what needs fewer numbers. */
    private BigDecimal met(Requirement requirement) {
        boolean byDown = requirement.fatal() <= requirement.needed();
        BigDecimal[] fewer = new BigDecimal[byDown ? requirement.fatal() : requirement.needed()];
        Arrays.fill(fewer, BigDecimal.ZERO);
        fewer[0] = BigDecimal.ONE;
        for (String name : requirement.of()) {
            BigDecimal up = known[places.getOrDefault(name, 0)];
            BigDecimal counts = byDown ? BigDecimal.ONE.subtract(up, precision) : up;
            BigDecimal not = byDown ? up : BigDecimal.ONE.subtract(up, precision);
            for (int j = fewer.length - 1; j >= 0; j--) {
                BigDecimal stays = fewer[j].multiply(not, precision);
                fewer[j] = j == 0 ? stays : stays.add(fewer[j - 1].multiply(counts, precision), precision);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal probability : fewer) {
            sum = sum.add(probability, precision);
        }
        return bounded(byDown ? sum : BigDecimal.ONE.subtract(sum, precision));
    }
}
