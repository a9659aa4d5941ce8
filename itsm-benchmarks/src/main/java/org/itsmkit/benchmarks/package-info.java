/** What the kit costs, measured. */
@NullMarked
package org.itsmkit.benchmarks;

import org.jspecify.annotations.NullMarked;
