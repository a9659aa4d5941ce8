package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.List;

/** Works out where clocks stand. Pure; safe for use by many threads. */
public final class ServiceLevelClock {

    private ServiceLevelClock() {}

    /**
     * Returns where the clock of {@code target} stands {@code at} an instant. What {@code timeline} says of later is not looked at, so the
     * past can be asked for; a later instant says what will be if nothing happens.
     *
     * @throws IllegalArgumentException if {@code at} lies outside of the years 1 to 9999; if working days are to be counted by service
     *     hours that have none
     */
    public static Evaluation evaluate(Timeline timeline, Target target, ServiceHours hours, Instant at) {
        Evaluation plain = PlainRun.evaluation(timeline, target, hours, at);
        return plain != null ? plain : evaluation(timeline, List.of(new Since(timeline.begin(), target, hours)), at);
    }

    /**
     * Returns where a clock stands whose target changed: by priority, agreement or calendar. How it goes on is said by the policy of the
     * target that comes.
     *
     * @param targets in the order of their beginnings; what begins after {@code at} is not looked at but for the first
     * @throws IllegalArgumentException if there are none, or they are out of order; if an instant lies outside of the years 1 to 9999; if
     *     working days are to be counted by service hours that have none
     */
    public static Evaluation evaluate(Timeline timeline, List<Since> targets, Instant at) {
        Since only = checked(targets).get(0);
        boolean isPlain = targets.size() == 1 && !only.from().isAfter(timeline.begin());
        Evaluation plain = isPlain ? PlainRun.evaluation(timeline, only.target(), only.hours(), at) : null;
        return plain != null ? plain : evaluation(timeline, targets, at);
    }

    /** By all that there is to targets and policies, as fits any of them. */
    static Evaluation evaluation(Timeline timeline, List<Since> targets, Instant at) {
        return new ClockRun(timeline, targets, Micros.of(at), Trace.NONE).evaluation();
    }

    /** As {@link #evaluate(Timeline, Target, ServiceHours, Instant)}, with the reasons. */
    public static Explanation explain(Timeline timeline, Target target, ServiceHours hours, Instant at) {
        return explain(timeline, List.of(new Since(timeline.begin(), target, hours)), at);
    }

    /** As {@link #evaluate(Timeline, List, Instant)}, with the reasons. */
    public static Explanation explain(Timeline timeline, List<Since> targets, Instant at) {
        Spans spans = new Spans();
        Evaluation evaluation = new ClockRun(timeline, checked(targets), Micros.of(at), spans).evaluation();
        return new Explanation(evaluation, spans.intervals());
    }

    private static List<Since> checked(List<Since> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a clock has a target");
        }
        for (int i = 1; i < targets.size(); i++) {
            if (targets.get(i - 1).from().isAfter(targets.get(i).from())) {
                throw new IllegalArgumentException("targets are in the order of their beginnings");
            }
        }
        return targets;
    }
}
