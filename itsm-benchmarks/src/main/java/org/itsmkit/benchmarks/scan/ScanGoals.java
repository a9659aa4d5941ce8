package org.itsmkit.benchmarks.scan;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.benchmarks.Goal;
import org.itsmkit.benchmarks.GoalGroup;
import org.itsmkit.benchmarks.Paired;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;

/** What it costs to say of many incidents where they stand with what was promised, and what they take in memory meanwhile. */
public final class ScanGoals implements GoalGroup {

    private static final int WALKED = 500;

    /** Longer than others: there is more to compile, and on a busy machine that takes its time. */
    private final Paired warmUp = new Paired(Duration.ofMillis(600), 1);

    private final Paired paired = new Paired(Duration.ofMillis(30), 75);

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public List<Goal> measure(PrintStream log) throws Exception {
        Scan scan = new Scan();
        int wrong = wrong(scan);
        log.printf(Locale.ROOT, "# %,d evaluations against a walk minute by minute, wrong: %d%n", 2 * WALKED, wrong);
        log.printf(Locale.ROOT, "# %.1f stretches count per incident, for both targets%n", scan.stretches());
        Map<String, Paired.Work> works = scan.works();
        warmUp.measure(works);
        Paired.Results results = paired.measure(works);
        results.nanos()
                .keySet()
                .forEach(name -> log.printf(
                        Locale.ROOT,
                        "# %-20s %,10.1f ns %,10.0f B%n",
                        name,
                        results.nanosOf(name),
                        results.bytesOf(name)));
        log.printf(
                Locale.ROOT,
                "# bare answers: %.2f times the bare loop; evaluate: %.2f times bare answers%n",
                results.ratio("bare answers", "bare loop"),
                results.ratio("evaluate", "bare answers"));
        log.printf(
                Locale.ROOT,
                "# with two thresholds each: %.2f times the bare loop%n",
                results.ratio("with two thresholds", "bare loop"));
        return List.of(
                Goal.atMost("evaluations-wrong", wrong + scan.otherAnswers(), 0),
                Goal.atMost("evaluate-to-bare-loop", results.ratio("evaluate", "bare loop"), 4),
                Goal.atMost("bytes-kept-per-incident", Math.rint(Kept.bytes()), 700));
    }

    private static int wrong(Scan scan) {
        int wrong = 0;
        for (Life life : scan.lives().subList(0, WALKED)) {
            wrong += isRight(life, true, Office.RESPONSE, scan.hours()) ? 0 : 1;
            wrong += isRight(life, false, Office.RESOLUTION, scan.hours()) ? 0 : 1;
        }
        return wrong;
    }

    private static boolean isRight(Life life, boolean isResponse, Target target, ServiceHours hours) {
        Duration budget = ((Amount.OpenTime) target.amount()).duration();
        return MinuteWalk.agrees(
                life, isResponse, budget, ServiceLevelClock.evaluate(life.timeline(), target, hours, Life.NOW));
    }
}
