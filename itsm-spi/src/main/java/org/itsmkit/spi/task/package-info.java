/**
 * Due work: timers to fire and notices to deliver, scheduled and cancelled inside a commit.
 */
@NullMarked
package org.itsmkit.spi.task;

import org.jspecify.annotations.NullMarked;
