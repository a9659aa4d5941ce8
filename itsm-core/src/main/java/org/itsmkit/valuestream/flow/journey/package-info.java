/**
 * What travelled along a value stream: a journey is one piece of work, with a visit to each step at which it was, in the order of time. Journeys
 * are facts, made of the timelines of tickets, of journals of any kind, or of what a host knows from elsewhere; how long anything took is
 * reckoned of them later, around the clock or in business time. Pure and immutable; nothing is stored.
 */
@NullMarked
package org.itsmkit.valuestream.flow.journey;

import org.jspecify.annotations.NullMarked;
