/** Contracts that every provider of a port keeps, as tests to inherit. */
@NullMarked
package org.itsmkit.testkit;

import org.jspecify.annotations.NullMarked;
