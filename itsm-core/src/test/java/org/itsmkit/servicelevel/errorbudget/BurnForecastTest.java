package org.itsmkit.servicelevel.errorbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.errorbudget.Samples.START;
import static org.itsmkit.servicelevel.errorbudget.Samples.THIRTY_DAYS;
import static org.itsmkit.servicelevel.errorbudget.Samples.THREE_NINES;
import static org.itsmkit.servicelevel.errorbudget.Samples.after;
import static org.itsmkit.servicelevel.errorbudget.Samples.down;
import static org.itsmkit.servicelevel.errorbudget.Samples.outages;
import static org.itsmkit.servicelevel.errorbudget.Samples.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.errorbudget.BurnForecast.Exhaustion;
import org.itsmkit.servicelevel.errorbudget.BurnForecast.Outlook;
import org.junit.jupiter.api.Test;

class BurnForecastTest {

    private static final Instant END = THIRTY_DAYS.toExclusive();
    private static final BurnForecast DAY = BurnForecast.over(Duration.ofDays(1));

    private static Exhaustion foretold(Indicator indicator, Duration at, BurnForecast forecast, Instant until) {
        ErrorBudget budget =
                ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(at)).orElseThrow();
        return forecast.of(budget, indicator, after(at), until);
    }

    @Test
    void byHand() {
        // 10.8 of 43.2 minutes went on the second day: 32.4 remain, and last three days more
        TimeIndicator indicator = outages(down(Duration.ofHours(30), Duration.ofSeconds(648)));

        assertThat(foretold(indicator, Duration.ofDays(2), DAY, END))
                .isEqualTo(new Exhaustion(Outlook.RUNS_OUT, Optional.of(after(Duration.ofDays(5)))));
    }

    /** Half a second is 500,000 µs, and of them 1,000 are lost: what remains is gone after 500 times as long. */
    @Test
    void aWindowMayBeShorterThanASecond() {
        TimeIndicator indicator = outages(down(Duration.ofDays(2).minusMillis(1), Duration.ofMillis(1)));

        assertThat(foretold(indicator, Duration.ofDays(2), BurnForecast.over(Duration.ofMillis(500)), END)
                        .exhaustedAt())
                .contains(after(Duration.ofDays(2))
                        .plus(Duration.ofSeconds(2_592).minusMillis(1).multipliedBy(500)));
    }

    @Test
    void whatIsGoneIsGone() {
        TimeIndicator indicator = outages(down(Duration.ofHours(30), Duration.ofSeconds(2_592)));

        assertThat(foretold(indicator, Duration.ofDays(2), DAY, END).outlook()).isEqualTo(Outlook.SPENT);
    }

    @Test
    void whatDoesNotBurnIsNeverGone() {
        TimeIndicator indicator = outages(down(Duration.ofHours(3), Duration.ofMinutes(10)));

        assertThat(foretold(indicator, Duration.ofDays(2), DAY, END))
                .isEqualTo(new Exhaustion(Outlook.DOES_NOT_BURN, Optional.empty()));
    }

    @Test
    void whatIsLeftAtTheBoundLasts() {
        // a minute a day: 42.2 days more
        TimeIndicator indicator = outages(down(Duration.ofHours(30), Duration.ofMinutes(1)));

        assertThat(foretold(indicator, Duration.ofDays(2), DAY, END).outlook()).isEqualTo(Outlook.LASTS);
        assertThat(foretold(indicator, Duration.ofDays(2), DAY, after(Duration.ofDays(45)))
                        .exhaustedAt())
                .contains(after(Duration.ofDays(2)).plus(Duration.ofMinutes(60_768)));
        // a microsecond a day: in seven million years, which is beyond all calendars
        TimeIndicator hardly = outages(down(Duration.ofHours(30), Duration.ofNanos(1_000)));
        assertThat(foretold(hardly, Duration.ofDays(2), DAY, Instant.MAX).outlook())
                .isEqualTo(Outlook.LASTS);
    }

    @Test
    void theBoundItselfIsTooLate() {
        TimeIndicator indicator = outages(down(Duration.ofHours(30), Duration.ofSeconds(648)));

        assertThat(foretold(indicator, Duration.ofDays(2), DAY, after(Duration.ofDays(5)))
                        .outlook())
                .isEqualTo(Outlook.LASTS);
    }

    @Test
    void aBudgetBurnsInAgreedTimeOnly() {
        // 2026-06-01 is a Monday. 22 days of ten hours in thirty days: 13.2 minutes; 3.3 a day from the second day on
        AgreedServiceTime office = AgreedServiceTime.of(
                BusinessCalendar.of(ZoneId.of("UTC"), BusinessHours.weekdays(TimeRange.of("08:00", "18:00"))));
        TimeIndicator indicator =
                TimeIndicator.of(office, List.of(down(Duration.ofHours(34), Duration.ofSeconds(198))));

        // on Wednesday at 08:00 there are 9.9 minutes left, for three days of ten hours: the end of Friday
        assertThat(foretold(indicator, Duration.ofHours(56), new BurnForecast(Duration.ofDays(1), office), END)
                        .exhaustedAt())
                .contains(Instant.parse("2026-06-05T18:00:00Z"));
    }

    /** What events add to a budget of events lets it last longer: at a rate of 1 it lasts for ever. */
    @Test
    void aBudgetOfEventsGrows() {
        // 100,000 requests, at 3 ‰ in the last ten minutes: 100 − 30 = 70 remain; 30 went and 10 came in ten minutes
        EventIndicator indicator = requests(100, 3, 90, 100);
        BurnForecast forecast = BurnForecast.over(Duration.ofMinutes(10));

        assertThat(foretold(indicator, Duration.ofMinutes(100), forecast, END).exhaustedAt())
                .contains(after(Duration.ofMinutes(135)));
        assertThat(foretold(requests(100, 1, 90, 100), Duration.ofMinutes(100), forecast, END)
                        .outlook())
                .isEqualTo(Outlook.DOES_NOT_BURN);
    }

    @Test
    void whereNoServiceWasAgreedNothingBurns() {
        AgreedServiceTime office = AgreedServiceTime.of(
                BusinessCalendar.of(ZoneId.of("UTC"), BusinessHours.weekdays(TimeRange.of("08:00", "18:00"))));
        TimeIndicator indicator = TimeIndicator.of(office, List.of(down(Duration.ZERO, Duration.ofHours(4))));

        assertThat(foretold(indicator, Duration.ofHours(4), new BurnForecast(Duration.ofHours(4), office), END)
                        .outlook())
                .isEqualTo(Outlook.DOES_NOT_BURN);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BurnForecast.over(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Exhaustion(Outlook.LASTS, Optional.of(START)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Exhaustion(Outlook.RUNS_OUT, Optional.empty()));
    }

    /** At the instant that is foretold nothing remains if it goes on so, and a microsecond before something does. */
    @Test
    void itIsTheFirstInstantAtWhichNothingRemains() {
        Seeds.each(500, random -> {
            long lost = 1 + random.nextInt(2_591_000) * 1_000L;
            TimeIndicator indicator = outages(down(Duration.ofHours(30), Duration.ofNanos(lost * 1_000)));
            Instant at = after(Duration.ofDays(2));
            Exhaustion found = foretold(indicator, Duration.ofDays(2), DAY, Instant.parse("2199-01-01T00:00:00Z"));
            if (found.outlook() == Outlook.RUNS_OUT) {
                long remaining = 2_592_000_000L - lost;
                long passed =
                        Duration.between(at, found.exhaustedAt().orElseThrow()).toNanos() / 1_000;
                // what burns in a day of 86,400,000,000 µs is lost: passed · lost / day ≥ remaining
                var day = java.math.BigInteger.valueOf(86_400_000_000L);
                var needed = java.math.BigInteger.valueOf(remaining).multiply(day);
                assertThat(java.math.BigInteger.valueOf(passed).multiply(java.math.BigInteger.valueOf(lost)))
                        .isGreaterThanOrEqualTo(needed);
                assertThat(java.math.BigInteger.valueOf(passed - 1).multiply(java.math.BigInteger.valueOf(lost)))
                        .isLessThan(needed);
            }
        });
    }
}
