package org.itsmkit.service.heritage;

/** In which of the five stages of the service lifecycle of ITIL v3 something was described. */
public enum Stage {
    /** What is worth offering. */
    SERVICE_STRATEGY,
    /** How it is to be. */
    SERVICE_DESIGN,
    /** How it comes to be used. */
    SERVICE_TRANSITION,
    /** How it is kept running. */
    SERVICE_OPERATION,
    /** How it becomes better. */
    CONTINUAL_SERVICE_IMPROVEMENT
}
