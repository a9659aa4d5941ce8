package org.itsmkit.service.function;

import java.util.Objects;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.spi.RecordRef;

/**
 * That something was solved in a tier.
 *
 * @param record what was solved
 * @param tier where, 1 to {@value SupportTier#MOST}
 */
public record SolvedAt(RecordRef record, int tier) {

    public SolvedAt {
        Objects.requireNonNull(record, "record");
        if (tier < 1 || tier > SupportTier.MOST) {
            throw new IllegalArgumentException("a tier is 1 to " + SupportTier.MOST + ", not " + tier);
        }
    }
}
