package org.itsmkit.governance.principle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * From where on a principle objects. The kit's own are rules of thumb, and no more: a host that knows better says so.
 *
 * @param batchTimes how many times a typical batch a batch may be, inclusive; positive
 * @param feedbackWithin how long until there is feedback at most, inclusive
 * @param dimensions which dimensions are to be considered
 * @param mostSteps how many steps are simple still, inclusive
 * @param repeatedTimesAMonth from how many times a month on a manual step is repeated often, inclusive; 1 or more
 */
@KitStyle
@Value.Builder
public record Thresholds(
        BigDecimal batchTimes, Duration feedbackWithin, Set<String> dimensions, int mostSteps, int repeatedTimesAMonth)
        implements WithThresholds {

    private static final Thresholds STANDARD = builder()
            .batchTimes(BigDecimal.valueOf(2))
            .feedbackWithin(Duration.ofDays(30))
            .addDimensions(
                    "organisations-and-people",
                    "information-and-technology",
                    "partners-and-suppliers",
                    "value-streams-and-processes")
            .mostSteps(15)
            .repeatedTimesAMonth(20)
            .build();

    public Thresholds {
        Objects.requireNonNull(feedbackWithin, "feedbackWithin");
        dimensions = Set.copyOf(dimensions);
        if (batchTimes.signum() <= 0 || feedbackWithin.isNegative() || mostSteps < 1 || repeatedTimesAMonth < 1) {
            throw new IllegalArgumentException("thresholds leave room for something");
        }
    }

    /**
     * Batches of twice the usual size, feedback within 30 days, all four dimensions, 15 steps, and what is done by hand 20 times a month,
     * which is once each working day.
     */
    public static Thresholds standard() {
        return STANDARD;
    }

    /** Begins to say from where on principles object; all must be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds thresholds. */
    public static final class Builder extends ThresholdsBuilder {
        Builder() {}
    }
}
