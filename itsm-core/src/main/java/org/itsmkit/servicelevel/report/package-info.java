/**
 * What can be said of many service level clocks, or of one that was late: how often promises were kept, how long things took, how old is
 * what is open, where all promises are kept and nobody is satisfied, who used the time that there was, and whether what teams and
 * suppliers promise is enough for what is promised to a customer.
 *
 * <p>Figures are {@link java.util.stream.Collector}s: they read a stream once, and {@link org.itsmkit.servicelevel.report.By} makes any of
 * them one by groups. Everything here is computed from what is given, never counted while it happens. Pure, immutable and safe for use by
 * many threads. All intervals are half-open. What decides is exact; what is shown is rounded down.
 *
 * <p>The mean times to acknowledge, to repair and to restore are those of {@link org.itsmkit.incident.measure.Measure}.
 */
@NullMarked
package org.itsmkit.servicelevel.report;

import org.jspecify.annotations.NullMarked;
