/**
 * What comes in of a service's value stream, and what goes out: demand and opportunities on one side, on the other a ledger of outcomes, costs
 * and risks, each for somebody. Value is what stakeholders have of it: outcomes that are supported, and costs and risks they are rid of, against
 * outcomes that are affected, and costs and risks imposed on them. Pure and immutable; nothing is stored. Periods are half-open.
 *
 * <p>Amounts are exact. Those of different units, and of different currencies, are never added up, nor weighed against each other.
 */
@NullMarked
package org.itsmkit.valuestream.ledger;

import org.jspecify.annotations.NullMarked;
