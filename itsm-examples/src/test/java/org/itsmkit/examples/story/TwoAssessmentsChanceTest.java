package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.stream.LongStream;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.measure.Verdict;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the story tells of chance comes out again if one counts by hand. */
class TwoAssessmentsChanceTest {

    private PlayedAssessments played;

    @BeforeEach
    void play() throws IOException {
        played = new PlayedAssessments();
    }

    @AfterEach
    void close() {
        played.close();
    }

    /** Every way in which the values could have fallen into before and after is tried. */
    @Test
    void theCarrierIsQuickerByMoreThanChance() {
        long[] before = withSupplier(PlayedAssessments.FIRST, PlayedAssessments.SECOND);
        long[] after = withSupplier(PlayedAssessments.THIRD, PlayedAssessments.FOURTH);
        long[] pooled =
                LongStream.concat(LongStream.of(before), LongStream.of(after)).toArray();
        long wins = wins(before, after);
        long asClear = 0;
        long ways = 0;
        for (int choice = 0; choice < 1 << pooled.length; choice++) {
            if (Integer.bitCount(choice) == before.length) {
                long[][] split = split(pooled, choice);
                long won = wins(split[0], split[1]);
                ways++;
                asClear += won >= wins || won <= (long) before.length * after.length - wins ? 1 : 0;
            }
        }
        BigDecimal chance = BigDecimal.valueOf(asClear).divide(BigDecimal.valueOf(ways), new MathContext(3));

        assertThat(played.told())
                .contains("It became better: p = " + chance.toPlainString()
                        + ", at most 0.05 (rank sums of 8 before and 8 after");
    }

    private long[] withSupplier(Instant from, Instant to) {
        return played.resolved(from, to)
                .map(Stored::record)
                .filter(incident -> !incident.ticket().suppliers().isEmpty())
                .mapToLong(incident -> PlayedAssessments.toRestore(incident).toMinutes())
                .toArray();
    }

    /** How many pairs there are of which the one before took longer. */
    private static long wins(long[] before, long[] after) {
        return LongStream.of(before)
                .map(one -> LongStream.of(after).filter(other -> one > other).count())
                .sum();
    }

    private static long[][] split(long[] pooled, int choice) {
        long[][] split = {new long[Integer.bitCount(choice)], new long[pooled.length - Integer.bitCount(choice)]};
        int first = 0;
        int second = 0;
        for (int i = 0; i < pooled.length; i++) {
            if ((choice >> i & 1) == 1) {
                split[0][first++] = pooled[i];
            } else {
                split[1][second++] = pooled[i];
            }
        }
        return split;
    }

    /** Of so many that came back, how probable is it that so few did afterwards, if that was chance alone? */
    @Test
    void thatLessComesBackMayBeChance() {
        long first = played.cameBack(PlayedAssessments.FIRST, PlayedAssessments.SECOND);
        long third = played.cameBack(PlayedAssessments.THIRD, PlayedAssessments.FOURTH);
        BigDecimal share = BigDecimal.valueOf(24).divide(BigDecimal.valueOf(25 + 24), MathContext.DECIMAL128);
        int all = (int) (first + third);
        BigDecimal tail = BigDecimal.ZERO;
        for (int i = 0; i <= third; i++) {
            tail = tail.add(new BigDecimal(ways(all, i))
                    .multiply(share.pow(i))
                    .multiply(BigDecimal.ONE.subtract(share).pow(all - i)));
        }
        BigDecimal chance = tail.multiply(BigDecimal.valueOf(2)).round(new MathContext(3, RoundingMode.HALF_UP));

        assertThat(played.told())
                .contains("It says NOT_SHOWN: \"Chance alone makes such a difference: p = " + chance.toPlainString());
        Improvement returns = played.all(Improvements.KIND).stream()
                .map(Stored::record)
                .filter(improvement -> improvement.number().equals("CIR0000003"))
                .findFirst()
                .orElseThrow();
        assertThat(returns.status().name()).isEqualTo("action");
        assertThat(returns.comparison(QuarterFigures.REOPENED)).isEmpty();
        assertThat(played.told()).contains("| " + Verdict.NOT_SHOWN + " | action |");
    }

    private static BigInteger ways(int of, int some) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < some; i++) {
            ways = ways.multiply(BigInteger.valueOf(of - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return ways;
    }
}
