package org.itsmkit.servicelevel.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * How satisfied somebody said to be, and by what that can be grouped.
 *
 * @param labels by what
 * @param at when it was said
 * @param score how much, on the scale of {@link Satisfaction}
 */
public record Answer(Labels labels, Instant at, BigDecimal score) implements Labelled {
    public Answer {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(score, "score");
    }
}
