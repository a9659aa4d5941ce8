package org.itsmkit.practice.capability;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.spi.Keys;

/**
 * What must be so for a level to be reached.
 *
 * @param code unique, by {@link Keys#requireCode}
 * @param subject of what: the code of a practice, or of another component, see {@link Component}
 * @param level to which level it belongs, 1 to {@value #HIGHEST_LEVEL}
 * @param dimension from which side it looks at the subject
 * @param sentence what must be so
 * @param demand what shows that it is so
 */
public record Criterion(String code, String subject, int level, Dimension dimension, String sentence, Demand demand) {

    /** The highest level; 1 is the lowest, and 0 is what has not reached even that. */
    public static final int HIGHEST_LEVEL = 5;

    /** What shows that a criterion is met. */
    public sealed interface Demand {

        /** Any evidence shows it. */
        record Anything() implements Demand {}

        /** A figure of a measure shows it, whatever the figure is. */
        record Told(KeyMeasure measure) implements Demand {
            public Told {
                Objects.requireNonNull(measure, "measure");
            }
        }

        /** Two figures of a measure show it: of periods that do not overlap, of which the later is the better. */
        record Bettered(KeyMeasure measure) implements Demand {
            public Bettered {
                Objects.requireNonNull(measure, "measure");
            }
        }
    }

    public Criterion {
        Keys.requireCode(code, "criterion");
        Keys.requireCode(subject, "subject");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(demand, "demand");
        if (level < 1 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("a level is 1 to " + HIGHEST_LEVEL + ", not " + level);
        }
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a criterion says what must be so: " + code);
        }
    }

    /** One that any evidence meets. */
    public static Criterion of(String code, String subject, int level, Dimension dimension, String sentence) {
        return new Criterion(code, subject, level, dimension, sentence, new Demand.Anything());
    }

    /** The measure whose figures it asks for; empty if any evidence will do. */
    public Optional<KeyMeasure> measure() {
        if (demand instanceof Demand.Told told) {
            return Optional.of(told.measure());
        }
        return demand instanceof Demand.Bettered bettered ? Optional.of(bettered.measure()) : Optional.empty();
    }

    /** Whether {@code evidence} is of this, and of the sort that it asks for; one piece need not be enough. */
    public boolean isServedBy(Evidence evidence) {
        return evidence.criterion().equals(code)
                && measure()
                        .map(measure ->
                                evidence.figure().filter(measure::isToldBy).isPresent())
                        .orElse(true);
    }

    /** Whether these pieces of evidence, all taken as valid, meet it. */
    public boolean isMetBy(List<Evidence> evidence) {
        List<Evidence> serving = evidence.stream().filter(this::isServedBy).toList();
        return demand instanceof Demand.Bettered bettered ? isBetter(bettered.measure(), serving) : !serving.isEmpty();
    }

    /** Whether the latest figure is better than the latest of those that do not overlap with it. */
    private static boolean isBetter(KeyMeasure measure, List<Evidence> serving) {
        List<Figure> figures = serving.stream()
                .flatMap(evidence -> evidence.figure().stream())
                .sorted(Comparator.comparing((Figure figure) -> figure.period().toExclusive())
                        .thenComparing(figure -> figure.period().fromInclusive()))
                .toList();
        if (figures.isEmpty()) {
            return false;
        }
        Figure latest = figures.get(figures.size() - 1);
        return figures.stream()
                .filter(figure ->
                        !figure.period().toExclusive().isAfter(latest.period().fromInclusive()))
                .reduce((earlier, later) -> later)
                .flatMap(before -> before.value()
                        .flatMap(old ->
                                latest.value().map(now -> measure.better().isBetter(now, old))))
                .orElse(false);
    }
}
