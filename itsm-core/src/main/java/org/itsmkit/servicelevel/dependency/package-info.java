/**
 * How available a service is by what it depends on. A graph says what each service or component needs: all of some, any of some, so many of
 * some. From the windows in which components were down follows exactly when the service was; from probabilities follows how available it
 * would be if components failed independently of each other.
 *
 * <p>Pure, immutable and safe for use by many threads. Circles are refused; long chains do no harm.
 */
@NullMarked
package org.itsmkit.servicelevel.dependency;

import org.jspecify.annotations.NullMarked;
