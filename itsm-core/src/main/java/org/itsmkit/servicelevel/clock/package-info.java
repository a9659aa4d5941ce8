/**
 * Service level clocks: what was promised of a record, and how much of the time for it is used. A clock is computed of a timeline, never
 * counted: live state, repair, what-if, report and explanation are the same function, {@link
 * org.itsmkit.servicelevel.clock.ServiceLevelClock#evaluate}.
 *
 * <p>A {@linkplain org.itsmkit.servicelevel.clock.Metric metric} says when a clock starts, pauses and stops, by conditions; a {@linkplain
 * org.itsmkit.servicelevel.clock.Target target} says how much time there is, in which unit; a {@linkplain
 * org.itsmkit.servicelevel.clock.ClockPolicy policy} says what tools disagree about. Everything is pure, immutable and safe for use by many
 * threads; arithmetic is on whole microseconds.
 */
@NullMarked
package org.itsmkit.servicelevel.clock;

import org.jspecify.annotations.NullMarked;
