package org.itsmkit.servicelevel.report;

import java.util.List;
import java.util.Objects;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.Target;

/**
 * Who does what is promised to a customer, one after the other or side by side, and how much time each has. Data.
 */
public sealed interface InternalPlan {

    /**
     * What one team or supplier promised: an operational level agreement, or an underpinning contract. Of its target the amount counts,
     * and where a deadline falls that uses up the last of a window; the plan says when it starts, and nothing waits.
     *
     * @param name who it is, to be shown
     * @param target how much time they have
     * @param hours when that time counts
     */
    record One(String name, Target target, ServiceHours hours) implements InternalPlan {
        public One {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(hours, "hours");
        }
    }

    /**
     * Each starts where the one before ends, at the last instant that it has.
     *
     * @param plans at least one
     */
    record InSequence(List<InternalPlan> plans) implements InternalPlan {
        public InSequence {
            plans = some(plans);
        }
    }

    /**
     * All start at once, and it ends where the last of them does.
     *
     * @param plans at least one
     */
    record InParallel(List<InternalPlan> plans) implements InternalPlan {
        public InParallel {
            plans = some(plans);
        }
    }

    /** See {@link One}. */
    static InternalPlan one(String name, Target target, ServiceHours hours) {
        return new One(name, target, hours);
    }

    /** See {@link InSequence}. */
    static InternalPlan inSequence(InternalPlan... plans) {
        return new InSequence(List.of(plans));
    }

    /** See {@link InParallel}. */
    static InternalPlan inParallel(InternalPlan... plans) {
        return new InParallel(List.of(plans));
    }

    private static List<InternalPlan> some(List<InternalPlan> plans) {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a plan has something in it");
        }
        return List.copyOf(plans);
    }
}
