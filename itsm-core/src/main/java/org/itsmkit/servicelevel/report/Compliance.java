package org.itsmkit.servicelevel.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collector;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * How often promises were kept: {@code met / (met + breached)}, exactly. What is open is not decided, and what was cancelled was not to be
 * kept, so both are told and neither is reckoned with. The share is that of ITIL's service level management: what was done within its
 * target, of all that was done or should have been.
 *
 * @param met how many were done in time
 * @param breached how many were late, whether or not they are done
 * @param open how many may still be done in time, whether they run or stand still
 * @param cancelled how many were cancelled
 */
public record Compliance(long met, long breached, long open, long cancelled) {

    /** That of nothing. */
    public static final Compliance NONE = new Compliance(0, 0, 0, 0);

    public Compliance {
        if (met < 0 || breached < 0 || open < 0 || cancelled < 0) {
            throw new IllegalArgumentException("nothing is counted below zero");
        }
    }

    /** Gathers what became of promises in one pass. */
    public static Collector<Judged, ?, Compliance> collector() {
        return Collector.of(() -> new long[4], Compliance::count, Compliance::sum, Compliance::of);
    }

    private static void count(long[] counts, Judged judged) {
        switch (judged.cycle().state()) {
            case MET -> counts[0]++;
            case BREACHED -> counts[1]++;
            case RUNNING, PAUSED -> counts[2]++;
            case CANCELLED -> counts[3]++;
            case NOT_STARTED -> throw new IllegalArgumentException("a cycle that did not start is none");
        }
    }

    private static long[] sum(long[] some, long[] others) {
        for (int i = 0; i < some.length; i++) {
            some[i] += others[i];
        }
        return some;
    }

    private static Compliance of(long[] counts) {
        return new Compliance(counts[0], counts[1], counts[2], counts[3]);
    }

    /** How many are decided: {@code met + breached}. */
    public long decided() {
        return met + breached;
    }

    /** The share as above; empty if nothing is decided. Shown in per cent it is rounded down, and decides nothing. */
    public Optional<Ratio> ratio() {
        return decided() == 0 ? Optional.empty() : Optional.of(Ratio.of(met, decided()));
    }

    /**
     * Whether the share is at least {@code target}, exactly; empty if nothing is decided.
     *
     * @param target 0 to 1
     */
    public Optional<Boolean> meets(BigDecimal target) {
        return ratio().map(share -> share.isAtLeast(target));
    }
}
