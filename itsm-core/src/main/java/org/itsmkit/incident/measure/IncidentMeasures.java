package org.itsmkit.incident.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.DurationStatistics;

/**
 * Several measures over many incidents, such as the mean time to acknowledge and to restore.
 *
 * @param all by measure, in the order in which they were asked for
 */
public record IncidentMeasures(Map<Measure, Figures> all) {

    /**
     * What is known of one measure. Both are of the same cases: those incidents that reached both of its milestones.
     *
     * @param elapsed of {@link Measure#elapsed}
     * @param net of {@link Measure#net}
     */
    public record Figures(DurationStatistics elapsed, DurationStatistics net) {}

    public IncidentMeasures {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** Reads {@code incidents} once, and takes every one of {@code measures} of each. Closes nothing. */
    public static IncidentMeasures of(Stream<Incident> incidents, Collection<Measure> measures) {
        Map<Measure, List<Duration>> elapsed = new LinkedHashMap<>();
        Map<Measure, List<Duration>> net = new LinkedHashMap<>();
        for (Measure measure : measures) {
            elapsed.put(measure, new ArrayList<>());
            net.put(measure, new ArrayList<>());
        }
        incidents.forEachOrdered(incident -> {
            elapsed.forEach((measure, gathering) -> measure.elapsed(incident).ifPresent(gathering::add));
            net.forEach((measure, gathering) -> measure.net(incident).ifPresent(gathering::add));
        });
        Map<Measure, Figures> all = new LinkedHashMap<>();
        elapsed.forEach((measure, gathering) -> {
            List<Duration> without = net.getOrDefault(measure, List.of());
            all.put(measure, new Figures(DurationStatistics.of(gathering), DurationStatistics.of(without)));
        });
        return new IncidentMeasures(all);
    }

    /**
     * What is known of {@code measure}.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Figures of(Measure measure) {
        Figures figures = all.get(measure);
        if (figures == null) {
            throw new IllegalArgumentException("not measured: " + measure.name());
        }
        return figures;
    }
}
