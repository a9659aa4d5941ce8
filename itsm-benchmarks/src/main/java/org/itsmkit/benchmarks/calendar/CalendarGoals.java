package org.itsmkit.benchmarks.calendar;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.itsmkit.benchmarks.Goal;
import org.itsmkit.benchmarks.GoalGroup;
import org.itsmkit.benchmarks.Paired;

/** How quick business time is, beside the quickest that can be and beside its peers; and first of all, whether it is right. */
public final class CalendarGoals implements GoalGroup {

    private static final int YEAR = 365;

    private final Paired paired = new Paired(Duration.ofMillis(60), 25);

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public List<Goal> measure(PrintStream log) throws Exception {
        // parts of jBPM go by the zone of the machine
        TimeZone.setDefault(TimeZone.getTimeZone(Week.BERLIN));
        List<Goal> goals = new ArrayList<>(new CalendarCheck(log).goals());
        long begin = System.nanoTime();
        Contest office = new Contest("office", Week.office());
        goals.addAll(spans(log, office));
        goals.addAll(peers(log, office));
        for (Contest other : List.of(
                new Contest("split-days", Week.split()),
                new Contest("overnight", Week.nights()),
                new Contest("around-the-clock", Week.always()))) {
            Paired.Results year = paired.measure(other.kitAndLimit(YEAR));
            goals.add(
                    Goal.atMost(other.name() + "-elapsed-1y-to-limit", year.ratio("kit elapsed", "limit elapsed"), 3));
            goals.add(Goal.atMost(
                    other.name() + "-deadline-1y-to-limit", year.ratio("kit deadline", "limit deadline"), 3));
            print(log, other.name() + " 1y", year);
        }
        new CompileCost(log).print();
        log.printf(
                Locale.ROOT,
                "# measured in %d s%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return goals;
    }

    private List<Goal> spans(PrintStream log, Contest office) throws Exception {
        List<Goal> goals = new ArrayList<>();
        Map<String, Paired.Work> all = new LinkedHashMap<>();
        for (int days : new int[] {1, YEAR, 5 * YEAR}) {
            office.kitAndLimit(days).forEach((name, work) -> all.put(name + " " + days, work));
        }
        Paired.Results results = paired.measure(all);
        print(log, "office, days", results);
        for (String what : List.of("elapsed", "deadline")) {
            for (int days : new int[] {1, YEAR, 5 * YEAR}) {
                String kit = "kit " + what + " " + days;
                String span = days == 1 ? "1d" : days / YEAR + "y";
                goals.add(Goal.atMost(
                        what + "-" + span + "-to-limit", results.ratio(kit, "limit " + what + " " + days), 3));
                goals.add(Goal.atMost(what + "-" + span + "-bytes", Math.rint(results.bytesOf(kit)), 48));
            }
            goals.add(Goal.atMost(
                    what + "-5y-to-1d", results.ratio("kit " + what + " " + 5 * YEAR, "kit " + what + " 1"), 2));
        }
        return goals;
    }

    private List<Goal> peers(PrintStream log, Contest office) throws Exception {
        Paired.Results results = paired.measure(office.kitAndPeers(YEAR));
        print(log, "office 1y", results);
        return List.of(
                Goal.atLeast("naive-to-elapsed-1y", results.ratio("naive elapsed", "kit elapsed"), 1_000),
                Goal.atLeast("naive-to-deadline-1y", results.ratio("naive deadline", "kit deadline"), 1_000),
                Goal.atLeast("mpxj-to-deadline-1y", results.ratio("mpxj deadline", "kit deadline"), 1_000),
                Goal.atLeast("jbpm-to-deadline-1y", results.ratio("jbpm deadline", "kit deadline"), 5_000),
                Goal.atLeast("strata-to-elapsed-1y", results.ratio("strata elapsed", "kit elapsed"), 5),
                Goal.atLeast("strata-to-deadline-1y", results.ratio("strata deadline", "kit deadline"), 5));
    }

    private static void print(PrintStream log, String what, Paired.Results results) {
        results.nanos()
                .keySet()
                .forEach(name -> log.printf(
                        Locale.ROOT,
                        "# %-20s %-22s %,12.1f ns %,10.0f B%n",
                        what,
                        name,
                        results.nanosOf(name),
                        results.bytesOf(name)));
    }
}
