package org.itsmkit.problem.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.RecordRef;

/**
 * The incidents of a stretch of time, by each key that they have: in the order of the keys, and for each of them by when they were, then by
 * reference. An incident counts once, however often it is given.
 */
public final class Sightings {

    private static final Comparator<Sighting> ORDER =
            Comparator.comparing(Sighting::at).thenComparing(Sighting::incident);

    private final Window window;
    private final SortedMap<Key, List<Sighting>> byKey = new TreeMap<>();

    private Sightings(Window window) {
        this.window = Objects.requireNonNull(window, "window");
    }

    /**
     * Those of {@code sightings} that are in {@code window}, by the keys of these names.
     *
     * @param names of keys; all of them if empty
     * @throws IllegalArgumentException if an incident is given twice, and not the same both times
     */
    public static Sightings of(Collection<Sighting> sightings, Window window, Set<String> names) {
        Sightings sorted = new Sightings(window);
        Map<RecordRef, Sighting> once = new HashMap<>();
        for (Sighting sighting : sightings) {
            Sighting other = once.putIfAbsent(sighting.incident(), sighting);
            if (other != null && !other.equals(sighting)) {
                throw new IllegalArgumentException("two different sightings of " + sighting.incident());
            }
        }
        once.values().stream()
                .filter(sighting -> window.contains(sighting.at()))
                .sorted(ORDER)
                .forEach(sighting -> sighting.keys().forEach((name, value) -> {
                    if (names.isEmpty() || names.contains(name)) {
                        sorted.byKey
                                .computeIfAbsent(Key.of(name, value), none -> new ArrayList<>())
                                .add(sighting);
                    }
                }));
        return sorted;
    }

    /** From when to when. */
    public Window window() {
        return window;
    }

    /** The keys that incidents have, in their order. */
    public List<Key> keys() {
        return List.copyOf(byKey.keySet());
    }

    /** The incidents with {@code key}, by when they were; none if there are none. */
    public List<Sighting> of(Key key) {
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    /** How many whole periods there are, counted back from the end of the window. */
    long periods(Duration period) {
        return window.length().dividedBy(period);
    }

    /** How many incidents with {@code key} each whole period has, the last one ending with the window. */
    int[] counts(Key key, Duration period) {
        int[] counts = new int[Math.toIntExact(periods(period))];
        for (Sighting sighting : of(key)) {
            int place = place(sighting, period);
            if (place >= 0) {
                counts[place]++;
            }
        }
        return counts;
    }

    /** In which whole period a sighting is; negative if before the first. */
    int place(Sighting sighting, Duration period) {
        // An instant at which a period begins is in it, so what is left to the end is rounded up.
        Duration left = Duration.between(sighting.at(), window.toExclusive()).minusNanos(1);
        return Math.toIntExact(periods(period) - 1 - left.dividedBy(period));
    }

    static List<RecordRef> refs(Collection<Sighting> sightings) {
        return sightings.stream().map(Sighting::incident).toList();
    }
}
