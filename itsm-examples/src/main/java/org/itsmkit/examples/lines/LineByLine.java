package org.itsmkit.examples.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.BiConsumer;

/** Answers lines of JSON, each for itself: what is wrong with one is its answer, and the others are answered all the same. For one thread. */
public final class LineByLine {

    /** Some editors put it before the first line; files put together have it before others too. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader FIRST_VALUE =
            JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final BiConsumer<Fields, ObjectNode> answer;
    private int errors;

    /** Lines of which {@code answer} says what it has to say into an object; what it throws is told with the line. */
    public LineByLine(BiConsumer<Fields, ObjectNode> answer) {
        this.answer = answer;
    }

    /** Answers every line that is not blank; returns 0 if all were answered, 1 if some were not. */
    public int answer(InputStream lines, PrintWriter out) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String question = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!question.isBlank()) {
                    out.println(to(question));
                }
            }
        }
        out.flush();
        return errors == 0 ? 0 : 1;
    }

    /** How many lines had no answer. */
    public int errors() {
        return errors;
    }

    /** Returns the answer to {@code line}, or what is wrong with it, as a line of JSON with the id of the line as far as it can be read. */
    public String to(String line) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode json = JSON.readTree(line);
            said.set("id", json.path("id").isMissingNode() ? JsonNodeFactory.instance.nullNode() : json.path("id"));
            if (!json.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            answer.accept(new Fields(json), said);
        } catch (JsonProcessingException e) {
            said.set("id", idOf(line));
            wrong(said, "no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            wrong(said, String.valueOf(e.getMessage()));
        }
        return said.toString();
    }

    private void wrong(ObjectNode said, String what) {
        errors++;
        said.put("error", what);
    }

    /** The id of a line that is no JSON to its end, if it comes before what is wrong. */
    private static JsonNode idOf(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    JsonToken value = parser.nextToken();
                    if (name.equals("id") && value != null && value.isScalarValue()) {
                        return FIRST_VALUE.readTree(parser);
                    }
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // what is wrong is told already
        }
        return JsonNodeFactory.instance.nullNode();
    }
}
