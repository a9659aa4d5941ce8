package org.itsmkit.servicelevel.preset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.Keys;

/**
 * The metrics and policies of a tool. Immutable; safe for use by many threads. See {@link Presets}.
 *
 * @param name by {@link Keys#requireCode}
 * @param rules what it does for each kind of promise; those that it does not know are left out
 */
public record Preset(String name, Map<Kind, Rule> rules) {

    /** What may be promised. */
    public enum Kind {
        /** That somebody answers. */
        RESPONSE,
        /** That somebody says something again. */
        UPDATE,
        /** That it is resolved. */
        RESOLUTION
    }

    /**
     * What is measured, and how.
     *
     * @param metric what starts, pauses and stops the clock
     * @param policy what holds where tools disagree
     */
    public record Rule(Metric metric, ClockPolicy policy) {
        public Rule {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(policy, "policy");
        }

        Rule pausing(Condition pause) {
            return new Rule(metric.withPause(pause), policy);
        }
    }

    public Preset {
        Keys.requireCode(name, "preset");
        rules = Map.copyOf(rules);
    }

    /** A target by this tool's rules; empty if it does not know that kind of promise. */
    public Optional<Target> target(String targetName, Kind kind, Amount amount) {
        return Optional.ofNullable(rules.get(kind))
                .map(rule -> new Target(targetName, rule.metric(), amount, rule.policy(), List.of()));
    }
}
