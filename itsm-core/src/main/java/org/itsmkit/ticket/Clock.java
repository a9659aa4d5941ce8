package org.itsmkit.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * A service level clock of a ticket: what was promised, and where it stood when it was last looked at. Where it stands is worked out from
 * the ticket's life and from what was promised, and kept here to be found by; until {@code next} it stays right by itself.
 *
 * @param number from 1, unique in its ticket
 * @param isInternal whether it is the provider's own affair: what teams and suppliers promise
 * @param pledges what was promised, oldest first; the last holds. At least one
 * @param withdrawnAt since when nothing is promised any more; it is not looked at again before something is
 * @param state where it stands
 * @param cycle in which cycle, from 1; 0 before the first
 * @param stoppedAt when that cycle was done, if it was
 * @param due by when it must be done, or had to be
 * @param breachedAt since when it was late, if it was
 * @param next when something will change by itself if nothing happens
 * @param everBreached whether some cycle was late
 * @param reached the thresholds that were acted on, oldest first; the last {@value #MOST_REACHED}
 */
@KitStyle
@Value.Builder
public record Clock(
        int number,
        boolean isInternal,
        List<Pledge> pledges,
        Optional<Instant> withdrawnAt,
        ClockState state,
        int cycle,
        Optional<Instant> stoppedAt,
        Optional<Instant> due,
        Optional<Instant> breachedAt,
        Optional<Instant> next,
        boolean everBreached,
        List<Reached> reached)
        implements WithClock {

    /** The most thresholds that a clock remembers to have reached. */
    public static final int MOST_REACHED = 100;

    /** The most pledges that a clock remembers: the first, and the last before this one. */
    public static final int MOST_PLEDGES = 100;

    public Clock {
        pledges = List.copyOf(pledges);
        reached = List.copyOf(reached);
        Objects.requireNonNull(state, "state");
        if (number < 1 || pledges.isEmpty()) {
            throw new IllegalArgumentException("a clock has a number from 1, and something was promised");
        }
    }

    /** One that was not looked at yet. */
    public static Clock of(int number, boolean isInternal, Pledge pledge) {
        return builder()
                .number(number)
                .isInternal(isInternal)
                .addPledges(pledge)
                .state(ClockState.NOT_STARTED)
                .cycle(0)
                .everBreached(false)
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What holds. */
    public Pledge pledge() {
        return pledges.get(pledges.size() - 1);
    }

    /** What it is called: as what is promised. */
    public String name() {
        return pledge().commitment();
    }

    /** Whether something is promised, and not done yet. */
    public boolean isOpen() {
        return withdrawnAt.isEmpty() && stoppedAt.isEmpty() && state != ClockState.CANCELLED;
    }

    /** Returns this clock under another pledge. */
    public Clock under(Pledge pledge) {
        List<Pledge> more = new ArrayList<>(pledges);
        if (more.size() == MOST_PLEDGES) {
            more.remove(1);
        }
        Pledge last = pledge();
        boolean isEarlier = pledge.from().isBefore(last.from());
        more.add(isEarlier ? pledge.from(last.from()) : pledge);
        return withPledges(more).withWithdrawnAt(Optional.empty());
    }

    Clock reaching(Reached threshold) {
        List<Reached> more = new ArrayList<>(reached);
        more.add(threshold);
        return withReached(more.subList(Math.max(0, more.size() - MOST_REACHED), more.size()));
    }

    /**
     * Whether that threshold was acted on in the cycle that runs since then, under the commitment that holds; not if the commitment was
     * agreed anew since, and it was reached after that.
     */
    public boolean hasReached(String threshold, Instant cycle, Instant at) {
        return reached.stream()
                .anyMatch(one -> one.threshold().equals(threshold)
                        && one.agreement().equals(pledge().agreement())
                        && one.commitment().equals(pledge().commitment())
                        && one.cycle().equals(cycle)
                        && !(pledge().from().isAfter(one.actedAt()) && at.isAfter(pledge().from())));
    }

    public static final class Builder extends ClockBuilder {
        Builder() {}
    }
}
