/**
 * Availability: how much of the agreed service time a service could be used. Agreed is what a calendar says, less approved maintenance;
 * outages take from it, wholly or by a severity, for all users or for some. Beside it, how often services fail and how long they take to
 * be restored.
 *
 * <p>Everything here is computed from what happened, never counted while it does. Pure, immutable and safe for use by many threads. All
 * intervals are half-open; instants are whole microseconds in the years 1 to 9999, finer digits are cut off towards the past. What decides
 * is exact; what is shown is rounded down.
 */
@NullMarked
package org.itsmkit.servicelevel.availability;

import org.jspecify.annotations.NullMarked;
