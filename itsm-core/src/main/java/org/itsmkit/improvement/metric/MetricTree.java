package org.itsmkit.improvement.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.improvement.measure.Metric;

/**
 * Critical success factors, the indicators of each, and what is measured for these. Immutable; safe for use by many
 * threads.
 *
 * @param metrics what is measured, at most {@value #MOST_METRICS}; several indicators may share one
 * @param factors what must go well, at most {@value #MOST_FACTORS}, in the order in which it is told; each has
 *     something below it
 * @param indicators by what one sees it, at most {@value #MOST_INDICATORS}, in the order in which it is told
 */
public record MetricTree(List<Metric> metrics, List<SuccessFactor> factors, List<Indicator> indicators) {

    /** The most metrics of a tree. */
    public static final int MOST_METRICS = 1_000;

    /** The most factors of a tree. */
    public static final int MOST_FACTORS = 200;

    /** The most indicators of a tree. */
    public static final int MOST_INDICATORS = 1_000;

    /** The most code points of a title. */
    public static final int TITLE_LENGTH = 255;

    /**
     * @throws IllegalArgumentException if it is no such tree; the message names all that is wrong, as {@link #mistakes}
     *     does
     */
    public MetricTree {
        metrics = List.copyOf(metrics);
        factors = List.copyOf(factors);
        indicators = List.copyOf(indicators);
        List<String> mistakes = mistakes(metrics, factors, indicators);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", mistakes));
        }
    }

    /** All that is wrong with such a tree, in sentences; none if nothing is. */
    public static List<String> mistakes(List<Metric> metrics, List<SuccessFactor> factors, List<Indicator> indicators) {
        return TreeCheck.of(metrics, factors, indicators);
    }

    /** The factors that are part of no other. */
    public List<SuccessFactor> roots() {
        return factors.stream().filter(factor -> factor.above().isEmpty()).toList();
    }

    List<SuccessFactor> parts(String factor) {
        return factors.stream()
                .filter(part -> part.above().equals(Optional.of(factor)))
                .toList();
    }

    List<Indicator> indicatorsOf(String factor) {
        return indicators.stream()
                .filter(indicator -> indicator.factor().equals(factor))
                .toList();
    }

    /**
     * Works out how all of it is doing.
     *
     * @param readings in any order; of one metric the latest that is not after {@code at} counts, of several at the
     *     same moment the first. Those of other metrics are ignored.
     * @param at when
     * @return the factors that are part of no other, with all below them
     */
    public List<Standing> standAt(Collection<Reading> readings, Instant at) {
        Map<String, Reading> latest = new HashMap<>();
        for (Reading reading : readings) {
            if (!reading.at().isAfter(at)) {
                latest.merge(
                        reading.metric(), reading, (one, other) -> other.at().isAfter(one.at()) ? other : one);
            }
        }
        Judgement judgement = new Judgement(this, latest, at);
        return roots().stream().map(judgement::of).toList();
    }

    /** Draws it as Mermaid, without saying how it is doing. */
    public String toMermaid() {
        return TreeDrawing.of(this, List.of());
    }

    /** Draws it as Mermaid, each factor and indicator in the colour of how it is doing. */
    public String toMermaid(List<Standing> standings) {
        return TreeDrawing.of(this, standings);
    }
}
