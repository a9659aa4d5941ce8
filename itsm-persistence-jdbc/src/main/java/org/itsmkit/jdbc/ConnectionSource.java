package org.itsmkit.jdbc;

import java.sql.Connection;
import java.util.Optional;

/**
 * Tells the store of the transaction that the host has open in the calling thread, so that the store's commits join it.
 *
 * <p>The store never commits, rolls back, closes or alters such a connection: it sets a savepoint, and goes back to it when it
 * refuses. What it stored is kept if and only if the host commits. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface ConnectionSource {

    /** A host that never lends a transaction. */
    ConnectionSource NONE = Optional::empty;

    /**
     * Returns the connection of the host's transaction in the calling thread, with autocommit off; empty if none is open, and the
     * store then opens one of its own.
     */
    Optional<Connection> current();
}
