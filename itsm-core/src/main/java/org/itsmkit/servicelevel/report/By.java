package org.itsmkit.servicelevel.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;

/**
 * Into which groups things are put: by the values of some labels, and by period if so wished. What has not all of these labels is in the
 * group of those that have not, after the others. Immutable; safe for use by many threads.
 */
public final class By {

    private final List<String> names;
    private final UnaryOperator<Labelled> labelling;

    private By(List<String> names, UnaryOperator<Labelled> labelling) {
        this.names = names;
        this.labelling = labelling;
    }

    /**
     * By the values of these labels, in this order; by none, there is one group.
     *
     * @throws IllegalArgumentException if one is named twice, or is empty
     */
    public static By labels(String... names) {
        List<String> all = List.of(names);
        all.forEach(Labels::requireName);
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("a label is named twice: " + all);
        }
        return new By(all, UnaryOperator.identity());
    }

    /**
     * And by the period, in that zone, that has {@link Labelled#at} in it: first by the labels, then by {@link Labels#PERIOD}.
     *
     * @throws IllegalArgumentException if it is by that label already
     */
    public By per(ReportPeriod period, ZoneId zone) {
        if (names.contains(Labels.PERIOD)) {
            throw new IllegalArgumentException("it is by " + Labels.PERIOD + " already");
        }
        List<String> more = new ArrayList<>(names);
        more.add(Labels.PERIOD);
        return new By(List.copyOf(more), item -> new Dated(item, period.name(item.at(), zone)));
    }

    private record Dated(Labelled item, String period) implements Labelled {
        @Override
        public Labels labels() {
            return item.labels().and(Labels.PERIOD, period);
        }

        @Override
        public java.time.Instant at() {
            return item.at();
        }
    }

    /** Gathers by group what {@code figures} gathers, and of all together, in one pass. */
    public <I extends Labelled, A, R> Collector<I, ?, Grouped<R>> collect(Collector<? super I, A, R> figures) {
        return Collector.of(
                () -> new Gathering<I, A, R>(figures), this::add, Gathering::and, gathering -> gathering.end(order()));
    }

    private <I extends Labelled, A, R> void add(Gathering<I, A, R> gathering, I item) {
        gathering.add(labelling.apply(item).labels().only(names), item);
    }

    private Comparator<Labels> order() {
        Comparator<Labels> order = (one, other) -> 0;
        for (String name : names) {
            Function<Labels, Optional<String>> value = labels -> labels.get(name);
            order = order.thenComparing(labels -> value.apply(labels).isEmpty())
                    .thenComparing(labels -> value.apply(labels).orElse(""));
        }
        return order;
    }

    /** What has come in. */
    private static final class Gathering<I, A, R> {
        private final Collector<? super I, A, R> figures;
        private final Map<Labels, A> groups = new HashMap<>();
        private A all;

        Gathering(Collector<? super I, A, R> figures) {
            this.figures = figures;
            this.all = figures.supplier().get();
        }

        void add(Labels group, I item) {
            figures.accumulator().accept(all, item);
            A some = groups.computeIfAbsent(group, labels -> figures.supplier().get());
            figures.accumulator().accept(some, item);
        }

        Gathering<I, A, R> and(Gathering<I, A, R> other) {
            all = figures.combiner().apply(all, other.all);
            other.groups.forEach((group, some) -> groups.merge(group, some, figures.combiner()));
            return this;
        }

        Grouped<R> end(Comparator<Labels> order) {
            Map<Labels, R> ended = new LinkedHashMap<>();
            groups.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(order))
                    .forEach(group ->
                            ended.put(group.getKey(), figures.finisher().apply(group.getValue())));
            return new Grouped<>(ended, figures.finisher().apply(all));
        }
    }
}
