package org.itsmkit.change.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/**
 * A small random world in whole minutes, and what its words mean, minute by minute: it knows no windows, no index and no sets of relatives,
 * but asks of each minute and each pair.
 */
final class MinuteWorld {

    static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");

    /** A change in numbers; {@code person} is -1 for nobody, {@code outFrom} for no outage. */
    record Plan(
            String id,
            String type,
            int from,
            int to,
            Set<Integer> items,
            Set<Integer> services,
            int person,
            int outFrom,
            int outTo) {

        Plan at(int begin) {
            int by = begin - from;
            int out = outFrom < 0 ? -1 : outFrom + by;
            return new Plan(id, type, begin, to + by, items, services, person, out, outTo + by);
        }

        boolean isOn(int minute) {
            return from <= minute && minute < to;
        }
    }

    private record Frozen(
            String name,
            int from,
            int to,
            Set<String> except,
            boolean everything,
            IntPredicate item,
            Set<Integer> services) {}

    private record Maintained(String name, IntPredicate item, List<int[]> open) {}

    /** A collision in words. */
    record Said(String kind, String with, int from, int to, Set<String> items) {}

    final int horizon;
    final List<Plan> plans = new ArrayList<>();
    private final Random random;
    private final int items;
    private final boolean[][] contains;
    private final boolean[][] needs;
    private final boolean[][] supports;
    private final boolean[][] labelled;
    private final int containment;
    private final int dependency;
    private final List<Frozen> frozen = new ArrayList<>();
    private final List<Maintained> maintained = new ArrayList<>();
    private final SchedulingRules rules;

