/**
 * Lifecycles as tables: what is possible. Statuses and actions are open values that hosts may add; phases are closed and
 * the same for every kind of record, so that everything which speaks of phases understands a tailored status.
 */
@NullMarked
package org.itsmkit.lifecycle;

import org.jspecify.annotations.NullMarked;
