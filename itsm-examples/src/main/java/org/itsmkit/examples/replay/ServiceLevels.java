package org.itsmkit.examples.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Ticket;

/** The section of the report about service levels: where every clock stood when the log ended, and how many of them can be explained. */
final class ServiceLevels {

    private final Agreement agreement;
    private final List<Life> lives = new ArrayList<>();
    private NavigableMap<Instant, String> priorities = new TreeMap<>();
    private Instant end = Instant.EPOCH;

    /** One incident: its timeline, and which priority it had since when. */
    private record Life(RecordId id, Timeline timeline, NavigableMap<Instant, String> priorities) {

        String priority() {
            return priorities.lastEntry().getValue();
        }
    }

    ServiceLevels(Agreement agreement) {
        this.agreement = agreement;
    }

    /** An incident after an entry of its journal. */
    void see(Ticket ticket) {
        String priority = ticket.priority().name();
        Instant at = ticket.updatedAt();
        if (priorities.isEmpty() || !priorities.lastEntry().getValue().equals(priority)) {
            priorities.put(at, priority);
        }
        end = at.isAfter(end) ? at : end;
    }

    /** There is no more of it. */
    void finish(RecordId id, Ticket ticket) {
        lives.add(new Life(id, Timeline.of(ticket.timeline()), priorities));
        priorities = new TreeMap<>();
    }

    /** The section as it is printed. */
    Map<String, Object> toMap() {
        Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();
        long explained = 0;
        for (Life life : lives) {
            boolean isExplained = true;
            for (Map.Entry<String, List<Since>> promise :
                    agreement.of(life.priorities()).entrySet()) {
                Explanation why = ServiceLevelClock.explain(life.timeline(), promise.getValue(), end);
                Evaluation evaluation = why.evaluation();
                isExplained &= evaluation.cycles().stream()
                        .allMatch(cycle -> why.counted(cycle.number()).equals(cycle.elapsed()));
                Map<String, Tally> ofKind = tallies.computeIfAbsent(promise.getKey(), k -> new TreeMap<>());
                ofKind.computeIfAbsent("all", p -> new Tally()).add(evaluation);
                ofKind.computeIfAbsent(life.priority(), p -> new Tally()).add(evaluation);
            }
            explained += isExplained ? 1 : 0;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("agreement", agreement.name());
        map.put("calendar", agreement.hours().toString());
        map.put("at", end.toString());
        map.put("explained", explained);
        Map<String, Object> targets = new LinkedHashMap<>();
        tallies.forEach((kind, ofKind) -> {
            Map<String, Object> said = new LinkedHashMap<>();
            ofKind.forEach((priority, tally) -> said.put(priority, tally.toMap()));
            targets.put(kind, said);
        });
        map.put("targets", targets);
        return map;
    }

    /** Why the clocks of one incident stand where they stand, in sentences. */
    List<String> explain(String number) {
        List<String> sentences = new ArrayList<>();
        lives.stream()
                .filter(life -> life.id().value().equals(number))
                .forEach(life -> agreement
                        .of(life.priorities())
                        .values()
                        .forEach(promise -> sentences.addAll(ServiceLevelClock.explain(life.timeline(), promise, end)
                                .sentences())));
        return sentences;
    }

    /** How many of what became of them. */
    private static final class Tally {
        private final Map<ClockState, Long> states = new TreeMap<>();
        private final List<Double> hours = new ArrayList<>();

        void add(Evaluation evaluation) {
            states.merge(evaluation.state(), 1L, Long::sum);
            if (evaluation.cycle().flatMap(cycle -> cycle.stoppedAt()).isPresent()
                    && evaluation.state() != ClockState.CANCELLED) {
                hours.add(evaluation.elapsed().toMillis() / 3_600_000.0);
            }
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("n", states.values().stream().mapToLong(Long::longValue).sum());
            long met = states.getOrDefault(ClockState.MET, 0L);
            long breached = states.getOrDefault(ClockState.BREACHED, 0L);
            map.put("met", met);
            map.put("breached", breached);
            map.put("open", states.getOrDefault(ClockState.RUNNING, 0L) + states.getOrDefault(ClockState.PAUSED, 0L));
            map.put("notStarted", states.getOrDefault(ClockState.NOT_STARTED, 0L));
            map.put("cancelled", states.getOrDefault(ClockState.CANCELLED, 0L));
            if (met + breached > 0) {
                map.put(
                        "compliancePercent",
                        BigDecimal.valueOf(met)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(met + breached), 2, RoundingMode.FLOOR));
            }
            map.put("usedHours", Report.Resolution.of(hours));
            return map;
        }
    }
}
