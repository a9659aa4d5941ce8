package org.itsmkit.approval;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.itsmkit.spi.Texts;

/**
 * A short text that stands for some content: another content has another one.
 *
 * <p>It is SHA-256 (FIPS 180-4) of all names and values in UTF-8, in their order, each behind its length in four bytes, the highest first. As
 * every length is told, no two contents are written alike: what begins a value cannot end the name before it.
 *
 * @param parts names with values, in order; a name may come again, and no value is something else than an empty one
 */
public record ContentDigest(List<Part> parts) {

    /** A name with its value; each may be empty, and is {@linkplain Texts#requireStorable storable}. */
    public record Part(String name, String value) {
        public Part {
            Texts.requireStorable(name, "name");
            Texts.requireStorable(value, "value");
        }
    }

    public ContentDigest {
        parts = List.copyOf(parts);
    }

    /** Nothing yet. */
    public static ContentDigest empty() {
        return new ContentDigest(List.of());
    }

    /** Returns this with one more value behind all others. */
    public ContentDigest with(String name, String value) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, value));
        return new ContentDigest(more);
    }

    /** Returns the digest: 64 digits of {@code 0-9 a-f}. */
    public String hex() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            write(part.name(), bytes);
            write(part.value(), bytes);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(String text, ByteArrayOutputStream bytes) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }
}
