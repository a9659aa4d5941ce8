/**
 * The ground: plain vocabulary that every port speaks. JDK types only; no practice is known here.
 *
 * <p>Types of this package are immutable values and safe for use by many threads.
 */
@NullMarked
package org.itsmkit.spi;

import org.jspecify.annotations.NullMarked;
