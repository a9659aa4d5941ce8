package org.itsmkit.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.store.StoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P11: texts that are made to hurt who reads them are refused, or read as what they are, without ado. */
class JsonBombTest {

    private final Json json = new Json();

    /** Something to read into. */
    public record Crate(
            String name, BigDecimal weight, int pieces, Map<String, FieldValue> labels, Optional<Crate> inside) {}

    private static String crate(String name, String weight, String pieces, String labels) {
        return "{\"name\":" + name + ",\"weight\":" + weight + ",\"pieces\":" + pieces + ",\"labels\":" + labels + "}";
    }

    static Stream<Map.Entry<String, String>> bombs() {
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("deep arrays", "[".repeat(1_000_000));
        bombs.put("deep objects", "{\"inside\":".repeat(1_000_000));
        bombs.put("deep in a component", crate("\"a\"", "1", "1", "[".repeat(1_000_000)));
        bombs.put("deep in an unknown component", "{\"colour\":" + "[".repeat(1_000_000));
        bombs.put(
                "deep lists of values",
                crate("\"a\"", "1", "1", "{\"x\":" + "{\"@type\":\"ListOf\",\"values\":[".repeat(100_000)));
        bombs.put("a million digits", crate("\"a\"", "9".repeat(1_000_000), "1", "{}"));
        bombs.put("a million digits of a whole number", crate("\"a\"", "1", "9".repeat(1_000_000), "{}"));
        bombs.put("a whole number with an exponent", crate("\"a\"", "1", "1e999999999", "{}"));
        bombs.put("an exponent beyond every integer", crate("\"a\"", "1e99999999999999999999", "1", "{}"));
        bombs.put("not a number", crate("\"a\"", "NaN", "1", "{}"));
        bombs.put("infinity", crate("\"a\"", "-Infinity", "1", "{}"));
        bombs.put("a component twice", crate("\"a\"", "1", "1", "{},\"name\":\"b\""));
        bombs.put(
                "a key twice",
                crate(
                        "\"a\"",
                        "1",
                        "1",
                        "{\"x\":{\"@type\":\"Flag\",\"value\":true},\"x\":{\"@type\":\"Flag\",\"value\":false}}"));
        bombs.put(
                "a type twice",
                crate("\"a\"", "1", "1", "{\"x\":{\"@type\":\"Flag\",\"@type\":\"Text\",\"value\":true}}"));
        bombs.put(
                "a class by name",
                crate("\"a\"", "1", "1", "{\"x\":{\"@type\":\"java.lang.ProcessBuilder\",\"value\":[]}}"));
        bombs.put(
                "a class as another library would name it",
                "{\"@class\":\"javax.script.ScriptEngineManager\",\"name\":\"a\"}");
        bombs.put("a hundred thousand unknown components", "{" + "\"c\":1,".repeat(100_000) + "\"name\":\"a\"}");
        bombs.put("something after the end", crate("\"a\"", "1", "1", "{}") + "[".repeat(100_000));
        bombs.put("half a text", "{\"name\":\"" + "x".repeat(1_000_000));
        bombs.put("half an escape", "{\"name\":\"\\ud83");
        bombs.put("nothing", "");
        bombs.put("NULs", "\0".repeat(1_000));
        bombs.put("a byte order mark", "\ufeff\ufeff{}");
        bombs.put("a comment", "/* " + "x".repeat(100_000) + " */ {}");
        return bombs.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void isRefusedWithAWord(Map.Entry<String, String> bomb) {
        UnaryOperator<Map<String, Object>> asItIs = tree -> tree;
        assertThatExceptionOfType(StoreException.class)
                .as(bomb.getKey())
                .isThrownBy(() -> json.read(Crate.class, bomb.getValue(), "crate 1"))
                .withMessageStartingWith("crate 1 cannot be read")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
        assertThatExceptionOfType(StoreException.class)
                .as("upcast: %s", bomb.getKey())
                .isThrownBy(() -> json.read(Crate.class, bomb.getValue(), asItIs::apply, "crate 1"))
                .withMessageStartingWith("crate 1 cannot be")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
    }

    /** What is a number is kept as that very number, and never written out. */
    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "-1E-999999999", "0E+999999999", "1E+2147483647"})
    void aNumberOfManyZerosStaysShort(String number) {
        Crate crate = json.read(Crate.class, crate("\"a\"", number, "1", "{}"), "crate 1");

        String text = json.write(Crate.class, crate, "crate 1");

        assertThat(text).hasSizeLessThan(200);
        assertThat(json.read(Crate.class, text, "crate 1")).isEqualTo(crate);
        assertThat(crate.weight()).isEqualTo(new BigDecimal(number));
    }
}
