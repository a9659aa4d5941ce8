package org.itsmkit.improvement.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is done first, against every order there is. */
class OrderTest {

    private static final Candidate BIG = Candidate.of("big", CostOfDelay.of(6, 3, 1), weeks(5));
    private static final Candidate SMALL = Candidate.of("small", CostOfDelay.of(2, 1, 0), weeks(1));
    private static final Candidate DULL = Candidate.of("dull", CostOfDelay.of(1, 0, 1), weeks(4));

    private static Duration weeks(int weeks) {
        return Duration.ofDays(7L * weeks);
    }

    /**
     * Cost of delay by duration: big 10/5 = 2, small 3/1 = 3, dull 2/4 = 0.5. Small is there after 1 week and costs
     * 3·1, big after 6 and 10·6, dull after 10 and 2·10: 83. Big first would cost 10·5 + 3·6 + 2·10 = 88.
     */
    @Test
    void whatCostsMostForEachWeekThatItTakesComesFirst() {
        Order best = Order.best(List.of(DULL, BIG, SMALL));

        assertThat(best.items()).containsExactly(SMALL, BIG, DULL);
        assertThat(best.isProven()).isTrue();
        assertThat(best.delayCost(2)).isEqualByComparingTo("83");
        assertThat(best.finishes()).containsExactly(weeks(1), weeks(6), weeks(10));
        assertThat(Order.of(BIG, SMALL, DULL).delayCost(2)).isEqualByComparingTo("88");
        assertThat(best.sentences())
                .containsExactly(
                        "small is there after 1 weeks; waiting for it costs 3.00 (cost of delay by duration: 3.00).",
                        "big is there after 6 weeks; waiting for it costs 60.00 (cost of delay by duration: 2.00).",
                        "dull is there after 10 weeks; waiting for it costs 20.00 (cost of delay by duration: 0.50).");
    }

    /**
     * The largest value first (big, small, dull) costs 88, the shortest first (small, dull, big) 3·1 + 2·5 + 10·10 =
     * 113: neither is as good as the quotient.
     */
    @Test
    void neitherValueNorShortnessAloneIsAsGood() {
        assertThat(Order.of(SMALL, DULL, BIG).delayCost(0)).isEqualByComparingTo("113");
    }

    @Test
    void whatMakesNoDifferenceIsByCode() {
        Candidate other = Candidate.of("another", CostOfDelay.of(6, 0, 0), weeks(2));

        assertThat(Order.best(List.of(SMALL, other)).items()).containsExactly(other, SMALL);
        assertThat(Order.best(List.of()).items()).isEmpty();
        assertThat(Order.best(List.of()).delayCost(2)).isEqualByComparingTo("0");
    }

    /** Until six weeks nothing, at eight a fine of 100 and two weeks of 10: 120. */
    @Test
    void aDeadlineCostsNothingUntilItHasPassed() {
        DelayProfile deadline = new DelayProfile.Deadline(weeks(6), BigDecimal.valueOf(100), CostOfDelay.of(10, 0, 0));

        assertThat(deadline.costOf(weeks(6))).isEqualByComparingTo("0");
        assertThat(deadline.costOf(weeks(8))).isEqualByComparingTo("120");
        assertThat(deadline.costOf(weeks(6).plusNanos(1))).isGreaterThanOrEqualTo(BigDecimal.valueOf(100));
    }

    /** 10 a week at first, nothing after 4: 10·(2 − 4/8) = 15 after two weeks, 10·4/2 = 20 after four and for ever. */
    @Test
    void whatDecaysCostsNoMoreInTheEnd() {
        DelayProfile decaying = new DelayProfile.Decaying(CostOfDelay.of(10, 0, 0), weeks(4));

        assertThat(decaying.costOf(Duration.ZERO)).isEqualByComparingTo("0");
        assertThat(decaying.costOf(weeks(2))).isEqualByComparingTo("15");
        assertThat(decaying.costOf(weeks(4))).isEqualByComparingTo("20");
        assertThat(decaying.costOf(weeks(400))).isEqualByComparingTo("20");
    }

    /**
     * A fine of 100 after one week, 3 a week, and one week each: by cost of delay divided by duration what has a
     * deadline would come last and cost 3·1 + 100, in time it costs 3·2.
     */
    @Test
    void whatHasADeadlineComesInTime() {
        Candidate audit = new Candidate(
                "audit",
                new DelayProfile.Deadline(weeks(1), BigDecimal.valueOf(100), CostOfDelay.of(0, 0, 0)),
                weeks(1));

        Order best = Order.best(List.of(SMALL, audit));

        assertThat(best.items()).containsExactly(audit, SMALL);
        assertThat(best.isProven()).isTrue();
        assertThat(best.delayCost(2)).isEqualByComparingTo("6");
    }

