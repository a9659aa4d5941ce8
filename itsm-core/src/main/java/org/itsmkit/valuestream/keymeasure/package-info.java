/**
 * The key measures of practices, computed of records of all rooms: which function gives the figure of which measure. Pure; nothing is stored,
 * and nothing is counted while it happens.
 *
 * <p>What a period has is said by each function: as a rule what began, was resolved or was made in it, at its beginning or later and before
 * its end. Shares are exact; medians are those of {@link org.itsmkit.kernel.DurationStatistics}.
 */
@NullMarked
package org.itsmkit.valuestream.keymeasure;

import org.jspecify.annotations.NullMarked;
