package org.itsmkit.change.model;

import java.util.Locale;

/** How a change went that was begun. One that was given up before has none: it was cancelled. */
public enum ChangeOutcome {
    /** As planned. */
    SUCCESSFUL,
    /** It does what it was to do; something else did not go as planned. */
    SUCCESSFUL_WITH_ISSUES,
    /** It was undone, so that all is as before. */
    BACKED_OUT,
    /** It does not do what it was to do, and all is not as before. */
    FAILED;

    /** Whether what was wanted is there now. */
    public boolean isSuccess() {
        return this == SUCCESSFUL || this == SUCCESSFUL_WITH_ISSUES;
    }

    /** As fields name it, such as {@code backed-out}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
