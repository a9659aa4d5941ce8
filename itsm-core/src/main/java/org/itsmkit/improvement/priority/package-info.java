/**
 * What to do first: by what each week of waiting costs, and how long each thing takes.
 *
 * <p>Where waiting costs the same each week, the order by cost of delay divided by duration loses least of all orders
 * (Smith, Various optimizers for single-stage production, 1956). D. Reinertsen (The Principles of Product Development
 * Flow, 2009) calls it weighted shortest job first, WSJF; others call the quotient CD3, for cost of delay divided by
 * duration. Frameworks that give points in place of money and weeks use the same rule on relative numbers: then the
 * order means something, and the sums do not.
 */
@NullMarked
package org.itsmkit.improvement.priority;

import org.jspecify.annotations.NullMarked;
