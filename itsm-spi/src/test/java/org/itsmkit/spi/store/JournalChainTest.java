package org.itsmkit.spi.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.JournalChain.Header;
import org.junit.jupiter.api.Test;

/** The chain's bytes are fixed for ever: hashes that stores hold depend on them. */
class JournalChainTest {

    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] PAYLOAD = "{\"title\":\"Tür\"}".getBytes(UTF_8);

    private static final Header HEADER = new Header(
            TenantId.of("acme"),
            RecordRef.parse("repair/door"),
            7,
            "described",
            2,
            Instant.parse("2026-03-02T08:00:00.000001Z"),
            Instant.parse("2026-03-02T08:00:01Z"),
            PersonId.of("anna"),
            Optional.of(PersonId.of("dora.méndez")),
            Cause.of("reaction:close", RecordRef.parse("repair/house"), 3),
            5);

    /** Made once with Python's {@code hashlib} and {@code struct.pack('>i', …)}, not with this code. */
    private static final String GOLDEN_DIGEST = "855beef8eb686f2c1feb5fd7826dfe976f32712953c1df0a2b395fe07ec0841c";

    /** Made in the same way, of {@link #HEADER} behind {@link JournalChain#start}. */
    private static final String GOLDEN_HASH = "43b538ad274257432625c0e0bdb74bc4f598946e6643dbc124fad08b80a91fda";

    private static byte[] digest(byte[] salt, byte[] payload) {
        return JournalChain.digest(salt, HEADER.by(), HEADER.onBehalfOf(), payload);
    }

    @Test
    void theDigestOfAPayloadIsFixed() {
        assertThat(HexFormat.of().formatHex(digest(SALT, PAYLOAD))).isEqualTo(GOLDEN_DIGEST);
    }

    @Test
    void theHashOfAnEntryIsFixed() {
        byte[] hash = JournalChain.hash(JournalChain.start(), HEADER, digest(SALT, PAYLOAD));

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(GOLDEN_HASH);
    }

    @Test
    void theHashIsThatOfItsPartsEachBehindItsLength() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        number(out, 1);
        part(out, new byte[32]);
        part(out, "acme".getBytes(UTF_8));
        part(out, "repair".getBytes(UTF_8));
        part(out, "door".getBytes(UTF_8));
        number(out, 7);
        part(out, "described".getBytes(UTF_8));
        number(out, 2);
        number(out, 1_772_438_400_000_001L);
        number(out, 1_772_438_401_000_000L);
        part(out, "reaction:close".getBytes(UTF_8));
        part(out, "repair/house".getBytes(UTF_8));
        number(out, 3);
        number(out, 5);
        part(out, digest(SALT, PAYLOAD));

        assertThat(JournalChain.hash(JournalChain.start(), HEADER, digest(SALT, PAYLOAD)))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static void part(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(8);
        out.writeLong(number);
    }

    @Test
    void everyPartCounts() {
        byte[] digest = digest(SALT, PAYLOAD);
        Set<String> hashes = new HashSet<>();
        List<Header> headers = List.of(
                HEADER,
                with(HEADER, TenantId.of("acme2"), HEADER.record()),
                with(HEADER, HEADER.tenant(), RecordRef.parse("repairs/door")),
                with(HEADER, HEADER.tenant(), RecordRef.parse("repair/door1")),
                with(HEADER, HEADER.tenant(), RecordRef.parse("repaird/oor")),
                header(8, "described", 2, 0, 0, "anna", "dora", HEADER.cause(), 5),
                header(7, "noted", 2, 0, 0, "anna", "dora", HEADER.cause(), 5),
                header(7, "described", 3, 0, 0, "anna", "dora", HEADER.cause(), 5),
                header(7, "described", 2, 1, 0, "anna", "dora", HEADER.cause(), 5),
                header(7, "described", 2, 0, 1, "anna", "dora", HEADER.cause(), 5),
                header(7, "described", 2, 0, 0, "annad", "ora", HEADER.cause(), 5),
                header(7, "described", 2, 0, 0, "anna", "", HEADER.cause(), 5),
                header(7, "described", 2, 0, 0, "anna", "dora", Cause.COMMAND, 5),
                header(7, "described", 2, 0, 0, "anna", "dora", Cause.of("reaction:close"), 5),
                header(7, "described", 2, 0, 0, "anna", "dora", cause("repair/house", 4), 5),
                header(7, "described", 2, 0, 0, "anna", "dora", cause("repair/hous", 3), 5),
                header(7, "described", 2, 0, 0, "anna", "dora", HEADER.cause(), 6));
        headers.forEach(header -> hashes.add(hex(JournalChain.hash(
                JournalChain.start(), header, JournalChain.digest(SALT, header.by(), header.onBehalfOf(), PAYLOAD)))));
        hashes.add(hex(JournalChain.hash(new byte[31], HEADER, digest)));
        hashes.add(hex(JournalChain.hash(digest, HEADER, digest)));
        hashes.add(hex(JournalChain.hash(JournalChain.start(), HEADER, digest(PAYLOAD, SALT))));

        assertThat(hashes).hasSize(headers.size() + 3);
    }

    @Property(tries = 300)
    void everyByteOfThePayloadCounts(@ForAll byte[] payload, @ForAll int chosen, @ForAll byte change) {
        if (payload.length == 0 || change == 0) {
            return;
        }
        byte[] touched = payload.clone();
        touched[Math.floorMod(chosen, payload.length)] ^= change;

        assertThat(digest(SALT, touched)).isNotEqualTo(digest(SALT, payload));
    }

    @Property(tries = 300)
    void noPartRunsIntoTheNext(@ForAll byte[] salt, @ForAll byte[] payload) {
        byte[] longer = new byte[salt.length + 1];
        System.arraycopy(salt, 0, longer, 0, salt.length);
        byte[] joined = concat(longer, payload);
        byte[] shifted = new byte[joined.length - salt.length];
        System.arraycopy(joined, salt.length, shifted, 0, shifted.length);

        assertThat(digest(salt, shifted)).isNotEqualTo(digest(longer, payload));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Cause cause(String record, long sequence) {
        return Cause.of("reaction:close", RecordRef.parse(record), sequence);
    }

    private static Header with(Header header, TenantId tenant, RecordRef record) {
        return new Header(
                tenant,
                record,
                header.sequence(),
                header.name(),
                header.version(),
                header.occurredAt(),
                header.recordedAt(),
                header.by(),
                header.onBehalfOf(),
                header.cause(),
                header.settingsVersion());
    }

    private static Header header(
            long sequence,
            String name,
            int version,
            long occurred,
            long recorded,
            String by,
            String onBehalfOf,
            Cause cause,
            long settings) {
        return new Header(
                TenantId.of("acme"),
                RecordRef.parse("repair/door"),
                sequence,
                name,
                version,
                Instant.ofEpochSecond(occurred),
                Instant.ofEpochSecond(recorded),
                PersonId.of(by),
                Optional.of(onBehalfOf).filter(text -> !text.isEmpty()).map(PersonId::of),
                cause,
                settings);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
