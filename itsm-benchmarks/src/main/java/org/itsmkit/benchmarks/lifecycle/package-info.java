/** One guarded transition, beside the quickest that can be and beside machines of states. */
@NullMarked
package org.itsmkit.benchmarks.lifecycle;

import org.jspecify.annotations.NullMarked;
