/**
 * Problem management: finding out why incidents happen, so that they need not happen again, or at least so that what helps is known.
 *
 * <p>Decided here: how a problem goes from being logged to being closed, that a root cause comes out of an analysis and not out of the
 * air, what happens when a risk is accepted instead, and that a problem is looked back on before it is closed. Left to the host: which
 * trends are looked for, and when.
 */
@NullMarked
package org.itsmkit.problem;

import org.jspecify.annotations.NullMarked;
