/**
 * Meetings of change advisory boards: people come together, hear what is to be changed, and say what they think of it, one change after
 * the other.
 *
 * <p>Decided here: who is asked to come and who is there, what stands on the agenda and in which order, what was said of each change by
 * whom, and that nobody goes home before each was voted on or put off. Left to changes: what follows from the votes, and whose own change
 * it is; a meeting knows them by reference alone. Left to the host: where people meet, and how they are invited.
 *
 * <p>A vote is for what is to be decided as it was when it was put on the agenda; what has changed since is put there anew.
 */
@NullMarked
package org.itsmkit.change.cab;

import org.jspecify.annotations.NullMarked;
