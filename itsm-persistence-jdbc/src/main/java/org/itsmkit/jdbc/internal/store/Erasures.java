package org.itsmkit.jdbc.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.jdbc.internal.json.Json;
import org.itsmkit.spi.store.JournalChain;
import org.itsmkit.spi.store.Upkeep;

/**
 * Compares what was erased of one record's journal with what its entries say was erased: whatever has no salt must be what some later
 * entry says of it, and whatever an entry says was erased must not be back. For one thread.
 */
final class Erasures {

    private static final Json JSON = new Json();
    private static final String NOTHING = HexFormat.of()
            .formatHex(JournalChain.remainder(
                    Custody.NOBODY,
                    Optional.empty(),
                    JournalTable.NOTHING_LEFT,
                    Custody.NOTHING.getBytes(StandardCharsets.UTF_8)));

    private final Map<Long, String> found = new HashMap<>();
    private final Map<Long, String> told = new HashMap<>();
    private long firstIntact = Long.MAX_VALUE;
    private long purgedAt;
    private boolean held;

    /** Takes an entry that has no salt. */
    void erased(JournalChain.Header header, int version, byte[] payload) {
        found.put(
                header.sequence(),
                HexFormat.of().formatHex(JournalChain.remainder(header.by(), header.onBehalfOf(), version, payload)));
    }

    /** Takes an entry that is as it was written. */
    void intact(JournalChain.Header header, byte[] payload) {
        String name = header.name();
        if (!name.startsWith(Upkeep.PREFIX)) {
            firstIntact = Math.min(firstIntact, header.sequence());
        } else if (name.equals("itsm:erased")) {
            // A store without a chain told no digests: there is nothing to compare.
            read(payload).entries().stream()
                    .filter(entry -> !entry.digest().isEmpty())
                    .forEach(entry -> told.put(entry.sequence(), entry.digest()));
        } else if (name.equals("itsm:purged")) {
            purgedAt = header.sequence();
        } else {
            held = name.equals("itsm:held");
        }
    }

    private static Upkeep.Erased read(byte[] payload) {
        return JSON.read(Upkeep.Erased.class, new String(payload, StandardCharsets.UTF_8), "an erasure");
    }

    /** Whether the last entry about a legal hold put one on the record. */
    boolean isHeld() {
        return held;
    }

    /** The first entry that does not fit, once all were taken. */
    Optional<Chain.Flaw> flaw() {
        TreeMap<Long, String> flaws = new TreeMap<>();
        if (firstIntact < purgedAt) {
            flaws.put(firstIntact, "the entry was purged and is back");
        }
        told.forEach((sequence, digest) -> {
            if (sequence > purgedAt && !found.containsKey(sequence)) {
                flaws.put(sequence, "the entry was erased and is back");
            }
        });
        found.forEach((sequence, digest) -> {
            String expected = sequence < purgedAt ? NOTHING : told.get(sequence);
            if (expected == null) {
                flaws.put(sequence, "the entry was erased, and no entry says so");
            } else if (!expected.equals(digest)) {
                flaws.put(sequence, "what stands in the place of what was erased is not what was written");
            }
        });
        return Optional.ofNullable(flaws.firstEntry()).map(flaw -> new Chain.Flaw(flaw.getKey(), flaw.getValue()));
    }
}
