/**
 * What can be measured of changes after the fact: how they went, how long it took until somebody decided, and how quickly and safely what
 * people make reaches those who use it. Everything here is computed from values that a host makes of its records, never counted while it
 * happens. Pure and immutable; nothing is stored. Periods are half-open.
 *
 * <p>What belongs to which period: a change to that in which it was made or cancelled, a decision to that in which it was taken, a
 * restoration to that in which the service was back. What is not over yet belongs to none, so a report of March stays as it is.
 *
 * <p>Shares say of how many what part, and of nothing there is none: where no change was made no rate is 0, and none is 100 per cent.
 */
@NullMarked
package org.itsmkit.change.measure;

import org.jspecify.annotations.NullMarked;
