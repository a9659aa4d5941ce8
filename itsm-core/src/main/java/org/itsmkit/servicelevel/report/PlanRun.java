package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.itsmkit.servicelevel.report.ConsistencyCheck.Step;
import org.itsmkit.spi.Micros;

/** When a plan ends that starts at an instant, in microseconds; {@link Promise#NEVER} if it does not. */
sealed interface PlanRun {

    long end(long start, List<Step> steps);

    /** Adds to {@code starts}, of pieces up to {@code last}, those at which the end of what starts at {@code before} may cease to be even. */
    void refine(NavigableSet<Long> starts, long last, LongUnaryOperator before);

    static PlanRun of(InternalPlan plan) {
        if (plan instanceof InternalPlan.One one) {
            return new One(one.name(), new Promise(one.target(), one.hours()));
        }
        if (plan instanceof InternalPlan.InSequence sequence) {
            return new Sequence(sequence.plans().stream().map(PlanRun::of).toList());
        }
        return new Parallel(((InternalPlan.InParallel) plan)
                .plans().stream().map(PlanRun::of).toList());
    }

    default long end(long start) {
        return end(start, new ArrayList<>());
    }

    record One(String name, Promise promise) implements PlanRun {
        @Override
        public long end(long start, List<Step> steps) {
            long due = promise.due(start);
            if (start != Promise.NEVER) {
                steps.add(new Step(name, Micros.toInstant(start), known(due)));
            }
            return due;
        }

        @Override
        public void refine(NavigableSet<Long> starts, long last, LongUnaryOperator before) {
            for (Pieces.Piece piece : Pieces.of(starts, last)) {
                long from = before.applyAsLong(piece.first());
                long to = before.applyAsLong(piece.last());
                // where all start at the same instant, all end at the same
                if (from != Promise.NEVER && from != to) {
                    long end = to == Promise.NEVER ? from + piece.last() - piece.first() : to;
                    for (long at : promise.breaks(from, end)) {
                        Pieces.cut(starts, piece, piece.first() + at - from);
                    }
                }
            }
        }
    }

    record Sequence(List<PlanRun> plans) implements PlanRun {
        @Override
        public long end(long start, List<Step> steps) {
            long end = start;
            for (PlanRun plan : plans) {
                end = plan.end(end, steps);
            }
            return end;
        }

        @Override
        public void refine(NavigableSet<Long> starts, long last, LongUnaryOperator before) {
            LongUnaryOperator reached = before;
            for (PlanRun plan : plans) {
                plan.refine(starts, last, reached);
                LongUnaryOperator until = reached;
                reached = start -> plan.end(until.applyAsLong(start));
            }
        }
    }

    record Parallel(List<PlanRun> plans) implements PlanRun {
        @Override
        public long end(long start, List<Step> steps) {
            long end = start;
            for (PlanRun plan : plans) {
                end = Math.max(end, plan.end(start, steps));
            }
            return end;
        }

        @Override
        public void refine(NavigableSet<Long> starts, long last, LongUnaryOperator before) {
            plans.forEach(plan -> plan.refine(starts, last, before));
            for (int i = 0; i < plans.size(); i++) {
                for (int j = 0; j < i; j++) {
                    PlanRun one = plans.get(i);
                    PlanRun other = plans.get(j);
                    Pieces.cutWhereTheyCross(
                            starts,
                            last,
                            start -> one.end(before.applyAsLong(start)),
                            start -> other.end(before.applyAsLong(start)));
                }
            }
        }
    }

    static Optional<Instant> known(long micros) {
        return micros == Promise.NEVER ? Optional.empty() : Optional.of(Micros.toInstant(micros));
    }

    /** Starts in microseconds, cut into pieces; each begins at one of a set, and ends before the next. */
    final class Pieces {

        /** From one start to another, both included. */
        record Piece(long first, long last) {}

        private Pieces() {}

        static List<Piece> of(NavigableSet<Long> starts, long last) {
            List<Piece> pieces = new ArrayList<>();
            List<Long> all = new ArrayList<>(starts);
            for (int i = 0; i < all.size(); i++) {
                pieces.add(new Piece(all.get(i), i + 1 < all.size() ? all.get(i + 1) - 1 : last));
            }
            return pieces;
        }

        /** Makes {@code at} a piece of its own. */
        static void cut(NavigableSet<Long> starts, Piece piece, long at) {
            for (long start = at; start <= at + 1; start++) {
                if (start > piece.first() && start <= piece.last()) {
                    starts.add(start);
                }
            }
        }

        /** Of two that are even on each piece. */
        static void cutWhereTheyCross(
                NavigableSet<Long> starts, long last, LongUnaryOperator one, LongUnaryOperator other) {
            for (Piece piece : of(new TreeSet<>(starts), last)) {
                long here = one.applyAsLong(piece.first());
                long there = other.applyAsLong(piece.first());
                if (here != Promise.NEVER && there != Promise.NEVER && here != there) {
                    cut(starts, piece, piece.first() + Math.abs(here - there));
                }
            }
        }
    }
}