    @Provide
    Arbitrary<Candidate> constant() {
        return candidates(costs().map(DelayProfile::constant));
    }

    @Provide
    Arbitrary<Candidate> anything() {
        Arbitrary<Duration> within = Arbitraries.integers().between(1, 40).map(Duration::ofDays);
        return candidates(Arbitraries.oneOf(
                costs().map(DelayProfile::constant),
                Combinators.combine(within, Arbitraries.integers().between(0, 50), costs())
                        .as((by, fine, cost) -> new DelayProfile.Deadline(by, BigDecimal.valueOf(fine), cost)),
                Combinators.combine(costs(), within).as(DelayProfile.Decaying::new)));
    }

    private static Arbitrary<CostOfDelay> costs() {
        return Arbitraries.integers().between(0, 12).map(cost -> CostOfDelay.of(cost, 0, 1));
    }

    private static Arbitrary<Candidate> candidates(Arbitrary<? extends DelayProfile> profiles) {
        return Combinators.combine(profiles, Arbitraries.integers().between(1, 30))
                .as((profile, days) -> new Candidate("some", profile, Duration.ofDays(days)));
    }

    private static List<Candidate> numbered(List<Candidate> some) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> new Candidate(
                        "n" + i, some.get(i).profile(), some.get(i).duration()))
                .toList();
    }

    @Property(tries = 15)
    void whereAllCostTheSameEachWeekNoOrderIsBetter(@ForAll List<@From("constant") Candidate> some) {
        assertNoneIsBetter(numbered(some.subList(0, Math.min(7, some.size()))));
    }

    @Property(tries = 40)
    void whateverTheProfilesAreNoOrderIsBetter(@ForAll List<@From("anything") Candidate> some) {
        assertNoneIsBetter(numbered(some.subList(0, Math.min(6, some.size()))));
    }

    /** Every order tried, and its cost added up by somebody who knows of no profiles but of what each says it costs. */
    private static void assertNoneIsBetter(List<Candidate> some) {
        Order best = Order.best(some);

        assertThat(best.isProven()).isTrue();
        assertThat(best.items()).containsExactlyInAnyOrderElementsOf(some);
        Quotient least = everyOrder(some).stream()
                .map(order -> new Order(order, false).exactCost())
                .min(Comparator.naturalOrder())
                .orElse(Quotient.ZERO);
        assertThat(best.exactCost()).isEqualByComparingTo(least);
        BigDecimal added = BigDecimal.ZERO;
        Duration end = Duration.ZERO;
        for (Candidate item : best.items()) {
            end = end.plus(item.duration());
            added = added.add(item.profile().costOf(end));
        }
        assertThat(best.delayCost(6).subtract(added).abs()).isLessThan(new BigDecimal("0.000001"));
    }

    private static List<List<Candidate>> everyOrder(List<Candidate> some) {
        if (some.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Candidate>> orders = new ArrayList<>();
        for (Candidate first : some) {
            List<Candidate> others = new ArrayList<>(some);
            others.remove(first);
            for (List<Candidate> rest : everyOrder(others)) {
                List<Candidate> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    /** Of more than twelve nothing is proven, and no two neighbours are the wrong way round. */
    @Property(tries = 20)
    void ofManyNoNeighboursAreTheWrongWayRound(@ForAll List<@From("anything") Candidate> some) {
        List<Candidate> many = new ArrayList<>(some.subList(0, Math.min(15, some.size())));
        while (many.size() < 14) {
            many.add(new Candidate(
                    "more",
                    new DelayProfile.Decaying(CostOfDelay.of(many.size(), 1, 1), Duration.ofDays(30)),
                    Duration.ofDays(1 + many.size() * 7L % 11)));
        }
        Order best = Order.best(numbered(many));

        for (int i = 0; i + 1 < best.items().size(); i++) {
            List<Candidate> swapped = new ArrayList<>(best.items());
            Collections.swap(swapped, i, i + 1);
            assertThat(new Order(swapped, false).exactCost()).isGreaterThanOrEqualTo(best.exactCost());
        }
    }

    @Test
    void whatCannotBePutInOrderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.of(SMALL, SMALL))
                .withMessageContaining("small");
        assertThatIllegalArgumentException().isThrownBy(() -> CostOfDelay.of(-1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Candidate.of("now", CostOfDelay.of(1, 0, 0), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DelayProfile.Decaying(CostOfDelay.of(1, 0, 0), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DelayProfile.Deadline(Duration.ofDays(40_000), BigDecimal.ONE, CostOfDelay.of(1, 0, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.profile().costOf(Duration.ofDays(-1)));
        List<Candidate> tooMany = IntStream.rangeClosed(0, Order.MOST_ITEMS)
                .mapToObj(i -> Candidate.of("n" + i, CostOfDelay.of(1, 0, 0), weeks(1)))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> Order.best(tooMany));
    }
}
