package org.itsmkit.servicelevel.errorbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.errorbudget.Samples.START;
import static org.itsmkit.servicelevel.errorbudget.Samples.THIRTY_DAYS;
import static org.itsmkit.servicelevel.errorbudget.Samples.THREE_NINES;
import static org.itsmkit.servicelevel.errorbudget.Samples.after;
import static org.itsmkit.servicelevel.errorbudget.Samples.decimal;
import static org.itsmkit.servicelevel.errorbudget.Samples.down;
import static org.itsmkit.servicelevel.errorbudget.Samples.outages;
import static org.itsmkit.servicelevel.errorbudget.Samples.requests;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.availability.AffectedUsers;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.servicelevel.availability.Weighting;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    private static final BigDecimal UNITS_PER_MINUTE = new BigDecimal(60_000_000L * 1_000_000L);

    private static BigDecimal minutes(BigDecimal units) {
        return units.divide(UNITS_PER_MINUTE);
    }

    @Nested
    class OfTime {

        @Test
        void byHand() {
            TimeIndicator indicator = outages(down(Duration.ofHours(5), Duration.ofMinutes(27)));
            ErrorBudget budget = ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(Duration.ofDays(10)))
                    .orElseThrow();

            // 30 · 24 · 60 · 0.001 = 43.2 minutes, of which 27 are gone: 16.2 remain, 16.2 / 43.2 = 0.375
            assertThat(minutes(budget.allowed())).isEqualByComparingTo("43.2");
            assertThat(minutes(budget.consumed())).isEqualByComparingTo("27");
            assertThat(minutes(budget.remaining())).isEqualByComparingTo("16.2");
            assertThat(budget.remainingShare(3)).isEqualTo(decimal("0.375"));
            assertThat(budget.isSpent()).isFalse();
            assertThat(budget.isBelow(decimal("0.375"))).isFalse();
            assertThat(budget.isBelow(decimal("0.3750000000000001"))).isTrue();
        }

        @Test
        void whatGoesOnHasConsumedWhatItDidUntilNow() {
            TimeIndicator indicator = outages(Outage.ongoing("INC1", after(Duration.ofHours(5)), OutageCause.PROVIDER));
            ErrorBudget budget = ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(Duration.ofHours(6)))
                    .orElseThrow();

            assertThat(minutes(budget.consumed())).isEqualByComparingTo("60");
            assertThat(minutes(budget.remaining())).isEqualByComparingTo("-16.8");
            // −16.8 / 43.2 = −0.3888…, rounded away from zero
            assertThat(budget.remainingShare(3)).isEqualTo(decimal("-0.389"));
            assertThat(budget.isOverspent()).isTrue();
        }

        @Test
        void exactlyAllIsGoneAndTheObjectiveMet() {
            TimeIndicator indicator = outages(down(Duration.ZERO, Duration.ofSeconds(2_592)));
            ErrorBudget budget = ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, THIRTY_DAYS.toExclusive())
                    .orElseThrow();

            assertThat(budget.remaining()).isEqualByComparingTo("0");
            assertThat(budget.isSpent()).isTrue();
            assertThat(budget.isOverspent()).isFalse();
        }

        @Test
        void beforeThePeriodAllIsLeftAndAfterItNothingChanges() {
            TimeIndicator indicator = outages(down(Duration.ofHours(5), Duration.ofMinutes(27)));
            assertThat(ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, START.minusSeconds(60))
                            .orElseThrow()
                            .remainingShare(2))
                    .isEqualTo(decimal("1.00"));
            assertThat(ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(Duration.ofDays(99))))
                    .isEqualTo(ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, THIRTY_DAYS.toExclusive()));
        }

        @Test
        void whereNoServiceIsAgreedThereIsNoBudget() {
            TimeIndicator never = TimeIndicator.of(AgreedServiceTime.of(OpenWindows.of(List.of())), List.of());
            assertThat(ErrorBudget.of(THREE_NINES, never, THIRTY_DAYS, after(Duration.ofDays(1))))
                    .isEmpty();
        }

        @Test
        void usersAreWeightedExactly() {
            Outage third = down(Duration.ZERO, Duration.ofMinutes(30)).withAffected(AffectedUsers.of(1));
            TimeIndicator indicator =
                    new TimeIndicator(AgreedServiceTime.always(), List.of(third), new Weighting(OptionalLong.of(3)));
            ErrorBudget budget = ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(Duration.ofDays(1)))
                    .orElseThrow();

            // 30 user minutes of 3 · 43.2
            assertThat(minutes(budget.consumed())).isEqualByComparingTo("30");
            assertThat(minutes(budget.allowed())).isEqualByComparingTo("129.6");
        }
    }

    @Nested
    class OfEvents {

        @Test
        void byHand() {
            // 100,000 requests so far, of which 40 are bad: 100 may be
            EventIndicator indicator = requests(200, 4, 0, 10);
            ErrorBudget budget = ErrorBudget.of(THREE_NINES, indicator, THIRTY_DAYS, after(Duration.ofMinutes(100)))
                    .orElseThrow();

            assertThat(budget.allowed()).isEqualByComparingTo("100");
            assertThat(budget.remaining()).isEqualByComparingTo("60");
            assertThat(indicator).hasToString("40 of 200000 events bad");
        }

        @Test
        void withoutEventsThereIsNoBudget() {
            assertThat(ErrorBudget.of(THREE_NINES, requests(0, 0, 0, 0), THIRTY_DAYS, after(Duration.ofDays(1))))
                    .isEmpty();
            assertThat(ErrorBudget.of(THREE_NINES, requests(10, 0, 0, 0), THIRTY_DAYS, START))
                    .isEmpty();
        }

        @Test
        void tooManyAreRefused() {
            EventCount half = new EventCount(START, 0, Long.MAX_VALUE / 2 + 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventIndicator.of(List.of(half, half)))
                    .withMessageContaining("events");
        }

        @Test
        void asManyAsCanBeCountedAreNotTooMany() {
            EventCount half = new EventCount(START, 0, Long.MAX_VALUE / 2);
            EventIndicator most = EventIndicator.of(List.of(half, half, new EventCount(START, 1, 1)));

            assertThat(most.tally(START, after(Duration.ofMinutes(1))))
                    .isEqualTo(Tally.of(Long.MAX_VALUE - 1, Long.MAX_VALUE));
        }

        @Test
        void theyAreWhatIsCountedOneByOne() {
            Seeds.each(300, random -> {
                List<EventCount> counts = new ArrayList<>();
                for (int i = random.nextInt(40); i > 0; i--) {
                    long total = random.nextInt(100);
                    counts.add(new EventCount(
                            START.plusSeconds(random.nextInt(60)), random.nextInt((int) total + 1), total));
                }
                Instant from = START.plusSeconds(random.nextInt(60));
                Instant to = from.plusSeconds(random.nextInt(30));
                long bad = 0;
                long total = 0;
                for (EventCount count : counts) {
                    if (!count.at().isBefore(from) && count.at().isBefore(to)) {
                        bad += count.total() - count.good();
                        total += count.total();
                    }
                }
                assertThat(EventIndicator.of(counts).tally(from, to)).isEqualTo(Tally.of(bad, total));
            });
        }
    }

    @Test
    void nonsenseIsRefused() {
        for (String target : new String[] {"0", "1", "1.5", "-0.1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Objective.of(target))
                    .withMessageContaining("above 0 and below 1");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Objective.of("much"));
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorBudget(THREE_NINES, Tally.NOTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventCount(START, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventCount(START, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(1, 0, 0, 0).tally(START, START.minusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> outages().tally(START, START.minusSeconds(1)));
    }

    /** The budget of agreed time is what somebody finds who looks at every minute. */
    @Test
    void timeIsWhatIsCountedMinuteByMinute() {
        Seeds.each(200, random -> {
            int length = 300;
            boolean[] agreed = new boolean[length];
            boolean[] down = new boolean[length];
            List<Window> hours = new ArrayList<>();
            List<Outage> outages = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int from = random.nextInt(length - 1);
                int to = from + 1 + random.nextInt(length - from);
                boolean isOutage = i > 2;
                for (int minute = from; minute < to; minute++) {
                    (isOutage ? down : agreed)[minute] = true;
                }
                Window window = new Window(after(Duration.ofMinutes(from)), after(Duration.ofMinutes(to)));
                if (isOutage) {
                    outages.add(down(Duration.ofMinutes(from), window.length()));
                } else {
                    hours.add(window);
                }
            }
            int now = random.nextInt(length);
            long bad = 0;
            long total = 0;
            for (int minute = 0; minute < length; minute++) {
                total += agreed[minute] ? 1 : 0;
                bad += agreed[minute] && down[minute] && minute < now ? 1 : 0;
            }
            ErrorBudget budget = ErrorBudget.of(
                            Objective.of("0.75"),
                            TimeIndicator.of(AgreedServiceTime.of(OpenWindows.of(hours)), outages),
                            new Window(START, after(Duration.ofMinutes(length))),
                            after(Duration.ofMinutes(now)))
                    .orElseThrow();
            assertThat(minutes(budget.consumed())).isEqualByComparingTo(BigDecimal.valueOf(bad));
            assertThat(minutes(budget.allowed()).multiply(BigDecimal.valueOf(4)))
                    .isEqualByComparingTo(BigDecimal.valueOf(total));
            assertThat(budget.isOverspent()).isEqualTo(4 * bad > total);
            assertThat(budget.isSpent()).isEqualTo(4 * bad >= total);
        });
    }
}
