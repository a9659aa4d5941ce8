/**
 * Incidents that look alike: what may be told twice, and what comes in a storm. Suggestions alone: nothing is linked here, and nothing is
 * stored.
 */
@NullMarked
package org.itsmkit.incident.similar;

import org.jspecify.annotations.NullMarked;
