package org.itsmkit.examples.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Ends where what it reads breaks off, and says afterwards that it did: so all that stands before the break is read. Knows whether the
 * last thing it gave was a line feed.
 */
final class PatientStream extends FilterInputStream {

    private Optional<IOException> breakOff = Optional.empty();
    private boolean endsWithLineFeed = true;

    PatientStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (breakOff.isPresent()) {
            return -1;
        }
        try {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                endsWithLineFeed = bytes[offset + count - 1] == '\n';
            }
            return count;
        } catch (IOException e) {
            breakOff = Optional.of(e);
            return -1;
        }
    }

    /** Why it ended too early; empty if it did not. */
    Optional<IOException> breakOff() {
        return breakOff;
    }

    boolean endsWithLineFeed() {
        return endsWithLineFeed;
    }
}
