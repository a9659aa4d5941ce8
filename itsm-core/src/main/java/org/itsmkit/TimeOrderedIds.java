package org.itsmkit;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.time.IdSource;

/**
 * Ids of 32 hexadecimal digits: 12 of the milliseconds since 1970, then 20 by chance. So ids made later sort later, which keeps indexes
 * compact, and nobody can guess one. Safe for use by many threads.
 */
final class TimeOrderedIds implements IdSource {

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public RecordId next() {
        byte[] chance = new byte[10];
        random.nextBytes(chance);
        HexFormat hex = HexFormat.of();
        return RecordId.of(hex.toHexDigits(clock.millis(), 12) + hex.formatHex(chance));
    }
}
