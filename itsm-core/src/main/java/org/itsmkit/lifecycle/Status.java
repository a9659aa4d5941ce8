package org.itsmkit.lifecycle;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * Where a record stands in its lifecycle. Open: rooms declare their standard ones, hosts add others.
 *
 * @param name unique within a lifecycle, by {@link Keys#requireCode}
 * @param phase what it amounts to
 */
public record Status(String name, Phase phase) {

    public Status {
        Keys.requireCode(name, "status");
        Objects.requireNonNull(phase, "phase");
    }

    /** The status {@code name} in {@code phase}. */
    public static Status of(String name, Phase phase) {
        return new Status(name, phase);
    }

    @Override
    public String toString() {
        return name;
    }
}
