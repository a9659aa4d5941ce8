package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How often something came before and after something was done about it, compared by the conditional test of two Poisson rates
 * (Przyborowski and Wilenski 1940): if the rate were the same, each of {@code n} falls into the time after with the probability
 * {@code q = after / (before + after)}, and {@code x} or fewer of them do with {@code Σ C(n,i) qⁱ (1−q)^(n−i)} over {@code i} from 0 to
 * {@code x}.
 *
 * @param before how many came before; not negative
 * @param timeBefore in how much time; above zero
 * @param after how many came after; not negative
 * @param timeAfter in how much time; above zero
 */
record BeforeAndAfter(int before, Duration timeBefore, int after, Duration timeAfter) {

    private static final Duration WEEK = Duration.ofDays(7);

    /** How many a week before, with one decimal. */
    BigDecimal weeklyBefore() {
        return weekly(before, timeBefore);
    }

    /** How many a week after, with one decimal. */
    BigDecimal weeklyAfter() {
        return weekly(after, timeAfter);
    }

    private static BigDecimal weekly(int count, Duration time) {
        return BigDecimal.valueOf(count).multiply(seconds(WEEK)).divide(seconds(time), 1, RoundingMode.HALF_UP);
    }

    /** How probable so few or fewer are after, by chance alone; two digits. */
    BigDecimal chance() {
        int n = before + after;
        BigDecimal q = seconds(timeAfter).divide(seconds(timeBefore.plus(timeAfter)), MathContext.DECIMAL128);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal ways = BigDecimal.ONE;
        for (int i = 0; i <= after; i++) {
            sum = sum.add(
                    ways.multiply(q.pow(i)).multiply(BigDecimal.ONE.subtract(q).pow(n - i)));
            ways = ways.multiply(BigDecimal.valueOf(n - i)).divide(BigDecimal.valueOf(i + 1L), MathContext.DECIMAL128);
        }
        return sum.round(new MathContext(2));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds());
    }
}
