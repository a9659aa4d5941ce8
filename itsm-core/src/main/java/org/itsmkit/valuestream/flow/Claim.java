package org.itsmkit.valuestream.flow;

import org.itsmkit.spi.Keys;

/** What a step calls its work: a kind of record in a status, or a label that a host puts on what has no status. */
public sealed interface Claim {

    /** Records of {@code kind} in {@code status}; both by {@link Keys#requireCode}. */
    static Claim of(String kind, String status) {
        return new OfStatus(kind, status);
    }

    /** What carries a label; by {@link Keys#requireName}. */
    static Claim labelled(String label) {
        return new OfLabel(label);
    }

    /** Records of a kind in a status. */
    record OfStatus(String kind, String status) implements Claim {
        public OfStatus {
            Keys.requireCode(kind, "kind");
            Keys.requireCode(status, "status");
        }

        /** As in incident in new. */
        @Override
        public String toString() {
            return kind + " in " + status;
        }
    }

    /** What carries a label. */
    record OfLabel(String label) implements Claim {
        public OfLabel {
            Keys.requireName(label, "label");
        }

        /** As in "design". */
        @Override
        public String toString() {
            return "\"" + label + "\"";
        }
    }
}
