/**
 * What is measured before and after something was done, and whether it helped: more than a difference that chance makes
 * by itself.
 *
 * <p>Both tests take observations to be independent of each other and each period to be one of the same kind
 * throughout. What breaks that breaks them: a trend that was there before (what falls anyway falls after, too),
 * seasons, observations that come in clusters, another load or another way to measure after than before, and a
 * beginning that was chosen because things were at their worst (they get better then whatever is done). None of that
 * can be seen from the numbers alone; it is for people to say.
 */
@NullMarked
package org.itsmkit.improvement.measure;

import org.jspecify.annotations.NullMarked;
