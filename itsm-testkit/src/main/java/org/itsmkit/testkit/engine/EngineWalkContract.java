package org.itsmkit.testkit.engine;

import java.time.Duration;
import org.itsmkit.testkit.fixture.Seeds;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.junit.jupiter.api.Test;

/**
 * Random walks: several people of different roles do to several incidents and changes what they may and what they may not, while the
 * clock goes on and settings change. After each step everything is as an independent model says.
 */
public interface EngineWalkContract extends StoreContract {

    /** How many walks there are at most. */
    int WALKS = 12;

    /** How many steps a walk has. */
    int STEPS = 250;

    /** How long walks are begun. */
    Duration BUDGET = Duration.ofSeconds(7);

    @Test
    default void everyWalkGoesByTheRules(Trial trial) {
        long end = System.nanoTime() + BUDGET.toNanos();
        boolean[] walked = {false};
        Seeds.each(WALKS, random -> {
            // A slow store walks less; but at least once, and always to the end.
            if (!walked[0] || System.nanoTime() < end) {
                walked[0] = true;
                new Walk(trial.neighbour(), random).go(STEPS);
            }
        });
    }
}
