package org.itsmkit.problem;

import java.util.Set;

/** What of problems and their analyses may be about persons: nearly all that people write. */
final class Personal {

    private Personal() {}

    static Set<String> names() {
        return Set.of(
                "finding",
                "reason",
                "cause",
                "solution",
                "wentWell",
                "wentBadly",
                "lessons",
                "effect",
                "deviation",
                "subject",
                "question",
                "answer",
                "assumption",
                "distinction",
                "participants",
                "FiveWhys.problem",
                "Row.is",
                "Row.isNot",
                "Row.change",
                "Happening.what",
                "Happening.source",
                "Evidence.link");
    }
}
