/**
 * A kind of record of a host's own: requests to facilities management, such as a desk to be moved or a meeting room to be mended. Nothing
 * here is known to the kit; it is put together from the same parts as the kit's own rooms, and registered with {@code
 * Itsm.builder().kind(...)}.
 *
 * <p>What a host writes: the record, its commands and events, its lifecycle and rules, and their definition. What it gets: storage,
 * journal, numbers, assignment, holds, comments, links, custom fields, notices, queries, and every check that a command meets.
 */
@NullMarked
package org.itsmkit.examples.facilities;

import org.jspecify.annotations.NullMarked;
