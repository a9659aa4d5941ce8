package org.itsmkit.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a ticket keeps for the sake of service levels: its clocks, and who spoke when.
 *
 * @param clocks in the order of their numbers; at most {@value #MOST_CLOCKS} come about
 * @param answers when the provider said something that the requester could read, oldest first
 * @param replies when the requester said something, oldest first
 * @param approvals when it was approved, oldest first
 */
public record ServiceLevels(List<Clock> clocks, List<Instant> answers, List<Instant> replies, List<Instant> approvals) {

    /** The most clocks of a ticket. */
    public static final int MOST_CLOCKS = 50;

    /** How many words of each side, and how many approvals, are remembered: the first, and the last before this one. All of them stand in the journal. */
    public static final int MOST_WORDS = 500;

    private static final ServiceLevels BLANK = new ServiceLevels(List.of(), List.of(), List.of(), List.of());

    public ServiceLevels {
        clocks = List.copyOf(clocks);
        answers = List.copyOf(answers);
        replies = List.copyOf(replies);
        approvals = List.copyOf(approvals);
    }

    /** No clocks, and nobody said anything. */
    public static ServiceLevels blank() {
        return BLANK;
    }

    /** Whether there is nothing to keep. */
    public boolean isBlank() {
        return equals(BLANK);
    }

    /** The clock of that number, if there is one. */
    public Optional<Clock> clock(int number) {
        return clocks.stream().filter(clock -> clock.number() == number).findFirst();
    }

    /** What of this is not internal to the provider. */
    public ServiceLevels withoutInternal() {
        return new ServiceLevels(
                clocks.stream().filter(clock -> !clock.isInternal()).toList(), answers, replies, approvals);
    }

    /** Returns this where somebody of that side spoke. */
    ServiceLevels spoken(Side side, Instant at) {
        return side == Side.PROVIDER
                ? new ServiceLevels(clocks, with(answers, at), replies, approvals)
                : new ServiceLevels(clocks, answers, with(replies, at), approvals);
    }

    /** Returns this where somebody approved. */
    ServiceLevels approved(Instant at) {
        return new ServiceLevels(clocks, answers, replies, with(approvals, at));
    }

    private static List<Instant> with(List<Instant> some, Instant at) {
        List<Instant> more = new ArrayList<>(some);
        int i = more.size();
        while (i > 0 && more.get(i - 1).isAfter(at)) {
            i--;
        }
        more.add(i, at);
        if (more.size() > MOST_WORDS) {
            more.remove(1);
        }
        return more;
    }

    /** Returns this with {@code changed} in place of the clocks of their numbers, or besides. */
    ServiceLevels with(List<Clock> changed) {
        List<Clock> all = new ArrayList<>(clocks);
        for (Clock clock : changed) {
            all.removeIf(other -> other.number() == clock.number());
            all.add(clock);
        }
        all.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return new ServiceLevels(all, answers, replies, approvals);
    }

    ServiceLevels changed(int number, UnaryOperator<Clock> change) {
        return with(clock(number).stream().map(change).toList());
    }
}
