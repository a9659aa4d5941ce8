package org.itsmkit.improvement.metric;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.improvement.measure.Metric;

/** Works out how a tree is doing, from the latest readings. */
final class Judgement {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final MetricTree tree;
    private final Map<String, Reading> latest;
    private final Instant at;

    Judgement(MetricTree tree, Map<String, Reading> latest, Instant at) {
        this.tree = tree;
        this.latest = latest;
        this.at = at;
    }

    Standing of(SuccessFactor factor) {
        List<SuccessFactor> parts = tree.parts(factor.code());
        List<Indicator> indicators = tree.indicatorsOf(factor.code());
        List<Standing> below = Stream.concat(
                        parts.stream().map(this::of), indicators.stream().map(this::of))
                .toList();
        if (factor.rollUp() instanceof RollUp.Weighted weighted) {
            List<BigDecimal> weights = Stream.concat(
                            parts.stream().map(SuccessFactor::weight),
                            indicators.stream().map(Indicator::weight))
                    .toList();
            return weighted(factor, weighted, below, weights);
        }
        return worst(factor, below);
    }

    private Standing of(Indicator indicator) {
        Optional<Reading> reading = Optional.ofNullable(latest.get(indicator.metric()));
        if (reading.isEmpty()) {
            return standing(indicator, Health.UNKNOWN, indicator.metric() + " was never measured.");
        }
        Reading known = reading.get();
        String measured = indicator.metric() + " was " + known.value().toPlainString() + " " + unit(indicator) + " at "
                + known.at();
        if (Duration.between(known.at(), at).compareTo(indicator.fresh()) > 0) {
            return standing(
                    indicator,
                    Health.UNKNOWN,
                    measured + ", and what was measured is good for " + indicator.fresh() + " only.");
        }
        return standing(
                indicator,
                indicator.thresholds().of(known.value()),
                measured + "; the target is " + indicator.thresholds().target() + ".");
    }

    private String unit(Indicator indicator) {
        return tree.metrics().stream()
                .filter(metric -> metric.code().equals(indicator.metric()))
                .map(Metric::unit)
                .findFirst()
                .orElse("");
    }

    private static Standing standing(Indicator indicator, Health health, String reason) {
        return new Standing(indicator.code(), indicator.title(), health, reason, List.of());
    }

    private static Standing worst(SuccessFactor factor, List<Standing> below) {
        Health health = Health.GREEN;
        for (Health worse : List.of(Health.AMBER, Health.UNKNOWN, Health.RED)) {
            health = below.stream().anyMatch(one -> one.health() == worse) ? worse : health;
        }
        Health so = health;
        List<String> decisive = below.stream()
                .filter(one -> one.health() == so)
                .map(Standing::title)
                .toList();
        String reason = so == Health.GREEN
                ? "all below it is."
                : "it is as the worst below it: " + String.join(", ", decisive) + ".";
        return new Standing(factor.code(), factor.title(), so, reason, below);
    }

    private static Standing weighted(
            SuccessFactor factor, RollUp.Weighted bounds, List<Standing> below, List<BigDecimal> weights) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < below.size(); i++) {
            Health health = below.get(i).health();
            BigDecimal weight = weights.get(i);
            BigDecimal known = switch (health) {
                case GREEN -> weight;
                case AMBER -> weight.multiply(HALF);
                case RED, UNKNOWN -> BigDecimal.ZERO;
            };
            least = least.add(known);
            most = most.add(health == Health.UNKNOWN ? weight : known);
            parts.add(weight.toPlainString() + " × " + below.get(i).title() + " ("
                    + health.name().toLowerCase(Locale.ROOT) + ")");
        }
        Health ifWorst = by(bounds, least);
        Health health = ifWorst == by(bounds, most) ? ifWorst : Health.UNKNOWN;
        String sum = least.compareTo(most) == 0 ? plain(least) : plain(least) + " to " + plain(most);
        String reason = String.join(" + ", parts) + " come to " + sum + "; green is from "
                + bounds.green().toPlainString() + " on, amber from "
                + bounds.amber().toPlainString() + ".";
        return new Standing(factor.code(), factor.title(), health, reason, below);
    }

    private static Health by(RollUp.Weighted bounds, BigDecimal sum) {
        return sum.compareTo(bounds.green()) >= 0
                ? Health.GREEN
                : sum.compareTo(bounds.amber()) >= 0 ? Health.AMBER : Health.RED;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
