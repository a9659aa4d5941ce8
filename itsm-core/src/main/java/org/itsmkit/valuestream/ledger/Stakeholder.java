package org.itsmkit.valuestream.ledger;

import java.util.Objects;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.spi.Keys;

/** For whom something is of value, or who asks for it. */
public sealed interface Stakeholder {

    /** An organisation. */
    static Stakeholder of(OrganisationId organisation) {
        return new Organisation(organisation);
    }

    /** All who belong to a segment, such as small shops; by {@link Keys#requireName}. */
    static Stakeholder segment(String name) {
        return new Segment(name);
    }

    /** An organisation: a customer, a partner, a supplier, one's own. */
    record Organisation(OrganisationId id) implements Stakeholder {
        public Organisation {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String toString() {
            return id.value();
        }
    }

    /** All who belong to a segment. */
    record Segment(String name) implements Stakeholder {
        public Segment {
            Keys.requireName(name, "segment");
        }

        @Override
        public String toString() {
            return "segment " + name;
        }
    }
}
