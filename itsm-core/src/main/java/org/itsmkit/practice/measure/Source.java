package org.itsmkit.practice.measure;

import org.itsmkit.spi.Keys;

/** Where the figure of a key measure comes from. */
public sealed interface Source {

    /**
     * The kit computes it of its records.
     *
     * @param function by which function, by {@link Keys#requireCode}
     */
    record Computed(String function) implements Source {
        public Computed {
            Keys.requireCode(function, "function");
        }
    }

    /**
     * The kit does not know what it takes; whoever does gives the figure.
     *
     * @param reason what is not known, in a sentence
     */
    record NotComputable(String reason) implements Source {
        public NotComputable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("why it cannot be computed is said");
            }
        }
    }
}
