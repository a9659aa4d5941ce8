/**
 * Major incidents: a few incidents hurt so much that they are led, not only worked on. Somebody commands, somebody keeps everybody
 * told, somebody writes down; and afterwards all look back together.
 *
 * <p>Decided here: how a major incident is proposed, by people or by the tenant's triggers, accepted, rejected and demoted; who plays
 * which role; whom to tell, how often, and who was told too late; what is kept in its timeline; and what the review found and is to be
 * done. Left to the host: how an update in fact reaches its audience, and where people meet to talk.
 *
 * <p>A major incident stands beside its incident, has the same id, and points at it: there is never a second one for the same incident.
 * One that was rejected or demoted may be proposed again.
 */
@NullMarked
package org.itsmkit.majorincident;

import org.jspecify.annotations.NullMarked;