    MinuteWorld(Random random) {
        this.random = random;
        horizon = random.nextInt(8) == 0 ? 2_880 : 60 + random.nextInt(600);
        items = random.nextInt(8);
        contains = edges(items, items);
        needs = edges(items, items);
        supports = edges(items, 3);
        labelled = edges(items, 2);
        containment = random.nextInt(4);
        dependency = random.nextInt(4);
        ItemMap.Builder map = ItemMap.builder();
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                if (contains[i][j]) {
                    map.contains(item(i), item(j));
                }
                if (needs[i][j]) {
                    map.dependsOn(item(i), item(j));
                }
            }
            for (int s = 0; s < 3; s++) {
                if (supports[i][s]) {
                    map.supports(item(i), service(s));
                }
            }
            for (int l = 0; l < 2; l++) {
                if (labelled[i][l]) {
                    map.label(item(i), "label-" + l);
                }
            }
        }
        List<Freeze> freezes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            freezes.add(freeze("freeze-" + i));
        }
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            windows.add(maintenance("window-" + i));
        }
        rules = new SchedulingRules(freezes, windows, map.build(), new Reach(containment, dependency));
        for (int i = random.nextInt(14); i > 0; i--) {
            plans.add(plan("c" + i));
        }
    }

    private boolean[][] edges(int rows, int columns) {
        boolean[][] edges = new boolean[rows][columns];
        for (int i = random.nextInt(rows + 3); i > 0 && rows > 0; i--) {
            edges[random.nextInt(rows)][random.nextInt(columns)] = true;
        }
        return edges;
    }

    private Set<Integer> some(int of, int most) {
        Set<Integer> some = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0 && of > 0; i--) {
            some.add(random.nextInt(of));
        }
        return some;
    }

    Plan plan(String id) {
        int from = random.nextInt(horizon);
        int to = from + 1 + random.nextInt(random.nextBoolean() ? 20 : 200);
        int outFrom = random.nextBoolean() ? -1 : from + random.nextInt(to - from);
        int outTo = outFrom < 0 ? -1 : outFrom + 1 + random.nextInt(to - outFrom);
        String type = List.of("normal", "standard", "emergency").get(random.nextInt(3));
        return new Plan(id, type, from, to, some(items, 3), some(3, 1), random.nextInt(5) - 1, outFrom, outTo);
    }

    private Freeze freeze(String name) {
        int from = random.nextInt(horizon);
        int to = from + 1 + random.nextInt(100);
        Set<String> except = random.nextBoolean() ? Set.of() : Set.of("emergency", "standard");
        Freeze.Scope scope = new Freeze.Everything();
        IntPredicate item = i -> false;
        Set<Integer> services = Set.of();
        int which = random.nextInt(3);
        if (which == 1) {
            Filter filter = filter(3);
            scope = new Freeze.OnItems(filter.data());
            item = filter.means();
        } else if (which == 2) {
            services = some(3, 2);
            scope = new Freeze.OnServices(services(services));
        }
        frozen.add(new Frozen(name, from, to, except, which == 0, item, services));
        return new Freeze(name, window(from, to), scope, except);
    }

    private MaintenanceWindow maintenance(String name) {
        Filter filter = filter(3);
        List<int[]> open = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        for (int at = random.nextInt(50); at < horizon; at += random.nextInt(200)) {
            int end = at + 1 + random.nextInt(200);
            open.add(new int[] {at, end});
            windows.add(window(at, end));
            at = end;
        }
        maintained.add(new Maintained(name, filter.means(), open));
        return new MaintenanceWindow(name, filter.data(), OpenWindows.of(windows));
    }

    private record Filter(ItemFilter data, IntPredicate means) {}

    private Filter filter(int depth) {
        int which = random.nextInt(depth == 0 ? 3 : 7);
        int one = random.nextInt(2);
        switch (which) {
            case 0 -> {
                Set<Integer> named = some(items, 3);
                return new Filter(new ItemFilter.Named(items(named)), named::contains);
            }
            case 1 -> {
                return new Filter(ItemFilter.labelled("label-" + one), i -> labelled[i][one]);
            }
            case 2 -> {
                return new Filter(ItemFilter.supporting(service(one)), i -> supports[i][one]);
            }
            case 3 -> {
                return new Filter(ItemFilter.every(), i -> true);
            }
            case 4 -> {
                Filter part = filter(depth - 1);
                return new Filter(
                        ItemFilter.not(part.data()), i -> !part.means().test(i));
            }
            default -> {
                Filter a = filter(depth - 1);
                Filter b = filter(depth - 1);
                return which == 5
                        ? new Filter(
                                ItemFilter.all(a.data(), b.data()),
                                i -> a.means().test(i) && b.means().test(i))
                        : new Filter(
                                ItemFilter.any(a.data(), b.data()),
                                i -> a.means().test(i) || b.means().test(i));
            }
        }
    }

    static Window window(int from, int to) {
        return new Window(instant(from), instant(to));
    }

    static Instant instant(int minute) {
        return ZERO.plusSeconds(60L * minute);
    }

    static int minute(Instant at) {
        long seconds = at.getEpochSecond() - ZERO.getEpochSecond();
        if (seconds % 60 != 0 || at.getNano() != 0) {
            throw new AssertionError("not on a minute: " + at);
        }
        return Math.toIntExact(seconds / 60);
    }

    static ConfigurationItemId item(int i) {
        return ConfigurationItemId.of("item-" + i);
    }

    static ServiceId service(int i) {
        return ServiceId.of("service-" + i);
    }

    private static Set<ConfigurationItemId> items(Set<Integer> some) {
        return some.stream().map(MinuteWorld::item).collect(Collectors.toSet());
    }

    private static Set<ServiceId> services(Set<Integer> some) {
        return some.stream().map(MinuteWorld::service).collect(Collectors.toSet());
    }

    static PlannedChange planned(Plan plan) {
        return new PlannedChange(
                RecordRef.of("change", RecordId.of(plan.id())),
                "Patch " + plan.id(),
                plan.type(),
                window(plan.from(), plan.to()),
                items(plan.items()),
                services(plan.services()),
                plan.person() < 0 ? Optional.empty() : Optional.of(PersonId.of("person-" + plan.person())),
                plan.outFrom() < 0 ? Optional.empty() : Optional.of(window(plan.outFrom(), plan.outTo())),
                false);
    }

    /** The calendar of all plans, told in any order. */
    ChangeCalendar calendar() {
        List<PlannedChange> changes =
                new ArrayList<>(plans.stream().map(MinuteWorld::planned).toList());
        Collections.shuffle(changes, random);
        return ChangeCalendar.of(rules, changes);
    }

    // What follows walks.

    private boolean reaches(boolean[][] edges, boolean backwards, int from, int to, int steps) {
        if (steps == 0) {
            return false;
        }
        for (int next = 0; next < items; next++) {
            boolean isEdge = backwards ? edges[next][from] : edges[from][next];
            if (isEdge && (next == to || reaches(edges, backwards, next, to, steps - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(String kind, int own, int other) {
        if (kind.equals("SAME_ITEM") || own == other) {
            return kind.equals("SAME_ITEM") && own == other;
        }
        return switch (kind) {
            case "PARENT_ITEM" -> reaches(contains, true, own, other, containment);
            case "CHILD_ITEM" -> reaches(contains, false, own, other, containment);
            case "DEPENDANT_ITEM" -> reaches(needs, true, own, other, dependency);
            case "DEPENDENCY_ITEM" -> reaches(needs, false, own, other, dependency);
            default -> throw new AssertionError(kind);
        };
    }

    private boolean touches(Plan plan, int service) {
        return plan.services().contains(service) || plan.items().stream().anyMatch(i -> supports[i][service]);
    }

    private boolean isStopped(Plan plan, Frozen by) {
        return !by.except().contains(plan.type())
                && (by.everything()
                        || plan.items().stream().anyMatch(i -> by.item().test(i))
                        || by.services().stream().anyMatch(s -> touches(plan, s)));
    }

    private boolean isOpen(List<String> names, int minute) {
        for (Maintained each : maintained) {
            for (int[] open : each.open()) {
                if (open[0] <= minute && minute < open[1] && names.contains(each.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<List<String>, Set<Integer>> maintained(Plan plan) {
        Map<List<String>, Set<Integer>> groups = new LinkedHashMap<>();
        for (int i : plan.items()) {
            List<String> names = maintained.stream()
                    .filter(each -> each.item().test(i))
                    .map(Maintained::name)
                    .toList();
            if (!names.isEmpty()) {
                groups.computeIfAbsent(names, none -> new TreeSet<>()).add(i);
            }
        }
        return groups;
    }

    /** By kind, in what way two plans meet if they are made at the same time, and by which items of the first. */
    private Map<String, Set<String>> meetings(Plan plan, Plan other) {
        Map<String, Set<String>> met = new LinkedHashMap<>();
        for (String kind : List.of("SAME_ITEM", "PARENT_ITEM", "CHILD_ITEM", "DEPENDANT_ITEM", "DEPENDENCY_ITEM")) {
            for (int own : plan.items()) {
                for (int theirs : other.items()) {
                    if (meets(kind, own, theirs)) {
                        met.computeIfAbsent(kind, none -> new TreeSet<>()).add("item-" + own);
                    }
                }
            }
        }
        for (int s = 0; s < 3; s++) {
            if (touches(plan, s) && touches(other, s)) {
                met.put("SAME_SERVICE", Set.of());
            }
        }
        if (plan.person() >= 0 && plan.person() == other.person()) {
            met.put("ASSIGNEE_BUSY", Set.of());
        }
        return met;
    }

    Set<Said> collisions(Plan plan) {
        Set<Said> all = new HashSet<>();
        for (Plan other : plans) {
            if (!other.id().equals(plan.id())) {
                meetings(plan, other)
                        .forEach((kind, items) -> runs(plan, other::isOn)
                                .forEach(
                                        run -> all.add(new Said(kind, "change/" + other.id(), run[0], run[1], items))));
            }
        }
        for (Frozen by : frozen) {
            if (isStopped(plan, by)) {
                runs(plan, minute -> by.from() <= minute && minute < by.to())
                        .forEach(run -> all.add(new Said("FREEZE", by.name(), run[0], run[1], Set.of())));
            }
        }
        maintained(plan).forEach((names, items) -> {
            Set<String> concerned = new TreeSet<>();
            items.forEach(i -> concerned.add("item-" + i));
            runs(plan, minute -> !isOpen(names, minute))
                    .forEach(run ->
                            all.add(new Said("OUTSIDE_WINDOW", String.join(", ", names), run[0], run[1], concerned)));
        });
        return all;
    }

    /** The runs of minutes of {@code plan} of which something is true. */
    private static List<int[]> runs(Plan plan, IntPredicate isTrue) {
        List<int[]> runs = new ArrayList<>();
        int begin = -1;
        for (int minute = plan.from(); minute <= plan.to(); minute++) {
            boolean is = minute < plan.to() && isTrue.test(minute);
            if (is && begin < 0) {
                begin = minute;
            } else if (!is && begin >= 0) {
                runs.add(new int[] {begin, minute});
                begin = -1;
            }
        }
        return runs;
    }

    /** The runs of minutes at which {@code plan} may begin, first and last, so that no minute of it has a collision. */
    List<List<Integer>> begins(Plan plan, int from, int to) {
        boolean[] isBad = new boolean[to];
        List<Plan> others = plans.stream()
                .filter(other ->
                        !other.id().equals(plan.id()) && !meetings(plan, other).isEmpty())
                .toList();
        List<Frozen> stops = frozen.stream().filter(by -> isStopped(plan, by)).toList();
        Set<List<String>> hours = maintained(plan).keySet();
        for (int minute = from; minute < to; minute++) {
            for (Plan other : others) {
                isBad[minute] |= other.isOn(minute);
            }
            for (Frozen stop : stops) {
                isBad[minute] |= stop.from() <= minute && minute < stop.to();
            }
            for (List<String> names : hours) {
                isBad[minute] |= !isOpen(names, minute);
            }
        }
        List<List<Integer>> begins = new ArrayList<>();
        int first = -1;
        int length = plan.to() - plan.from();
        for (int begin = from; begin <= to; begin++) {
            boolean isFree = begin + length <= to;
            for (int minute = begin; isFree && minute < begin + length; minute++) {
                isFree = !isBad[minute];
            }
            if (isFree && first < 0) {
                first = begin;
            } else if (!isFree && first >= 0) {
                begins.add(List.of(first, begin - 1));
                first = -1;
            }
        }
        return begins;
    }

    /** By service, the minutes in which it is out, and because of which plans. */
    Map<String, Map<Integer, Set<String>>> outages(int from, int to) {
        Map<String, Map<Integer, Set<String>>> out = new TreeMap<>();
        for (Plan plan : plans) {
            for (int s = 0; s < 3; s++) {
                for (int minute = from; plan.outFrom() >= 0 && touches(plan, s) && minute < to; minute++) {
                    if (plan.outFrom() <= minute && minute < plan.outTo()) {
                        out.computeIfAbsent("service-" + s, none -> new TreeMap<>())
                                .computeIfAbsent(minute, none -> new TreeSet<>())
                                .add("change/" + plan.id());
                    }
                }
            }
        }
        return out;
    }
}
