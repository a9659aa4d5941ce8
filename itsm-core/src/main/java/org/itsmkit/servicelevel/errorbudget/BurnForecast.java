package org.itsmkit.servicelevel.errorbudget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * When a budget will be gone if it goes on as it did. With {@code b} what was bad in the look-back window, {@code w} how much of the window could
 * burn, and {@code r} what remains, that is once {@code r · w / b} more of such time has passed. Where the total of the period is not
 * known beforehand, what the window added to the budget is taken from {@code b}: a budget of events that burns at a rate of 1 or less is never
 * gone.
 *
 * @param lookBack how long the window is, elapsed; positive
 * @param burning when a budget can burn at all: agreed service time, or always
 */
public record BurnForecast(Duration lookBack, OpenWindows burning) {

    public BurnForecast {
        BurnRate.requirePositive(lookBack);
        Objects.requireNonNull(burning, "burning");
    }

    /** It burns at all times. */
    public static BurnForecast over(Duration lookBack) {
        return new BurnForecast(lookBack, OpenWindows.always());
    }

    /** What becomes of a budget. */
    public enum Outlook {
        /** Nothing remains. */
        SPENT,
        /** It will be gone at an instant before the bound. */
        RUNS_OUT,
        /** It goes, but something remains at the bound. */
        LASTS,
        /** It does not become less. */
        DOES_NOT_BURN
    }

    /**
     * An answer.
     *
     * @param outlook what becomes of it
     * @param exhaustedAt when nothing will remain, to the microsecond at or after the exact instant; only if it runs out
     */
    public record Exhaustion(Outlook outlook, Optional<Instant> exhaustedAt) {

        public Exhaustion {
            if (exhaustedAt.isPresent() != (outlook == Outlook.RUNS_OUT)) {
                throw new IllegalArgumentException("an instant is that at which it runs out: " + exhaustedAt);
            }
        }

        private static Exhaustion of(Outlook outlook) {
            return new Exhaustion(outlook, Optional.empty());
        }
    }

    /**
     * Foretells what becomes of {@code budget} after {@code at}.
     *
     * @param until the bound, at the latest {@link org.itsmkit.calendar.CompiledCalendar#LATEST}: usually when the period ends
     */
    public Exhaustion of(ErrorBudget budget, Indicator indicator, Instant at, Instant until) {
        if (budget.isSpent()) {
            return Exhaustion.of(Outlook.SPENT);
        }
        Tally recent = indicator.tally(at.minus(lookBack), at);
        BigDecimal grown = indicator.isTotalKnown()
                ? BigDecimal.ZERO
                : budget.objective().allowance().multiply(new BigDecimal(recent.total()));
        BigDecimal pace = new BigDecimal(recent.bad()).subtract(grown);
        BigDecimal burned = micros(at);
        if (pace.signum() <= 0 || burned.signum() == 0) {
            return Exhaustion.of(Outlook.DOES_NOT_BURN);
        }
        BigDecimal left = budget.remaining().multiply(burned).divide(pace, 0, RoundingMode.CEILING);
        return after(at, left.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact())
                .filter(gone -> gone.isBefore(until))
                .map(gone -> new Exhaustion(Outlook.RUNS_OUT, Optional.of(gone)))
                .orElse(Exhaustion.of(Outlook.LASTS));
    }

    /** How much of the window can burn. */
    private BigDecimal micros(Instant at) {
        Duration sum = burning.windows(at.minus(lookBack), at).stream()
                .map(Window::length)
                .reduce(Duration.ZERO, Duration::plus);
        return BigDecimal.valueOf(sum.getSeconds()).movePointRight(6).add(BigDecimal.valueOf(sum.getNano() / 1_000));
    }

    private Optional<Instant> after(Instant at, long micros) {
        return burning.compile().add(at, Duration.of(micros, ChronoUnit.MICROS));
    }
}
