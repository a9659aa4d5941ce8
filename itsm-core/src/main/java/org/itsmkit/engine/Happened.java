package org.itsmkit.engine;

import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;

/**
 * An event and what it made of a record.
 *
 * @param event what happened
 * @param occurrence when and through whom
 * @param before the record before it; empty if it began with it
 * @param after the record after it
 */
public record Happened<R>(Event<R> event, Occurrence occurrence, Optional<R> before, R after) {}
