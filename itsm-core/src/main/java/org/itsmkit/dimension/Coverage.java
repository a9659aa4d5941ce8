package org.itsmkit.dimension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;

/**
 * How well a subject is seen from all four dimensions.
 *
 * @param subject of what
 * @param aspects what there is of it from each dimension, in the order in which it was given; none where nobody thought of it
 * @param factors what bears on it from outside, in the order in which it was given
 */
public record Coverage(Subject subject, Map<Dimension, List<Aspect>> aspects, List<OutsideFactor> factors) {

    /** The most aspects and the most factors. */
    public static final int MOST = 10_000;

    /** Of what sort a gap is. */
    public enum Kind {
        /** Nothing is known of it from a dimension. */
        UNCOVERED,
        /** Nobody sees to something. */
        NO_OWNER,
        /** All that comes from outside comes from one supplier, and much depends on the subject. */
        SINGLE_SUPPLIER,
        /** Suppliers are highly concentrated. */
        CONCENTRATED,
        /** Something bears on it from outside, and nothing is done about that. */
        NO_RESPONSE
    }

    /**
     * Something that is missing.
     *
     * @param kind of what sort
     * @param dimensions from which dimensions, in their order
     * @param sentence what, in English
     */
    public record Gap(Kind kind, List<Dimension> dimensions, String sentence) {
        public Gap {
            Objects.requireNonNull(kind, "kind");
            dimensions = List.copyOf(dimensions);
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    public Coverage {
        Objects.requireNonNull(subject, "subject");
        Map<Dimension, List<Aspect>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            all.put(dimension, List.copyOf(aspects.getOrDefault(dimension, List.of())));
        }
        aspects = Collections.unmodifiableMap(all);
        factors = List.copyOf(factors);
    }

    /** How a subject is seen by these aspects, where nothing is known of what is outside. */
    public static Coverage of(Subject subject, Collection<Aspect> aspects) {
        return of(subject, aspects, List.of());
    }

    /**
     * How a subject is seen by these aspects and with these factors.
     *
     * @throws IllegalArgumentException if there are more than {@value #MOST} of either
     */
    public static Coverage of(Subject subject, Collection<Aspect> aspects, Collection<OutsideFactor> factors) {
        if (aspects.size() > MOST || factors.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " aspects and as many factors, not " + aspects.size()
                    + " and " + factors.size());
        }
        return new Coverage(
                subject, aspects.stream().collect(Collectors.groupingBy(Aspect::dimension)), List.copyOf(factors));
    }

    /** From which dimensions something is known, in their order. */
    public List<Dimension> covered() {
        return dimensions(false);
    }

    /** From which dimensions nothing is, in their order. */
    public List<Dimension> uncovered() {
        return dimensions(true);
    }

    private List<Dimension> dimensions(boolean empty) {
        return aspects.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty() == empty)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All aspects, by dimension. */
    public List<Aspect> all() {
        return aspects.values().stream().flatMap(List::stream).toList();
    }

    /** What nobody sees to, by dimension. */
    public List<Aspect> unowned() {
        return all().stream().filter(aspect -> aspect.owner().isEmpty()).toList();
    }

    /** The one supplier of all that comes from outside, if there is one alone. */
    public Optional<OrganisationId> onlySupplier() {
        Set<String> suppliers = new TreeSet<>();
        all().forEach(aspect -> aspect.supplier().map(OrganisationId::value).ifPresent(suppliers::add));
        return suppliers.size() == 1
                ? suppliers.stream().map(OrganisationId::of).findFirst()
                : Optional.empty();
    }

    /** What bears on it, and nothing is done about. */
    public List<OutsideFactor> unanswered() {
        return factors.stream().filter(factor -> factor.response().isEmpty()).toList();
    }

    /**
     * All that is missing: first dimensions from which nothing is known, then what nobody owns, then suppliers, then factors. Suppliers are told
     * of by what is paid if that is known of all that they supply, else by aspects.
     */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        uncovered()
                .forEach(dimension -> gaps.add(new Gap(
                        Kind.UNCOVERED,
                        List.of(dimension),
                        "Nothing is known of " + subject.name() + " as to " + said(dimension) + ".")));
        unowned()
                .forEach(aspect -> gaps.add(new Gap(
                        Kind.NO_OWNER, List.of(aspect.dimension()), "Nobody sees to this: " + aspect.what() + ".")));
        suppliers().ifPresent(gaps::add);
        unanswered()
                .forEach(factor -> gaps.add(new Gap(
                        Kind.NO_RESPONSE,
                        List.copyOf(factor.touches()),
                        "Nothing is done about this: " + factor.sentence() + ".")));
        return List.copyOf(gaps);
    }

    private Optional<Gap> suppliers() {
        List<Dimension> partners = List.of(Dimension.PARTNERS_AND_SUPPLIERS);
        Optional<OrganisationId> only = onlySupplier();
        if (only.isPresent()) {
            return subject.critical()
                    ? Optional.of(new Gap(
                            Kind.SINGLE_SUPPLIER,
                            partners,
                            "Much depends on " + subject.name() + ", and all of it that comes from outside comes from "
                                    + only.get().value() + "."))
                    : Optional.empty();
        }
        boolean isPaidKnown = all().stream()
                .filter(aspect -> aspect.supplier().isPresent())
                .allMatch(aspect -> aspect.spend().isPresent());
        return Optional.of(all())
                .filter(all -> isPaidKnown)
                .flatMap(Concentration::bySpend)
                .or(() -> Concentration.byAspects(all()))
                .filter(found -> found.level() == Concentration.Level.HIGH)
                .map(found -> new Gap(
                        Kind.CONCENTRATED,
                        partners,
                        "Suppliers of " + subject.name() + " are few: the Herfindahl–Hirschman index is "
                                + found.index() + " of 10,000, and " + heaviest(found) + "."));
    }

    private static String heaviest(Concentration found) {
        OrganisationId first = found.suppliers().get(0).supplier();
        return first.value() + " has " + found.perCent(first) + " %";
    }

    /** As in {@code organisations and people}. */
    static String said(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
