package org.itsmkit.examples.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Since;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.servicelevel.preset.Preset;
import org.itsmkit.servicelevel.preset.Presets;
import org.itsmkit.ticket.ThresholdAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the public suites of GLPI, Zammad, Request Tracker and Znuny expect of deadlines, restated as scenarios; each names the suite that it
 * is from. What presets do not follow is named in {@code docs/presets.md} and is not in the file.
 */
class PresetPeersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<JsonNode> scenarios() throws IOException {
        List<JsonNode> scenarios = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(PresetPeersTest.class.getResourceAsStream("peers.jsonl"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                scenarios.add(JSON.readTree(line));
            }
        }
        return scenarios;
    }

    @Test
    void thereAreMoreThanAHundred() throws IOException {
        assertThat(scenarios()).hasSizeGreaterThan(110);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theyExpectWhatWeAnswer(JsonNode scenario) throws IOException {
        JsonNode after = JSON.readTree(Answers.lines().to(scenario.toString())).path("after");
        for (JsonNode expected : scenario.get("expect")) {
            JsonNode clock = after.path(expected.get("event").asInt())
                    .path("targets")
                    .path(expected.get("target").asText());
            String what = scenario.get("source").asText() + ": " + expected + " of " + after;
            if (expected.has("deadline")) {
                ZoneId zone = ZoneId.of(scenario.get("tz").asText());
                assertThat(instant(clock.path("deadline"), zone))
                        .as(what)
                        .isEqualTo(instant(expected.get("deadline"), zone));
            }
            if (expected.has("pausedSeconds")) {
                assertThat(clock.path("pausedSeconds").decimalValue())
                        .as(what)
                        .isEqualByComparingTo(expected.get("pausedSeconds").decimalValue());
            }
            if (expected.has("minutes")) {
                assertThat(clock.path("elapsedSeconds").asLong() / 60)
                        .as(what)
                        .isEqualTo(expected.get("minutes").asLong());
            }
            if (expected.has("state")) {
                assertThat(clock.path("state").asText())
                        .as(what)
                        .isEqualTo(expected.get("state").asText());
            }
        }
    }

    private static String instant(JsonNode time, ZoneId zone) {
        if (!time.isTextual()) {
            return "none";
        }
        String text = time.asText();
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant().toString()
                : LocalDateTime.parse(text).atZone(zone).toInstant().toString();
    }

    /** GLPI's levels are so long before or after a deadline, by the same calendar. */
    @Test
    void levelsOfEscalationAreThresholds() throws IOException {
        Fields line = new Fields(scenarios().stream()
                .filter(scenario -> scenario.get("id").asText().equals("glpi-la-4"))
                .findFirst()
                .orElseThrow());
        BusinessCalendar calendar = line.within("calendar").calendar();
        Scenario scenario = new Scenario(line);
        List<Fields> events = line.each("events");
        events.forEach(scenario::take);
        Threshold tenHoursOver = new Threshold(
                "level", new Threshold.Point.After(Duration.ofHours(10)), new ThresholdAction.EscalateToManager());
        Since since = new Since(
                events.get(0).instant("at"),
                Presets.glpi()
                        .target("ttr", Preset.Kind.RESOLUTION, Amount.openTime(Duration.ofHours(4)))
                        .orElseThrow()
                        .withThresholds(tenHoursOver),
                ServiceHours.of("calendar", calendar));
        Evaluation evaluation = ServiceLevelClock.evaluate(
                scenario.happenings().timeline(),
                List.of(since),
                events.get(events.size() - 1).instant("at"));
        // SLMTest: due Friday 14:54:34; ten hours more end on Monday, which opens at 10:30.
        assertThat(evaluation.crossings().get(0).at()).contains(Instant.parse("2034-06-12T16:24:34Z"));
        assertThat(evaluation.percentUsed().orElseThrow()).isLessThan(BigDecimal.valueOf(100));
    }
}
