package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a clock stands with a threshold of its target.
 *
 * @param cycle of which cycle
 * @param threshold which
 * @param at when it was or will be reached, if nothing changes; empty if it will not be, as the clock stands still or has stopped
 * @param isReached whether it was
 */
public record Crossing(int cycle, Threshold threshold, Optional<Instant> at, boolean isReached) {}
