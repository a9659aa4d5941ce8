package org.itsmkit.service.function;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.GroupId;

/** Goes from one edge to the next: wherever a shift, or a time at which somebody should be there, begins or ends. */
final class CoverageWalk {

    private final Window window;
    private final List<Window> required;
    private final List<Shift> shifts;

    // Who is there, since when; by id, so that of several who came at once it is the same one each time.
    private final Map<String, Instant> there = new TreeMap<>();
    private final List<Window> gaps = new ArrayList<>();
    private final List<Window> overlaps = new ArrayList<>();
    private final List<HandOver> handOvers = new ArrayList<>();
    private Duration wanted = Duration.ZERO;
    private Duration covered = Duration.ZERO;

    private record Shift(GroupId group, Window window) {}

    CoverageWalk(Collection<Team> teams, OpenWindows required, Window window) {
        this.window = window;
        this.required = required.windows(window.fromInclusive(), window.toExclusive());
        this.shifts = new ArrayList<>();
        for (Team team : teams) {
            team.shifts().toCalendar().windows(window.fromInclusive(), window.toExclusive()).stream()
                    .map(open -> new Shift(team.group(), open))
                    .forEach(shifts::add);
        }
        shifts.sort(Comparator.comparing(shift -> shift.window().fromInclusive()));
    }

    Coverage walk() {
        List<Shift> ending = new ArrayList<>(shifts);
        ending.sort(Comparator.comparing((Shift shift) -> shift.window().toExclusive())
                .thenComparing(shift -> shift.group().value()));
        List<Instant> edges = edges();
        int begun = 0;
        int ended = 0;
        int open = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            Instant at = edges.get(i);
            List<Shift> over = new ArrayList<>();
            for (;
                    ended < ending.size()
                            && !ending.get(ended).window().toExclusive().isAfter(at);
                    ended++) {
                over.add(ending.get(ended));
                there.remove(ending.get(ended).group().value());
            }
            for (;
                    begun < shifts.size()
                            && !shifts.get(begun).window().fromInclusive().isAfter(at);
                    begun++) {
                there.put(shifts.get(begun).group().value(), at);
            }
            for (; open < required.size() && !required.get(open).toExclusive().isAfter(at); open++) {}
            if (open < required.size() && required.get(open).contains(at)) {
                over.forEach(this::handOver);
                cover(new Window(at, edges.get(i + 1)));
            }
        }
        handOvers.sort(HandOver.ORDER);
        return new Coverage(window, wanted, covered, gaps, overlaps, handOvers);
    }

    private List<Instant> edges() {
        TreeSet<Instant> edges = new TreeSet<>(List.of(window.fromInclusive(), window.toExclusive()));
        required.forEach(each -> edges.addAll(List.of(each.fromInclusive(), each.toExclusive())));
        shifts.forEach(shift -> edges.addAll(
                List.of(shift.window().fromInclusive(), shift.window().toExclusive())));
        return List.copyOf(edges);
    }

    private void cover(Window part) {
        wanted = wanted.plus(part.length());
        if (there.isEmpty()) {
            add(gaps, part);
            return;
        }
        covered = covered.plus(part.length());
        if (there.size() > 1) {
            add(overlaps, part);
        }
    }

    /** Where it touches the last one it makes that longer. */
    private static void add(List<Window> windows, Window part) {
        int last = windows.size() - 1;
        if (last >= 0 && windows.get(last).toExclusive().equals(part.fromInclusive())) {
            windows.set(last, new Window(windows.get(last).fromInclusive(), part.toExclusive()));
        } else {
            windows.add(part);
        }
    }

    private void handOver(Shift over) {
        there.entrySet().stream()
                .reduce((one, other) -> other.getValue().isAfter(one.getValue()) ? other : one)
                .ifPresent(next -> {
                    Instant at = over.window().toExclusive();
                    Instant both = next.getValue().isAfter(over.window().fromInclusive())
                            ? next.getValue()
                            : over.window().fromInclusive();
                    handOvers.add(
                            new HandOver(over.group(), GroupId.of(next.getKey()), at, Duration.between(both, at)));
                });
    }
}
