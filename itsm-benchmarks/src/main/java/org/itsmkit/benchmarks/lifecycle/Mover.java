package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;

/** One who carries a case from step to step, if two guards have nothing against it. */
interface Mover {

    /** Begins a case. */
    void open();

    /** Takes {@code step} at an instant, if it is possible and permitted; else nothing happens. */
    void take(Step step, Instant at);

    /** Where the case stands. */
    Stage stage();

    /** How often it was moved. */
    long version();
}
