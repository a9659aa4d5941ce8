package org.itsmkit.testkit.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The differences found so far: of each sort, the one with the fewest steps. For one thread. */
final class Findings {

    private final Trial trial;
    private final Map<String, List<Step>> courses = new LinkedHashMap<>();
    private final Map<String, Difference> differences = new LinkedHashMap<>();

    Findings(Trial trial) {
        this.trial = trial;
    }

    /** Takes note of what differs at the end of a course, made as short as it gets, unless a shorter one of the sort is known. */
    void add(Trial.Outcome outcome) {
        String action = last(outcome.steps()).action();
        for (String what : outcome.differing().keySet()) {
            String sort = action + "/" + what;
            List<Step> known = courses.get(sort);
            if (known != null && known.size() <= 2) {
                continue;
            }
            List<Step> shortest = shortened(outcome.steps(), action, what);
            if (known == null || shortest.size() < known.size()) {
                courses.put(sort, shortest);
                List<String> values = trial.play(shortest).differing().getOrDefault(what, List.of("", ""));
                differences.put(
                        sort,
                        new Difference(
                                action,
                                what,
                                values.get(0),
                                values.get(1),
                                shortest.stream().map(Step::toString).toList()));
            }
        }
    }

    /** Leaves out whatever can be left out, largest parts first, until no single step can be. */
    private List<Step> shortened(List<Step> course, String action, String what) {
        List<Step> shortest = course;
        int part = course.size() / 2;
        while (part > 0) {
            boolean isShorter = false;
            for (int from = 0; from + part < shortest.size(); from++) {
                List<Step> shorter = new ArrayList<>(shortest.subList(0, from));
                shorter.addAll(shortest.subList(from + part, shortest.size()));
                if (shows(shorter, action, what)) {
                    shortest = shorter;
                    isShorter = true;
                    break;
                }
            }
            if (!isShorter) {
                part /= 2;
            } else {
                part = Math.min(part, Math.max(1, shortest.size() / 2));
            }
        }
        return List.copyOf(shortest);
    }

    private boolean shows(List<Step> course, String action, String what) {
        Trial.Outcome outcome = trial.play(course);
        return outcome.steps().size() == course.size()
                && outcome.differing().containsKey(what)
                && last(course).action().equals(action);
    }

    /** All of them, those that are easiest to see first. */
    List<Difference> all() {
        return differences.values().stream()
                .sorted(Comparator.<Difference>comparingInt(d -> d.steps().size())
                        .thenComparing(Difference::action)
                        .thenComparing(Difference::what))
                .toList();
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
