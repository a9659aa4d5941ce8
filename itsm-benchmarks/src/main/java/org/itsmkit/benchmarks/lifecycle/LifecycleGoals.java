package org.itsmkit.benchmarks.lifecycle;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.benchmarks.Goal;
import org.itsmkit.benchmarks.GoalGroup;
import org.itsmkit.benchmarks.Paired;

/** What one guarded transition costs before anything is stored. */
public final class LifecycleGoals implements GoalGroup {

    private static final int CASES = 2_000;
    private static final int STEPS = 50;

    private final Paired warmUp = new Paired(Duration.ofMillis(400), 1);
    private final Paired paired = new Paired(Duration.ofMillis(30), 75);

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public List<Goal> measure(PrintStream log) throws Exception {
        int wrong = Course.wrong(CASES, STEPS);
        log.printf(
                Locale.ROOT,
                "# %,d random steps of each, possible and not, permitted and not: %d led elsewhere%n",
                CASES * STEPS,
                wrong);
        Map<String, Paired.Work> works = new Course().works();
        warmUp.measure(works);
        Paired.Results results = paired.measure(works);
        results.nanos()
                .keySet()
                .forEach(name -> log.printf(
                        Locale.ROOT,
                        "# %-12s %,10.1f ns %,10.0f B%n",
                        name,
                        results.nanosOf(name),
                        results.bytesOf(name)));
        log.printf(
                Locale.ROOT,
                "# the bare transition takes %.2f times the limit, and ours %.2f times the bare one%n",
                results.ratio("bare", "limit"),
                results.ratio("kit", "bare"));
        return List.of(
                Goal.atMost("steps-that-led-elsewhere", wrong, 0),
                Goal.atMost("transition-to-limit", results.ratio("kit", "limit"), 3),
                Goal.atMost("transition-bytes", Math.rint(results.bytesOf("kit")), 200),
                Goal.atLeast("stateless4j-to-transition", results.ratio("stateless4j", "kit"), 1),
                Goal.atLeast("squirrel-to-transition", results.ratio("squirrel", "kit"), 15));
    }
}
