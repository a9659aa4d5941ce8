/**
 * A store and a task queue in memory: for tests, trials and simulations. They keep every promise of the ports but one:
 * nothing survives the process.
 */
@NullMarked
package org.itsmkit.memory;

import org.jspecify.annotations.NullMarked;
