/**
 * Whether a service is worth something to those who use it, from what is known of it. Utility is what it does: it supports outcomes that
 * its customers want, or removes what holds them back. Warranty is how well it does that: available, large enough, recoverable and secure,
 * as it was promised. Without either there is no value; and what nobody knows is never taken for good.
 *
 * <p>Pure, immutable and safe for use by many threads; nothing is stored, and the moment is an argument.
 */
@NullMarked
package org.itsmkit.service.warranty;

import org.jspecify.annotations.NullMarked;
