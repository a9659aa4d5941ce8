package org.itsmkit.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.task.Task;

/** One piece of all that a store keeps of a tenant; see {@link TenantArchive#export} for their order. */
public sealed interface ArchiveItem {

    /**
     * The last number that was given of a series.
     *
     * @param series its name
     * @param last the number; those after it are free
     */
    record Number(String series, long last) implements ArchiveItem {
        public Number {
            Objects.requireNonNull(series, "series");
            if (last < 0) {
                throw new IllegalArgumentException("a series begins with 1, so its last number is not " + last);
            }
        }
    }

    /**
     * A record, whose entries follow.
     *
     * @param record which
     * @param version how many entries follow; at least 1
     * @param recordedAt when the last of them was recorded
     * @param value the record, of its kind's class; empty if it was deleted
     * @param isHeld whether a legal hold is on it
     */
    record Kept(RecordRef record, long version, Instant recordedAt, Optional<Object> value, boolean isHeld)
            implements ArchiveItem {
        public Kept {
            Objects.requireNonNull(record, "record");
            if (version < 1) {
                throw new IllegalArgumentException("a record has a version of at least 1, not " + version);
            }
            Objects.requireNonNull(recordedAt, "recordedAt");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * An entry of the journal of the record in front of it.
     *
     * @param entry what happened
     * @param link its place in the hash chain; empty from a store that has none
     */
    record Entry(JournalEntry entry, Optional<Link> link) implements ArchiveItem {
        public Entry {
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * An entry as it stands in a hash chain, in its stored form; bytes in hexadecimal digits.
     *
     * @param name the event's name as stored
     * @param version the version of the payload's form as first stored
     * @param replacedVersion the version of the form of what stands there since it was erased; 0 if nothing is left of it
     * @param payload the stored text
     * @param salt empty if it was erased
     * @param digest what enters the chain
     * @param hash covers the chain up to here
     */
    record Link(
            String name,
            int version,
            Optional<Integer> replacedVersion,
            String payload,
            Optional<String> salt,
            String digest,
            String hash) {}

    /** A command that was carried out once. */
    record Command(CommandKey key) implements ArchiveItem {
        public Command {
            Objects.requireNonNull(key, "key");
        }
    }

    /** A task that is not yet done. */
    record Pending(Task task) implements ArchiveItem {
        public Pending {
            Objects.requireNonNull(task, "task");
        }
    }
}
