package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Values as JSON text, within limits: at most 200 levels deep and 32 MiB long. */
final class JsonText {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_LENGTH = 32 << 20;

    // Not the default pool, which leaves buffers behind in the host's threads.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newBoundedPool(16))
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(4L * MAX_LENGTH)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // Without this, a character beyond U+FFFF takes twelve bytes, and a lone surrogate is written as if it were
            // one.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonText() {}

    static <T> String of(Codec<T> codec, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        // Written as bytes: that writer escapes lone surrogates, which no database keeps.
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            codec.write(value, out);
        }
        if (bytes.size() > MAX_LENGTH) {
            throw new UnreadableException(
                    "a text of " + bytes.size() + " bytes is too long; at most " + MAX_LENGTH + " are kept");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static <T> T read(Codec<T> codec, String text) throws IOException {
        try (JsonParser in = FACTORY.createParser(text)) {
            in.nextToken();
            T value = codec.read(in);
            if (in.nextToken() != null) {
                throw new UnreadableException("something follows the end of the value");
            }
            return value;
        } catch (NumberFormatException e) {
            // As the parser says of a number that is well-formed and yet none that there is.
            throw new UnreadableException("a number is beyond all that can be read", e);
        }
    }
}
