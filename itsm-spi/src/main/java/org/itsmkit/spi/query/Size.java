package org.itsmkit.spi.query;

import java.util.List;

/** How large a condition is, so that none can be made which a store could not carry out. */
record Size(int depth, long values) {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_VALUES = 10_000;

    static void requireBounded(List<Condition> parts) {
        Size whole = around(parts);
        if (whole.depth > MAX_DEPTH) {
            throw new IllegalArgumentException("conditions are nested at most " + MAX_DEPTH + " deep");
        }
        if (whole.values > MAX_VALUES) {
            throw new IllegalArgumentException("a condition compares at most " + MAX_VALUES + " values");
        }
    }

    /** Ends, for parts were bounded when they were made. */
    private static Size of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return around(and.conditions());
        }
        if (condition instanceof Condition.Or or) {
            return around(or.conditions());
        }
        if (condition instanceof Condition.Not not) {
            return around(List.of(not.condition()));
        }
        if (condition instanceof Condition.In in) {
            return new Size(1, Math.max(1, in.values().size()));
        }
        if (condition instanceof Condition.HasWords has) {
            return new Size(1, Math.max(1, has.words().size()));
        }
        return new Size(1, 1);
    }

    private static Size around(List<Condition> parts) {
        int depth = 0;
        long values = 0;
        for (Condition part : parts) {
            Size size = of(part);
            depth = Math.max(depth, size.depth);
            values += size.values;
        }
        // What holds nothing counts too, else such parts could be doubled without end.
        return new Size(depth + 1, Math.max(1, values));
    }
}
