package org.itsmkit.kernel;

/**
 * What happened to a record: a fact, named in the past tense, that stands in its journal for ever. It carries what the decision relied
 * on, so that applying it needs nothing else.
 *
 * <p>Every event is either a {@link First} or a {@link Next}; the engine refuses to journal any other.
 *
 * @param <R> the record
 */
public interface Event<R> {

    /** The first event of a record. */
    interface First<R> extends Event<R> {

        /** Returns the record as it begins. Pure; never fails for an event that a command decided. */
        R begin(Occurrence occurrence);
    }

    /** Any later event. */
    interface Next<R> extends Event<R> {

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
