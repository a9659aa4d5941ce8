/**
 * Known errors: what is understood to be wrong, or at least what helps against it, written down so that the next who meets it need not
 * search again.
 *
 * <p>Decided here: how a known error goes from being identified to being fixed and retired, what its workaround is and whether anybody
 * verified it, which changes are to fix it, and which known errors an incident may be an instance of. Left to the host: what is told to
 * customers, and in which words.
 */
@NullMarked
package org.itsmkit.knownerror;

import org.jspecify.annotations.NullMarked;
