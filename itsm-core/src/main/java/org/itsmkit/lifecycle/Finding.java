package org.itsmkit.lifecycle;

import java.util.Objects;

/**
 * Something wrong with a lifecycle.
 *
 * @param code a stable name of the mistake
 * @param subject the status or the row it is about
 * @param sentence what is wrong, for whoever tailors it
 */
public record Finding(Code code, String subject, String sentence) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** The mistakes that are looked for. */
    public enum Code {
        /** A name that is no key. */
        BAD_NAME,
        /** Two statuses of one name. */
        DUPLICATE_STATUS,
        /** A row, or the beginning, names a status that is not declared. */
        UNKNOWN_STATUS,
        /** Two rows for one status and action: the outcome would not be certain. */
        DUPLICATE_ROW,
        /** A status to which no way leads from the beginning. */
        UNREACHABLE,
        /** A status that is not over and from which no way leads to one that is. */
        DEAD_END,
        /** A waiting status that cannot be left for one where work goes on or is done. */
        WAITS_FOR_EVER
    }
}
