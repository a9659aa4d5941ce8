/**
 * How a kind of record is described to a store: its name, its type, its events by stable name, the fields
 * it is found by, and its links.
 */
@NullMarked
package org.itsmkit.spi.record;

import org.jspecify.annotations.NullMarked;
