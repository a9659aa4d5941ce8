/**
 * Practices: what an organisation must be able to do, and how well it does. An assessment looks at practices and the other components of a
 * system of services, gathers evidence, and finds at which level each is.
 *
 * <p>Decided here: who assesses what, which evidence was accepted by whom and until when it holds, at which level each component was found,
 * and that somebody else looked at it before that stands. What the 34 practices are stands in {@code catalogue}, by what one sees how they do
 * in {@code measure}, and what levels ask in {@code capability}. Left to the host: who is fit to assess.
 */
@NullMarked
package org.itsmkit.practice;

import org.jspecify.annotations.NullMarked;
