/**
 * How well a practice is done, as far as somebody has shown it. Five levels, each with criteria; a level is reached if all of its criteria
 * and of those below it are met by evidence, and evidence grows old. The levels and what they ask are ours: they follow the usual staircase
 * of capability models, in which a practice is first done, then planned, then defined, then measured, then made better.
 *
 * <p>Pure: the moment is an argument, nothing is stored. Records of assessments stand in {@code org.itsmkit.practice}.
 */
@NullMarked
package org.itsmkit.practice.capability;

import org.jspecify.annotations.NullMarked;
