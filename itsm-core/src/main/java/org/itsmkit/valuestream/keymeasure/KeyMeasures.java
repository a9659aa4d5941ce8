package org.itsmkit.valuestream.keymeasure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.practice.catalogue.Practice;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.practice.measure.Source;
import org.itsmkit.spi.Keys;

/** Which function computes what, by the name that {@link Source.Computed} names. Immutable; safe for use by many threads. */
public final class KeyMeasures {

    private static final KeyMeasures STANDARD = gather();

    private final Map<String, Measuring> functions;

    private KeyMeasures(Map<String, Measuring> functions) {
        this.functions = Collections.unmodifiableMap(functions);
    }

    private static KeyMeasures gather() {
        List<Binding> bindings = new ArrayList<>();
        bindings.addAll(IncidentFigures.all());
        bindings.addAll(WorkFigures.all());
        bindings.addAll(ProblemFigures.all());
        bindings.addAll(ChangeFigures.all());
        bindings.addAll(PromiseFigures.all());
        bindings.addAll(AvailabilityFigures.all());
        Map<String, Measuring> functions = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            if (functions.put(binding.function(), binding) != null) {
                throw new IllegalStateException("two functions are called " + binding.function());
            }
        }
        return new KeyMeasures(functions);
    }

    /** Those of the kit: all that its practices name. */
    public static KeyMeasures standard() {
        return STANDARD;
    }

    /** Returns these with another function, in place of the one of that name if there is one. */
    public KeyMeasures with(String function, Measuring measuring) {
        Map<String, Measuring> more = new LinkedHashMap<>(functions);
        more.put(Keys.requireCode(function, "function"), measuring);
        return new KeyMeasures(more);
    }

    /** The names of all functions, in their order. */
    public Set<String> functions() {
        return functions.keySet();
    }

    /**
     * What a function comes to.
     *
     * @throws IllegalArgumentException if there is none of that name, or its figure names another
     */
    public Figure figure(String function, MeasuredWorld world) {
        Measuring measuring = Optional.ofNullable(functions.get(function))
                .orElseThrow(() -> new IllegalArgumentException("there is no function " + function));
        Figure figure = measuring.of(world);
        if (!figure.function().equals(function)) {
            throw new IllegalArgumentException(
                    "the figure of " + function + " names another function: " + figure.function());
        }
        return figure;
    }

    /** What a measure comes to; with its reason, and without a value, if it is not computed. */
    public Figure figure(KeyMeasure measure, MeasuredWorld world) {
        return measure.source() instanceof Source.NotComputable not
                ? Figure.none(measure.figure(), not.reason(), world.period())
                : figure(measure.figure(), world);
    }

    /** What all measures of a practice come to, in their order. */
    public List<Figure> figures(Practice practice, MeasuredWorld world) {
        return practice.measures().stream()
                .map(measure -> figure(measure, world))
                .toList();
    }
}
