package org.itsmkit.problem.analysis;

import java.util.List;

/**
 * A look for causes by one technique, as far as it has come. What makes no sense cannot be made; what is only unfinished can, and says so.
 */
public sealed interface Analysis permits FiveWhys, Ishikawa, FaultTree, IsIsNot, Brainstorming, Chronology, Pareto {

    /** By what means causes are looked for. */
    Technique technique();

    /** What is missing or wrong, in the order of the analysis; empty if nothing. */
    List<Finding> findings();

    /** What may be the cause, the best first; empty while nothing comes out. Always the same for the same analysis. */
    List<CauseCandidate> candidates();

    /**
     * The analysis to look at, as text: a Mermaid diagram, or a table in Markdown. Texts of people appear in it as texts and nothing
     * else: characters that mean something to either are written as their number, line breaks as a space.
     */
    String drawing();
}
