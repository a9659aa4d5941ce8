package org.itsmkit.testkit.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Walks at random with two tickets: what depends on how a situation came about, or on another ticket, shows only here. */
final class Walks {

    private static final List<String> LABELS = List.of("A", "B");

    private final Trial trial;
    private final Findings findings;
    private final Random random;

    Walks(Trial trial, Findings findings, long seed) {
        this.trial = trial;
        this.findings = findings;
        this.random = new Random(seed);
    }

    void walk(int courses, int length) {
        for (int i = 0; i < courses; i++) {
            Trial.Outcome outcome = trial.play(course(length));
            if (!outcome.isSame()) {
                findings.add(outcome);
            }
        }
    }

    private List<Step> course(int length) {
        List<Step> course = new ArrayList<>();
        for (String label : LABELS) {
            // Not the last way to log, which is to be refused.
            List<Step> logging = Steps.logging(label);
            course.add(logging.get(random.nextInt(logging.size() - 1)));
        }
        List<List<Step>> steps = LABELS.stream().map(Steps::on).toList();
        while (course.size() < length) {
            List<Step> any = steps.get(random.nextInt(steps.size()));
            // First the action: one with many arguments is not to be tried more often than others.
            List<String> actions = any.stream().map(Step::action).distinct().toList();
            String action = actions.get(random.nextInt(actions.size()));
            List<Step> same =
                    any.stream().filter(step -> step.action().equals(action)).toList();
            course.add(same.get(random.nextInt(same.size())));
        }
        return course;
    }
}
