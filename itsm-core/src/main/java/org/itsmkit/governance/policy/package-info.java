/**
 * Policies as hooks: what an organisation wants of whatever is done, written down with an owner and a date of review, and from the moment
 * on that somebody else enacts it asked of every command of every room.
 */
@NullMarked
package org.itsmkit.governance.policy;

import org.jspecify.annotations.NullMarked;
