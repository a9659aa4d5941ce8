package org.itsmkit.improvement.evidence;

import java.time.Duration;
import java.util.Objects;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.improvement.priority.DelayProfile;

/**
 * What waiting for an improvement costs, and how long it takes: what says which is to be done first.
 *
 * @param cost what each week of waiting costs
 * @param duration how long it takes once begun; positive, at most {@link DelayProfile#LONGEST}
 */
public record DelayEstimate(CostOfDelay cost, Duration duration) {

    public DelayEstimate {
        Objects.requireNonNull(cost, "cost");
        if (duration.compareTo(Duration.ZERO) <= 0 || duration.compareTo(DelayProfile.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a duration is positive and at most " + DelayProfile.LONGEST + ", not " + duration);
        }
    }

    /** Something of that name that may be done next. */
    public Candidate candidate(String code) {
        return Candidate.of(code, cost, duration);
    }
}
