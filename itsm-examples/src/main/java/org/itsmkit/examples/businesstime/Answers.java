package org.itsmkit.examples.businesstime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.itsmkit.examples.lines.Fields;
import org.itsmkit.examples.lines.LineByLine;

/** Answers questions about business time. */
public final class Answers {

    /** More periods than anybody looks at. */
    private static final int MOST_PERIODS = 10_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Answers() {}

    /** What answers lines of such questions. */
    public static LineByLine lines() {
        return new LineByLine((asked, said) -> said.set("answer", answer(asked)));
    }

    private static JsonNode answer(Fields asked) {
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
    private static JsonNode periods(Fields asked, CompiledCalendar calendar) {
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
    private static JsonNode plusWorkingDays(Fields asked, BusinessCalendar calendar) {
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

    private static JsonNode resolved(Fields asked) {
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
