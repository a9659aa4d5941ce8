package org.itsmkit.problem.analysis;

import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * Something that is missing in an analysis, or wrong with it. It does not prevent that the analysis is kept and gone on with.
 *
 * @param code stable, for programs and translations; by {@link Keys#requireCode}
 * @param where which part of the analysis, such as {@code 1.2} for the second answer below the first; empty for the whole
 * @param sentence what it is, in English
 */
public record Finding(String code, String where, String sentence) {

    public Finding {
        Keys.requireCode(code, "code");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(sentence, "sentence");
    }
}
