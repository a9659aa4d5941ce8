package org.itsmkit.jdbc.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/** Eight bytes that tell whether the rows of an index are still those that belong to a record; 0 if there are none. */
final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of rows in their order; records as their own text. */
    static long of(Collection<?> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object row : rows) {
                byte[] text = row.toString().getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                digest.update(text);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
