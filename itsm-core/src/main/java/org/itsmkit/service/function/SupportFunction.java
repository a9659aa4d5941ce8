package org.itsmkit.service.function;

/** What a team is for. */
public enum SupportFunction {
    /** Where users turn to. */
    SERVICE_DESK,
    /** Knows the infrastructure. */
    TECHNICAL_MANAGEMENT,
    /** Knows the applications. */
    APPLICATION_MANAGEMENT,
    /** Keeps everything running from day to day, in whatever way. */
    OPERATIONS_MANAGEMENT,
    /** Watches and does what is done each day: jobs, backups, print-outs. A part of {@link #OPERATIONS_MANAGEMENT}. */
    OPERATIONS_CONTROL,
    /** Looks after rooms, power and cooling. A part of {@link #OPERATIONS_MANAGEMENT}. */
    FACILITIES_MANAGEMENT;

    /** Whether this is {@code other}, or a part of it. */
    public boolean isWithin(SupportFunction other) {
        boolean isOperations = this == OPERATIONS_CONTROL || this == FACILITIES_MANAGEMENT;
        return this == other || (isOperations && other == OPERATIONS_MANAGEMENT);
    }
}
