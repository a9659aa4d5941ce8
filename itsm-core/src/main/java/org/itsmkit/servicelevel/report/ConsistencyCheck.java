package org.itsmkit.servicelevel.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.Micros;

/**
 * Whether what teams and suppliers promise is enough for what is promised to a customer: to be asked before an agreement is signed. For a
 * start {@code s} the margin is {@code due(s) − end(s)}: from where the plan ends if everybody takes all the time that they have, to where
 * the external target is due. They fit if it is nowhere negative; nowhere less than a microsecond, if what is done at the deadline is too
 * late.
 *
 * <p>All starts of a period are gone into, to the microsecond, though only few are looked at. When a target is due, by its start, is
 * <i>even</i> but for some starts: the same for all, or later by as much as they are. With open time it ceases to be so only where the start
 * or the due instant is on an edge of a window, and so at the edges, and at those instants from which so much open time leads to one; edges
 * alone are not enough. With working days it does so where a day, a window or another offset begins or ends, and at times of day at which
 * one of these does on another day. Along a plan such starts are carried back to its beginning. Between them the margin is a straight line,
 * which is least at one of its ends.
 *
 * @param violations starts from which it is too late, in order, without those that touch; none if they fit
 * @param tightest the first start of the least margin; empty if the external target is never due
 */
public record ConsistencyCheck(List<Violation> violations, Optional<Case> tightest) {

    /**
     * What part of a plan is to be done when.
     *
     * @param name whose part
     * @param from when it starts
     * @param due when it ends at the latest; empty if it never does
     */
    public record Step(String name, Instant from, Optional<Instant> due) {}

    /**
     * One start.
     *
     * @param start when the clocks start
     * @param internalEnd when the plan ends at the latest; empty if it never does
     * @param externalDue when the external target is due
     * @param margin how much later that is, negative if it is earlier; empty if the plan never ends
     * @param steps the parts of the plan
     */
    public record Case(
            Instant start,
            Optional<Instant> internalEnd,
            Instant externalDue,
            Optional<Duration> margin,
            List<Step> steps) {
        public Case {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Starts from all of which it is too late.
     *
     * @param starts which
     * @param worst the first of them with the least margin
     */
    public record Violation(Window starts, Case worst) {}

    public ConsistencyCheck {
        violations = List.copyOf(violations);
        Objects.requireNonNull(tightest, "tightest");
    }

    /** Whether the plan is in time from each start. */
    public boolean fits() {
        return violations.isEmpty();
    }

    /**
     * Goes into all starts of a period that stands for others, such as a year with its holidays. Clocks run on: nothing waits. What is
     * never due at some start is not violated there.
     *
     * @param external what is promised to the customer
     * @param hours by when that is measured
     * @param internal what is promised to the provider, and in which order
     * @throws IllegalArgumentException if the period is empty, or days are to be counted by hours that have none
     */
    public static ConsistencyCheck of(
            Target external, ServiceHours hours, InternalPlan internal, Instant fromInclusive, Instant toExclusive) {
        long first = Micros.of(fromInclusive);
        long last = Micros.of(toExclusive) - 1;
        if (last < first) {
            throw new IllegalArgumentException("from " + fromInclusive + " to " + toExclusive + " there is no start");
        }
        boolean isLateWhenDue = external.policy().boundary() == ClockPolicy.Boundary.BREACHED_AT_DUE;
        return new Search(new Promise(external, hours), PlanRun.of(internal), isLateWhenDue ? 1 : 0).over(first, last);
    }

    /** @param least the least margin that is enough */
    private record Search(Promise external, PlanRun internal, long least) {

        ConsistencyCheck over(long first, long last) {
            TreeSet<Long> starts = new TreeSet<>(List.of(first));
            internal.refine(starts, last, start -> start);
            new PlanRun.One("external", external).refine(starts, last, start -> start);
            PlanRun.Pieces.cutWhereTheyCross(starts, last, internal::end, external::due);
            PlanRun.Pieces.cutWhereTheyCross(starts, last, internal::end, start -> less(external.due(start)));
            List<Violation> violations = new ArrayList<>();
            Optional<Case> tightest = Optional.empty();
            List<PlanRun.Pieces.Piece> late = new ArrayList<>();
            for (PlanRun.Pieces.Piece piece : PlanRun.Pieces.of(starts, last)) {
                tightest = tighter(tightest, piece);
                if (!isEnough(piece.first()) || !isEnough(piece.last())) {
                    late.add(piece);
                } else {
                    end(late, violations);
                }
            }
            end(late, violations);
            return new ConsistencyCheck(violations, tightest);
        }

        private long less(long due) {
            return due == Promise.NEVER ? due : due - least;
        }

        private boolean isEnough(long start) {
            long due = external.due(start);
            return due == Promise.NEVER || internal.end(start) <= due - least;
        }

        private void end(List<PlanRun.Pieces.Piece> late, List<Violation> violations) {
            if (!late.isEmpty()) {
                Optional<Case> worst = Optional.empty();
                for (PlanRun.Pieces.Piece piece : late) {
                    worst = tighter(worst, piece);
                }
                Window starts = new Window(
                        Micros.toInstant(late.get(0).first()),
                        Micros.toInstant(late.get(late.size() - 1).last() + 1));
                worst.ifPresent(found -> violations.add(new Violation(starts, found)));
                late.clear();
            }
        }

        private Optional<Case> tighter(Optional<Case> so, PlanRun.Pieces.Piece piece) {
            return tighter(tighter(so, piece.first()), piece.last());
        }

        private Optional<Case> tighter(Optional<Case> so, long start) {
            long due = external.due(start);
            if (due == Promise.NEVER) {
                return so;
            }
            List<Step> steps = new ArrayList<>();
            long end = internal.end(start, steps);
            Optional<Duration> margin =
                    end == Promise.NEVER ? Optional.empty() : Optional.of(Duration.of(due - end, ChronoUnit.MICROS));
            Case found = new Case(Micros.toInstant(start), PlanRun.known(end), Micros.toInstant(due), margin, steps);
            return so.filter(known -> !isLess(margin, known.margin())).isPresent() ? so : Optional.of(found);
        }

        private static boolean isLess(Optional<Duration> one, Optional<Duration> other) {
            return other.isPresent() && (one.isEmpty() || one.get().compareTo(other.get()) < 0);
        }
    }
}
