/**
 * Continual improvement: what might become better is written down in one register, and goes from there in seven steps,
 * each of which asks for what the one before it brought: what for, where one stands, where one wants to be, how to get
 * there, doing it, whether one got there, and how it stays so.
 *
 * <p>Decided here: that nobody aims without having measured, nobody acts without a plan that has owners and dates,
 * nobody says that it helped without having measured again, and nobody closes what nobody looks after. Left to people:
 * what is worth doing, and whether the numbers mean what they seem to mean. Left to others: the records in which the
 * work itself is done, which are known by reference alone.
 */
@NullMarked
package org.itsmkit.improvement;

import org.jspecify.annotations.NullMarked;
