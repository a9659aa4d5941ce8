package org.itsmkit.change.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which level follows from a score.
 *
 * @param below the level of scores less than those of all steps
 * @param steps in rising order of their scores; may be empty
 */
public record ScoreLevels(RiskLevel below, List<Step> steps) {

    /**
     * From which score on another level holds.
     *
     * @param fromInclusive the least score of it
     */
    public record Step(long fromInclusive, RiskLevel level) {
        public Step {
            Objects.requireNonNull(level, "level");
        }
    }

    public ScoreLevels {
        Objects.requireNonNull(below, "below");
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).fromInclusive() >= steps.get(i).fromInclusive()) {
                throw new IllegalArgumentException("steps must rise, but after "
                        + steps.get(i - 1).fromInclusive() + " comes "
                        + steps.get(i).fromInclusive());
            }
        }
    }

    /** The same level for all scores, until {@link #from} says else. */
    public static ScoreLevels startingAt(RiskLevel below) {
        return new ScoreLevels(below, List.of());
    }

    /** Returns this, where another level holds from that score on. */
    public ScoreLevels from(long fromInclusive, RiskLevel level) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(fromInclusive, level));
        return new ScoreLevels(below, more);
    }

    /** The level of that score. */
    public RiskLevel of(long score) {
        RiskLevel level = below;
        for (Step step : steps) {
            level = score >= step.fromInclusive() ? step.level() : level;
        }
        return level;
    }

    /** All levels, in the order of their scores. */
    List<RiskLevel> levels() {
        return Stream.concat(Stream.of(below), steps.stream().map(Step::level)).toList();
    }

    /** These, if more of a score is never less of a risk, or never more of one. */
    ScoreLevels require(boolean rising, String why) {
        List<RiskLevel> levels = levels();
        for (int i = 1; i < levels.size(); i++) {
            int rise = Integer.compare(levels.get(i).rank(), levels.get(i - 1).rank());
            if (rising ? rise < 0 : rise > 0) {
                throw new IllegalArgumentException(
                        "levels: " + why + ", but " + levels.get(i) + " comes after " + levels.get(i - 1));
            }
        }
        return this;
    }
}
