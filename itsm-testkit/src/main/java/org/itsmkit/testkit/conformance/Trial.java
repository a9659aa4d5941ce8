package org.itsmkit.testkit.conformance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.itsmkit.testkit.fixture.SettableClock;

/** Plays a course of steps to the reference and to a help desk, both begun anew, until they differ. For one thread. */
final class Trial {

    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(1);

    private final Function<InstantSource, HelpDesk> reference;
    private final Function<InstantSource, HelpDesk> theirs;
    private final Set<String> unsupported = new LinkedHashSet<>();
    private long steps;

    Trial(Function<InstantSource, HelpDesk> reference, Function<InstantSource, HelpDesk> theirs) {
        this.reference = reference;
        this.theirs = theirs;
    }

    /** Actions that the help desk does not have. */
    Set<String> unsupported() {
        return unsupported;
    }

    /** How many steps were played so far. */
    long steps() {
        return steps;
    }

    /**
     * What came of a course.
     *
     * @param steps those that were played; the last one made the difference, if there is one
     * @param differing what differs, the reference's and theirs, by {@link Difference#what}; empty if nothing
     * @param state what can be seen of all tickets of the reference, by their labels
     */
    record Outcome(List<Step> steps, Map<String, List<String>> differing, Map<String, TicketView> state) {

        boolean isSame() {
            return differing.isEmpty();
        }
    }

    Outcome play(List<Step> course) {
        SettableClock clock = new SettableClock();
        Side ours = new Side(reference.apply(clock));
        Side other = new Side(theirs.apply(clock));
        for (int i = 0; i < course.size(); i++) {
            Step step = course.get(i);
            boolean isPlayable = step.isLog() != ours.ids.containsKey(step.ticket());
            if (!isPlayable || unsupported.contains(step.action())) {
                continue;
            }
            steps++;
            clock.advance(BETWEEN_STEPS);
            Map<String, List<String>> differing = compare(step, ours, other);
            if (!differing.isEmpty()) {
                return new Outcome(course.subList(0, i + 1), differing, ours.views());
            }
        }
        return new Outcome(course, Map.of(), ours.views());
    }

    private Map<String, List<String>> compare(Step step, Side ours, Side other) {
        Map<String, List<String>> differing = new TreeMap<>();
        // First theirs: what they do not have is not done to the reference either.
        Reply their;
        try {
            their = other.perform(step);
        } catch (RuntimeException e) {
            differing.put("reply", List.of(ours.perform(step).toString(), "thrown " + e));
            return differing;
        }
        if (their instanceof Reply.Unsupported) {
            unsupported.add(step.action());
            return differing;
        }
        Reply our = ours.perform(step);
        if (our instanceof Reply.Done != their instanceof Reply.Done) {
            differing.put("reply", List.of(our.toString(), their.toString()));
            return differing;
        }
        for (String label : ours.ids.keySet()) {
            Map<Aspect, String> expected = ours.look(label).told();
            try {
                other.look(label).told().forEach((aspect, value) -> {
                    String wanted = expected.get(aspect);
                    if (wanted != null && !wanted.equals(value)) {
                        differing.put(aspect.name(), List.of(wanted, value));
                    }
                });
            } catch (RuntimeException e) {
                differing.put("view", List.of("a view of " + label, "thrown " + e));
            }
        }
        return differing;
    }

    /** One of the two, with what it calls its tickets. */
    private static final class Side {

        private final HelpDesk desk;
        private final Map<String, String> ids = new LinkedHashMap<>();

        Side(HelpDesk desk) {
            this.desk = desk;
        }

        Reply perform(Step step) {
            Reply reply = step.deed().apply(desk, ids.getOrDefault(step.ticket(), ""));
            if (step.isLog() && reply instanceof Reply.Done done) {
                ids.put(step.ticket(), done.ticket());
            }
            return reply;
        }

        TicketView look(String label) {
            return desk.look(ids.getOrDefault(label, ""));
        }

        Map<String, TicketView> views() {
            Map<String, TicketView> views = new TreeMap<>();
            ids.keySet().forEach(label -> views.put(label, look(label)));
            return views;
        }
    }
}
