/**
 * What incidents, problems, changes and requests share: one value that each of them holds, with its own commands and events.
 *
 * <p>Decided here: who asked and who works on it, how pressing it is, where it stands and since when, what it waits for, what was
 * said, what it is linked with, and what the tenant has added in custom fields. Left to each room: how a record begins, what its
 * lifecycle is, and what it means to be done. Left to the host: who the people are, and how they are told.
 */
@NullMarked
package org.itsmkit.ticket;

import org.jspecify.annotations.NullMarked;
