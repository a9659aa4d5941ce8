package org.itsmkit.change.risk;

import java.util.List;

/** One way to look at a change. */
public sealed interface RiskAssessor permits RiskMatrix, RiskRules, RiskQuestionnaire, TeamHistory {

    /** What people call it; each of a {@link RiskModel} has a name of its own. */
    String name();

    /** All levels that it may come to. */
    List<RiskLevel> possibleLevels();

    /**
     * Returns what it says of a change. Pure.
     *
     * @throws IllegalArgumentException if the facts name something that it does not know, such as an answer that cannot be given
     */
    RiskFinding assess(RiskFacts facts);
}
