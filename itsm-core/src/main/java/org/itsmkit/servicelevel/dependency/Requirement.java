package org.itsmkit.servicelevel.dependency;

import java.util.HashSet;
import java.util.List;

/**
 * What something needs: that of some others so many are available.
 *
 * @param needed how many, 1 to their number
 * @param of which, each once: services and components by their names
 */
public record Requirement(int needed, List<String> of) {

    public Requirement {
        of = List.copyOf(of);
        if (needed < 1 || needed > of.size()) {
            throw new IllegalArgumentException("needed are 1 to " + of.size() + ", not " + needed + ", of " + of);
        }
        if (new HashSet<>(of).size() < of.size()) {
            throw new IllegalArgumentException("each is named once: " + of);
        }
    }

    /** All of them: in series. */
    public static Requirement allOf(String... names) {
        return new Requirement(names.length, List.of(names));
    }

    /** One of them is enough: in parallel. */
    public static Requirement anyOf(String... names) {
        return new Requirement(1, List.of(names));
    }

    /** So many of them: {@code k} of {@code n}. */
    public static Requirement atLeast(int needed, String... names) {
        return new Requirement(needed, List.of(names));
    }

    /** Whether all are needed. */
    boolean isSeries() {
        return needed == of.size();
    }

    /** How many must be down for this not to be met. */
    int fatal() {
        return of.size() - needed + 1;
    }
}
