package org.itsmkit.spi.notice;

/**
 * Takes messages out to people. Each notice is handed over at least once, after what it tells was committed.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Notifier {

    /**
     * Delivers {@code notice}. May be called again with the same {@link Notice#key}, to be told apart by it.
     *
     * @throws RuntimeException if it could not be delivered; it comes again later
     */
    void deliver(Notice notice);
}
