package org.itsmkit.practice.capability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.practice.catalogue.Practice;
import org.itsmkit.practice.catalogue.Practices;
import org.itsmkit.practice.measure.KeyMeasure;

/**
 * The criteria of the kit: for every practice and every {@link Component} those of each level from each of the four dimensions, and for
 * practices more of their own. Of these,
 *
 * <ul>
 *   <li>level 1 asks that the practice does what it is for;
 *   <li>level 2 that what is to come of it does so as a rule;
 *   <li>level 4 that a figure of each of its key measures is known;
 *   <li>level 5 that the figure of its first key measure has become better.
 * </ul>
 *
 * <p>Hosts may ask for other things: {@link CapabilityLevel#of} takes any criteria.
 */
public final class Criteria {

    private static final Map<String, Criterion> STANDARD = gather();

    private Criteria() {}

    private static Map<String, Criterion> gather() {
        Map<String, Criterion> all = new LinkedHashMap<>();
        for (Practice practice : Practices.all()) {
            of(practice).forEach(criterion -> all.put(criterion.code(), criterion));
        }
        for (Component component : Component.values()) {
            of(component).forEach(criterion -> all.put(criterion.code(), criterion));
        }
        return Collections.unmodifiableMap(all);
    }

    /** All of them: those of the practices in their order, then those of the components, each by level. */
    public static List<Criterion> standard() {
        return List.copyOf(STANDARD.values());
    }

    /** Those of a practice or of a {@link Component}, by level; none if there is no such subject. */
    public static List<Criterion> of(String subject) {
        return STANDARD.values().stream()
                .filter(criterion -> criterion.subject().equals(subject))
                .toList();
    }

    /** The one of that code, if there is one. */
    public static Optional<Criterion> find(String code) {
        return Optional.ofNullable(STANDARD.get(code));
    }

    /** Whether there are criteria of {@code subject}: whether it is the code of a practice or of a {@link Component}. */
    public static boolean isSubject(String subject) {
        return Practices.find(subject).isPresent() || Component.find(subject).isPresent();
    }

    private static List<Criterion> of(Component component) {
        List<Criterion> criteria = new ArrayList<>();
        for (int level = 1; level <= Criterion.HIGHEST_LEVEL; level++) {
            criteria.addAll(generic(component.code(), component.title() + ", " + component.about() + ": ", level));
        }
        return criteria;
    }

    private static List<Criterion> of(Practice practice) {
        List<Criterion> criteria = new ArrayList<>();
        for (int level = 1; level <= Criterion.HIGHEST_LEVEL; level++) {
            criteria.addAll(generic(practice.code(), practice.name() + ": ", level));
            criteria.addAll(own(practice, level));
        }
        return criteria;
    }

    private static List<Criterion> generic(String subject, String beginning, int level) {
        List<Criterion> criteria = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            criteria.add(Criterion.of(
                    subject + "." + level + "." + side(dimension),
                    subject,
                    level,
                    dimension,
                    beginning + Staircase.sentence(level, dimension)));
        }
        return criteria;
    }

    /** By which codes of criteria name a dimension. */
    static String side(Dimension dimension) {
        return switch (dimension) {
            case ORGANISATIONS_AND_PEOPLE -> "people";
            case INFORMATION_AND_TECHNOLOGY -> "technology";
            case PARTNERS_AND_SUPPLIERS -> "partners";
            case VALUE_STREAMS_AND_PROCESSES -> "streams";
        };
    }

    private static List<Criterion> own(Practice practice, int level) {
        return switch (level) {
            case 1 ->
                List.of(Criterion.of(
                        practice.code() + ".1.purpose",
                        practice.code(),
                        1,
                        Dimension.VALUE_STREAMS_AND_PROCESSES,
                        practice.name() + ": it does what it is for, which is " + lower(practice.purpose())));
            case 2 ->
                List.of(Criterion.of(
                        practice.code() + ".2.outputs",
                        practice.code(),
                        2,
                        Dimension.VALUE_STREAMS_AND_PROCESSES,
                        practice.name() + ": as a rule it brings about " + String.join("; ", practice.outputs())
                                + "."));
            case 4 ->
                practice.measures().stream()
                        .map(measure -> of(practice, 4, "told:", measure, new Criterion.Demand.Told(measure)))
                        .toList();
            case 5 ->
                practice.measures().stream()
                        .limit(1)
                        .map(measure -> of(practice, 5, "bettered:", measure, new Criterion.Demand.Bettered(measure)))
                        .toList();
            default -> List.of();
        };
    }

    private static Criterion of(
            Practice practice, int level, String kind, KeyMeasure measure, Criterion.Demand demand) {
        String what = level == 4 ? "this figure is known: " : "this figure has become better: ";
        return new Criterion(
                kind + measure.code(),
                practice.code(),
                level,
                Dimension.INFORMATION_AND_TECHNOLOGY,
                practice.name() + ": " + what + lower(measure.sentence()) + ".",
                demand);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
