package org.itsmkit.servicelevel.clock;

import java.util.Objects;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Keys;

/**
 * What a clock measures, by conditions over the timeline. At a point where several hold, {@code cancel} comes before {@code stop} before
 * {@code reset} before {@code next} before {@code pause}.
 *
 * @param name by {@link Keys#requireCode}
 * @param start where a clock starts that has not started, and one that was stopped starts again if this holds by a mark
 * @param pause where it stands still; it goes on where this holds no longer
 * @param stop where what was promised is done; a clock that was stopped by a situation is reopened where that is over
 * @param next where a cycle is done and the next begins, as with updates that are promised again and again
 * @param reset where a cycle begins anew, as if it had not begun before
 * @param cancel where nothing is promised any more
 */
@KitStyle
@Value.Builder
public record Metric(
        String name,
        Condition start,
        Condition pause,
        Condition stop,
        Condition next,
        Condition reset,
        Condition cancel)
        implements WithMetric {

    private static final Condition WORK = Condition.phase(Phase.NEW, Phase.ACTIVE, Phase.WAITING);
    private static final Condition DONE = Condition.phase(Phase.RESOLVED, Phase.CLOSED);
    private static final Condition WAITING = Condition.phase(Phase.WAITING);
    private static final Condition CANCELLED = Condition.phase(Phase.CANCELLED);
    private static final Condition ANSWER = Condition.marked(Mark.FIRST_RESPONSE, Mark.AGENT_CONTACT);

    /** From the beginning until somebody of the provider answers, or resolves it without a word. */
    public static final Metric FIRST_RESPONSE = of("first-response", WORK, ANSWER.or(DONE));

    /** From the beginning until it is resolved. */
    public static final Metric RESOLUTION = of("resolution", WORK, DONE);

    /** From the beginning until a person has it. */
    public static final Metric TIME_TO_OWN = of("time-to-own", WORK, new Condition.Assigned().or(DONE));

    /** From the beginning until it is approved. */
    public static final Metric TIME_TO_APPROVE =
            of("time-to-approve", WORK, Condition.marked(Mark.APPROVED).or(DONE));

    /**
     * From what the provider said until it says something again, over and over, from its first answer until it is resolved. So what is
     * promised of updates never comes before the first answer.
     */
    public static final Metric NEXT_UPDATE = of("next-update", ANSWER, DONE).withNext(ANSWER);

    public Metric {
        Keys.requireCode(name, "metric");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(cancel, "cancel");
    }

    /** One that pauses while the record waits, and is cancelled with it. */
    public static Metric of(String name, Condition start, Condition stop) {
        return new Metric(name, start, WAITING, stop, Condition.never(), Condition.never(), CANCELLED);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder extends MetricBuilder {
        Builder() {}
    }
}
