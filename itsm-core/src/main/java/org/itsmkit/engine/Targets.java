package org.itsmkit.engine;

import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;

/** On which records a reaction acts. */
public sealed interface Targets {

    /** These records. */
    record Ids(Set<RecordId> ids) implements Targets {

        private static final Ids NONE = new Ids(Set.of());

        public Ids {
            ids = Set.copyOf(ids);
        }
    }

    /** Every record that fits. */
    record Matching(Condition condition) implements Targets {
        public Matching {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** No record. */
    static Targets none() {
        return Ids.NONE;
    }

    /** One record. */
    static Targets one(RecordId id) {
        return new Ids(Set.of(id));
    }

    /** Every record that fits {@code condition}. */
    static Targets matching(Condition condition) {
        return new Matching(condition);
    }
}
