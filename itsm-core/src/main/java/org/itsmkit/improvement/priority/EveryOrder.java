package org.itsmkit.improvement.priority;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best of all orders, without trying each (Held and Karp 1962): what the last of some costs depends on how long all
 * of them take together and on no order, so that the best for some is found from the best for all but one of them.
 */
final class EveryOrder {

    private EveryOrder() {}

    /** The best order of these; of those that cost the same, one that is near to theirs. */
    static List<Candidate> best(List<Candidate> items) {
        int sets = 1 << items.size();
        Duration[] lengths = new Duration[sets];
        Quotient[] costs = new Quotient[sets];
        int[] last = new int[sets];
        lengths[0] = Duration.ZERO;
        costs[0] = Quotient.ZERO;
        for (int set = 1; set < sets; set++) {
            int lowest = Integer.numberOfTrailingZeros(set);
            lengths[set] = lengths[set & (set - 1)].plus(items.get(lowest).duration());
            last[set] = -1;
            for (int i = items.size() - 1; i >= 0; i--) {
                if ((set & (1 << i)) != 0) {
                    Quotient cost =
                            costs[set ^ (1 << i)].plus(Delays.cost(items.get(i).profile(), lengths[set]));
                    if (last[set] < 0 || cost.compareTo(costs[set]) < 0) {
                        costs[set] = cost;
                        last[set] = i;
                    }
                }
            }
        }
        List<Candidate> backwards = new ArrayList<>();
        for (int set = sets - 1; set != 0; set ^= 1 << last[set]) {
            backwards.add(items.get(last[set]));
        }
        Collections.reverse(backwards);
        return backwards;
    }
}
