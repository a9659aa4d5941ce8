package org.itsmkit.governance.policy;

import java.util.Objects;
import org.itsmkit.kernel.Deed;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** For whom, or of what, a policy is waived. */
public sealed interface Waived {

    /** Whether that is what is done. */
    boolean covers(Deed deed);

    /** For one person, who acts themselves. */
    static Waived person(PersonId person) {
        return new OfPerson(person);
    }

    /** For whoever holds a role. */
    static Waived role(String role) {
        return new OfRole(role);
    }

    /** For whatever is done to one record, whoever does it. */
    static Waived record(RecordRef record) {
        return new OfRecord(record);
    }

    /** For one person, who acts themselves; not for those who act for them. */
    record OfPerson(PersonId person) implements Waived {
        public OfPerson {
            Objects.requireNonNull(person, "person");
        }

        @Override
        public boolean covers(Deed deed) {
            return deed.moment().caller().person().equals(person);
        }
    }

    /** For whoever holds a role; by {@link Keys#requireCode}. */
    record OfRole(String role) implements Waived {
        public OfRole {
            Keys.requireCode(role, "role");
        }

        @Override
        public boolean covers(Deed deed) {
            return deed.moment().caller().roles().contains(role);
        }
    }

    /** For whatever is done to one record, by the system too. */
    record OfRecord(RecordRef record) implements Waived {
        public OfRecord {
            Objects.requireNonNull(record, "record");
        }

        @Override
        public boolean covers(Deed deed) {
            return deed.record().equals(record);
        }
    }
}
