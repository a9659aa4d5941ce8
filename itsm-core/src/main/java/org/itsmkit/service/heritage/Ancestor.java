package org.itsmkit.service.heritage;

import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * A process or a function of ITIL v3, and what became of it.
 *
 * @param code its name in lower case with hyphens; by {@link Keys#requireCode}
 * @param name as it was written
 * @param sort whether it was a process or a function
 * @param stage where it was described
 * @param successors the practices that took it up, the one nearest to it first; at least one, each once
 */
public record Ancestor(String code, String name, Sort sort, Stage stage, List<Successor> successors) {

    /** What older editions told apart, and practices do not. */
    public enum Sort {
        /** What is done, step by step. */
        PROCESS,
        /** Who does it: a team with its tools. */
        FUNCTION
    }

    public Ancestor {
        Keys.requireCode(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(stage, "stage");
        successors = List.copyOf(successors);
        if (successors.isEmpty()
                || successors.stream().map(Successor::practice).distinct().count() < successors.size()) {
            throw new IllegalArgumentException("an ancestor has at least one successor, each once: " + code);
        }
    }

    /** The code names of the practices that took it up. */
    public List<String> practices() {
        return successors.stream().map(Successor::practice).toList();
    }
}
