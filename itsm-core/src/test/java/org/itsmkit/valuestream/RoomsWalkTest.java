package org.itsmkit.valuestream;

import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Whatever is done in whichever room, in whatever order, what follows in the others is what must follow. */
class RoomsWalkTest {

    @Test
    void whateverIsDoneTheRoomsGoTogether() {
        Map<String, Integer> seen = new TreeMap<>();
        Seeds.each(80, random -> new Walk(random, seen).go(150));
        if (System.getProperty("walk.why") != null) {
            seen.forEach((what, n) -> System.out.println(n + "\t" + what));
        }
    }
}
