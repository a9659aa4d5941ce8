package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * Something that may be done next.
 *
 * @param code what it is called, by {@link Keys#requireCode}; a number such as CIR0000042 will do
 * @param profile what waiting for it costs
 * @param duration how long it takes once begun; positive, at most {@link DelayProfile#LONGEST}
 */
public record Candidate(String code, DelayProfile profile, Duration duration) {

    public Candidate {
        Keys.requireCode(code, "candidate");
        Objects.requireNonNull(profile, "profile");
        if (duration.compareTo(Duration.ZERO) <= 0 || duration.compareTo(DelayProfile.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a duration is positive and at most " + DelayProfile.LONGEST + ", not " + duration);
        }
    }

    /** One that costs the same each week. */
    public static Candidate of(String code, CostOfDelay cost, Duration duration) {
        return new Candidate(code, DelayProfile.constant(cost), duration);
    }

    /**
     * Cost of delay divided by duration: what a week costs at first, for each week that it takes; to ten digits after
     * the point, half to even.
     */
    public BigDecimal cd3() {
        return exactCd3().rounded(10);
    }

    Quotient exactCd3() {
        return Delays.byDuration(profile.atFirst(), duration);
    }
}
