package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;

/**
 * That something is enclosed with a ticket. The kit keeps where it is, and none of its bytes.
 *
 * @param number by which it is taken away again; unique within its ticket, and never used again
 * @param fileName what it is called, 1 to 255 code points
 * @param mediaType such as {@code image/png}, in lower case
 * @param size in bytes; not negative
 * @param location where it is: a URI, or a key that the host understands; the kit never follows it
 * @param sha256 the digest of its bytes as 64 hexadecimal digits in lower case, if anybody calculated it
 * @param isInternal whether it is for the provider's own people alone
 */
public record Attachment(
        int number,
        String fileName,
        String mediaType,
        long size,
        String location,
        Optional<String> sha256,
        boolean isInternal) {

    public Attachment {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(sha256, "sha256");
    }
}
