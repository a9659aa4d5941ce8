package org.itsmkit.practice.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.spi.Keys;

/**
 * What an organisation must be able to do, and has people, tools, partners and procedures for.
 *
 * @param code by {@link Keys#requireCode}, such as {@code incident-management}
 * @param name as people say it
 * @param group where it comes from
 * @param purpose what it is for, in a sentence
 * @param inputs what it needs; at least one
 * @param outputs what comes of it; at least one
 * @param contributions how much it contributes to each activity of the value chain; all six are there
 * @param measures by what one sees how it does; at least two, each code once
 * @param related the codes of the practices that it has most to do with; not its own
 */
@KitStyle
@Value.Builder
public record Practice(
        String code,
        String name,
        PracticeGroup group,
        String purpose,
        List<String> inputs,
        List<String> outputs,
        Map<ValueChainActivity, Contribution> contributions,
        List<KeyMeasure> measures,
        Set<String> related)
        implements WithPractice {

    /** The fewest measures of a practice: what is seen from one side alone is soon done for its sake. */
    public static final int FEWEST_MEASURES = 2;

    /** Throws {@link IllegalArgumentException} if something is not said. */
    public Practice {
        Keys.requireCode(code, "practice");
        Objects.requireNonNull(group, "group");
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        measures = List.copyOf(measures);
        related = Set.copyOf(related);
        Map<ValueChainActivity, Contribution> sorted = new EnumMap<>(ValueChainActivity.class);
        sorted.putAll(contributions);
        contributions = Collections.unmodifiableMap(sorted);
        if (name.isBlank() || purpose.isBlank() || inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException("what goes in, what comes out and what for is said: " + code);
        }
        if (contributions.size() != ValueChainActivity.values().length) {
            throw new IllegalArgumentException("something is said of all activities of the value chain: " + code);
        }
        if (measures.size() < FEWEST_MEASURES) {
            throw new IllegalArgumentException("a practice has " + FEWEST_MEASURES + " measures or more: " + code);
        }
        if (related.contains(code)) {
            throw new IllegalArgumentException("a practice has to do with others: " + code);
        }
        Set<String> codes = new HashSet<>();
        for (KeyMeasure measure : measures) {
            if (!codes.add(measure.code())) {
                throw new IllegalArgumentException("two measures of " + code + " are called " + measure.code());
            }
        }
    }

    /** Describes a practice; all must be said but what it has to do with others. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins to describe one. */
    static Builder of(PracticeGroup group, String code, String name) {
        return new Builder().group(group).code(code).name(name);
    }

    /** How much it contributes to an activity. */
    public Contribution contribution(ValueChainActivity activity) {
        return Optional.ofNullable(contributions.get(activity)).orElse(Contribution.NONE);
    }

    /** The measure of that code, if it has one. */
    public Optional<KeyMeasure> measure(String measure) {
        return measures.stream().filter(one -> one.code().equals(measure)).findFirst();
    }

    /** Builds practices. */
    public static final class Builder extends PracticeBuilder {
        Builder() {}

        /** How much it contributes to each activity, in the order of {@link ValueChainActivity}. */
        Builder contributes(
                Contribution plan,
                Contribution improve,
                Contribution engage,
                Contribution designAndTransition,
                Contribution obtainBuild,
                Contribution deliverAndSupport) {
            putContributions(ValueChainActivity.PLAN, plan);
            putContributions(ValueChainActivity.IMPROVE, improve);
            putContributions(ValueChainActivity.ENGAGE, engage);
            putContributions(ValueChainActivity.DESIGN_AND_TRANSITION, designAndTransition);
            putContributions(ValueChainActivity.OBTAIN_BUILD, obtainBuild);
            putContributions(ValueChainActivity.DELIVER_AND_SUPPORT, deliverAndSupport);
            return this;
        }
    }
}
