package org.itsmkit.testkit.conformance;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a check of a help desk found. Immutable.
 *
 * @param differences one of each sort, those that are easiest to see first
 * @param unsupported the actions that the help desk does not have; they were left out
 * @param situations in how many situations of one ticket every step was tried
 * @param steps how many steps were played in all
 * @param seed by which the random courses can be had again
 */
public record ConformanceReport(
        List<Difference> differences, Set<String> unsupported, int situations, long steps, long seed) {

    public ConformanceReport {
        differences = List.copyOf(differences);
        unsupported = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(unsupported)));
    }

    /** Whether nothing differs. */
    public boolean isConforming() {
        return differences.isEmpty();
    }

    /**
     * Returns this if nothing differs.
     *
     * @throws AssertionError that tells what does
     */
    public ConformanceReport requireConformity() {
        if (!isConforming()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    @Override
    public String toString() {
        String told = differences.stream()
                .map(Difference::toString)
                .collect(Collectors.joining(System.lineSeparator().repeat(2)));
        return (isConforming()
                        ? "Nothing differs"
                        : differences.size() == 1 ? "One difference" : differences.size() + " differences")
                + " in " + steps + " steps, "
                + situations + " situations, with seed " + seed
                + (unsupported.isEmpty() ? "" : "; left out: " + String.join(", ", unsupported))
                + (told.isEmpty() ? "" : System.lineSeparator().repeat(2) + told);
    }
}
