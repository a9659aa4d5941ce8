package org.itsmkit.examples.servicelevel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.examples.lines.LineByLine;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.ticket.ClockState;

/** Says where the clocks of a ticket stood after each event. */
public final class Answers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Answers() {}

    /** What answers lines of such scenarios. */
    public static LineByLine lines() {
        return new LineByLine((line, said) -> said.set("after", after(line)));
    }

    private static JsonNode after(Fields line) {
        Scenario scenario = new Scenario(line);
        ArrayNode after = NODES.arrayNode();
        Instant last = Instant.MIN;
        for (Fields event : line.each("events")) {
            Instant at = scenario.take(event);
            if (at.isBefore(last)) {
                throw new IllegalArgumentException("events: out of order at " + event.text("at"));
            }
            if (last.equals(Instant.MIN) && scenario.targets().isEmpty()) {
                scenario.promise(line.each("targets"), at, "");
            }
            last = at;
            ObjectNode targets =
                    after.addObject().put("event", after.size() - 1).putObject("targets");
            Timeline timeline = scenario.happenings().timeline();
            boolean isLocal = !event.text("at").matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)");
            scenario.targets()
                    .forEach((name, since) ->
                            targets.set(name, said(ServiceLevelClock.evaluate(timeline, since, at), line, isLocal)));
        }
        return after;
    }

    private static JsonNode said(Evaluation evaluation, Fields line, boolean isLocal) {
        ObjectNode said = NODES.objectNode();
        said.set("deadline", time(evaluation.due(), line, isLocal));
        said.put("state", state(evaluation.state()));
        said.set("pausedSeconds", seconds(evaluation.paused()));
        said.set("elapsedSeconds", seconds(evaluation.elapsed()));
        return said;
    }

    /** A clock that has not started runs no more than one that stands still. */
    private static String state(ClockState state) {
        return switch (state) {
            case RUNNING -> "running";
            case NOT_STARTED, PAUSED -> "paused";
            case MET -> "met";
            case BREACHED -> "breached";
            case CANCELLED -> "cancelled";
        };
    }

    /** As the event said its time: local, or as an instant. */
    private static JsonNode time(Optional<Instant> at, Fields line, boolean isLocal) {
        return at.<JsonNode>map(instant -> NODES.textNode(
                        isLocal
                                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atZone(line.zone()))
                                : instant.toString()))
                .orElse(NODES.nullNode());
    }

    private static JsonNode seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
        return NODES.numberNode(seconds.scale() < 0 ? seconds.setScale(0) : seconds);
    }
}
