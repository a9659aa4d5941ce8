package org.itsmkit.examples.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Target;

/**
 * What is promised of the incidents of a log, by their priority: when somebody has one, and when it is resolved.
 *
 * @param name what it is called in the report
 * @param hours when time counts
 * @param targets by what is measured, then by the name of the priority; nothing is promised of priorities that are left out
 */
public record Agreement(String name, ServiceHours hours, Map<String, Map<String, Target>> targets) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, Metric> METRICS =
            Map.of("resolution", Metric.RESOLUTION, "own", Metric.TIME_TO_OWN);

    public Agreement {
        Map<String, Map<String, Target>> copy = new LinkedHashMap<>();
        targets.forEach((kind, ofKind) -> copy.put(kind, Map.copyOf(ofKind)));
        targets = Collections.unmodifiableMap(copy);
    }

    /** Around the clock: 4, 8, 24 and 72 hours to resolution, an eighth of that until somebody has it. */
    public static Agreement standard() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        hours.put("critical", 4);
        hours.put("high", 8);
        hours.put("moderate", 24);
        hours.put("low", 72);
        Map<String, Map<String, Target>> targets = new LinkedHashMap<>();
        hours.forEach((priority, of) -> {
            put(targets, "own", priority, Amount.openTime(Duration.ofMinutes(of * 60L / 8)));
            put(targets, "resolution", priority, Amount.openTime(Duration.ofHours(of)));
        });
        return new Agreement("standard", ServiceHours.always(), targets);
    }

    private static void put(Map<String, Map<String, Target>> targets, String kind, String priority, Amount amount) {
        Metric metric = METRICS.get(kind);
        if (metric == null) {
            throw new IllegalArgumentException("kind: there is none called " + kind + ", but resolution and own");
        }
        Map<String, Target> ofKind = targets.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        if (ofKind.put(priority, Target.of(metric, amount)) != null) {
            throw new IllegalArgumentException("targets: two for " + kind + " of " + priority);
        }
    }

    /**
     * The one in {@code file}: {@code name}, {@code calendar} with {@code tz}, {@code weekly} and {@code holidays} as {@code business-time}
     * takes them, and {@code targets} with {@code kind}, {@code priority} and {@code amountSeconds} or {@code workingDays}.
     *
     * @throws IllegalArgumentException if it makes no sense
     */
    public static Agreement read(Path file) throws IOException {
        JsonNode json = JSON.readTree(file.toFile());
        if (json == null || !json.path("calendar").isObject()) {
            throw new IllegalArgumentException("calendar is missing, or no object");
        }
        Fields calendar = new Fields(json.path("calendar"));
        Fields all = calendar.of(json);
        Map<String, Map<String, Target>> targets = new LinkedHashMap<>();
        for (Fields target : all.each("targets")) {
            Amount amount = target.has("workingDays")
                    ? Amount.workingDays(target.count("workingDays"))
                    : Amount.openTime(target.amount());
            put(targets, target.text("kind"), target.text("priority"), amount);
        }
        return new Agreement(all.text("name"), ServiceHours.of(all.text("name"), calendar.calendar()), targets);
    }

    /** The same by other hours: those of {@code file}, as {@code business-time} takes them. */
    public Agreement by(Path file) throws IOException {
        Fields calendar = new Fields(JSON.readTree(file.toFile()));
        return new Agreement(name, ServiceHours.of(file.getFileName().toString(), calendar.calendar()), targets);
    }

    /** What is promised of one whose priority was that since then, of each kind; nothing where none of them has a target. */
    Map<String, List<Since>> of(Map<Instant, String> priorities) {
        Map<String, List<Since>> promised = new LinkedHashMap<>();
        targets.forEach((kind, byPriority) -> {
            List<Since> since = new ArrayList<>();
            priorities.forEach((from, priority) -> Optional.ofNullable(byPriority.get(priority))
                    .ifPresent(target -> since.add(new Since(from, target, hours))));
            if (!since.isEmpty()) {
                promised.put(kind, since);
            }
        });
        return promised;
    }
}
