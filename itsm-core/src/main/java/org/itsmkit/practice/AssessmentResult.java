package org.itsmkit.practice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.practice.capability.Maturity;
import org.itsmkit.practice.capability.Rating;
import org.itsmkit.practice.capability.RatingComparison;
import org.itsmkit.spi.PersonId;

/**
 * What an assessment came to. It never changes; what became of it since is for another one to say.
 *
 * @param at when somebody said that it stands
 * @param ratings of all that was in scope, by subject
 * @param reviewedBy who looked at it, and did not assess
 * @param comment what they said with it; may be empty
 */
public record AssessmentResult(Instant at, List<Rating> ratings, PersonId reviewedBy, String comment) {

    public AssessmentResult {
        Objects.requireNonNull(at, "at");
        ratings = List.copyOf(ratings);
        Objects.requireNonNull(reviewedBy, "reviewedBy");
        Objects.requireNonNull(comment, "comment");
    }

    /** How mature the system is at {@code when} by what was found: ratings lapse as their evidence grows old. */
    public Maturity maturity(Instant when) {
        return Maturity.of(ratings, when);
    }

    /** What became of each subject since {@code earlier}, whose evidence may have grown old by the time of this. */
    public RatingComparison since(AssessmentResult earlier) {
        return RatingComparison.of(earlier.ratings(), ratings, at);
    }
}
