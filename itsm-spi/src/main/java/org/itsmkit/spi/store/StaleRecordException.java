package org.itsmkit.spi.store;

import org.itsmkit.spi.RecordRef;

/** Somebody else was quicker: a record is not at the version that a commit expects. Nothing was changed. */
public final class StaleRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient RecordRef ref;
    private final long expected;
    private final long actual;

    /**
     * Says which record is at which version.
     *
     * @param actual the version it has now; 0 if it never existed; -1 if that could not be told
     */
    public StaleRecordException(RecordRef ref, long expected, long actual) {
        super(ref + " was expected at version " + expected + " and is at " + (actual < 0 ? "another" : actual));
        this.ref = ref;
        this.expected = expected;
        this.actual = actual;
    }

    /** Which record. */
    public RecordRef ref() {
        return ref;
    }

    /** The version that the commit expected. */
    public long expected() {
        return expected;
    }

    /** The version it has now; 0 if it never existed; -1 if that could not be told. */
    public long actual() {
        return actual;
    }
}
