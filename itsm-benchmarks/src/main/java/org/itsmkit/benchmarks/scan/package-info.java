/** Service levels over many incidents, beside the bare sums that they cannot do without. */
@NullMarked
package org.itsmkit.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
