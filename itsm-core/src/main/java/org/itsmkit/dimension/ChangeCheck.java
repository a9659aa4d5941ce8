package org.itsmkit.dimension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.kernel.Dimension;

/**
 * Which dimensions something touches, and which of these nobody has thought of.
 *
 * @param name of what
 * @param touched by what one sees which dimensions are touched, in the order of the dimensions and of the rules; only those that are
 * @param addressed likewise, which somebody has thought of, touched or not
 */
public record ChangeCheck(String name, Map<Dimension, List<Sign>> touched, Map<Dimension, List<Sign>> addressed) {

    /**
     * By what one sees it.
     *
     * @param rule the code of the rule
     * @param sign what was looked at
     * @param found what was found there
     */
    public record Sign(String rule, TouchRule.Sign sign, String found) {
        public Sign {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(sign, "sign");
            Objects.requireNonNull(found, "found");
        }

        @Override
        public String toString() {
            return sign.name().toLowerCase(Locale.ROOT) + " “" + found + "”";
        }
    }

    public ChangeCheck {
        Objects.requireNonNull(name, "name");
        touched = copy(touched);
        addressed = copy(addressed);
    }

    private static Map<Dimension, List<Sign>> copy(Map<Dimension, List<Sign>> signs) {
        Map<Dimension, List<Sign>> sorted = new EnumMap<>(Dimension.class);
        signs.forEach((dimension, some) -> {
            if (!some.isEmpty()) {
                sorted.put(dimension, List.copyOf(some));
            }
        });
        return Collections.unmodifiableMap(sorted);
    }

    /** Holds what is planned against the rules. */
    public static ChangeCheck of(PlannedWork work, ChangeRules rules) {
        return new ChangeCheck(work.name(), signs(work, rules.touches()), signs(work, rules.addresses()));
    }

    private static Map<Dimension, List<Sign>> signs(PlannedWork work, List<TouchRule> rules) {
        Map<Dimension, List<Sign>> signs = new EnumMap<>(Dimension.class);
        for (TouchRule rule : rules) {
            rule.found(work)
                    .ifPresent(found -> signs.computeIfAbsent(rule.dimension(), none -> new ArrayList<>())
                            .add(new Sign(rule.code(), rule.sign(), found)));
        }
        return signs;
    }

    /** What is touched and nobody has thought of, in the order of the dimensions. */
    public List<Dimension> forgotten() {
        return touched.keySet().stream()
                .filter(dimension -> !addressed.containsKey(dimension))
                .toList();
    }

    /** A sentence for each dimension that is touched: by what one sees it, and who has thought of it. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        touched.forEach((dimension, signs) -> {
            List<Sign> thought = addressed.getOrDefault(dimension, List.of());
            String touches = name + " touches " + Coverage.said(dimension) + " (" + joined(signs) + ")";
            sentences.add(
                    thought.isEmpty()
                            ? touches + ", and neither a plan nor a task thinks of that."
                            : touches + ", which is thought of (" + joined(thought) + ").");
        });
        return List.copyOf(sentences);
    }

    private static String joined(List<Sign> signs) {
        return String.join(", ", signs.stream().map(Sign::toString).toList());
    }
}
