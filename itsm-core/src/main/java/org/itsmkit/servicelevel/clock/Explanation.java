package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where a clock stands, and why.
 *
 * @param evaluation where it stands
 * @param intervals every stretch of time since the record began, or its clock did if that was earlier, with why it counted or did not, in
 *     order, without gaps
 */
public record Explanation(Evaluation evaluation, List<Interval> intervals) {

    public Explanation {
        Objects.requireNonNull(evaluation, "evaluation");
        intervals = List.copyOf(intervals);
    }

    /** What counted in a cycle: what the intervals say, added up. */
    public Duration counted(int cycle) {
        return intervals.stream()
                .filter(interval -> interval.cycle() == cycle && interval.isCounted())
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The same in sentences, a line for each interval and one for where it stands, in times of the service hours' zone. */
    public List<String> sentences() {
        return Sentences.of(this);
    }
}
