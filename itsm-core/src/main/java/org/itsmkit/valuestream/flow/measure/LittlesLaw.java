package org.itsmkit.valuestream.flow.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;

/**
 * Whether {@code L = λ·W} holds in a period: the average work in progress is the rate at which work comes in, times how long a piece of it is
 * there on average (John D. C. Little, 1961). All around the clock; whatever ended counts, done or dropped.
 *
 * <p>In a period of length {@code T} with {@code A} arrivals and {@code D} departures, {@code L = presence / T}, {@code λ = A / T} and {@code W =
 * sojourn / D}. As {@code presence = sojourn − before + unfinished}, what remains is exactly
 *
 * <p>{@code L − λ·W = unfinished / T − before / T − (A − D)·W / T}.
 *
 * <p>So it holds exactly where all that came in the period went out in it, and nothing else was there; and in the long run elsewhere, as far as
 * things are the same at its end as at its beginning.
 *
 * @param period which
 * @param arrivals how much came in
 * @param departures how much went out
 * @param presence how long work was there in the period, all together
 * @param sojourn how long what went out had been there, all together, before the period too
 * @param unfinished how long of {@code presence} is of what was still there at the end
 * @param before how long of {@code sojourn} was before the period
 */
public record LittlesLaw(
        Window period,
        long arrivals,
        long departures,
        Duration presence,
        Duration sojourn,
        Duration unfinished,
        Duration before) {

    /** Throws {@link IllegalArgumentException} where they cannot be of one period. */
    public LittlesLaw {
        Objects.requireNonNull(period, "period");
        if (arrivals < 0
                || departures < 0
                || !sojourn.minus(before).plus(unfinished).equals(presence)) {
            throw new IllegalArgumentException(
                    "time there is that of what left, without what was before, and that of what is unfinished: "
                            + presence + ", not " + sojourn + " − " + before + " + " + unfinished);
        }
    }

    /** {@code L}: the average work in progress. */
    public Fraction averageWip() {
        return perPeriod(presence);
    }

    /** {@code W} in nanoseconds; empty if nothing went out. */
    public Optional<Fraction> averageTime() {
        return departures == 0
                ? Optional.empty()
                : Optional.of(new Fraction(Fraction.nanos(sojourn), BigInteger.valueOf(departures)));
    }

    /** {@code λ·W}: what the average work in progress would be by the law; empty if nothing went out. */
    public Optional<Fraction> predicted() {
        return perPeriodTimes(arrivals);
    }

    /** {@code L − λ·W}: 0 where it holds exactly; empty if nothing went out. */
    public Optional<Fraction> residual() {
        return predicted().map(by -> averageWip().minus(by));
    }

    /** What of the residual is of work that was still there at the end: {@code unfinished / T}. */
    public Fraction ofUnfinished() {
        return perPeriod(unfinished);
    }

    /** What of it is of time before the period: {@code −before / T}. */
    public Fraction ofBefore() {
        return Fraction.ZERO.minus(perPeriod(before));
    }

    /** What of it is of more arrivals than departures, or fewer: {@code −(A − D)·W / T}; empty if nothing went out. */
    public Optional<Fraction> ofSurplus() {
        return perPeriodTimes(departures - arrivals);
    }

    private Fraction perPeriod(Duration time) {
        return new Fraction(Fraction.nanos(time), Fraction.nanos(period.length()));
    }

    private Optional<Fraction> perPeriodTimes(long count) {
        return averageTime()
                .map(time -> time.times(perPeriod(Duration.ofNanos(1))).times(Fraction.of(count, 1)));
    }

    /** Says in words whether it holds, and why not where it does not. Rounded down to two digits. */
    public List<String> sentences() {
        Optional<Fraction> residual = residual();
        Optional<Fraction> predicted = predicted();
        if (residual.isEmpty() || predicted.isEmpty()) {
            return List.of("Little's law cannot be checked: nothing went out.");
        }
        List<String> sentences = new ArrayList<>();
        String both =
                shown(averageWip()) + " pieces of work were under way on average, and by Little's law it would be "
                        + shown(predicted.get());
        if (residual.get().signum() == 0) {
            return List.of(both + ": it holds exactly.");
        }
        sentences.add(both + ": a difference of " + shown(residual.get()) + ".");
        explain(sentences, ofUnfinished(), "is of work that was still there at the end");
        explain(sentences, ofBefore(), "is of time before the period, of work that went out in it");
        ofSurplus()
                .ifPresent(some ->
                        explain(sentences, some, "is of " + arrivals + " arrivals for " + departures + " departures"));
        return List.copyOf(sentences);
    }

    private static void explain(List<String> sentences, Fraction some, String what) {
        if (some.signum() != 0) {
            sentences.add("Of it " + shown(some) + " " + what + ".");
        }
    }

    private static BigDecimal shown(Fraction number) {
        return number.toDecimal(2);
    }
}
