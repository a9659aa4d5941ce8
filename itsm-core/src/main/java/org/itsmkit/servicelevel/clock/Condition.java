package org.itsmkit.servicelevel.clock;

import java.util.List;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.Stretch;

/**
 * What must hold at a point of a timeline: of the situation from then on, and of the marks at that very instant. Data, so that an
 * agreement can be kept and shown; those that speak of situations last, those that speak of marks do not.
 */
public sealed interface Condition {

    /** Whether it holds where {@code situation} begins or goes on, and {@code marks} happen. */
    boolean holds(Stretch situation, Set<String> marks);

    /** At any point. */
    record Always() implements Condition {
        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return true;
        }
    }

    /** At no point. */
    record Never() implements Condition {
        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return false;
        }
    }

    /** In a status that amounts to one of these. */
    record InPhase(Set<Phase> phases) implements Condition {
        public InPhase {
            phases = Phases.of(phases);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return ((Phases) phases).has(situation.status().phase());
        }
    }

    /** In one of these statuses, by name. */
    record InStatus(Set<String> names) implements Condition {
        public InStatus {
            names = Set.copyOf(names);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return names.contains(situation.status().name());
        }
    }

    /** Waiting for one of these reasons. */
    record WaitsFor(Set<String> reasons) implements Condition {
        public WaitsFor {
            reasons = Set.copyOf(reasons);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return situation.holdReason().filter(reasons::contains).isPresent();
        }
    }

    /** With one of these groups. */
    record WithGroup(Set<GroupId> groups) implements Condition {
        public WithGroup {
            groups = Set.copyOf(groups);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return situation.group().filter(groups::contains).isPresent();
        }
    }

    /** Given to a person. */
    record Assigned() implements Condition {
        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return situation.assignee().isPresent();
        }
    }

    /** When one of these things happens. */
    record Marked(Set<String> names) implements Condition {
        public Marked {
            names = Set.copyOf(names);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            if (marks.isEmpty()) {
                return false;
            }
            for (String mark : marks) {
                if (names.contains(mark)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where all of these hold; always, if there are none. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            for (Condition condition : conditions) {
                if (!condition.holds(situation, marks)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Where one of these holds at least; never, if there are none. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            for (Condition condition : conditions) {
                if (condition.holds(situation, marks)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where that does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Stretch situation, Set<String> marks) {
            return !condition.holds(situation, marks);
        }
    }

    /** At any point. */
    static Condition always() {
        return new Always();
    }

    /** At no point. */
    static Condition never() {
        return new Never();
    }

    /** In a status that amounts to one of these; at least one. */
    static Condition phase(Phase... phases) {
        return new InPhase(Set.of(phases));
    }

    /** In one of these statuses, by name. */
    static Condition status(String... names) {
        return new InStatus(Set.of(names));
    }

    /** Waiting for one of these reasons. */
    static Condition waitsFor(String... reasons) {
        return new WaitsFor(Set.of(reasons));
    }

    /** When one of these things happens. */
    static Condition marked(String... names) {
        return new Marked(Set.of(names));
    }

    /** Where this and the other hold. */
    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }

    /** Where this or the other holds. */
    default Condition or(Condition other) {
        return new Any(List.of(this, other));
    }

    /** Where this does not hold. */
    default Condition not() {
        return new Not(this);
    }
}
