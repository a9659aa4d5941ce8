package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    /** The zone of the service hours with which it begins; UTC if it is of no time at all. */
    ZoneId zone() {
        return intervals.isEmpty() ? ZoneOffset.UTC : intervals.get(0).hours().zone();
    }

    /**
     * The same as a picture: a <a href="https://mermaid.js.org/syntax/gantt.html">Mermaid</a> gantt chart with what counted, what was pause,
     * what was closed, and the deadline; to the second, in the service hours' zone, or in UTC if its clock changes on the way.
     */
    public String toMermaid() {
        return TimelineDiagram.of(this);
    }

    /** The same in sentences, a line for each interval and one for where it stands, in times of the service hours' zone. */
    public List<String> sentences() {
        return Sentences.of(this);
    }
}
