package org.itsmkit.examples.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.incident.Incident;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.ValueStreams;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Track;
import org.itsmkit.valuestream.flow.measure.FlowMeasures;
import org.itsmkit.valuestream.flow.measure.Fraction;
import org.itsmkit.valuestream.flow.measure.LittlesLaw;
import org.itsmkit.valuestream.flow.measure.ReworkLoop;
import org.itsmkit.valuestream.flow.measure.StepMeasures;

/**
 * The section of the report about how incidents flow along the kit's standard value stream, around the clock: from the first opening until the
 * microsecond after the last row. Whatever is shown is rounded down to three digits.
 */
final class IncidentFlow {

    private static final int MOST_LOOPS = 5;
    private static final int DIGITS = 3;

    private final ValueStream stream = ValueStreams.incidents();
    private final List<Journey> journeys = new ArrayList<>();
    private Instant end = Instant.EPOCH;

    /** An incident after an entry of its journal. */
    void see(Ticket ticket) {
        end = ticket.updatedAt().isAfter(end) ? ticket.updatedAt() : end;
    }

    /** There is no more of it. */
    void finish(RecordRef record, Incident incident) {
        journeys.add(Journey.of(stream, Track.of(record, incident)));
    }

    /** The section as it is printed; of no incident, the name of the stream alone. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stream", stream.name());
        journeys.stream().map(Journey::beganAt).min(Instant::compareTo).ifPresent(begin -> {
            Window period = new Window(begin, end.plus(1, ChronoUnit.MICROS));
            put(map, FlowMeasures.of(stream, period, FlowTime.elapsed(), journeys.stream()));
        });
        return map;
    }

    private static void put(Map<String, Object> map, FlowMeasures measures) {
        Map<String, Object> steps = new LinkedHashMap<>();
        measures.steps().forEach(step -> steps.put(step.step(), step(step)));
        map.put("from", measures.period().fromInclusive().toString());
        map.put("to", measures.period().toExclusive().toString());
        map.put("done", measures.done());
        map.put("steps", steps);
        measures.rolled().ifPresent(share -> map.put("rolledCompleteAccuratePercent", share.toPerCent(DIGITS)));
        measures.leadTime().median().ifPresent(median -> map.put("leadMedianHours", hours(median)));
        measures.flowEfficiency().ifPresent(share -> map.put("flowEfficiencyPercent", share.toPerCent(DIGITS)));
        map.put("averageWip", measures.averageWip().toDecimal(DIGITS));
        map.put("throughputPerWeek", measures.throughputPerWeek().toDecimal(DIGITS));
        LittlesLaw law = measures.littlesLaw();
        law.residual().ifPresent(residual -> map.put("littleResidual", residual.toDecimal(DIGITS)));
        measures.bottleneck().ifPresent(worst -> map.put("bottleneck", worst.step()));
        map.put(
                "reworkLoops",
                measures.loops().stream()
                        .limit(MOST_LOOPS)
                        .map(IncidentFlow::loop)
                        .toList());
        map.put("skipped", measures.skipped());
        map.put(
                "unmapped",
                measures.unmapped().values().stream()
                        .mapToLong(FlowMeasures.UnmappedWork::times)
                        .sum());
    }

    private static Map<String, Object> step(StepMeasures step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("visits", step.left());
        map.put("stillThere", step.there());
        step.worked().median().ifPresent(median -> map.put("processMedianHours", hours(median)));
        step.waited().median().ifPresent(median -> map.put("waitMedianHours", hours(median)));
        Optional<Fraction> accurate = step.completeAndAccurate();
        accurate.ifPresent(share -> map.put("completeAccuratePercent", share.toPerCent(DIGITS)));
        return map;
    }

    private static Map<String, Object> loop(ReworkLoop loop) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("loop", loop.toString());
        map.put("times", loop.times());
        map.put("lostHours", hours(loop.lost()));
        return map;
    }

    private static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis())
                .divide(BigDecimal.valueOf(Duration.ofHours(1).toMillis()), DIGITS, RoundingMode.DOWN);
    }
}
