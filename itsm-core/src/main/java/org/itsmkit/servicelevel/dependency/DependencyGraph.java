package org.itsmkit.servicelevel.dependency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.calendar.Window;

/**
 * What services and components depend on. Each is available if it is not down itself, and every one of its {@link Requirement}s is met; what
 * needs nothing is a component. Names are the host's: of services, of configuration items.
 *
 * <p>Chains of 100,000 and graphs of as many edges are no problem. Immutable; safe for use by many threads.
 */
public final class DependencyGraph {

    /** The most steps that {@link #availability} takes before it refuses: about a second. */
    public static final long MAX_STEPS = 2_000_000;

    private final Map<String, List<Requirement>> needs;

    private DependencyGraph(Map<String, List<Requirement>> needs) {
        this.needs = Collections.unmodifiableMap(needs);
    }

    /**
     * A graph of what each one needs; what is needed need not have an entry.
     *
     * @throws IllegalArgumentException if something needs itself, by whatever way: it says by which
     */
    public static DependencyGraph of(Map<String, List<Requirement>> needs) {
        Map<String, List<Requirement>> all = new LinkedHashMap<>();
        needs.forEach((name, requirements) -> all.put(name, List.copyOf(requirements)));
        for (List<Requirement> requirements : needs.values()) {
            for (Requirement requirement : requirements) {
                requirement.of().forEach(name -> all.putIfAbsent(name, List.of()));
            }
        }
        DependencyGraph graph = new DependencyGraph(all);
        Order.of(graph, all.keySet());
        return graph;
    }

    /** All names: first those with an entry, in their order. */
    public Set<String> names() {
        return needs.keySet();
    }

    /** What {@code name} needs; nothing if it is not known. */
    public List<Requirement> needsOf(String name) {
        return needs.getOrDefault(name, List.of());
    }

    /** All that {@code name} depends on, by whatever way, and itself; each behind what it depends on. */
    public List<String> below(String name) {
        return Order.of(this, List.of(known(name)));
    }

    /**
     * Returns when {@code name} was down, exactly: where it was down itself, or all at once so many of those that it needs that a requirement was
     * not met. In series this is the union of down times, in parallel their intersection. What is shared counts wherever it is needed.
     *
     * @param down when each was down itself, as windows in any order that may overlap; never, for what is not named
     * @return windows in their order, that neither overlap nor touch
     * @throws IllegalArgumentException if a name is not known
     */
    public List<Window> downWindows(String name, Map<String, ? extends Collection<Window>> down) {
        down.keySet().forEach(this::known);
        return new WindowEvaluation(this, below(name), down).of(name);
    }

    /** As {@link #availability(String, Map, MathContext)} with 34 digits: {@link MathContext#DECIMAL128}. */
    public BigDecimal availability(String name, Map<String, BigDecimal> own) {
        return availability(name, own, MathContext.DECIMAL128);
    }

    /**
     * Returns the probability that {@code name} is available at some instant, if those in the graph fail independently of each other: for
     * what it needs in series {@code Π pᵢ}, in parallel {@code 1 − Π(1 − pᵢ)}, for {@code k} of {@code n} the probability that at least
     * {@code k} are available, these being the usual formulas of reliability block diagrams. What is needed in several places, of which these
     * formulas alone know nothing, is taken once as available and once as not, and both weighted with their probabilities (factoring), so the
     * answer is exact for it too.
     *
     * <p>Real components do not fail independently; from what did happen, {@link #downWindows} follows without that assumption.
     *
     * @param own how probable it is that each is not down itself, 0 to 1; 1 for what is not named and needs others
     * @param precision how many digits are calculated with; all of them if unlimited
     * @throws IllegalArgumentException if a name is not known, a probability is none, or a component below has none
     * @throws IllegalArgumentException if too much is shared: {@code s} that are needed in several places, but not in any case, take up to
     *     {@code 2^s} times as many steps, of which there may be {@value #MAX_STEPS}
     */
    public BigDecimal availability(String name, Map<String, BigDecimal> own, MathContext precision) {
        own.keySet().forEach(this::known);
        return new Factoring(this, below(name), own, precision).result();
    }

    private String known(String name) {
        if (!needs.containsKey(name)) {
            throw new IllegalArgumentException("not in the graph: " + name);
        }
        return name;
    }

    /** Those that {@code name} needs, as often as it needs them. */
    List<String> neededBy(String name) {
        List<String> needed = new ArrayList<>();
        needsOf(name).forEach(requirement -> needed.addAll(requirement.of()));
        return needed;
    }

    @Override
    public String toString() {
        return "DependencyGraph[" + needs.size() + " names]";
    }
}
