package org.itsmkit.change.risk;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * How an earlier change of the team went.
 *
 * @param name what people call it, such as its number; by {@link Keys#requireName}
 * @param at when it was done
 * @param marks all that became of it; none if nothing did
 */
public record PastChange(String name, Instant at, Set<Mark> marks) {

    /** What became of a change, with the points that it usually counts for. */
    public enum Mark {
        /** It went as it should: +3. */
        SUCCESSFUL(3),
        /** It succeeded, but not smoothly: −2. */
        SUCCESSFUL_WITH_ISSUES(-2),
        /** It was taken back: −5. */
        BACKED_OUT(-5),
        /** It did not succeed: −10. */
        FAILED(-10),
        /** An incident came of it: −5. */
        CAUSED_INCIDENT(-5),
        /** Nobody had allowed it: −2. */
        UNAUTHORISED(-2);

        private final int usualPoints;

        Mark(int usualPoints) {
            this.usualPoints = usualPoints;
        }

        int usualPoints() {
            return usualPoints;
        }
    }

    public PastChange {
        Keys.requireName(name, "name");
        at = Micros.truncate(at);
        marks = Collections.unmodifiableSet(new TreeSet<>(marks));
    }

    /** A change that this became of. */
    public static PastChange of(String name, Instant at, Mark first, Mark... more) {
        Objects.requireNonNull(first, "first");
        Set<Mark> marks = new TreeSet<>(Set.of(more));
        marks.add(first);
        return new PastChange(name, at, marks);
    }
}
