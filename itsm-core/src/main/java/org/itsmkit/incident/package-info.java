/**
 * Incident management: getting a service back to what was agreed, soon, when it is interrupted or worse than it should be.
 *
 * <p>Decided here: how an incident is logged, classified, given to those who can help, put on hold, escalated, diagnosed, resolved,
 * confirmed or reopened, and closed. Left to the host: who detects it, how people are told, and how a service is in fact restored.
 */
@NullMarked
package org.itsmkit.incident;

import org.jspecify.annotations.NullMarked;
