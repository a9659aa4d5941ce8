/**
 * Service credits: what a provider gives back of its fee when it missed what was agreed. Terms say how much in which tier, what does not count,
 * how several misses come together, and where it ends; the answer says which of that was decisive.
 *
 * <p>Pure, immutable and safe for use by many threads. Money and shares are decimal numbers and exact; an amount is rounded once, at its end. Shares are
 * of 1: {@code 0.999} is 99.9 per cent.
 */
@NullMarked
package org.itsmkit.servicelevel.credit;

import org.jspecify.annotations.NullMarked;
