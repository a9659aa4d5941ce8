/**
 * Trends among incidents: what comes back, what comes more often than before, what fails at ever shorter intervals. Each
 * {@linkplain org.itsmkit.problem.trend.TrendTest test} says how often it raises an alarm where there is nothing; what is found is proposed as a problem,
 * one for each configuration item, category or whatever else incidents are compared by, with the incidents that show it.
 *
 * <p>Pure, immutable and safe for use by many threads. The same incidents give the same answer on every machine, in whatever order they come.
 */
@NullMarked
package org.itsmkit.problem.trend;

import org.jspecify.annotations.NullMarked;
