package org.itsmkit.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.benchmarks.calendar.CalendarGoals;
import org.itsmkit.benchmarks.changes.ChangeGoals;
import org.itsmkit.benchmarks.lifecycle.LifecycleGoals;
import org.itsmkit.benchmarks.scan.ScanGoals;

/**
 * {@code goals [group …]} measures what the kit promises about its speed, and says of each promise whether it is kept; {@code jmh …} hands
 * the rest to JMH. Ends with 0 if all is kept, with 1 if something is not, with 2 for wrong usage.
 */
public final class Main {

    private static final List<GoalGroup> GROUPS =
            List.of(new CalendarGoals(), new LifecycleGoals(), new ScanGoals(), new ChangeGoals());

    private Main() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "jmh" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            case "goals" -> System.exit(goals(rest));
            default -> {
                System.err.println("usage: goals [" + names().collect(Collectors.joining("|")) + " …] | jmh …");
                System.exit(2);
            }
        }
    }

    private static Stream<String> names() {
        return GROUPS.stream().map(GoalGroup::name);
    }

    private static int goals(List<String> chosen) throws Exception {
        Set<String> unknown = new TreeSet<>(chosen);
        names().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            System.err.println("no such group: " + unknown + "; there are " + names().toList());
            return 2;
        }
        int missed = 0;
        for (GoalGroup group : GROUPS) {
            if (chosen.isEmpty() || chosen.contains(group.name())) {
                System.out.printf(
                        Locale.ROOT,
                        "# %s, Java %s, %d processors%n",
                        group.name(),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors());
                for (Goal goal : group.measure(System.out)) {
                    System.out.println(goal);
                    missed += goal.isMet() ? 0 : 1;
                }
            }
        }
        return missed == 0 ? 0 : 1;
    }
}
