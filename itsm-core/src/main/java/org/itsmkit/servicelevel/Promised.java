package org.itsmkit.servicelevel;

import java.util.Objects;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.spi.RecordId;

/**
 * A commitment of an agreement, ready to be measured.
 *
 * @param agreement of which agreement
 * @param number what people call that
 * @param type between whom it was made
 * @param version of which of its versions
 * @param commitment what is promised
 * @param hours when its time counts
 */
public record Promised(
        RecordId agreement, String number, AgreementType type, int version, Commitment commitment, ServiceHours hours) {
    public Promised {
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(commitment, "commitment");
        Objects.requireNonNull(hours, "hours");
    }
}
