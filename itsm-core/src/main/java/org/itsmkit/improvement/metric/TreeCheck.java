package org.itsmkit.improvement.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.kernel.Inputs;

/** What is wrong with factors, indicators and metrics that are to be a tree. */
final class TreeCheck {

    private final List<Metric> metrics;
    private final List<SuccessFactor> factors;
    private final List<Indicator> indicators;
    private final Map<String, SuccessFactor> byCode = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private TreeCheck(List<Metric> metrics, List<SuccessFactor> factors, List<Indicator> indicators) {
        this.metrics = metrics;
        this.factors = factors;
        this.indicators = indicators;
        factors.forEach(factor -> byCode.putIfAbsent(factor.code(), factor));
    }

    static List<String> of(List<Metric> metrics, List<SuccessFactor> factors, List<Indicator> indicators) {
        TreeCheck check = new TreeCheck(metrics, factors, indicators);
        check.sizes();
        if (check.mistakes.isEmpty()) {
            check.codes();
            check.titles();
            check.whatIsAbove();
            check.circles();
            check.whatIsMeasured();
            factors.forEach(check::whatIsBelow);
        }
        return List.copyOf(check.mistakes);
    }

    private void sizes() {
        atMost("metrics", metrics.size(), MetricTree.MOST_METRICS);
        atMost("factors", factors.size(), MetricTree.MOST_FACTORS);
        atMost("indicators", indicators.size(), MetricTree.MOST_INDICATORS);
    }

    private void atMost(String what, int size, int most) {
        if (size > most) {
            mistakes.add("At most " + most + " " + what + ", not " + size + ".");
        }
    }

    /**
     * Factors and indicators are named together, metrics by themselves: an indicator may be called as its metric is.
     */
    private void codes() {
        Set<String> seen = new HashSet<>();
        Stream.concat(
                        factors.stream().map(SuccessFactor::code),
                        indicators.stream().map(Indicator::code))
                .filter(code -> !seen.add(code))
                .forEach(code -> mistakes.add("Two are called " + code + "."));
        Set<String> measured = new HashSet<>();
        metrics.stream()
                .map(Metric::code)
                .filter(code -> !measured.add(code))
                .forEach(code -> mistakes.add("Two metrics are called " + code + "."));
    }

    private void titles() {
        factors.forEach(factor -> title(factor.code(), factor.title()));
        indicators.forEach(indicator -> title(indicator.code(), indicator.title()));
    }

    private void title(String code, String title) {
        Inputs.check()
                .line("title", title, MetricTree.TITLE_LENGTH)
                .violations()
                .forEach(violation -> mistakes.add("Of " + code + ": " + violation.sentence()));
    }

    private void whatIsAbove() {
        for (SuccessFactor factor : factors) {
            factor.above()
                    .filter(above -> !byCode.containsKey(above))
                    .ifPresent(above -> mistakes.add(factor.code() + " is part of " + above + ", which is no factor."));
        }
        for (Indicator indicator : indicators) {
            if (!byCode.containsKey(indicator.factor())) {
                mistakes.add(indicator.code() + " is to show " + indicator.factor() + ", which is no factor.");
            }
        }
    }

    private void circles() {
        Set<String> told = new HashSet<>();
        for (SuccessFactor factor : factors) {
            Set<String> way = new LinkedHashSet<>();
            Optional<SuccessFactor> at = Optional.of(factor);
            while (at.isPresent() && way.add(at.get().code())) {
                at = at.get().above().flatMap(above -> Optional.ofNullable(byCode.get(above)));
            }
            boolean isOfTheCircle =
                    at.map(end -> end.code().equals(factor.code())).orElse(false);
            if (isOfTheCircle && told.add(factor.code())) {
                told.addAll(way);
                mistakes.add("A circle: " + String.join(" is part of ", way) + " is part of " + factor.code() + ".");
            }
        }
    }

    private void whatIsMeasured() {
        Set<String> known = new HashSet<>();
        metrics.forEach(metric -> known.add(metric.code()));
        for (Indicator indicator : indicators) {
            if (!known.contains(indicator.metric())) {
                mistakes.add(indicator.code() + " has no metric: there is no " + indicator.metric() + ".");
            }
        }
    }

    private void whatIsBelow(SuccessFactor factor) {
        List<BigDecimal> weights = Stream.concat(
                        factors.stream()
                                .filter(part -> part.above().equals(Optional.of(factor.code())))
                                .map(SuccessFactor::weight),
                        indicators.stream()
                                .filter(indicator -> indicator.factor().equals(factor.code()))
                                .map(Indicator::weight))
                .toList();
        if (weights.isEmpty()) {
            mistakes.add("Nothing shows whether " + factor.code() + " is met.");
        } else if (factor.rollUp() instanceof RollUp.Weighted) {
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                mistakes.add(
                        "The weights below " + factor.code() + " are " + sum.toPlainString() + " together, not 1.");
            }
        }
    }
}
