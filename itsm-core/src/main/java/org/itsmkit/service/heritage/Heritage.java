package org.itsmkit.service.heritage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the 26 processes and 4 functions of ITIL v3, in its edition of 2011: of each, the practices of ITIL 4 that took it up.
 * The mapping is the kit's own reading; where a process was divided, several practices are named, and the nearest is first.
 */
public final class Heritage {

    private static final List<Ancestor> ALL = Stream.of(
                    HeritageOfDesign.strategy(),
                    HeritageOfDesign.design(),
                    HeritageOfOperation.transition(),
                    HeritageOfOperation.operation(),
                    HeritageOfOperation.improvement(),
                    HeritageOfOperation.functions())
            .flatMap(List::stream)
            .toList();

    private Heritage() {}

    /** All of them: processes by stage, then functions. */
    public static List<Ancestor> all() {
        return ALL;
    }

    /** The one of that code name, such as {@code change-management}. */
    public static Optional<Ancestor> of(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What a practice took up, by its code name, in the order of {@link #all}; empty if it is new, or is no practice. */
    public static List<Ancestor> ancestorsOf(String practice) {
        return ALL.stream().filter(one -> one.practices().contains(practice)).toList();
    }
}
