package org.itsmkit.spi.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;

/**
 * The arithmetic of the hash chain that a journal is: each entry's hash covers the one before it, everything the entry says about
 * itself, and a salted digest of what is personal in it: its payload, who did it, and for whom. So these can be erased (the digest stays,
 * the salt goes) and the chain still verifies, while a change to any other byte shows. What stands in the place of what was erased is
 * covered by the entry that says so, an {@link Upkeep.Erased}.
 *
 * <p>All hashes are SHA-256, 32 bytes. Every part is preceded by its length, so that no two entries hash the same bytes. Pure; safe
 * for use by many threads.
 */
public final class JournalChain {

    /** The length of every hash and digest, in bytes. */
    public static final int HASH_LENGTH = 32;

    /** The length of a salt, in bytes. */
    public static final int SALT_LENGTH = 16;

    private static final int FORM = 1;

    private JournalChain() {}

    /**
     * What an entry says about itself, as it is stored.
     *
     * @param name the event's name as stored, not as it may be called now
     * @param version the version of the payload's form as first stored
     * @param by who did it; enters the chain with the payload
     * @param onBehalfOf for whom, if for somebody else; enters the chain with the payload
     */
    public record Header(
            TenantId tenant,
            RecordRef record,
            long sequence,
            String name,
            int version,
            Instant occurredAt,
            Instant recordedAt,
            PersonId by,
            Optional<PersonId> onBehalfOf,
            Cause cause,
            long settingsVersion) {}

    /** The hash in front of a record's first entry. */
    public static byte[] start() {
        return new byte[HASH_LENGTH];
    }

    /** The digest by which a payload, in its stored bytes, enters the chain, together with who did it and for whom. */
    public static byte[] digest(byte[] salt, PersonId by, Optional<PersonId> onBehalfOf, byte[] payload) {
        return new Sum()
                .bytes(salt)
                .text(by.value())
                .text(onBehalfOf.map(PersonId::value).orElse(""))
                .bytes(payload)
                .end();
    }

    /**
     * The digest of what stands in the place of what was erased, which is no secret and has no salt.
     *
     * @param version the version of the form of {@code payload}; 0 if nothing is left
     */
    public static byte[] remainder(PersonId by, Optional<PersonId> onBehalfOf, int version, byte[] payload) {
        byte[] form = ByteBuffer.allocate(Integer.BYTES).putInt(version).array();
        return digest(form, by, onBehalfOf, payload);
    }

    /** The hash of an entry, which covers {@code previous}, the hash of the entry in front of it. */
    public static byte[] hash(byte[] previous, Header header, byte[] digest) {
        return new Sum()
                .number(FORM)
                .bytes(previous)
                .text(header.tenant().value())
                .text(header.record().kind())
                .text(header.record().id().value())
                .number(header.sequence())
                .text(header.name())
                .number(header.version())
                .number(Micros.of(header.occurredAt()))
                .number(Micros.of(header.recordedAt()))
                .text(header.cause().name())
                .text(header.cause().record().map(RecordRef::toString).orElse(""))
                .number(header.cause().sequence())
                .number(header.settingsVersion())
                .bytes(digest)
                .end();
    }

    private static final class Sum {

        private final MessageDigest digest;

        Sum() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        Sum bytes(byte[] part) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            digest.update(part);
            return this;
        }

        Sum text(String part) {
            return bytes(part.getBytes(StandardCharsets.UTF_8));
        }

        Sum number(long part) {
            return bytes(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
        }

        byte[] end() {
            return digest.digest();
        }
    }
}
