package org.itsmkit.valuestream.flow;

import java.util.Objects;

/**
 * Something wrong with a value stream.
 *
 * @param code a stable name of the mistake
 * @param subject the step, the edge or the claim it is about
 * @param sentence what is wrong, for whoever draws it
 */
public record Flaw(Code code, String subject, String sentence) {

    public Flaw {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** The mistakes that are looked for. */
    public enum Code {
        /** It has no name that can be kept. */
        BAD_NAME,
        /** There is no step. */
        NO_STEP,
        /** More steps or edges than are drawn. */
        TOO_LARGE,
        /** Two steps of one name. */
        DUPLICATE_STEP,
        /** An edge, or the beginning, names a step that is not there. */
        UNKNOWN_STEP,
        /** The same edge twice, or the same beginning. */
        DUPLICATE_EDGE,
        /** An edge from a step to itself. */
        LEADS_TO_ITSELF,
        /** Nothing says where work begins. */
        NO_BEGINNING,
        /** A step to which no way leads from a beginning. */
        UNREACHABLE,
        /** A step from which no way leads out of the stream: it goes round for ever. */
        NO_WAY_OUT,
        /** Two steps say that the same is their work. */
        CLAIMED_TWICE
    }
}
