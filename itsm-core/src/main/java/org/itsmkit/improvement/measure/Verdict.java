package org.itsmkit.improvement.measure;

/** Whether something became better. */
public enum Verdict {
    /** Better, by more than chance makes. */
    IMPROVED,
    /** Worse, by more than chance makes. */
    WORSE,
    /** Chance alone would make such a difference too often; that is not to say that nothing changed. */
    NOT_SHOWN,
    /** So little was observed that no difference whatever could show anything. */
    TOO_FEW
}
