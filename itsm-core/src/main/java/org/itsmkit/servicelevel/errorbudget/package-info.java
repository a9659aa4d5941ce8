/**
 * Error budgets: what an objective leaves to go wrong, how much of it is gone, how fast it goes, when it will be gone, and what then follows
 * for changes. An indicator says what was good and what was bad, be it time or events.
 *
 * <p>Pure, immutable and safe for use by many threads. What decides is exact; what is shown is rounded down. The terms and the arithmetic are those
 * of site reliability engineering as Google's <em>Site Reliability Engineering</em> (2016), chapters 3 and 4, and <em>The Site Reliability
 * Workbook</em> (2018), chapters 2 and 5, describe them.
 */
@NullMarked
package org.itsmkit.servicelevel.errorbudget;

import org.jspecify.annotations.NullMarked;
