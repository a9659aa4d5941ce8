package org.itsmkit.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * What holds for records of a kind once they are resolved. What is empty is without bounds: nothing is closed by itself, and whoever is
 * permitted to reopen may do so at any time, as often as they like.
 *
 * @param closesAfter the open time after which a resolved record is closed by itself; positive, at most 3,660 days
 * @param reopenedWithin how long after it was resolved a record may be reopened, and its solution refused; inclusive; bounds alike
 * @param reopenedWithinOfClosure how long after it was closed; inclusive; bounds alike. Matters where the lifecycle lets closed records be
 *     reopened
 * @param reopenedBy who may reopen; empty for everybody
 * @param reopenings how often at most, refused solutions included; 0 to 1,000
 */
@KitStyle
@Value.Builder
public record AfterResolution(
        Optional<Duration> closesAfter,
        Optional<Duration> reopenedWithin,
        Optional<Duration> reopenedWithinOfClosure,
        Set<Party> reopenedBy,
        Optional<Integer> reopenings)
        implements WithAfterResolution {

    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int MOST = 1_000;

    /** Sides of a resolved record. */
    public enum Party {
        /** Who asked, and those who speak for them. */
        REQUESTER,
        /** All others. */
        AGENTS
    }

    public AfterResolution {
        closesAfter.ifPresent(period -> requirePeriod(period, "closesAfter"));
        reopenedWithin.ifPresent(period -> requirePeriod(period, "reopenedWithin"));
        reopenedWithinOfClosure.ifPresent(period -> requirePeriod(period, "reopenedWithinOfClosure"));
        reopenedBy = Set.copyOf(reopenedBy);
        reopenings.ifPresent(most -> {
            if (most < 0 || most > MOST) {
                throw new IllegalArgumentException("reopenings are 0 to " + MOST + ", not " + most);
            }
        });
    }

    /** No bounds. */
    public static AfterResolution standard() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    static void requirePeriod(Duration period, String what) {
        if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " must be positive and at most " + LONGEST + ", not " + period);
        }
    }

    public static final class Builder extends AfterResolutionBuilder {
        Builder() {}
    }
}
