package org.itsmkit.examples.businesstime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.Window;

/** Answers lines of questions, each for itself. For one thread. */
public final class Answers {

    /** More periods than anybody looks at. */
    private static final int MOST_PERIODS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader FIRST_VALUE =
            JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int errors;

    /** How many lines had no answer. */
    public int errors() {
        return errors;
    }

    /** Returns the answer to {@code line}, or what is wrong with it, as a line of JSON with the id of the line as far as it can be read. */
    public String to(String line) {
        ObjectNode said = NODES.objectNode();
        try {
            JsonNode json = JSON.readTree(line);
            said.set("id", json.path("id").isMissingNode() ? NODES.nullNode() : json.path("id"));
            if (!json.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            said.set("answer", answer(new Case(json)));
        } catch (JsonProcessingException e) {
            said.set("id", idOf(line));
            wrong(said, "no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            wrong(said, String.valueOf(e.getMessage()));
        }
        return said.toString();
    }

    private void wrong(ObjectNode said, String what) {
        errors++;
        said.put("error", what);
    }

    /** The id of a line that is no JSON to its end, if it comes before what is wrong. */
    private static JsonNode idOf(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    JsonToken value = parser.nextToken();
                    if (name.equals("id") && value != null && value.isScalarValue()) {
                        return FIRST_VALUE.readTree(parser);
                    }
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // what is wrong is told already
        }
        return NODES.nullNode();
    }

    private static JsonNode answer(Case asked) {
        BusinessCalendar calendar = asked.calendar();
        CompiledCalendar compiled = calendar.compile();
        ZoneId zone = asked.zone();
        String op = asked.text("op");
        return switch (op) {
            case "deadline" -> local(compiled.add(asked.instant("from"), asked.amount()), zone);
            case "deadlineBack" -> local(compiled.subtract(asked.instant("from"), asked.amount()), zone);
            case "elapsed" -> seconds(compiled.openTimeBetween(asked.instant("from"), asked.instant("to")));
            case "isOpen" -> NODES.booleanNode(compiled.isOpen(asked.instant("at")));
            case "nextOpen" -> local(compiled.nextOpen(asked.instant("at")), zone);
            case "rollBack" -> local(compiled.lastOpen(asked.instant("at")), zone);
            case "nextOpeningEvent" -> local(compiled.nextOpening(asked.instant("at")), zone);
            case "nextClosingEvent" ->
                local(compiled.nextClosing(asked.instant("at")).filter(Answers::isEvent), zone);
            case "previousOpeningEvent" ->
                local(compiled.previousOpening(asked.instant("at")).filter(Answers::isEvent), zone);
            case "previousClosingEvent" -> local(compiled.previousClosing(asked.instant("at")), zone);
            case "periods" -> periods(asked, compiled);
            case "plusWorkingDays" -> plusWorkingDays(asked, calendar);
            case "workingDaysBetween" ->
                NODES.numberNode(calendar.workingDaysBetween(asked.date("from", zone), asked.date("to", zone)));
            case "isWorkingDay" -> NODES.booleanNode(calendar.isWorkingDay(asked.date("date", zone)));
            case "workingTimeOfDay" -> seconds(calendar.workingTimeOf(asked.date("date", zone)));
            case "resolveLocal" -> resolved(asked);
            default -> throw new IllegalArgumentException("no such op: " + op);
        };
    }

    /** Where the calendar's knowledge ends nobody opens or closes: what is always open does neither. */
    private static boolean isEvent(Instant at) {
        return at.isAfter(CompiledCalendar.EARLIEST) && at.isBefore(CompiledCalendar.LATEST);
    }

    private static JsonNode local(Optional<Instant> instant, ZoneId zone) {
        return instant.<JsonNode>map(at -> NODES.textNode(text(at, zone))).orElse(NODES.nullNode());
    }

    private static String text(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at.atZone(zone));
    }

    private static JsonNode seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
        return NODES.numberNode(seconds.scale() < 0 ? seconds.setScale(0) : seconds);
    }

    /** Strictly from window to window: each is cut off at the instant from which they are counted. */
    private static JsonNode periods(Case asked, CompiledCalendar calendar) {
        int count = asked.count("count");
        if (count < 0 || count > MOST_PERIODS) {
            throw new IllegalArgumentException("count is not within 0 to " + MOST_PERIODS);
        }
        String direction = asked.text("direction");
        if (!direction.equals("forward") && !direction.equals("backward")) {
            throw new IllegalArgumentException("direction is neither forward nor backward: " + direction);
        }
        Instant from = asked.instant("from");
        List<Window> windows =
                direction.equals("forward") ? after(from, count, calendar) : before(from, count, calendar);
        var periods = NODES.arrayNode();
        for (Window window : windows) {
            periods.addArray()
                    .add(text(window.fromInclusive(), asked.zone()))
                    .add(text(window.toExclusive(), asked.zone()));
        }
        return periods;
    }

    private static List<Window> after(Instant from, int count, CompiledCalendar calendar) {
        List<Window> windows = new ArrayList<>();
        Optional<Instant> next = calendar.nextOpen(from);
        while (next.isPresent() && windows.size() < count) {
            Instant end = calendar.nextClosing(next.get()).orElse(CompiledCalendar.LATEST);
            windows.add(new Window(next.get(), end));
            next = calendar.nextOpening(end.minusNanos(1_000));
        }
        return windows;
    }

    private static List<Window> before(Instant from, int count, CompiledCalendar calendar) {
        List<Window> windows = new ArrayList<>();
        // Not where it opens just then: nothing of that window is before it.
        Optional<Instant> last =
                calendar.isOpen(from.minusNanos(1_000)) ? Optional.of(from) : calendar.previousClosing(from);
        while (last.isPresent() && windows.size() < count) {
            Optional<Instant> begin = calendar.previousOpening(last.get());
            if (begin.isPresent()) {
                windows.add(new Window(begin.get(), last.get()));
            }
            last = begin.flatMap(calendar::previousClosing);
        }
        return Collections.unmodifiableList(windows);
    }

    /** Keeps the time of day, or takes the end of that day. */
    private static JsonNode plusWorkingDays(Case asked, BusinessCalendar calendar) {
        ZoneId zone = asked.zone();
        Optional<LocalDate> date = calendar.plusWorkingDays(asked.date("from", zone), asked.count("days"));
        if (asked.flag("endOfWorkingDay")) {
            return local(date.flatMap(calendar::endOfWorkingDay), zone);
        }
        if (asked.isDate("from")) {
            return date.<JsonNode>map(day -> NODES.textNode(day.toString())).orElse(NODES.nullNode());
        }
        LocalTime time = asked.instant("from").atZone(zone).toLocalTime();
        return local(date.map(day -> day.atTime(time).atZone(zone).toInstant()), zone);
    }

    private static JsonNode resolved(Case asked) {
        String time = asked.text("localTime");
        LocalDate date = asked.date("localDate", asked.zone());
        boolean endOfDay = time.matches("24:00(:00)?");
        LocalTime at = endOfDay ? LocalTime.MIDNIGHT : parse(time);
        ZonedDateTime zoned = (endOfDay ? date.plusDays(1) : date).atTime(at).atZone(asked.zone());
        return NODES.textNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned));
    }

    private static LocalTime parse(String time) {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time of day: " + time, e);
        }
    }
}
