/** What is in the way of a change among many, beside looking at each of them. */
@NullMarked
package org.itsmkit.benchmarks.changes;

import org.jspecify.annotations.NullMarked;
