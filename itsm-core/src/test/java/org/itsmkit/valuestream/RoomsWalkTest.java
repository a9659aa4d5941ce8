package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Whatever is done in whichever room, in whatever order, what follows in the others is what must follow. */
class RoomsWalkTest {

    private static final int WALKS = 70;
    private static final int STEPS = 140;

    /** How often a seventh of the walks is added at most. */
    private static final int MOST_MORE = 35;

    /** How often it must have come to that at least, or the walks show nothing of it. */
    private static final Map<String, Integer> AT_LEAST = Map.ofEntries(
            Map.entry("succeeded", 2_000),
            Map.entry("refused", 100),
            Map.entry("impossible", 200),
            Map.entry("due work was done", 50),
            Map.entry("reactions were switched off", 10),
            Map.entry("a change was closed", 30),
            Map.entry("a change was cancelled", 10),
            Map.entry("a change was authorised: MODEL", 20),
            Map.entry("a change was authorised: VOTES", 8),
            Map.entry("a change was begun", 10),
            Map.entry("a change was made: FAILED", 5),
            Map.entry("a change was unauthorised", 5),
            Map.entry("an incident of a failed change was logged", 5),
            Map.entry("no change by a model that is not in use", 5),
            Map.entry("reaction:record-use-of-change-model", 4),
            Map.entry("the board met", 8),
            Map.entry("a fix was noted", 20),
            Map.entry("a fix could not be noted", 1),
            Map.entry("a known error was fixed", 4),
            Map.entry("a known error was published", 50),
            Map.entry("a workaround was offered", 80),
            Map.entry("a workaround was tried", 10),
            Map.entry("a problem was fixed", 10),
            Map.entry("a problem was not fixed yet", 3),
            Map.entry("a problem was resolved", 15),
            Map.entry("a problem was reanalysed", 20),
            Map.entry("an incident went on: awaiting-change", 10),
            Map.entry("an incident went on: awaiting-problem", 10),
            Map.entry("problems were merged", 25),
            Map.entry("problems were unmerged", 6),
            Map.entry("incidents were merged", 15),
            Map.entry("incidents were unmerged", 1),
            Map.entry("incidents moved with their problem", 30),
            Map.entry("known-errors moved with their problem", 10),
            Map.entry("reactions 2 deep", 5));

    @Test
    void whateverIsDoneTheRoomsGoTogether() {
        Map<String, Integer> seen = new TreeMap<>();

        walk(WALKS, seen);

        // Not where one seed alone is run again, or a part of them.
        if (seen.get("walks") == WALKS) {
            // Chance has bad days: what is rare gets more walks before it is missed.
            for (int more = 0; more < MOST_MORE && !missing(seen).isEmpty(); more++) {
                walk(WALKS / 7, seen);
            }
            assertThat(missing(seen)).as("what was seen too seldom").isEmpty();
        }
    }

    private static void walk(int walks, Map<String, Integer> seen) {
        Seeds.each(walks, random -> new Walk(random, seen).go(STEPS));
    }

    private static Map<String, Integer> missing(Map<String, Integer> seen) {
        Map<String, Integer> missing = new TreeMap<>();
        AT_LEAST.forEach((what, times) -> {
            if (seen.getOrDefault(what, 0) < times) {
                missing.put(what, seen.getOrDefault(what, 0));
            }
        });
        return missing;
    }
}
