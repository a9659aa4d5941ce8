/**
 * How other tools work service level clocks, as values: their metrics and policies, to move a help desk without moving its deadlines, or to
 * see what would move. Each says on what it rests; where versions of a tool disagree, which it follows.
 */
@NullMarked
package org.itsmkit.servicelevel.preset;

import org.jspecify.annotations.NullMarked;
