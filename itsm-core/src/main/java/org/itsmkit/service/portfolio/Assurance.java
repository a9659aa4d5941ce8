package org.itsmkit.service.portfolio;

import java.util.Objects;
import org.itsmkit.spi.RecordRef;

/** What customers are promised of a service: an agreement, or expressly nothing. */
public sealed interface Assurance {

    /** The name of the kind of record by which something is promised. */
    String AGREEMENT = "agreement";

    /**
     * What an agreement says.
     *
     * @param agreement of kind {@value Assurance#AGREEMENT}
     */
    record Agreed(RecordRef agreement) implements Assurance {
        public Agreed {
            Objects.requireNonNull(agreement, "agreement");
        }
    }

    /**
     * Nothing, on purpose.
     *
     * @param waiver why
     */
    record Waived(String waiver) implements Assurance {
        public Waived {
            Objects.requireNonNull(waiver, "waiver");
        }
    }
}
