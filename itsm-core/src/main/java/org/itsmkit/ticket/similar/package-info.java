/**
 * What two tickets have in common, in points and with reasons: what is told twice, and what is known already, are found by it.
 */
@NullMarked
package org.itsmkit.ticket.similar;

import org.jspecify.annotations.NullMarked;
