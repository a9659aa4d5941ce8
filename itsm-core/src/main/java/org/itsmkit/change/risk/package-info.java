/**
 * How risky a change is. Several look at it, each by itself: a matrix of likelihood and impact, rules by its fields, a questionnaire, how the
 * changes of the team went before. What they say comes to one level, and to sentences that tell what decided.
 *
 * <p>Pure, immutable and safe for use by many threads; whole numbers throughout. Whatever is worse never makes a change less risky: matrices and
 * thresholds by which it would are refused.
 */
@NullMarked
package org.itsmkit.change.risk;

import org.jspecify.annotations.NullMarked;
