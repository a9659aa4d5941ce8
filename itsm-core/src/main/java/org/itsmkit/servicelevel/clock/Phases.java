package org.itsmkit.servicelevel.clock;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.itsmkit.lifecycle.Phase;

/** Some phases, as a bit for each: they are asked for at every point of every timeline. Immutable. */
final class Phases extends AbstractSet<Phase> {

    private final long bits;

    private Phases(long bits) {
        this.bits = bits;
    }

    static Phases of(Collection<Phase> phases) {
        long bits = 0;
        for (Phase phase : phases) {
            bits |= bit(phase);
        }
        return new Phases(bits);
    }

    private static long bit(Phase phase) {
        return 1L << phase.ordinal();
    }

    boolean has(Phase phase) {
        return (bits & bit(phase)) != 0;
    }

    @Override
    public boolean contains(Object other) {
        return other instanceof Phase phase && has(phase);
    }

    @Override
    public Iterator<Phase> iterator() {
        return Stream.of(Phase.values()).filter(this::has).iterator();
    }

    @Override
    public int size() {
        return Long.bitCount(bits);
    }
}
