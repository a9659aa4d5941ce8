package org.itsmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.examples.CommandRun;
import org.itsmkit.examples.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How the incidents of the excerpt flow, against figures that are computed here of its rows alone: which states there are, what each amounts to,
 * and every formula are written down again, without the kit.
 */
class IncidentFlowTest {

    private static final List<String> STATES = List.of(
            "New",
            "Active",
            "Awaiting User Info",
            "Awaiting Problem",
            "Awaiting Vendor",
            "Awaiting Evidence",
            "Resolved",
            "Closed");

    /** So many minutes in a state; where minutes are counted from does not matter. */
    private record Stay(String state, long from, long to) {
        String step() {
            return switch (state) {
                case "New" -> "log";
                case "Resolved" -> "confirm";
                case "Closed" -> "";
                default -> "restore";
            };
        }
    }

    /** So many minutes at a step, and how many of them in Active. */
    private record Stop(String step, long from, long to, long active, long waiting) {}

    private record Life(long begin, long end, boolean isOver, List<Stop> stops) {}

    private static final LocalDateTime ZERO = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final List<Life> LIVES = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // before all
    private static JsonNode flow;

    private static long begin;
    private static double length;

    @BeforeAll
    static void replay() {
        flow = CommandRun.of("replay", ExcerptOracle.EXCERPT.toString(), "--database", Database.MEMORY, "--workers=1")
                .json()
                .get("valueStream");
        ExcerptOracle rows = new ExcerptOracle(ExcerptOracle.EXCERPT);
        long end = rows.incidents.values().stream()
                .flatMap(List::stream)
                .mapToLong(row -> minute(row.latest()))
                .max()
                .orElseThrow();
        LIVES.clear();
        rows.incidents.values().forEach(incident -> LIVES.add(life(incident, end)));
        begin = LIVES.stream().mapToLong(Life::begin).min().orElseThrow();
        length = end - begin + 1 / 60_000_000.0;
    }

    private static long minute(LocalDateTime at) {
        return Duration.between(ZERO, at).toMinutes();
    }

    /** The states one after the other; a row in a state that nobody knows changes nothing. */
    private static Life life(List<ExcerptOracle.Row> incident, long end) {
        LocalDateTime opened = ExcerptOracle.time(incident.get(0).get("opened_at"));
        LocalDateTime first = incident.get(0).at();
        long since = minute(opened.isBefore(first) ? opened : first);
        long from = since;
        String state = "New";
        List<Stay> stays = new ArrayList<>();
        for (ExcerptOracle.Row row : incident) {
            String next = row.get("incident_state");
            if (STATES.contains(next) && !next.equals(state)) {
                stays.add(new Stay(state, from, minute(row.latest())));
                from = minute(row.latest());
                state = next;
            }
        }
        boolean isOver = state.equals("Closed");
        stays.add(new Stay(state, from, isOver ? from : end));
        return new Life(since, isOver ? from : end, isOver, stops(stays));
    }

    private static List<Stop> stops(List<Stay> stays) {
        List<Stop> stops = new ArrayList<>();
        for (Stay stay : stays) {
            if (stay.from() == stay.to() || stay.step().isEmpty()) {
                continue;
            }
            long length = stay.to() - stay.from();
            long active = stay.state().equals("Active") ? length : 0;
            long waiting = active > 0 || stay.state().equals("Resolved") ? 0 : length;
            Stop last = stops.isEmpty() ? new Stop("", 0, 0, 0, 0) : stops.remove(stops.size() - 1);
            if (last.step().equals(stay.step()) && last.to() == stay.from()) {
                stops.add(new Stop(
                        last.step(), last.from(), stay.to(), last.active() + active, last.waiting() + waiting));
            } else {
                if (!last.step().isEmpty()) {
                    stops.add(last);
                }
                stops.add(new Stop(stay.step(), stay.from(), stay.to(), active, waiting));
            }
        }
        return stops;
    }

    private static int place(String step) {
        return List.of("log", "restore", "confirm").indexOf(step);
    }

    private static double median(List<Long> minutes) {
        Collections.sort(minutes);
        int half = minutes.size() / 2;
        return (minutes.size() % 2 == 1 ? minutes.get(half) : (minutes.get(half - 1) + minutes.get(half)) / 2.0) / 60;
    }

    private static void isAbout(JsonNode found, double expected) {
        assertThat(found.asDouble()).isCloseTo(expected, within(0.0011));
    }

    /** How many of what a step hands on come back or do not: whoever leaves for an earlier step hands nothing on. */
    private static long[] handed(String step) {
        long handed = 0;
        long back = 0;
        for (Life life : LIVES) {
            for (int i = 0; i < life.stops().size(); i++) {
                boolean isLast = i + 1 == life.stops().size();
                boolean isOn =
                        isLast ? life.isOver() : place(life.stops().get(i + 1).step()) > place(step);
                if (life.stops().get(i).step().equals(step) && isOn) {
                    handed++;
                    boolean wasFurther = false;
                    for (Stop later : life.stops().subList(i + 1, life.stops().size())) {
                        if (later.step().equals(step)) {
                            back += wasFurther ? 1 : 0;
                            break;
                        }
                        wasFurther |= place(later.step()) > place(step);
                    }
                }
            }
        }
        return new long[] {handed, handed - back};
    }

