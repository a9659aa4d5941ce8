/**
 * The change calendar: what is planned when, what of it gets in the way of what, when there is room for more, and which services will be out
 * meanwhile. Changes, freezes and maintenance windows are values; how configuration items hang together is asked of the host by a small port.
 *
 * <p>Pure and immutable: no clock, no locale, no default zone, nothing is stored. All windows are half-open, so what ends when something else
 * begins is not in its way. Instants are whole microseconds.
 */
@NullMarked
package org.itsmkit.change.schedule;

import org.jspecify.annotations.NullMarked;
