package org.itsmkit.service.function;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.itsmkit.spi.GroupId;

/**
 * That the shift of one team ends while another's goes on.
 *
 * @param from whose ends
 * @param to whose goes on; of several the one that began last, and of those the first by its id
 * @param at when: the end of the shift that ends, at which it is not there any longer
 * @param overlap for how long both were there before; zero if the one began when the other ended
 */
public record HandOver(GroupId from, GroupId to, Instant at, Duration overlap) {

    /** By time, then by who hands over. */
    static final Comparator<HandOver> ORDER = Comparator.comparing(HandOver::at)
            .thenComparing(handOver -> handOver.from().value());

    public HandOver {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(at, "at");
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("an overlap is not negative: " + overlap);
        }
    }

    /** Whether nobody can tell the other anything: there is no moment at which both are there. */
    public boolean isBlind() {
        return overlap.isZero();
    }
}
