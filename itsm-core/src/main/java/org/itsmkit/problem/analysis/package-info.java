/**
 * Cause analysis: why something happened, kept as data with rules. Five whys, cause-and-effect diagrams, fault trees, is / is-not matrices,
 * brainstorming, chronologies and Pareto counts each say what is missing in them, and which {@linkplain org.itsmkit.problem.analysis.CauseCandidate
 * causes} come out of them, with how much confidence and on what evidence. A root cause is claimed of what came out, and of nothing else.
 *
 * <p>Pure, immutable and safe for use by many threads. Probabilities and amounts are decimal numbers and exact where nothing else is said.
 */
@NullMarked
package org.itsmkit.problem.analysis;

import org.jspecify.annotations.NullMarked;
