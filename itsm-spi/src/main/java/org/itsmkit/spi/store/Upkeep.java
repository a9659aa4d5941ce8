package org.itsmkit.spi.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.Texts;
import org.itsmkit.spi.record.EventType;

/**
 * What was done to a record's keeping, not to the record: entries of these stand in journals of every kind and leave the record as it
 * is. They are written by a {@link Custodian} alone, are never erased, and who did it stays with them. Their names begin with {@link
 * #PREFIX}, as no event of a kind may.
 */
public sealed interface Upkeep {

    /** What the names of these begin with. */
    String PREFIX = "itsm:";

    /** The greatest length of a reason, in characters. */
    int MAX_REASON = 1_000;

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("itsm:erased", Erased.class),
                EventType.of("itsm:held", Held.class),
                EventType.of("itsm:released", Released.class),
                EventType.of("itsm:purged", Purged.class),
                EventType.of("itsm:gone", Gone.class));
    }

    /** The name and type of {@code upkeep}. */
    static EventType<?> typeOf(Upkeep upkeep) {
        return types().stream()
                .filter(type -> type.type() == upkeep.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static String requireReason(String reason) {
        Texts.requireStorable(reason, "reason");
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON + " characters and is not blank");
        }
        return reason;
    }

    /**
     * Personal data was taken out of entries; what they were stays with nobody.
     *
     * @param components the names of the components that were erased; empty if only ids of persons were
     * @param entries which entries, and what stands there now
     * @param reason why; never what was erased
     */
    record Erased(Set<String> components, List<Replaced> entries, String reason) implements Upkeep {
        public Erased {
            components = Set.copyOf(components);
            entries = List.copyOf(entries);
            requireReason(reason);
        }
    }

    /**
     * An entry that was erased.
     *
     * @param sequence its place in the journal
     * @param digest the {@link JournalChain#remainder} of what stands there now, in hexadecimal digits; empty in a store without a chain
     */
    record Replaced(long sequence, String digest) {
        public Replaced {
            Objects.requireNonNull(digest, "digest");
        }
    }

    /** A legal hold was put on the record: nothing of it may be erased until it is released. */
    record Held(String reason) implements Upkeep {
        public Held {
            requireReason(reason);
        }
    }

    /** The legal hold was lifted. */
    record Released(String reason) implements Upkeep {
        public Released {
            requireReason(reason);
        }
    }

    /** The record was deleted, and all that had happened to it is gone. */
    record Purged(String reason) implements Upkeep {
        public Purged {
            requireReason(reason);
        }
    }

    /** Something happened here, and what it was is gone. Stands in the place of every event of a purged record. */
    record Gone() implements Upkeep {}
}
