/**
 * What is measured of a value stream, from the journeys along it: how long work takes and how much of that is work, how much of it is under way,
 * where it waits, how often it comes back, and what would be gained if it were otherwise. Pure and immutable; nothing is stored. Periods are
 * half-open.
 *
 * <p>What belongs to which period: a journey to that in which it ended, with all of its times; a visit to that in which it ended; a step that is
 * taken to that in which the work arrives. Work under way, and what waits, is measured of that part of it which lies in the period. What is
 * known of a period when it has ended does not change later, but for whether work came back that was handed on.
 *
 * <p>Shares and averages are exact fractions; only what is shown is rounded, and down. Of nothing there is none.
 */
@NullMarked
package org.itsmkit.valuestream.flow.measure;

import org.jspecify.annotations.NullMarked;
