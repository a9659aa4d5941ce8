package org.itsmkit.benchmarks.lifecycle;

/** Where a case stands. */
enum Stage {
    NEW,
    ASSIGNED,
    IN_PROGRESS,
    ON_HOLD,
    RESOLVED,
    CLOSED
}
