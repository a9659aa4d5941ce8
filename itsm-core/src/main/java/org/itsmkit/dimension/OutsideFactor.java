package org.itsmkit.dimension;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * Something outside of an organisation that bears on what it does, and that it cannot alter.
 *
 * @param code by {@link Keys#requireCode}
 * @param kind of what sort it is
 * @param sentence what it is
 * @param touches on which dimensions it bears, in their order; at least one
 * @param response what is done about it; empty if nothing is
 */
public record OutsideFactor(
        String code, Kind kind, String sentence, Set<Dimension> touches, Optional<String> response) {

    /** The six sorts, known by their first letters as PESTLE. */
    public enum Kind {
        /** Governments and what they intend. */
        POLITICAL,
        /** Prices, wages, markets. */
        ECONOMIC,
        /** What people expect, and how they live. */
        SOCIAL,
        /** What becomes possible, and what grows old. */
        TECHNOLOGICAL,
        /** Laws and contracts. */
        LEGAL,
        /** Climate, energy, waste. */
        ENVIRONMENTAL
    }

    public OutsideFactor {
        Keys.requireCode(code, "factor");
        Objects.requireNonNull(kind, "kind");
        if (!Inputs.saysSomething(sentence) || touches.isEmpty()) {
            throw new IllegalArgumentException("a factor is something, and bears on something: " + code);
        }
        touches = Collections.unmodifiableSet(EnumSet.copyOf(touches));
        response = response.filter(Inputs::saysSomething);
    }

    /** One about which nothing is done. */
    public static OutsideFactor of(String code, Kind kind, String sentence, Dimension first, Dimension... more) {
        return new OutsideFactor(code, kind, sentence, EnumSet.of(first, more), Optional.empty());
    }

    /** Returns this with what is done about it. */
    public OutsideFactor answered(String newResponse) {
        return new OutsideFactor(code, kind, sentence, touches, Optional.of(newResponse));
    }
}
