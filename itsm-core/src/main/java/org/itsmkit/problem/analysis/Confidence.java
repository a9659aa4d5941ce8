package org.itsmkit.problem.analysis;

/**
 * How far a cause can be relied on, from the least to the most. It is derived and never typed in, by the same question in every technique:
 * how much of what leads to the cause has evidence, and does any of it rest on an assumption?
 */
public enum Confidence {
    /** Somebody named it, or numbers and dates hint at it. What is only named, voted for, counted or dated stays here. */
    SUSPECTED,
    /** There is evidence for part of it. */
    SUPPORTED,
    /** There is evidence for each part of it, and none rests on an assumption. */
    ESTABLISHED
}
