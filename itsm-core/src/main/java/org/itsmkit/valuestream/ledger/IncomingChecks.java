package org.itsmkit.valuestream.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.RecordRef;

/** What holds for all that comes in. */
final class IncomingChecks {

    private IncomingChecks() {}

    static void requireSize(Optional<Quantity> size) {
        size.ifPresent(some -> some.requireAmount("a size"));
    }

    static Set<RecordRef> answers(Set<RecordRef> answers, String name) {
        if (answers.size() > Incoming.MOST_ANSWERS) {
            throw new IllegalArgumentException(
                    "at most " + Incoming.MOST_ANSWERS + " records answer " + name + ", not " + answers.size());
        }
        return Collections.unmodifiableSet(new TreeSet<>(answers));
    }

    static void requireOrder(Instant at, Optional<Ending> ending, String name) {
        if (ending.filter(end -> end.at().isBefore(at)).isPresent()) {
            throw new IllegalArgumentException("nothing ends before it came in: " + name);
        }
    }
}
