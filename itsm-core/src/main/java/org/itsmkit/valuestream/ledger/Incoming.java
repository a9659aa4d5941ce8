package org.itsmkit.valuestream.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.RecordRef;

/** What sets a value stream going: a {@link Demand} or an {@link Opportunity}. */
public sealed interface Incoming permits Demand, Opportunity {

    /** The most records that answer one. */
    int MOST_ANSWERS = 100;

    /** What it is called, one name for each in a ledger. */
    String name();

    /** From whom. */
    Stakeholder stakeholder();

    /** For which service, if that is known. */
    Optional<ServiceId> forService();

    /** How large it is; empty if nobody measured it. */
    Optional<Quantity> size();

    /** When it came in. */
    Instant at();

    /** The records by which it is answered: requests, changes, problems. */
    Set<RecordRef> answers();

    /** What became of it; empty while it is open. */
    Optional<Ending> ending();

    /** Whether somebody does something about it: a record answers it, or it has ended. */
    default boolean isAnswered() {
        return !answers().isEmpty() || ending().isPresent();
    }

    /** Whether it has ended in that way. */
    default boolean hasEnded(Ending.How how) {
        return ending().filter(end -> end.how() == how).isPresent();
    }
}
