package org.itsmkit.practice.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The 34 practices: 14 general, 17 of services, 3 technical. */
public final class Practices {

    private static final List<Practice> ALL = gather();

    private Practices() {}

    private static List<Practice> gather() {
        List<Practice> all = new ArrayList<>();
        all.addAll(DirectingPractices.all());
        all.addAll(SupportingPractices.all());
        all.addAll(OperatingPractices.all());
        all.addAll(DesigningPractices.all());
        all.addAll(TechnicalPractices.all());
        all.sort(Comparator.comparing(Practice::group).thenComparing(Practice::name));
        return List.copyOf(all);
    }

    /** All of them: the general ones, then those of services, then the technical ones, each by name. */
    public static List<Practice> all() {
        return ALL;
    }

    /** Those of a group, in the same order. */
    public static List<Practice> of(PracticeGroup group) {
        return ALL.stream().filter(practice -> practice.group() == group).toList();
    }

    /** The one of that code, if there is one. */
    public static Optional<Practice> find(String code) {
        return ALL.stream().filter(practice -> practice.code().equals(code)).findFirst();
    }

    /**
     * The one of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Practice get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("there is no practice " + code));
    }
}
