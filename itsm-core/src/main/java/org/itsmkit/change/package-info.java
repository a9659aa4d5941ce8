/**
 * Change enablement: making the most of changes that succeed, by seeing to it that risks are weighed and that somebody has said yes.
 *
 * <p>Decided here, so far: how a change is drafted, authorised by somebody other than its requester, implemented and closed. Left to the
 * host: how the change is in fact made.
 */
@NullMarked
package org.itsmkit.change;

import org.jspecify.annotations.NullMarked;
