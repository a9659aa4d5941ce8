package org.itsmkit.servicelevel.clock;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.Keys;

/**
 * What is promised: that something is done within some time.
 *
 * @param name by {@link Keys#requireCode}
 * @param metric what is measured
 * @param amount how much time there is
 * @param policy how it is measured where tools disagree
 * @param thresholds what is done on the way; at most 20, each name once
 */
@KitStyle
@Value.Builder
public record Target(String name, Metric metric, Amount amount, ClockPolicy policy, List<Threshold> thresholds)
        implements WithTarget {

    public Target {
        Keys.requireCode(name, "target");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(policy, "policy");
        thresholds = List.copyOf(thresholds);
        Set<String> names = new HashSet<>();
        for (Threshold threshold : thresholds) {
            if (!names.add(threshold.name())) {
                throw new IllegalArgumentException("two thresholds are called " + threshold.name());
            }
        }
        if (names.size() > 20) {
            throw new IllegalArgumentException("a target has at most 20 thresholds");
        }
    }

    /** One by our policy, called like its metric, without thresholds. */
    public static Target of(Metric metric, Amount amount) {
        return new Target(metric.name(), metric, amount, ClockPolicy.standard(), List.of());
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder extends TargetBuilder {
        Builder() {}
    }
}
