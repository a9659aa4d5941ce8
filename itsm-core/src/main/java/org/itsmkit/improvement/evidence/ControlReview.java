package org.itsmkit.improvement.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * That somebody looked whether what was gained is still there.
 *
 * @param value what they saw, in the unit of the metric that is looked at
 * @param holds whether it was still good
 * @param note what they say of it; may be empty
 * @param by who looked
 * @param at when
 */
public record ControlReview(BigDecimal value, boolean holds, String note, PersonId by, Instant at) {

    public ControlReview {
        value = new FieldValue.Decimal(value).value();
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
