package org.itsmkit.problem;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.spi.PersonId;

/**
 * An analysis of a problem, as far as it has come.
 *
 * @param name by which people know it; unique within the problem
 * @param analysis what it says
 * @param by who brought it to where it is
 * @param at when they did
 */
public record NamedAnalysis(String name, Analysis analysis, PersonId by, Instant at) {

    public NamedAnalysis {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
