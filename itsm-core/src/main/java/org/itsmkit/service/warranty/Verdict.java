package org.itsmkit.service.warranty;

import java.util.Collection;

/** What is to be said of something that was wanted; from the worst to the best. */
public enum Verdict {
    /** It is known not to be so. */
    FAILED,
    /** Nobody knows; never taken for good. */
    UNKNOWN,
    /** It is known to be so. */
    MET;

    /** Whether it is known to be so. */
    public boolean isMet() {
        return this == MET;
    }

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The better of two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The worst of all; {@link #UNKNOWN} of none, as nothing was looked at. */
    public static Verdict worst(Collection<Verdict> all) {
        return all.stream().reduce(Verdict::and).orElse(UNKNOWN);
    }
}
