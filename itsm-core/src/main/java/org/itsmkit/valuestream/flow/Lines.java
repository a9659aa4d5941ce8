package org.itsmkit.valuestream.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands in the box of a step. */
final class Lines {

    private Lines() {}

    /** As in design and transition. */
    static String activity(Step step) {
        return step.activity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its activity, its practices, its roles if it has any, and what was noted of it. */
    static List<String> of(Step step, Map<String, List<String>> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(activity(step));
        if (!step.practices().isEmpty()) {
            lines.add(String.join(", ", step.practices()));
        }
        if (!step.roles().isEmpty()) {
            lines.add(String.join(", ", step.roles()));
        }
        lines.addAll(notes.getOrDefault(step.name(), List.of()));
        return lines;
    }
}