    @Test
    void everyStep() {
        double rolled = 1;
        for (String step : List.of("log", "restore", "confirm")) {
            List<Long> process = new ArrayList<>();
            List<Long> wait = new ArrayList<>();
            long there = 0;
            for (Life life : LIVES) {
                for (Stop stop : life.stops()) {
                    boolean isOpen = !life.isOver()
                            && stop == life.stops().get(life.stops().size() - 1);
                    if (stop.step().equals(step) && isOpen) {
                        there++;
                    } else if (stop.step().equals(step)) {
                        process.add(stop.active());
                        wait.add(stop.waiting());
                    }
                }
            }
            JsonNode found = flow.get("steps").get(step);
            assertThat(found.get("visits").asLong())
                    .as(step)
                    .isEqualTo(process.size())
                    .isGreaterThan(100);
            assertThat(found.get("stillThere").asLong()).as(step).isEqualTo(there);
            isAbout(found.get("processMedianHours"), median(process));
            isAbout(found.get("waitMedianHours"), median(wait));
            long[] handed = handed(step);
            isAbout(found.get("completeAccuratePercent"), 100.0 * handed[1] / handed[0]);
            rolled *= (double) handed[1] / handed[0];
        }
        isAbout(flow.get("rolledCompleteAccuratePercent"), 100 * rolled);
        assertThat(rolled).as("some came back").isLessThan(1);
    }

    @Test
    void theWholeWay() {
        List<Life> done = LIVES.stream().filter(Life::isOver).toList();
        List<Long> lead = new ArrayList<>();
        double active = 0;
        double all = 0;
        double there = 0;
        for (Life life : LIVES) {
            there += life.end() - life.begin() + (life.isOver() ? 0 : 1 / 60_000_000.0);
        }
        for (Life life : done) {
            lead.add(life.end() - life.begin());
            all += life.end() - life.begin();
            active += life.stops().stream().mapToLong(Stop::active).sum();
        }
        assertThat(flow.get("done").asLong()).isEqualTo(done.size());
        isAbout(flow.get("leadMedianHours"), median(lead));
        isAbout(flow.get("flowEfficiencyPercent"), 100 * active / all);
        isAbout(flow.get("averageWip"), there / length);
        isAbout(flow.get("throughputPerWeek"), done.size() / length * 7 * 24 * 60);
        isAbout(flow.get("littleResidual"), there / length - LIVES.size() / length * (all / done.size()));
        assertThat(flow.get("unmapped").asLong()).isZero();
    }

    @Test
    void whereItWaitsMost() {
        Map<String, Double> waitingPerLeaving = new TreeMap<>();
        for (String step : List.of("log", "restore", "confirm")) {
            double waiting = 0;
            long left = 0;
            for (Life life : LIVES) {
                for (int i = 0; i < life.stops().size(); i++) {
                    Stop stop = life.stops().get(i);
                    boolean isLast = i + 1 == life.stops().size();
                    if (stop.step().equals(step)) {
                        long since =
                                i == 0 ? life.begin() : life.stops().get(i - 1).to();
                        waiting += stop.waiting() + stop.from() - since;
                        left += isLast && !life.isOver() ? 0 : 1;
                    }
                }
            }
            waitingPerLeaving.put(step, waiting / left);
        }
        String worst = Collections.max(waitingPerLeaving.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        assertThat(flow.get("bottleneck").asText()).isEqualTo(worst);
    }

    @Test
    void waysRoundAndPast() {
        Map<String, long[]> loops = new TreeMap<>();
        long withoutLog = 0;
        long withoutRestore = 0;
        for (Life life : LIVES) {
            List<Stop> stops = life.stops();
            withoutLog += !stops.isEmpty() && !stops.get(0).step().equals("log") ? 1 : 0;
            withoutRestore += !stops.isEmpty() && stops.get(0).step().equals("confirm") ? 1 : 0;
            for (int now = 1; now < stops.size(); now++) {
                withoutRestore +=
                        place(stops.get(now).step()) - place(stops.get(now - 1).step()) == 2 ? 1 : 0;
                int before = now - 1;
                StringBuilder way = new StringBuilder(stops.get(now).step());
                boolean wasFurther = false;
                while (before >= 0
                        && !stops.get(before).step().equals(stops.get(now).step())) {
                    wasFurther |= place(stops.get(before).step())
                            > place(stops.get(now).step());
                    way.insert(0, stops.get(before).step() + " → ");
                    before--;
                }
                if (before >= 0 && wasFurther) {
                    way.insert(0, stops.get(now).step() + " → ");
                    long until = life.end();
                    for (int later = stops.size() - 1; later > now; later--) {
                        boolean isAsFar = place(stops.get(later).step())
                                >= place(stops.get(now - 1).step());
                        until = isAsFar ? stops.get(later).from() : until;
                    }
                    long[] tally = loops.computeIfAbsent(way.toString(), any -> new long[2]);
                    tally[0]++;
                    tally[1] += until - stops.get(now).from();
                }
            }
        }
        assertThat(loops).isNotEmpty();
        assertThat(flow.get("reworkLoops")).hasSize(Math.min(5, loops.size()));
        long most = loops.values().stream().mapToLong(tally -> tally[0]).max().orElseThrow();
        assertThat(flow.get("reworkLoops").get(0).get("times").asLong()).isEqualTo(most);
        flow.get("reworkLoops").forEach(found -> {
            long[] tally = loops.getOrDefault(found.get("loop").asText(), new long[2]);
            assertThat(found.get("times").asLong()).isEqualTo(tally[0]);
            isAbout(found.get("lostHours"), tally[1] / 60.0);
        });
        assertThat(flow.get("skipped").path("log").asLong()).isEqualTo(withoutLog);
        assertThat(flow.get("skipped").path("restore").asLong()).isEqualTo(withoutRestore);
    }
}
