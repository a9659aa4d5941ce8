package org.itsmkit.problem.trend;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordRef;

/**
 * What a test found.
 *
 * @param code of the test, stable; by {@link Keys#requireCode}
 * @param key what the incidents have in common
 * @param evidence the incidents that show it, by when they were
 * @param numbers what was counted and calculated, by name; a name says what it is, and in which unit
 * @param pValue how probable so much or more is by chance alone, to twelve digits; empty for a test without one
 * @param threshold what was reached or exceeded, or for a test with a p-value what this did not exceed
 * @param sentence all of this in English
 */
public record TrendFinding(
        String code,
        Key key,
        List<RecordRef> evidence,
        Map<String, BigDecimal> numbers,
        Optional<BigDecimal> pValue,
        BigDecimal threshold,
        String sentence) {

    public TrendFinding {
        Keys.requireCode(code, "code");
        Objects.requireNonNull(key, "key");
        evidence = List.copyOf(evidence);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        Objects.requireNonNull(pValue, "pValue");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(sentence, "sentence");
    }
}
