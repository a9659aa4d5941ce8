package org.itsmkit.examples.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Ends where what it reads breaks off, and says afterwards that it did: so all that stands before the break is read, to the last byte.
 * Knows whether the last thing it gave was a line feed. For one thread.
 */
final class PatientStream extends FilterInputStream {

    private final Opener opener;
    private Optional<IOException> breakOff = Optional.empty();
    private boolean endsWithLineFeed = true;
    private boolean isSlow;
    private long given;

    /** Opens the same stream each time. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    PatientStream(Opener opener) throws IOException {
        super(opener.open());
        this.opener = opener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (breakOff.isEmpty()) {
            try {
                int count = in.read(bytes, offset, isSlow ? Math.min(1, length) : length);
                if (count > 0) {
                    endsWithLineFeed = bytes[offset + count - 1] == '\n';
                    given += count;
                }
                return count;
            } catch (IOException e) {
                if (isSlow) {
                    breakOff = Optional.of(e);
                } else {
                    // What was unpacked before the break is lost with the call that meets it: from here on, byte by
                    // byte.
                    isSlow = true;
                    in.close();
                    in = opener.open();
                    in.skipNBytes(given);
                }
            }
        }
        return -1;
    }

    /** Why it ended too early; empty if it did not. */
    Optional<IOException> breakOff() {
        return breakOff;
    }

    boolean endsWithLineFeed() {
        return endsWithLineFeed;
    }
}
