package org.itsmkit.benchmarks.changes;

import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.benchmarks.Goal;
import org.itsmkit.benchmarks.GoalGroup;
import org.itsmkit.benchmarks.Paired;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.schedule.ChangeCalendar;
import org.itsmkit.change.schedule.PlannedChange;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to say what is in the way of a change, and how that grows from a thousand changes to ten thousand.
 *
 * <p>As calendars grow, they do so into the future: there are a hundred changes a day among ten thousand servers, for ten days or for a
 * hundred. The harder case is a month that fills up: with a thousand changes or with ten thousand, so that ten times as much is in the way
 * too, and is said.
 */
public final class ChangeGoals implements GoalGroup {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int MONTH = 30;

    private final Paired warmUp = new Paired(Duration.ofMillis(400), 1);
    private final Paired paired = new Paired(Duration.ofMillis(30), 75);
    private final Blackhole seen = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public List<Goal> measure(PrintStream log) throws Exception {
        Map<String, Estate> estates = new LinkedHashMap<>();
        estates.put("10 days", new Estate(FEW, FEW / 100));
        estates.put("100 days", new Estate(MANY, MANY / 100));
        estates.put("quiet month", new Estate(FEW, MONTH));
        estates.put("full month", new Estate(MANY, MONTH));
        int wrong = 0;
        for (var estate : estates.entrySet()) {
            wrong += wrong(estate.getKey(), estate.getValue(), log);
        }
        Map<String, Paired.Work> works = new LinkedHashMap<>();
        estates.forEach((name, estate) -> works.put(name, collisions(estate)));
        works.put("100 days, pairs", pairs(of(estates, "100 days")));
        works.put("full month, pairs", pairs(of(estates, "full month")));
        works.put("100 days, numbers", numbers(of(estates, "100 days")));
        works.put("100 days, free slots", freeSlots(of(estates, "100 days")));
        works.put("100 days, one more", oneMore(of(estates, "100 days")));
        warmUp.measure(works);
        Paired.Results results = paired.measure(works);
        results.nanos()
                .keySet()
                .forEach(name -> log.printf(
                        Locale.ROOT,
                        "# %-22s %,12.1f ns %,12.0f B%n",
                        name,
                        results.nanosOf(name),
                        results.bytesOf(name)));
        log.printf(
                Locale.ROOT,
                "# pairs take %.1f times as long in a full month; in numbers alone, %.1f times in 100 days%n",
                results.ratio("full month, pairs", "full month"),
                results.ratio("100 days, numbers", "100 days"));
        return List.of(
                Goal.atMost("collisions-wrong", wrong, 0),
                Goal.atMost("collisions-10000-to-1000", results.ratio("100 days", "10 days"), 3),
                Goal.atMost("collisions-10000-to-1000-in-a-month", results.ratio("full month", "quiet month"), 3),
                Goal.atLeast("pairs-to-collisions", results.ratio("100 days, pairs", "100 days"), 5));
    }

    private static Estate of(Map<String, Estate> estates, String name) {
        return Objects.requireNonNull(estates.get(name), name);
    }

    /** Of how many changes something else is said than pairs say; of each, all of it is compared. */
    private static int wrong(String name, Estate estate, PrintStream log) {
        Pairs pairs = new Pairs(estate);
        int wrong = 0;
        long found = 0;
        for (int i = 0; i < estate.changes().size(); i++) {
            var collisions = estate.calendar().collisions(estate.changes().get(i));
            Set<Pairs.Found> said = collisions.stream()
                    .map(one -> new Pairs.Found(one.kind(), one.with().text()))
                    .collect(Collectors.toSet());
            found += collisions.size();
            boolean isRight = said.size() == collisions.size()
                    && said.equals(Set.copyOf(pairs.of(i)))
                    && said.equals(Set.copyOf(pairs.byNumbers(i)));
            wrong += isRight ? 0 : 1;
        }
        log.printf(
                Locale.ROOT,
                "# %-12s %,7d changes, %.2f collisions each, wrong: %d%n",
                name,
                estate.changes().size(),
                (double) found / estate.changes().size(),
                wrong);
        return wrong;
    }

    private Paired.Work collisions(Estate estate) {
        ChangeCalendar calendar = estate.calendar();
        List<PlannedChange> changes = estate.changes();
        return times -> {
            for (int i = 0; i < times; i++) {
                seen.consume(calendar.collisions(changes.get(i % changes.size())));
            }
        };
    }

    private Paired.Work pairs(Estate estate) {
        Pairs pairs = new Pairs(estate);
        int size = estate.changes().size();
        return times -> {
            for (int i = 0; i < times; i++) {
                seen.consume(pairs.of(i % size));
            }
        };
    }

    private Paired.Work numbers(Estate estate) {
        Pairs pairs = new Pairs(estate);
        int size = estate.changes().size();
        return times -> {
            for (int i = 0; i < times; i++) {
                seen.consume(pairs.byNumbers(i % size));
            }
        };
    }

    /** The next five within a week. */
    private Paired.Work freeSlots(Estate estate) {
        List<PlannedChange> changes = estate.changes();
        return times -> {
            for (int i = 0; i < times; i++) {
                PlannedChange change = changes.get(i % changes.size());
                Window week = new Window(
                        change.window().fromInclusive(),
                        change.window().fromInclusive().plus(7, ChronoUnit.DAYS));
                seen.consume(estate.calendar().freeSlots(change, week, 5));
            }
        };
    }

    private Paired.Work oneMore(Estate estate) {
        List<PlannedChange> changes = estate.changes();
        return times -> {
            for (int i = 0; i < times; i++) {
                PlannedChange change = changes.get(i % changes.size());
                seen.consume(estate.calendar()
                        .with(change.movedTo(change.window().fromInclusive().plusSeconds(60))));
            }
        };
    }
}
