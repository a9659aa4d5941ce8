package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeforeAndAfterTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void aWeekWithThreeAndAWeekWithNone() {
        BeforeAndAfter counts = new BeforeAndAfter(3, WEEK, 0, WEEK);

        // Of the eight ways in which three fall into two weeks, one has none in the second: 0.125.
        assertThat(counts.chance()).isEqualByComparingTo("0.13");
    }

    @Test
    void allWaysTogetherAreCertain() {
        assertThat(new BeforeAndAfter(0, WEEK, 5, Duration.ofDays(3)).chance()).isEqualByComparingTo("1");
    }

    @Test
    void twoOfFourInThreeTimesTheTime() {
        // 1/256 + 4·3/256 + 6·9/256 = 67/256.
        assertThat(new BeforeAndAfter(2, WEEK, 2, WEEK.multipliedBy(3)).chance())
                .isEqualByComparingTo("0.26");
    }

    @Test
    void theRateIsThatOfAWeek() {
        BeforeAndAfter counts = new BeforeAndAfter(9, Duration.ofDays(10), 1, Duration.ofDays(28));

        assertThat(counts.weeklyBefore()).isEqualByComparingTo("6.3");
        assertThat(counts.weeklyAfter()).isEqualByComparingTo("0.3");
    }
}
