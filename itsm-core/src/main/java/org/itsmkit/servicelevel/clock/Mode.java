package org.itsmkit.servicelevel.clock;

/** What a clock does. */
enum Mode {
    IDLE,
    RUNS,
    PAUSES,
    STOPPED,
    CANCELLED;

    boolean isOpen() {
        return this == RUNS || this == PAUSES;
    }
}
