package org.itsmkit.problem.analysis;

/** By what means a cause was looked for. */
public enum Technique {
    /** See {@link FiveWhys}. */
    FIVE_WHYS,
    /** See {@link Ishikawa}. */
    ISHIKAWA,
    /** See {@link FaultTree}. */
    FAULT_TREE,
    /** See {@link IsIsNot}. */
    IS_IS_NOT,
    /** See {@link Brainstorming}. */
    BRAINSTORMING,
    /** See {@link Chronology}. */
    CHRONOLOGY,
    /** See {@link Pareto}. */
    PARETO
}
