/**
 * The port through which records, journals, tasks and idempotency keys are kept: one small interface,
 * one atomic commit.
 */
@NullMarked
package org.itsmkit.spi.store;

import org.jspecify.annotations.NullMarked;
