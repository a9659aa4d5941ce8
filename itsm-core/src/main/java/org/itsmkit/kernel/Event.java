package org.itsmkit.kernel;

/**
 * What happened to a record: a fact, named in the past tense, that stands in its journal for ever. It carries what the decision relied
 * on, so that applying it needs nothing else.
 *
 * @param <R> the record
 */
public sealed interface Event<R> {

    /** The first event of a record. */
    non-sealed interface Genesis<R> extends Event<R> {

        /** Returns the record as it begins. Pure; never fails for an event that a command decided. */
        R begin(Occurrence occurrence);
    }

    /** Any later event. */
    non-sealed interface Change<R> extends Event<R> {

        /** Returns the record as it is after this. Pure; never fails for an event that a command decided. */
        R applyTo(R record, Occurrence occurrence);
    }

    /**
     * Marks events that only those may read who may read what is internal to the provider; others find a gap in the history.
     */
    interface Internal {

        /** Whether this one is internal. */
        boolean isInternal();
    }
}
