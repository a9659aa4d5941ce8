package org.itsmkit.improvement.priority;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is done one after the other, by the same people, the first of it now: and what waiting for all of it costs.
 *
 * @param items in this order; at most {@value #MOST_ITEMS}, no two of one code
 * @param isProven whether no other order of the same costs less
 */
public record Order(List<Candidate> items, boolean isProven) {

    /** The most that is put in order at once. */
    public static final int MOST_ITEMS = 200;

    /** Up to how many the best order is found whatever the profiles are. */
    public static final int MOST_EXACT = 12;

    public Order {
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("at most " + MOST_ITEMS + " are put in order, not " + items.size());
        }
        Set<String> codes = new HashSet<>();
        for (Candidate item : items) {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException("two are called " + item.code());
            }
        }
    }

    /** That order, of which nothing is proven. */
    public static Order of(Candidate... items) {
        return new Order(List.of(items), false);
    }

    /**
     * Returns the order that costs least. Where all cost the same each week that is by cost of delay divided by
     * duration, the greatest first, and proven for any number. Otherwise up to {@value #MOST_EXACT} are tried in every
     * order; of more, neighbours are exchanged as long as that saves something, which is good and not proven. What
     * makes no difference is by code.
     */
    public static Order best(List<Candidate> candidates) {
        List<Candidate> byCd3 = new ArrayList<>(new Order(candidates, false).items);
        byCd3.sort(Comparator.comparing(Candidate::exactCd3).reversed().thenComparing(Candidate::code));
        if (byCd3.stream().allMatch(item -> item.profile() instanceof DelayProfile.Constant)) {
            return new Order(byCd3, true);
        }
        return byCd3.size() <= MOST_EXACT
                ? new Order(EveryOrder.best(byCd3), true)
                : new Order(exchanged(byCd3), false);
    }

    private static List<Candidate> exchanged(List<Candidate> items) {
        boolean isBetter = true;
        for (int round = 0; isBetter && round < MOST_ITEMS; round++) {
            isBetter = false;
            Duration begin = Duration.ZERO;
            for (int i = 0; i + 1 < items.size(); i++) {
                Candidate one = items.get(i);
                Candidate other = items.get(i + 1);
                if (both(begin, other, one).compareTo(both(begin, one, other)) < 0) {
                    Collections.swap(items, i, i + 1);
                    isBetter = true;
                }
                begin = begin.plus(items.get(i).duration());
            }
        }
        return items;
    }

    private static Quotient both(Duration begin, Candidate first, Candidate second) {
        Duration between = begin.plus(first.duration());
        return Delays.cost(first.profile(), between)
                .plus(Delays.cost(second.profile(), between.plus(second.duration())));
    }

    /** When each is there, counted from the beginning, in this order. */
    public List<Duration> finishes() {
        List<Duration> finishes = new ArrayList<>();
        Duration end = Duration.ZERO;
        for (Candidate item : items) {
            end = end.plus(item.duration());
            finishes.add(end);
        }
        return List.copyOf(finishes);
    }

    /**
     * What waiting costs until each is there, all together; worked out exactly, and then rounded, half to even.
     *
     * @param digits how many there are after the point; not negative
     */
    public BigDecimal delayCost(int digits) {
        return exactCost().rounded(digits);
    }

    Quotient exactCost() {
        List<Duration> finishes = finishes();
        Quotient cost = Quotient.ZERO;
        for (int i = 0; i < items.size(); i++) {
            cost = cost.plus(Delays.cost(items.get(i).profile(), finishes.get(i)));
        }
        return cost;
    }

    /** One for each, in this order: when it is there, and what waiting for it costs. */
    public List<String> sentences() {
        List<Duration> finishes = finishes();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Candidate item = items.get(i);
            sentences.add(item.code() + " is there after " + Delays.weeks(finishes.get(i))
                    + " weeks; waiting for it costs "
                    + Delays.cost(item.profile(), finishes.get(i)).rounded(2).toPlainString()
                    + " (cost of delay by duration: "
                    + item.exactCd3().rounded(2).toPlainString() + ").");
        }
        return List.copyOf(sentences);
    }
}
