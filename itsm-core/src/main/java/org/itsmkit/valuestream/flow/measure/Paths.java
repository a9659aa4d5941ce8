package org.itsmkit.valuestream.flow.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.calendar.Window;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Visit;

/** Counts which ways work went in one period: moves, steps passed over, loops. Not safe for use by many threads. */
final class Paths {

    private static final Comparator<Move> ORDER = Comparator.<Move, String>comparing(
                    move -> move.from().orElse(""))
            .thenComparing(move -> move.to().orElse(""))
            .thenComparing(Move::way);

    private final ValueStream stream;
    private final Window period;
    private final FlowTime time;
    private final Map<Move, Long> moves = new TreeMap<>(ORDER);
    private final Map<String, Long> skipped = new HashMap<>();
    private final Map<Move, List<String>> passedOver = new HashMap<>();
    private final Map<List<String>, ReworkLoop> loops = new HashMap<>();
    private long otherLoops;

    Paths(ValueStream stream, Window period, FlowTime time) {
        this.stream = stream;
        this.period = period;
        this.time = time;
    }

    void add(Journey journey) {
        List<Visit> visits = journey.visits();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            Optional<String> from =
                    i == 0 ? Optional.empty() : Optional.of(visits.get(i - 1).step());
            Optional<Integer> before = Optional.ofNullable(last.put(visit.step(), i));
            if (period.contains(visit.fromInclusive())) {
                count(move(from, visit.step()));
                int now = i;
                before.filter(it -> cameBack(stream, visits, it, now))
                        .ifPresent(it -> loop(visits.subList(it, now), lost(journey, now)));
            }
        }
        if (!visits.isEmpty() && journey.endedAt().filter(period::contains).isPresent()) {
            String step = visits.get(visits.size() - 1).step();
            boolean atAnEnd = stream.next(step).isEmpty();
            count(new Move(Optional.of(step), Optional.empty(), atAnEnd ? Move.Way.NORMAL : Move.Way.EARLY));
        }
    }

    private Move move(Optional<String> from, String to) {
        return new Move(from, Optional.of(to), from.map(it -> way(it, to)).orElseGet(() -> wayIn(to)));
    }

    private Move.Way way(String from, String to) {
        if (from.equals(to)) {
            return Move.Way.AGAIN;
        }
        if (stream.next(from).contains(to)) {
            return Move.Way.NORMAL;
        }
        if (stream.isFurther(from, to)) {
            return Move.Way.BACK;
        }
        return stream.leads(from, to) ? Move.Way.SKIPPING : Move.Way.ASIDE;
    }

    private Move.Way wayIn(String to) {
        return stream.beginnings().contains(to) ? Move.Way.NORMAL : Move.Way.SKIPPING;
    }

    private void count(Move move) {
        moves.merge(move, 1L, Long::sum);
        if (move.way() == Move.Way.SKIPPING) {
            String to = move.to().orElseThrow();
            passedOver
                    .computeIfAbsent(
                            move,
                            any -> move.from()
                                    .map(from -> stream.passedOver(from, to))
                                    .orElseGet(() -> stream.passedOver(to)))
                    .forEach(step -> skipped.merge(step, 1L, Long::sum));
        }
    }

    /** Whether the work was further on between two visits to one step. */
    static boolean cameBack(ValueStream stream, List<Visit> visits, int before, int now) {
        String step = visits.get(before).step();
        return visits.subList(before + 1, now).stream().anyMatch(visit -> stream.isFurther(visit.step(), step));
    }

    private void loop(List<Visit> visited, Duration lost) {
        List<String> steps = visited.stream().map(Visit::step).toList();
        if (loops.size() >= FlowMeasures.MOST_LOOPS && !loops.containsKey(steps)) {
            otherLoops++;
        } else {
            loops.merge(
                    steps,
                    new ReworkLoop(steps, 1, lost),
                    (one, more) ->
                            new ReworkLoop(steps, one.times() + 1, one.lost().plus(lost)));
        }
    }

    /** How long it took from the return that is visit {@code now} until the work was as far again, in the period. */
    private Duration lost(Journey journey, int now) {
        List<Visit> visits = journey.visits();
        String left = visits.get(now - 1).step();
        Instant until = visits.subList(now + 1, visits.size()).stream()
                .filter(visit -> visit.step().equals(left) || stream.isFurther(visit.step(), left))
                .findFirst()
                .map(Visit::fromInclusive)
                .or(journey::endedAt)
                .filter(period.toExclusive()::isAfter)
                .orElse(period.toExclusive());
        return time.between(visits.get(now).fromInclusive(), until);
    }

    Map<Move, Long> moves() {
        return moves;
    }

    /** By the names of steps, in the order of the stream. */
    Map<String, Long> skipped() {
        Map<String, Long> ordered = new LinkedHashMap<>();
        stream.steps()
                .forEach(step -> Optional.ofNullable(skipped.get(step.name()))
                        .ifPresent(times -> ordered.put(step.name(), times)));
        return ordered;
    }

    /** Those travelled most often first, then those that took longer, then by their steps. */
    List<ReworkLoop> loops() {
        List<ReworkLoop> ordered = new ArrayList<>(loops.values());
        ordered.sort(Comparator.comparingLong(ReworkLoop::times)
                .thenComparing(ReworkLoop::lost)
                .reversed()
                .thenComparing(ReworkLoop::toString));
        return ordered;
    }

    long otherLoops() {
        return otherLoops;
    }
}
