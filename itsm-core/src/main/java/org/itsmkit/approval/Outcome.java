package org.itsmkit.approval;

/** Where an approval, or a part of it, stands. */
public enum Outcome {
    /** Votes to come may approve or reject it. */
    PENDING,
    /** Nothing to come can change that it is approved. */
    APPROVED,
    /** Nothing to come can change that it is not approved. */
    REJECTED,
    /** It was open when its time was over. */
    EXPIRED
}
