package org.itsmkit.benchmarks.lifecycle;

/** What may be done to a case. */
enum Step {
    ASSIGN,
    START,
    HOLD,
    RESUME,
    RESOLVE,
    REOPEN,
    CLOSE
}
