package org.itsmkit.improvement.evidence;

/** Whether one got there. */
public enum Conclusion {
    /** Every target was reached. */
    ACHIEVED,
    /** Not every target was, and what was is worth keeping. */
    PARTLY,
    /** It did not help. */
    NOT_ACHIEVED
}
