/** Business time beside its peers. */
@NullMarked
package org.itsmkit.benchmarks.calendar;

import org.jspecify.annotations.NullMarked;
