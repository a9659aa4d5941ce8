package org.itsmkit.testkit.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries every step in every situation that the reference can be brought into with one ticket, nearest first: what depends on nothing
 * but the situation is found by the shortest way there is. Counters, which would make situations without end, do not make one.
 */
final class Breadth {

    private static final Set<Aspect> COUNTERS = Set.of(Aspect.REASSIGNMENTS, Aspect.REOPENINGS);

    private final Trial trial;
    private final Findings findings;

    Breadth(Trial trial, Findings findings) {
        this.trial = trial;
        this.findings = findings;
    }

    /** Searches until there is nothing left to try, or {@code budget} steps were played; returns how many situations it saw. */
    int search(String label, long budget) {
        Set<Map<String, Map<Aspect, String>>> seen = new HashSet<>();
        Deque<List<Step>> open = new ArrayDeque<>();
        open.add(List.of());
        while (!open.isEmpty() && trial.steps() < budget) {
            List<Step> course = open.remove();
            for (Step step : course.isEmpty() ? Steps.logging(label) : Steps.on(label)) {
                List<Step> longer = new ArrayList<>(course);
                longer.add(step);
                Trial.Outcome outcome = trial.play(longer);
                if (!outcome.isSame()) {
                    findings.add(outcome);
                } else if (!outcome.state().isEmpty() && seen.add(situation(outcome.state()))) {
                    open.add(longer);
                }
            }
        }
        return seen.size();
    }

    private static Map<String, Map<Aspect, String>> situation(Map<String, TicketView> state) {
        Map<String, Map<Aspect, String>> situation = new TreeMap<>();
        state.forEach((label, view) -> {
            Map<Aspect, String> aspects = new EnumMap<>(view.told());
            aspects.keySet().removeAll(COUNTERS);
            situation.put(label, aspects);
        });
        return situation;
    }
}
