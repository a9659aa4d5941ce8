package org.itsmkit.spi.store;

import org.itsmkit.spi.RecordRef;

/** A legal hold stands in the way. Nothing was changed. */
public final class LegalHoldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient RecordRef ref;

    /** Says which record is held. */
    public LegalHoldException(RecordRef ref) {
        super("a legal hold is on " + ref);
        this.ref = ref;
    }

    /** Which record. */
    public RecordRef ref() {
        return ref;
    }
}
