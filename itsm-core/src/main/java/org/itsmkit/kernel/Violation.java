package org.itsmkit.kernel;

import java.util.Map;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * One thing that stands against a command.
 *
 * @param code stable, for programs and translations; by {@link Keys#requireCode}
 * @param arguments what a translation may mention
 * @param sentence what is wrong, in English
 */
public record Violation(String code, Map<String, String> arguments, String sentence) {

    public Violation {
        Keys.requireCode(code, "code");
        arguments = Map.copyOf(arguments);
        Objects.requireNonNull(sentence, "sentence");
    }

    /** A violation without arguments. */
    public static Violation of(String code, String sentence) {
        return new Violation(code, Map.of(), sentence);
    }

    /** A violation with one argument. */
    public static Violation of(String code, String name, String value, String sentence) {
        return new Violation(code, Map.of(name, value), sentence);
    }
}
