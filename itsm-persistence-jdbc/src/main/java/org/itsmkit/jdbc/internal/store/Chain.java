package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Upkeep;
import org.jspecify.annotations.Nullable;

/** One record's chain while it is verified: the first flaw is kept. For one thread. */
final class Chain {

    private static final int PAYLOAD = JournalTable.HEADER_COLUMNS + 1;
    private static final int SALT = PAYLOAD + JournalTable.PAYLOAD_COLUMNS;
    private static final int DIGEST = SALT + 1;
    private static final int HASH = DIGEST + 1;
    private static final int POSITION = HASH + 1;

    private final String id;
    private final long version;
    private final long recordedAt;
    private final byte[] hash;
    private byte[] previous = JournalChain.start();
    private long sequence;
    private long lastRecordedAt = Long.MIN_VALUE;
    private long lastPosition;
    private boolean unnumbered;
    private final boolean held;
    private final Erasures erasures = new Erasures();
    private @Nullable Flaw flaw;

    /** What is wrong, and from which entry on. */
    record Flaw(long sequence, String reason) {}

    /**
     * A chain that should end as the record says.
     *
     * @param version the record's; 0 if the record is missing
     * @param held whether the record says that it is held
     */
    Chain(String id, long version, long recordedAt, byte[] hash, boolean held) {
        this.id = id;
        this.version = version;
        this.recordedAt = recordedAt;
        this.hash = hash;
        this.held = held;
    }

    String id() {
        return id;
    }

    /** How many entries were read. */
    long length() {
        return sequence;
    }

    Optional<Flaw> flaw() {
        return Optional.ofNullable(flaw);
    }

    /** Goes on to the next entry. */
    void follow(ResultSet row) throws SQLException {
        sequence++;
        if (flaw != null) {
            return;
        }
        long stored = row.getLong(4);
        if (stored != sequence) {
            flaw(
                    Math.min(stored, sequence),
                    stored < sequence ? "an entry that does not belong here" : "the entry is missing");
        } else if (sequence > version) {
            flaw(sequence, version == 0 ? "the record is missing" : "the entry lies beyond the record's version");
        } else {
            check(row);
        }
    }

    private void check(ResultSet row) throws SQLException {
        JournalChain.Header header;
        try {
            header = JournalTable.header(row);
        } catch (IllegalArgumentException e) {
            flaw(sequence, "the entry holds an impossible value");
            return;
        }
        byte[] payload = StoredText.read(row, PAYLOAD).getBytes(StandardCharsets.UTF_8);
        byte[] salt = row.getBytes(SALT);
        byte[] digest = row.getBytes(DIGEST);
        byte[] stored = row.getBytes(HASH);
        Optional<Integer> replacedVersion = JournalTable.replacedVersion(row);
        boolean isErased = salt == null;
        boolean isPlausible = digest != null
                && (isErased
                        ? replacedVersion.isPresent() && !header.name().startsWith(Upkeep.PREFIX)
                        : replacedVersion.isEmpty()
                                && Arrays.equals(
                                        digest, JournalChain.digest(salt, header.by(), header.onBehalfOf(), payload)));
        if (!isPlausible) {
            flaw(sequence, "the payload is not what was written");
            return;
        }
        byte[] expected = JournalChain.hash(previous, header, digest);
        if (!Arrays.equals(expected, stored)) {
            flaw(sequence, "the entry is not what was written");
            return;
        }
        previous = expected;
        if (Micros.of(header.recordedAt()) < lastRecordedAt) {
            flaw(sequence, "the entry was recorded before the one in front of it");
            return;
        }
        lastRecordedAt = Micros.of(header.recordedAt());
        try {
            if (isErased) {
                erasures.erased(header, replacedVersion.orElseThrow(), payload);
            } else {
                erasures.intact(header, payload);
            }
        } catch (StoreException e) {
            flaw(sequence, "the entry holds an impossible value");
            return;
        }
        checkPosition(row);
    }

    /** Positions are given later and so are outside the hash; but they follow the sequence. */
    private void checkPosition(ResultSet row) throws SQLException {
        long position = row.getLong(POSITION);
        boolean none = row.wasNull();
        if (!none && (unnumbered || position <= lastPosition)) {
            flaw(sequence, "the entry's position in the feed does not follow that of the one in front of it");
        }
        unnumbered = none;
        lastPosition = position;
    }

    /** Compares the end with the record. */
    void end() {
        if (flaw != null) {
            return;
        }
        if (sequence < version) {
            flaw(sequence + 1, "the entry is missing");
        } else if (version == 0) {
            flaw(0, "the record's version is not what was written");
        } else if (!Arrays.equals(previous, hash)) {
            flaw(sequence, "the record's hash is not that of its last entry");
        } else if (recordedAt != lastRecordedAt) {
            flaw(sequence, "the record's time is not that of its last entry");
        } else if (erasures.flaw().isPresent()) {
            flaw = erasures.flaw().get();
        } else if (held != erasures.isHeld()) {
            flaw(sequence, "the record's legal hold is not what was written");
        }
    }

    private void flaw(long at, String reason) {
        flaw = new Flaw(at, reason);
    }
}
