package org.itsmkit.service.warranty;

import java.util.Objects;
import org.itsmkit.kernel.Inputs;

/**
 * What was found about one thing that was wanted.
 *
 * @param what what was looked at: a facet in lower case, or the code of an aim
 * @param verdict what is to be said of it
 * @param sentence why, in English, with what was wanted and what was found
 */
public record Finding(String what, Verdict verdict, String sentence) {

    public Finding {
        Objects.requireNonNull(verdict, "verdict");
        if (!Inputs.saysSomething(what) || !Inputs.saysSomething(sentence)) {
            throw new IllegalArgumentException("a finding says what was looked at, and what was found");
        }
    }

    static Finding of(WarrantyFacet facet, Verdict verdict, String sentence) {
        return new Finding(facet.text(), verdict, sentence);
    }

    /** Nobody knows enough to say it. */
    static Finding unknown(WarrantyFacet facet, String sentence) {
        return of(facet, Verdict.UNKNOWN, sentence);
    }

    /** Met if it {@code holds}. */
    static Finding of(WarrantyFacet facet, boolean holds, String sentence) {
        return of(facet, holds ? Verdict.MET : Verdict.FAILED, sentence);
    }
}
